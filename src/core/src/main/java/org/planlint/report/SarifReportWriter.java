package org.planlint.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes SARIF 2.1.0. Offsets count characters of the text as read, all paragraphs joined by a line break; a docx or pdf
 * has no lines of its own, so none are given. Safe replacements are named in {@code properties}, not as {@code fixes}: those
 * would be applied to the file's bytes.
 */
public final class SarifReportWriter implements ReportWriter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final Language language;

    public SarifReportWriter(Language language) {
        this.language = language;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Map<String, Integer> indexes = new HashMap<>();
        JsonArray rules = new JsonArray();
        for (RuleInfo rule : report.rules()) {
            indexes.put(rule.id(), rules.size());
            rules.add(rule(rule));
        }
        JsonObject driver = new JsonObject();
        driver.addProperty("name", "planlint");
        driver.addProperty("version", report.version());
        driver.addProperty("language", language.code());
        driver.add("rules", rules);
        driver.add("properties", object("rulesDigest", report.rulesDigest()));

        JsonArray artifacts = new JsonArray();
        JsonArray results = new JsonArray();
        JsonArray notifications = new JsonArray();
        for (DocumentReport document : report.documents()) {
            int index = artifacts.size();
            artifacts.add(artifact(document));
            if (document.error() != null) {
                notifications.add(notification(document, index));
            }
            for (Finding finding : document.findings()) {
                results.add(result(report, document, finding, index, indexes));
            }
        }
        JsonObject invocation = new JsonObject();
        invocation.addProperty("executionSuccessful", report.isComplete());
        invocation.add("toolExecutionNotifications", notifications);

        JsonObject run = new JsonObject();
        JsonObject tool = new JsonObject();
        tool.add("driver", driver);
        run.add("tool", tool);
        run.add("invocations", array(invocation));
        run.add("artifacts", artifacts);
        run.addProperty("columnKind", "utf16CodeUnits");
        run.add("results", results);
        JsonObject root = new JsonObject();
        root.addProperty("$schema", SCHEMA);
        root.addProperty("version", "2.1.0");
        root.add("runs", array(run));
        out.append(GSON.toJson(root)).append('\n');
    }

    private JsonObject rule(RuleInfo rule) {
        JsonObject json = new JsonObject();
        json.addProperty("id", rule.id());
        json.add("shortDescription", object("text", rule.title().in(language)));
        json.add("fullDescription", object("text", rule.cites().in(language)));
        JsonObject help =
                object("text", rule.title().in(language) + ". " + rule.cites().in(language));
        help.addProperty("markdown", rule.help().in(language));
        json.add("help", help);
        if (rule.url() != null) {
            json.addProperty("helpUri", rule.url());
        }
        json.add("defaultConfiguration", object("level", level(rule.severity())));
        JsonObject properties = new JsonObject();
        JsonArray tags = new JsonArray();
        tags.add(rule.family());
        properties.add("tags", tags);
        properties.addProperty("citation", rule.cites().in(language));
        json.add("properties", properties);
        return json;
    }

    private static JsonObject artifact(DocumentReport document) {
        JsonObject json = new JsonObject();
        json.add("location", object("uri", uri(document.path())));
        if (document.mediaType() != null) {
            json.addProperty("mimeType", document.mediaType());
        }
        if (document.sha256() != null) {
            json.add("hashes", object("sha-256", document.sha256()));
        }
        return json;
    }

    private JsonObject notification(DocumentReport document, int index) {
        JsonObject json = new JsonObject();
        json.add("descriptor", object("id", document.error().code()));
        json.addProperty("level", "error");
        json.add(
                "message",
                object(
                        "text",
                        document.error().message().in(language) + " "
                                + document.error().help().in(language)));
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical(document, index));
        json.add("locations", array(location));
        return json;
    }

    private JsonObject result(
            Report report, DocumentReport document, Finding finding, int index, Map<String, Integer> indexes) {
        JsonObject json = new JsonObject();
        json.addProperty("ruleId", finding.rule());
        json.addProperty("ruleIndex", indexes.get(finding.rule()));
        boolean sure = finding.state() == State.FAIL;
        json.addProperty("kind", sure ? "fail" : "review");
        json.addProperty("level", sure ? level(finding.severity()) : "none");
        json.add("message", object("text", finding.message().in(language)));
        JsonObject location = new JsonObject();
        JsonObject physical = physical(document, index);
        JsonObject properties = new JsonObject();
        Finding.Location at = finding.location();
        if (at != null) {
            JsonObject region = new JsonObject();
            region.addProperty("charOffset", at.start());
            region.addProperty("charLength", at.end() - at.start());
            region.add("snippet", object("text", finding.evidence()));
            physical.add("region", region);
            if (at.page() != null) {
                properties.addProperty("page", at.page());
            }
        }
        location.add("physicalLocation", physical);
        if (at != null && at.section() != null) {
            JsonObject logical = object("fullyQualifiedName", at.section());
            logical.addProperty("kind", "section");
            location.add("logicalLocations", array(logical));
        }
        json.add("locations", array(location));
        json.add("partialFingerprints", object("planlint/v1", finding.fingerprint()));
        if (report.review().known() != null) {
            json.addProperty("baselineState", "new");
        }
        if (finding.isWaived()) {
            JsonObject suppression = object("kind", "external");
            suppression.addProperty("status", "accepted");
            suppression.addProperty(
                    "justification",
                    finding.waiver().by() + ": " + finding.waiver().reason());
            json.add("suppressions", array(suppression));
        }
        properties.addProperty("severity", finding.severity().word());
        properties.addProperty("citation", finding.citation().in(language));
        properties.addProperty("advice", finding.advice().in(language));
        if (finding.expected() != null) {
            properties.addProperty("expected", finding.expected());
        }
        json.add("properties", properties);
        return json;
    }

    private static JsonObject physical(DocumentReport document, int index) {
        JsonObject artifact = object("uri", uri(document.path()));
        artifact.addProperty("index", index);
        JsonObject physical = new JsonObject();
        physical.add("artifactLocation", artifact);
        return physical;
    }

    /** Relative as it was given, with the letters that an address may not hold percent-encoded. */
    private static String uri(String path) {
        String slashed = path.replace('\\', '/');
        try {
            return Path.of(path).isAbsolute()
                    ? Path.of(path).toUri().toASCIIString()
                    : new URI(null, null, slashed.indexOf(':') >= 0 ? "./" + slashed : slashed, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static JsonObject object(String key, String value) {
        JsonObject json = new JsonObject();
        json.addProperty(key, value);
        return json;
    }

    private static JsonArray array(JsonObject one) {
        JsonArray json = new JsonArray();
        json.add(one);
        return json;
    }
}
