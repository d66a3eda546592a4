package org.planlint.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.time.LocalDate;

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
                .registerTypeAdapter(Severity.class, (JsonSerializer<Severity>) (v, t, c) -> new JsonPrimitive(v.word()))
                .registerTypeAdapter(Status.class, (JsonSerializer<Status>) (v, t, c) -> new JsonPrimitive(v.word()))
                .registerTypeAdapter(Text.class, (JsonSerializer<Text>) (v, t, c) -> new JsonPrimitive(v.in(language)))
                .registerTypeAdapter(LocalDate.class, (JsonSerializer<LocalDate>) (v, t, c) -> new JsonPrimitive(v.toString()))
                .create();
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        JsonObject root = new JsonObject();
        root.addProperty("schema", "planlint-report/1");
        JsonObject tool = new JsonObject();
        tool.addProperty("name", "planlint");
        tool.addProperty("version", report.version());
        tool.addProperty("rules", report.rulesDigest());
        root.add("tool", tool);
        JsonElement documents = gson.toJsonTree(report.documents());
        for (JsonElement document : documents.getAsJsonArray()) {
            for (JsonElement finding : document.getAsJsonObject().getAsJsonArray("findings")) {
                finding.getAsJsonObject().remove("line");
                finding.getAsJsonObject().remove("column");
            }
        }
        root.add("documents", documents);
        root.add("staleWaivers", gson.toJsonTree(report.review().staleWaivers()));
        JsonObject summary = new JsonObject();
        summary.addProperty("documents", report.documents().size());
        summary.addProperty("checked", report.checked());
        for (Severity severity : Severity.values()) {
            summary.addProperty(severity.word() + "s", report.count(severity));
        }
        summary.addProperty("waived", report.waived());
        summary.addProperty("known", report.review().known());
        summary.addProperty("solved", report.review().solved());
        root.add("summary", summary);
        out.append(gson.toJson(root)).append('\n');
    }

    /** A finding over several documents as a line. */
    public String archive(ArchiveFinding finding) {
        JsonObject line = new JsonObject();
        line.addProperty("schema", "planlint-archive/1");
        gson.toJsonTree(finding).getAsJsonObject().entrySet().forEach(field -> line.add(field.getKey(), field.getValue()));
        return gson.toJson(line);
    }
}
