package org.planlint.report.html;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.RuleInfo;
import org.planlint.report.Severity;

/** The pages over a whole archive: the numbers as bars, each a link to the documents behind it. */
public final class AuditHtml {
    private static final int WORST = 25;
    /** With HTML's own letters escaped, since rows stand within a page. */
    private static final Gson GSON = new Gson();

    private final HtmlReport pages;

    public AuditHtml(Language language) {
        this.pages = new HtmlReport(language);
    }

    /** A bar: {@code share} of the longest in percent, of which {@code faulty} percent have errors. */
    record Bar(Object name, String link, int count, int errors, String share, String faulty) {
    }

    record RuleBar(RuleInfo rule, String link, int count, int documents, String share) {
    }

    /** @param summary as {@code summary.json} holds it */
    public void index(JsonObject summary, List<RuleInfo> rules, String version, Writer out) throws IOException {
        Map<String, Object> model = pages.base(version);
        JsonObject all = summary.getAsJsonObject("all");
        model.put("documents", all.get("documents").getAsInt());
        model.put("faulty", all.get("faulty").getAsInt());
        model.put("errors", all.get("errors").getAsInt());
        model.put("warnings", all.get("warnings").getAsInt());
        model.put("infos", all.get("infos").getAsInt());
        model.put("waived", summary.get("waived").getAsInt());
        List<Bar> statuses = new ArrayList<>();
        for (Map.Entry<String, JsonElement> entry : summary.getAsJsonObject("statuses").entrySet()) {
            statuses.add(new Bar(entry.getKey(), link("status", entry.getKey()), entry.getValue().getAsInt(), 0,
                    percent(entry.getValue().getAsInt(), all.get("documents").getAsInt()), "0"));
        }
        model.put("statuses", statuses);
        model.put("years", bars(summary.getAsJsonObject("years"), "year"));
        model.put("regimes", bars(summary.getAsJsonObject("regimes"), "regime"));
        List<Bar> agencies = bars(summary.getAsJsonObject("agencies"), "agency");
        agencies.sort(Comparator.comparing((Bar bar) -> -bar.errors()).thenComparing(bar -> -bar.count()).thenComparing(bar -> bar.name().toString()));
        model.put("agencies", agencies.subList(0, Math.min(WORST, agencies.size())));
        model.put("agencyCount", agencies.size());
        model.put("rules", rules(summary.getAsJsonObject("rules"), rules));
        pages.render("audit", model, out);
    }

    private static List<Bar> bars(JsonObject tallies, String kind) {
        int most = tallies.entrySet().stream().mapToInt(e -> e.getValue().getAsJsonObject().get("documents").getAsInt()).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (Map.Entry<String, JsonElement> entry : tallies.entrySet()) {
            JsonObject tally = entry.getValue().getAsJsonObject();
            int documents = tally.get("documents").getAsInt();
            bars.add(new Bar(entry.getKey(), link(kind, entry.getKey()), documents, tally.get("errors").getAsInt(),
                    percent(documents, most), percent(tally.get("faulty").getAsInt(), documents)));
        }
        return bars;
    }

    private static List<RuleBar> rules(JsonObject tallies, List<RuleInfo> rules) {
        int most = tallies.entrySet().stream().mapToInt(e -> e.getValue().getAsJsonObject().get("documents").getAsInt()).max().orElse(1);
        return rules.stream().filter(rule -> tallies.has(rule.id())).map(rule -> {
            JsonObject tally = tallies.getAsJsonObject(rule.id());
            int documents = tally.get("documents").getAsInt();
            return new RuleBar(rule, link("rule", rule.id()), tally.get("findings").getAsInt(), documents, percent(documents, most));
        }).sorted(Comparator.comparing((RuleBar bar) -> bar.rule().severity()).thenComparing(bar -> -bar.documents())).toList();
    }

    private static String link(String kind, String value) {
        return "documents.html#" + kind + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f", whole == 0 ? 0 : part * 100.0 / whole);
    }

    /** @param rows of {@link #row}, gone through once */
    public void documents(Iterable<String> rows, String version, Writer out) throws IOException {
        Map<String, Object> model = pages.base(version);
        model.put("rows", rows);
        pages.script("documents.js", model);
        pages.render("documents", model, out);
    }

    /** A document as a line of the list. {@code page} is where its report lies, or null. */
    public static String row(DocumentReport document, String page) {
        JsonObject row = new JsonObject();
        row.addProperty("path", document.path());
        row.addProperty("status", document.status().word());
        row.addProperty("page", page);
        DocumentReport.PlanSummary plan = document.plan();
        if (plan != null) {
            row.addProperty("number", plan.fullNumber());
            row.addProperty("agency", plan.agency());
            row.addProperty("date", plan.issueDate());
            row.addProperty("year", plan.year());
            row.addProperty("regime", document.regime());
            row.addProperty("error", document.count(Severity.ERROR));
            row.addProperty("warning", document.count(Severity.WARNING));
            row.addProperty("info", document.count(Severity.INFO));
            row.add("rule", GSON.toJsonTree(document.findings().stream().filter(f -> !f.isWaived()).map(Finding::rule).distinct().toList()));
        }
        return GSON.toJson(row);
    }
}
