package org.planlint.connect;

import static org.planlint.connect.Rest.list;
import static org.planlint.connect.Rest.number;
import static org.planlint.connect.Rest.word;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.connect.Connections.Source;
import org.planlint.store.Queue.Found;
import org.planlint.text.DocumentName;

/**
 * Directus: the verdict stands in fields of ours of the file library, which are made where they are absent. A flow on
 * {@code files.upload} and {@code files.update} sends the notifications.
 */
final class Directus implements DocumentSystem {
    /** As {@code directus}. */
    public static final class Kind implements SystemKind {
        @Override
        public String name() {
            return "directus";
        }

        @Override
        public DocumentSystem connect(Source source) {
            return new Directus(source);
        }
    }

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String COLLECTION = "directus_files";
    private static final String ABOUT = "planlint_about";
    /** Fields of ours and their types. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    private static final int PAGE = 200;
    /** Its clock is not ours, and what is written in one second may show in the next. */
    private static final int OVERLAP_SECONDS = 2;

    static {
        for (String text : List.of("planlint_verdict", "planlint_decision")) {
            FIELDS.put(text, "string");
        }
        for (String count : List.of("planlint_errors", "planlint_warnings", "planlint_infos")) {
            FIELDS.put(count, "integer");
        }
        FIELDS.put("planlint_summary", "text");
        FIELDS.put("planlint_report", "text");
        FIELDS.put("planlint_checked", "timestamp");
        FIELDS.put(ABOUT, "text");
    }

    private final Rest rest;
    private boolean fieldsAreThere;

    Directus(Source source) {
        this.rest = new Rest(source, "Bearer");
    }

    @Override
    public Changes changes(String since) throws IOException {
        List<Found> found = new ArrayList<>();
        String newest = since == null ? "" : since;
        String filter = "";
        if (since != null && !since.isEmpty()) {
            String from = Instant.parse(since).minusSeconds(OVERLAP_SECONDS).toString();
            filter = "&filter="
                    + Rest.encoded("{\"_or\":[{\"modified_on\":{\"_gte\":\"" + from
                            + "\"}},{\"uploaded_on\":{\"_gte\":\"" + from + "\"}}]}");
        }
        for (int page = 1; ; page++) {
            JsonArray files = files("&sort=id&limit=" + PAGE + "&page=" + page + filter);
            for (JsonElement element : files) {
                JsonObject file = element.getAsJsonObject();
                found.add(new Found(word(file, "id"), version(file)));
                String modified = modified(file);
                newest = modified != null && modified.compareTo(newest) > 0 ? modified : newest;
            }
            if (files.size() < PAGE) {
                return new Changes(found, newest);
            }
        }
    }

    private JsonArray files(String query) throws IOException {
        return list(
                rest.get("/files?fields=id,filename_download,filesize,uploaded_on,modified_on"
                                + (fieldsAreThere() ? "," + ABOUT : "") + query)
                        .orElseThrow(() -> new IOException("no /files")),
                "data");
    }

    /** The later of the two times, in UTC. */
    private static String modified(JsonObject file) {
        String uploaded = word(file, "uploaded_on");
        String modified = word(file, "modified_on");
        String later = modified == null || uploaded != null && uploaded.compareTo(modified) > 0 ? uploaded : modified;
        return later == null ? null : later.endsWith("Z") ? later : later + "Z";
    }

    private static String version(JsonObject file) {
        return word(file, "uploaded_on") + "|" + word(file, "modified_on") + "|" + word(file, "filesize");
    }

    /** Asked for by a filter, since Directus says “forbidden” of what is not there. */
    private Optional<JsonObject> file(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        JsonArray files = files("&filter=" + Rest.encoded("{\"id\":{\"_eq\":\"" + id + "\"}}"));
        return files.isEmpty() ? Optional.empty() : Optional.of(files.get(0).getAsJsonObject());
    }

    @Override
    public Optional<Remote> document(String id) throws IOException {
        return file(id).filter(file -> word(file, "filename_download") != null
                        && DocumentName.isDocument(word(file, "filename_download")))
                .map(file -> new Remote(
                        id,
                        word(file, "filename_download"),
                        version(file),
                        number(file, "filesize"),
                        About.of(word(file, ABOUT))));
    }

    @Override
    public InputStream content(Remote document) throws IOException {
        return rest.download("/assets/" + document.id());
    }

    @Override
    public Map<String, String> fields(Remote document, Collection<String> names) throws IOException {
        JsonArray files = list(
                rest.get("/files?fields="
                                + names.stream().map(Rest::encoded).collect(Collectors.joining(","))
                                + "&filter=" + Rest.encoded("{\"id\":{\"_eq\":\"" + document.id() + "\"}}"))
                        .orElseThrow(() -> new IOException("no /files")),
                "data");
        Map<String, String> values = new LinkedHashMap<>();
        if (!files.isEmpty()) {
            for (String name : names) {
                String value = word(files.get(0).getAsJsonObject(), name);
                if (value != null) {
                    values.put(name, value);
                }
            }
        }
        return values;
    }

    @Override
    public Set<String> fill(Remote document, Map<String, String> values) throws IOException {
        JsonObject fields = new JsonObject();
        values.forEach(fields::addProperty);
        rest.send("PATCH", "/files/" + document.id(), fields);
        return values.keySet();
    }

    @Override
    public void write(Remote document, Judged judged) throws IOException {
        requireFields();
        JsonObject fields = new JsonObject();
        fields.addProperty("planlint_verdict", judged.verdict().word());
        fields.addProperty("planlint_decision", judged.decision().word());
        fields.addProperty("planlint_errors", judged.errors());
        fields.addProperty("planlint_warnings", judged.warnings());
        fields.addProperty("planlint_infos", judged.infos());
        fields.addProperty("planlint_summary", judged.summary());
        fields.addProperty("planlint_report", judged.place());
        fields.addProperty("planlint_checked", judged.checked().toString());
        fields.addProperty(ABOUT, judged.about().toString());
        rest.send("PATCH", "/files/" + document.id(), fields);
    }

    private synchronized boolean fieldsAreThere() throws IOException {
        return fieldsAreThere || (fieldsAreThere = missing().isEmpty());
    }

    private Set<String> missing() throws IOException {
        Set<String> missing = new HashSet<>(FIELDS.keySet());
        list(rest.get("/fields/" + COLLECTION).orElseGet(JsonObject::new), "data")
                .forEach(field -> missing.remove(word(field.getAsJsonObject(), "field")));
        return missing;
    }

    private synchronized void requireFields() throws IOException {
        if (fieldsAreThere()) {
            return;
        }
        Set<String> missing = missing();
        for (Map.Entry<String, String> entry : FIELDS.entrySet()) {
            if (missing.contains(entry.getKey())) {
                JsonObject meta = new JsonObject();
                meta.addProperty("readonly", true);
                meta.addProperty("hidden", entry.getKey().equals(ABOUT));
                meta.addProperty("note", "PlanLint");
                JsonObject field = new JsonObject();
                field.addProperty("field", entry.getKey());
                field.addProperty("type", entry.getValue());
                field.add("meta", meta);
                field.add("schema", new JsonObject());
                rest.send("POST", "/fields/" + COLLECTION, field);
            }
        }
        fieldsAreThere = true;
    }

    /** {@code {event: "files.upload", key: …}} and {@code {event: "files.update", keys: […]}}. */
    @Override
    public List<String> named(JsonObject notification) {
        String event = word(notification, "event");
        if (event == null || !event.startsWith("files.") || event.equals("files.delete")) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        if (word(notification, "key") != null) {
            ids.add(word(notification, "key"));
        }
        list(notification, "keys").forEach(key -> ids.add(key.getAsString()));
        return ids.stream().filter(id -> ID.matcher(id).matches()).distinct().toList();
    }

    @Override
    public void close() {
        // Connections end by themselves.
    }
}
