package org.planlint.connect;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.report.Verdict;

/** Alfresco: nodes and search of its REST API, and the events of its topic. */
class FakeAlfresco extends FakeSystem {
    private static final String NODES = "/alfresco/api/-default-/public/alfresco/versions/1/nodes/";
    private static final Pattern SINCE = Pattern.compile("cm:modified:\\['([^']+)' TO MAX]");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);
    final String folder = UUID.randomUUID().toString();
    /** For the source, where there is one. */
    String broker;

    @Override
    Answer answer(String method, String path, Map<String, String> query, byte[] body, HttpExchange exchange) {
        if (path.endsWith("/search")) {
            return search(json(body).getAsJsonObject("query").get("query").getAsString());
        }
        String[] parts = path.substring(NODES.length()).split("/");
        if (parts[0].equals(folder)) {
            return method.equals("POST")
                    ? entry(put(
                            UUID.randomUUID().toString(), json(body).get("name").getAsString(), new byte[0]))
                    : held.values().stream()
                            .filter(d -> d.name.equals(query.get("relativePath")))
                            .findFirst()
                            .map(this::entry)
                            .orElse(new Answer(404, "{}"));
        }
        Held document = held.get(parts[0]);
        if (document == null) {
            return new Answer(404, "{\"error\":{\"statusCode\":404}}");
        }
        if (parts.length > 1 && method.equals("GET")) {
            return new Answer(200, document.content);
        }
        if (parts.length > 1) {
            put(document.id, document.name, body);
        } else if (method.equals("PUT")) {
            JsonObject change = json(body);
            if (change.has("aspectNames")) {
                List<String> aspects = new ArrayList<>();
                change.getAsJsonArray("aspectNames").forEach(aspect -> aspects.add(aspect.getAsString()));
                if (!aspects.containsAll(List.of("cm:auditable", "cm:titled", "lint:report"))) {
                    return new Answer(400, "an aspect was taken away: " + aspects);
                }
                document.verdicts++;
            }
            change.getAsJsonObject("properties")
                    .entrySet()
                    .forEach(e -> document.fields.put(e.getKey(), e.getValue().getAsString()));
            touch(document);
        }
        return entry(document);
    }

    private Answer search(String query) {
        Matcher since = SINCE.matcher(query);
        Instant from = since.find() ? Instant.parse(since.group(1)) : Instant.EPOCH;
        JsonArray entries = new JsonArray();
        held.values().stream()
                .filter(document -> !document.modified.isBefore(from))
                .forEach(document -> entries.add(wrapped(node(document))));
        JsonObject pagination = new JsonObject();
        pagination.addProperty("hasMoreItems", false);
        JsonObject list = new JsonObject();
        list.add("pagination", pagination);
        list.add("entries", entries);
        JsonObject answer = new JsonObject();
        answer.add("list", list);
        return Answer.of(answer);
    }

    private JsonObject node(Held document) {
        JsonObject node = new JsonObject();
        node.addProperty("id", document.id);
        node.addProperty("name", document.name);
        node.addProperty("isFile", true);
        node.addProperty("parentId", folder);
        node.addProperty("modifiedAt", TIME.format(document.modified));
        JsonObject content = new JsonObject();
        content.addProperty("sizeInBytes", document.content.length);
        node.add("content", content);
        JsonArray aspects = new JsonArray();
        aspects.add("cm:auditable");
        aspects.add("cm:titled");
        node.add("aspectNames", aspects);
        JsonObject properties = new JsonObject();
        document.fields.forEach(properties::addProperty);
        node.add("properties", properties);
        return node;
    }

    private static JsonObject wrapped(JsonObject node) {
        JsonObject wrapper = new JsonObject();
        wrapper.add("entry", node);
        return wrapper;
    }

    private Answer entry(Held document) {
        return Answer.of(wrapped(node(document)));
    }

    @Override
    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString("vanthu:s3cret".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    JsonObject notification(Held document) {
        return json(("{\"specversion\":\"1.0\",\"type\":\"org.alfresco.event.node.Created\",\"id\":\""
                        + UUID.randomUUID() + "\",\"source\":\"/08d9b620\","
                        + "\"time\":\"2026-01-27T20:02:59.637Z\",\"datacontenttype\":\"application/json\",\"data\":{\"eventGroupId\":\"4004ca99\",\"resource\":{"
                        + "\"@type\":\"NodeResource\",\"id\":\"" + document.id + "\",\"primaryHierarchy\":[\"" + folder
                        + "\"],\"name\":\"" + document.name
                        + "\",\"nodeType\":\"cm:content\",\"content\":{\"mimeType\":\"application/msword\",\"sizeInBytes\":"
                        + document.content.length
                        + "},\"aspectNames\":[\"cm:auditable\"],\"isFolder\":false,\"isFile\":true}}}")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    String source() {
        return "{kind: alfresco, url: \"" + url() + "\", user: vanthu, password: \"${TOKEN}\", every: 1"
                + (broker == null ? "" : ", broker: \"" + broker + "\"") + "}";
    }

    @Override
    Verdict verdict(Held document) {
        return byWord(document.fields.get("lint:verdict"));
    }
}
