package org.planlint.connect;

import static org.planlint.connect.Rest.list;
import static org.planlint.connect.Rest.word;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.connect.Connections.Source;
import org.planlint.store.Queue.Found;
import org.planlint.text.DocumentName;

/**
 * Paperless-ngx: the verdict stands in custom fields of ours, and the findings in a note. A workflow with a webhook that sends
 * {@code {"doc_url": "{{doc_url}}"}} as JSON gives the notifications.
 */
final class Paperless implements DocumentSystem {
    /** As {@code paperless}. */
    public static final class Kind implements SystemKind {
        @Override
        public String name() {
            return "paperless";
        }

        @Override
        public DocumentSystem connect(Source source) {
            return new Paperless(source);
        }
    }

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern IN_URL = Pattern.compile("/documents/([0-9]{1,18})(?:[/?#]|$)");
    private static final String ABOUT = "PlanLint about";
    /** Fields of ours and their types; a string has 128 letters at most. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    private static final int LONGEST = 128;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final int OVERLAP_SECONDS = 2;

    static {
        FIELDS.put("PlanLint", "string");
        FIELDS.put("PlanLint decision", "string");
        FIELDS.put("PlanLint errors", "integer");
        FIELDS.put("PlanLint warnings", "integer");
        FIELDS.put("PlanLint report", "url");
        FIELDS.put(ABOUT, "string");
    }

    private final Rest rest;
    private Map<String, Integer> fields;

    Paperless(Source source) {
        this.rest = new Rest(source, "Token");
    }

    @Override
    public Changes changes(String since) throws IOException {
        List<Found> found = new ArrayList<>();
        String newest = since == null ? "" : since;
        String from = newest.isEmpty()
                ? ""
                : "&modified__gt="
                        + Rest.encoded(OffsetDateTime.parse(newest)
                                .minusSeconds(OVERLAP_SECONDS)
                                .toString());
        for (int page = 1; ; page++) {
            JsonObject answer = rest.get("/api/documents/?ordering=modified&page_size=100&page=" + page + from)
                    .orElseThrow(() -> new IOException("no /api/documents/"));
            for (JsonElement element : list(answer, "results")) {
                JsonObject document = element.getAsJsonObject();
                found.add(new Found(word(document, "id"), word(document, "modified")));
                newest = later(newest, word(document, "modified"));
            }
            if (word(answer, "next") == null) {
                return new Changes(found, newest);
            }
        }
    }

    private static String later(String one, String other) {
        return one.isEmpty() || OffsetDateTime.parse(other).isAfter(OffsetDateTime.parse(one)) ? other : one;
    }

    private Optional<JsonObject> entry(String id) throws IOException {
        return ID.matcher(id).matches() ? rest.get("/api/documents/" + id + "/") : Optional.empty();
    }

    @Override
    public Optional<Remote> document(String id) throws IOException {
        Integer about = fields().get(ABOUT);
        return entry(id)
                .filter(entry -> word(entry, "original_file_name") != null
                        && DocumentName.isDocument(word(entry, "original_file_name")))
                .map(entry -> new Remote(
                        id, word(entry, "original_file_name"), word(entry, "modified"), -1, written(entry, about)));
    }

    /** @param about id of the field that tells, or null where it is not made yet */
    private static About written(JsonObject entry, Integer about) {
        for (JsonElement element : list(entry, "custom_fields")) {
            JsonObject field = element.getAsJsonObject();
            if (about != null && String.valueOf(about).equals(word(field, "field"))) {
                return About.of(word(field, "value"));
            }
        }
        return null;
    }

    @Override
    public InputStream content(Remote document) throws IOException {
        return rest.download("/api/documents/" + document.id() + "/download/?original=true");
    }

    /** What stands in a document's custom fields, by their ids. */
    private Map<Integer, JsonElement> values(Remote document) throws IOException {
        Map<Integer, JsonElement> values = new LinkedHashMap<>();
        for (JsonElement element : list(
                entry(document.id()).orElseThrow(() -> new IOException("gone: " + document.id())), "custom_fields")) {
            values.put(
                    element.getAsJsonObject().get("field").getAsInt(),
                    element.getAsJsonObject().get("value"));
        }
        return values;
    }

    /** Custom fields of others, by their names. */
    @Override
    public Map<String, String> fields(Remote document, Collection<String> names) throws IOException {
        Map<Integer, JsonElement> values = values(document);
        Map<String, String> found = new LinkedHashMap<>();
        kinds(names).forEach((name, kind) -> {
            JsonElement value = values.get(kind.id());
            if (value != null && value.isJsonPrimitive()) {
                found.put(name, value.getAsString());
            }
        });
        return found;
    }

    /** As {@link #write}, fields of others stay. */
    @Override
    public Set<String> fill(Remote document, Map<String, String> given) throws IOException {
        Map<Integer, JsonElement> values = values(document);
        Set<String> filled = new LinkedHashSet<>();
        kinds(given.keySet()).forEach((name, kind) -> {
            JsonElement there = values.get(kind.id());
            JsonElement fitting = kind.fitting(given.get(name));
            if (fitting != null && (there == null || there.isJsonNull() || isBlank(there))) {
                values.put(kind.id(), fitting);
                filled.add(name);
            }
        });
        if (!filled.isEmpty()) {
            change(document, values);
        }
        return filled;
    }

    private static boolean isBlank(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsString().isBlank();
    }

    /**
     * A custom field of others.
     *
     * @param type what it holds, in the system's own word
     */
    private record CustomField(int id, String type) {
        /** Null for what such a field cannot hold. */
        JsonElement fitting(String value) {
            return switch (type) {
                case "string" -> value.length() <= LONGEST ? new JsonPrimitive(value) : null;
                case "longtext" -> new JsonPrimitive(value);
                case "date" -> DAY.matcher(value).matches() ? new JsonPrimitive(value) : null;
                case "integer" -> WHOLE.matcher(value).matches() ? new JsonPrimitive(Integer.parseInt(value)) : null;
                default -> null;
            };
        }
    }

    private Map<String, CustomField> kinds(Collection<String> names) throws IOException {
        Map<String, CustomField> found = new LinkedHashMap<>();
        for (JsonElement element : customFields()) {
            JsonObject field = element.getAsJsonObject();
            if (names.contains(word(field, "name"))) {
                found.put(
                        word(field, "name"),
                        new CustomField(field.get("id").getAsInt(), String.valueOf(word(field, "data_type"))));
            }
        }
        return found;
    }

    private JsonArray customFields() throws IOException {
        return list(
                rest.get("/api/custom_fields/?page_size=1000")
                        .orElseThrow(() -> new IOException("no /api/custom_fields/")),
                "results");
    }

    /** Fields of others are sent back as they are: what is left out would be taken away. */
    @Override
    public void write(Remote document, Judged judged) throws IOException {
        Map<Integer, JsonElement> values = values(document);
        requireFields();
        Map<String, Integer> ours = fields();
        values.put(
                ours.get("PlanLint"), new JsonPrimitive(judged.verdict().text().in(judged.language())));
        values.put(
                ours.get("PlanLint decision"),
                new JsonPrimitive(judged.decision().word()));
        values.put(ours.get("PlanLint errors"), new JsonPrimitive(judged.errors()));
        values.put(ours.get("PlanLint warnings"), new JsonPrimitive(judged.warnings()));
        values.put(
                ours.get("PlanLint report"),
                judged.place() == null ? JsonNull.INSTANCE : new JsonPrimitive(judged.place()));
        String about = judged.about().toString();
        if (about.length() > LONGEST) {
            throw new IllegalStateException("about is longer than a field: " + about);
        }
        values.put(ours.get(ABOUT), new JsonPrimitive(about));
        JsonObject note = new JsonObject();
        note.addProperty("note", judged.summary());
        rest.send("POST", "/api/documents/" + document.id() + "/notes/", note);
        change(document, values);
    }

    private void change(Remote document, Map<Integer, JsonElement> values) throws IOException {
        JsonArray all = new JsonArray();
        values.forEach((id, value) -> {
            JsonObject field = new JsonObject();
            field.addProperty("field", id);
            field.add("value", value == null ? JsonNull.INSTANCE : value);
            all.add(field);
        });
        JsonObject change = new JsonObject();
        change.add("custom_fields", all);
        rest.send("PATCH", "/api/documents/" + document.id() + "/", change);
    }

    private synchronized Map<String, Integer> fields() throws IOException {
        if (fields == null) {
            Map<String, Integer> known = new LinkedHashMap<>();
            customFields()
                    .forEach(field -> known.put(
                            word(field.getAsJsonObject(), "name"),
                            field.getAsJsonObject().get("id").getAsInt()));
            known.keySet().retainAll(FIELDS.keySet());
            fields = known;
        }
        return fields;
    }

    private synchronized void requireFields() throws IOException {
        for (Map.Entry<String, String> entry : FIELDS.entrySet()) {
            if (!fields().containsKey(entry.getKey())) {
                JsonObject field = new JsonObject();
                field.addProperty("name", entry.getKey());
                field.addProperty("data_type", entry.getValue());
                fields.put(
                        entry.getKey(),
                        Rest.object(rest.send("POST", "/api/custom_fields/", field), "/api/custom_fields/")
                                .get("id")
                                .getAsInt());
            }
        }
    }

    /** What a workflow is told to send: {@code doc_url} or {@code document_id}. */
    @Override
    public List<String> named(JsonObject notification) {
        String id = word(notification, "document_id");
        if (id != null && ID.matcher(id).matches()) {
            return List.of(id);
        }
        String url = word(notification, "doc_url");
        Matcher matcher = IN_URL.matcher(url == null ? "" : url);
        return matcher.find() ? List.of(matcher.group(1)) : List.of();
    }

    @Override
    public void close() {
        // Connections end by themselves.
    }
}
