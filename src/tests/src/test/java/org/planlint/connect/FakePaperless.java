package org.planlint.connect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.planlint.report.Language;
import org.planlint.report.Verdict;

/** Paperless-ngx: {@code /api/documents/}, their notes, {@code /api/custom_fields/}, as its API describes them. */
class FakePaperless extends FakeSystem {
    /** One of the office's own is there before ours. */
    final List<String> fields = new ArrayList<>(List.of("Số công văn"));
    /** Those of other types than a short text. */
    final Map<String, String> types = new LinkedHashMap<>();

    @Override
    Answer answer(String method, String path, Map<String, String> query, byte[] body, HttpExchange exchange) {
        if (path.equals("/api/custom_fields/")) {
            return method.equals("GET")
                    ? allFields()
                    : newField(json(body).get("name").getAsString());
        }
        if (path.equals("/api/documents/")) {
            return documents(query);
        }
        String[] parts = path.split("/");
        Held document = held.get(parts[3]);
        if (document == null) {
            return new Answer(404, "{\"detail\":\"No Document matches the given query.\"}");
        }
        if (path.endsWith("/download/")) {
            return new Answer(200, document.content);
        }
        if (path.endsWith("/notes/")) {
            document.remarks.add(json(body).get("note").getAsString());
            touch(document);
            return new Answer(200, "[{\"id\":1,\"note\":\"…\"}]");
        }
        if (method.equals("PATCH")) {
            Map<String, String> values = new LinkedHashMap<>();
            for (JsonElement element : json(body).getAsJsonArray("custom_fields")) {
                JsonElement value = element.getAsJsonObject().get("value");
                if (!value.isJsonNull() && value.getAsString().length() > 128) {
                    return new Answer(
                            400, "{\"custom_fields\":[\"Ensure this field has no more than 128 characters.\"]}");
                }
                values.put(
                        fields.get(element.getAsJsonObject().get("field").getAsInt() - 1),
                        value.isJsonNull() ? null : value.getAsString());
            }
            boolean judged = !Objects.equals(document.fields.get("PlanLint about"), values.get("PlanLint about"));
            document.fields.clear();
            document.fields.putAll(values);
            document.verdicts += judged ? 1 : 0;
            touch(document);
        }
        return Answer.of(entry(document));
    }

    private Answer newField(String name) {
        fields.add(name);
        return Answer.of(field(fields.size()));
    }

    private JsonObject field(int id) {
        JsonObject field = new JsonObject();
        field.addProperty("id", id);
        field.addProperty("name", fields.get(id - 1));
        field.addProperty("data_type", types.getOrDefault(fields.get(id - 1), "string"));
        return field;
    }

    private Answer allFields() {
        JsonArray all = new JsonArray();
        for (int id = 1; id <= fields.size(); id++) {
            all.add(field(id));
        }
        return page(all);
    }

    private Answer documents(Map<String, String> query) {
        JsonArray found = new JsonArray();
        for (Held document : held.values()) {
            if (!query.containsKey("modified__gt")
                    || document.modified.isAfter(
                            OffsetDateTime.parse(query.get("modified__gt")).toInstant())) {
                found.add(entry(document));
            }
        }
        return page(found);
    }

    private static Answer page(JsonArray results) {
        JsonObject page = new JsonObject();
        page.addProperty("count", results.size());
        page.add("next", JsonNull.INSTANCE);
        page.add("results", results);
        return Answer.of(page);
    }

    private JsonObject entry(Held document) {
        JsonObject entry = new JsonObject();
        entry.addProperty("id", Integer.parseInt(document.id));
        entry.addProperty("original_file_name", document.name);
        entry.addProperty("modified", document.modified.toString().replace("Z", "+00:00"));
        JsonArray values = new JsonArray();
        document.fields.forEach((name, value) -> {
            JsonObject field = new JsonObject();
            field.addProperty("field", fields.indexOf(name) + 1);
            field.addProperty("value", value);
            values.add(field);
        });
        entry.add("custom_fields", values);
        return entry;
    }

    @Override
    String authorization() {
        return "Token s3cret";
    }

    @Override
    JsonObject notification(Held document) {
        JsonObject body = new JsonObject();
        body.addProperty("doc_url", "http://paperless.example/documents/" + document.id + "/");
        return body;
    }

    @Override
    String source() {
        return "{kind: paperless, url: \"" + url() + "\", token: \"${TOKEN}\", every: 1}";
    }

    @Override
    Verdict verdict(Held document) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.text().in(Language.VI).equals(document.fields.get("PlanLint"))) {
                return verdict;
            }
        }
        return null;
    }
}
