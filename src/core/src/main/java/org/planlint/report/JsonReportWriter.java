package org.planlint.report;

import com.google.gson.ExclusionStrategy;
import com.google.gson.FieldAttributes;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.io.output.StringBuilderWriter;

/** Writes {@code planlint-report/1}; its schema is {@code docs/planlint-report-1.schema.json}. */
public final class JsonReportWriter implements ReportWriter {
    private final Gson gson;

    public JsonReportWriter(Language language) {
        this(language, true);
    }

    /** @param pretty on many lines; else the whole report is one */
    public JsonReportWriter(Language language, boolean pretty) {
        GsonBuilder builder = new GsonBuilder().serializeNulls().disableHtmlEscaping();
        gson = (pretty ? builder.setPrettyPrinting() : builder)
                .registerTypeAdapter(Severity.class, written(Severity::word))
                .registerTypeAdapter(Status.class, written(Status::word))
                .registerTypeAdapter(Text.class, written((Text text) -> text.in(language)))
                .registerTypeAdapter(LocalDate.class, written(LocalDate::toString))
                .addSerializationExclusionStrategy(new OwnFields())
                .create();
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder();
        JsonWriter json = gson.newJsonWriter(new StringBuilderWriter(text));
        json.beginObject();
        json.name("schema").value("planlint-report/1");
        json.name("tool")
                .beginObject()
                .name("name")
                .value("planlint")
                .name("version")
                .value(report.version())
                .name("rules")
                .value(report.rulesDigest())
                .endObject();
        json.name("documents").beginArray();
        Map<String, String> urls = new HashMap<>();
        report.rules().stream().filter(rule -> rule.url() != null).forEach(rule -> urls.put(rule.id(), rule.url()));
        for (DocumentReport document : report.documents()) {
            gson.toJson(document(document, urls), json);
        }
        json.endArray();
        json.name("staleWaivers");
        gson.toJson(report.review().staleWaivers(), List.class, json);
        json.name("summary")
                .beginObject()
                .name("documents")
                .value(report.documents().size())
                .name("checked")
                .value(report.checked())
                .name("plans")
                .value(report.count(Scope.PLAN));
        for (Severity severity : Severity.values()) {
            json.name(severity.word() + "s").value(report.count(severity));
        }
        json.name("waived")
                .value(report.waived())
                .name("known")
                .value(report.review().known())
                .name("solved")
                .value(report.review().solved());
        json.name("passedOver");
        gson.toJson(report.passedOver(), Map.class, json);
        json.endObject().endObject();
        out.append(text).append('\n');
    }

    /** With its scope behind its status, and in each finding the address of its rule's page, where there is one. */
    private JsonObject document(DocumentReport document, Map<String, String> urls) {
        JsonObject object = new JsonObject();
        gson.toJsonTree(document).getAsJsonObject().entrySet().forEach(field -> {
            object.add(field.getKey(), field.getValue());
            if (field.getKey().equals("status")) {
                object.addProperty("scope", document.scope().word());
            }
        });
        for (JsonElement finding : object.getAsJsonArray("findings")) {
            String url = urls.get(finding.getAsJsonObject().get("rule").getAsString());
            if (url != null) {
                finding.getAsJsonObject().addProperty("ruleUrl", url);
            }
        }
        return object;
    }

    /** A finding over several documents as a line. */
    public String archive(ArchiveFinding finding) {
        JsonObject line = new JsonObject();
        line.addProperty("schema", "planlint-archive/1");
        gson.toJsonTree(finding)
                .getAsJsonObject()
                .entrySet()
                .forEach(field -> line.add(field.getKey(), field.getValue()));
        return gson.toJson(line);
    }

    private static <T> TypeAdapter<T> written(Function<T, String> word) {
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                out.value(value == null ? null : word.apply(value));
            }

            @Override
            public T read(JsonReader in) {
                throw new UnsupportedOperationException("reports are written only");
            }
        };
    }

    /** What is kept for pages and answers of our own; the contract does not have it. */
    private static final class OwnFields implements ExclusionStrategy {
        private static final String OWN_FIELDS = "own";
        private static final Set<String> OWN = Set.of("line", "column");

        @Override
        public boolean shouldSkipField(FieldAttributes field) {
            return field.getDeclaringClass() == Finding.class && OWN.contains(field.getName())
                    || field.getDeclaringClass() == DocumentReport.class
                            && field.getName().equals(OWN_FIELDS);
        }

        @Override
        public boolean shouldSkipClass(Class<?> type) {
            return false;
        }
    }
}
