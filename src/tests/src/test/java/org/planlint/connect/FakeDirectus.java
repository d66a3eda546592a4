package org.planlint.connect;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.planlint.report.Verdict;

/** Directus: {@code /files}, {@code /assets}, {@code /fields}; answers and notification as version 11.2 gives them. */
class FakeDirectus extends FakeSystem {
    final Set<String> fields = new LinkedHashSet<>();

    @Override
    Answer answer(String method, String path, Map<String, String> query, byte[] body, HttpExchange exchange) {
        if (path.equals("/fields/directus_files") && method.equals("GET")) {
            JsonArray data = new JsonArray();
            fields.forEach(field -> data.add(named("field", field)));
            return data(data);
        }
        if (path.equals("/fields/directus_files")) {
            fields.add(json(body).get("field").getAsString());
            return new Answer(200, "{\"data\":{}}");
        }
        if (path.equals("/files")) {
            return files(query);
        }
        Held document = held.get(path.substring(path.lastIndexOf('/') + 1));
        if (document == null) {
            return new Answer(
                    403,
                    "{\"errors\":[{\"message\":\"You don't have permission to access this.\",\"extensions\":{\"code\":\"FORBIDDEN\"}}]}");
        }
        if (path.startsWith("/assets/")) {
            return new Answer(200, document.content);
        }
        json(body).entrySet().forEach(entry -> {
            if (!fields.contains(entry.getKey())) {
                throw new IllegalStateException("no field " + entry.getKey());
            }
            document.fields.put(
                    entry.getKey(),
                    entry.getValue().isJsonNull() ? null : entry.getValue().getAsString());
        });
        document.verdicts += json(body).has("planlint_verdict") ? 1 : 0;
        touch(document);
        return new Answer(200, "{\"data\":{\"id\":\"" + document.id + "\"}}");
    }

    private Answer files(Map<String, String> query) {
        for (String field : query.get("fields").split(",")) {
            if (field.startsWith("planlint_") && !fields.contains(field)) {
                return new Answer(403, "{\"errors\":[{\"message\":\"no field\"}]}");
            }
        }
        String filter = query.getOrDefault("filter", "");
        JsonArray data = new JsonArray();
        for (Held document : held.values()) {
            boolean meant = filter.contains("_eq")
                    ? filter.contains(document.id)
                    : !filter.contains("_gte")
                            || !document.modified.isBefore(
                                    Instant.parse(filter.replaceFirst(".*\"_gte\":\"([^\"]+)\".*", "$1")));
            if (meant) {
                JsonObject file = named("id", document.id);
                file.addProperty("filename_download", document.name);
                file.addProperty("filesize", String.valueOf(document.content.length));
                file.addProperty("uploaded_on", document.modified.toString());
                file.addProperty("modified_on", document.modified.toString());
                document.fields.forEach(file::addProperty);
                data.add(file);
            }
        }
        return data(query.containsKey("page") && !query.get("page").equals("1") ? new JsonArray() : data);
    }

    private static JsonObject named(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static Answer data(JsonArray data) {
        JsonObject answer = new JsonObject();
        answer.add("data", data);
        return Answer.of(answer);
    }

    @Override
    String authorization() {
        return "Bearer s3cret";
    }

    @Override
    JsonObject notification(Held document) {
        JsonObject payload = named("title", "Ke Hoach");
        payload.addProperty("filename_download", document.name);
        payload.addProperty("type", "application/octet-stream");
        JsonObject event = named("event", "files.upload");
        event.add("payload", payload);
        event.addProperty("key", document.id);
        event.addProperty("collection", "directus_files");
        return event;
    }

    @Override
    String source() {
        return "{kind: directus, url: \"" + url() + "\", token: \"${TOKEN}\", every: 1}";
    }

    @Override
    Verdict verdict(Held document) {
        return byWord(document.fields.get("planlint_verdict"));
    }
}
