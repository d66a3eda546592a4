package org.planlint.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Locale;

/** Writes {@code planlint-report/1}; its schema is {@code docs/planlint-report-1.schema.json}. */
public final class JsonReportWriter implements ReportWriter {
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting()
            .setFieldNamingPolicy(FieldNamingPolicy.IDENTITY)
            .registerTypeAdapter(Severity.class,
                    (com.google.gson.JsonSerializer<Severity>) (v, t, c) -> c.serialize(v.word()))
            .registerTypeAdapter(Status.class,
                    (com.google.gson.JsonSerializer<Status>) (v, t, c) -> c.serialize(v.word()))
            .create();

    @Override
    public void write(Report report, Appendable out) throws IOException {
        JsonObject root = new JsonObject();
        root.addProperty("schema", "planlint-report/1");
        JsonObject tool = new JsonObject();
        tool.addProperty("name", "planlint");
        tool.addProperty("version", report.version());
        tool.addProperty("rules", report.rulesDigest());
        root.add("tool", tool);
        JsonElement documents = GSON.toJsonTree(report.documents());
        for (JsonElement document : documents.getAsJsonArray()) {
            for (JsonElement finding : document.getAsJsonObject().getAsJsonArray("findings")) {
                finding.getAsJsonObject().remove("line");
                finding.getAsJsonObject().remove("column");
            }
        }
        root.add("documents", documents);
        JsonObject summary = new JsonObject();
        summary.addProperty("documents", report.documents().size());
        summary.addProperty("checked", report.checked());
        for (Severity severity : Severity.values()) {
            summary.addProperty(severity.name().toLowerCase(Locale.ROOT) + "s", report.count(severity));
        }
        root.add("summary", summary);
        out.append(GSON.toJson(root)).append('\n');
    }
}
