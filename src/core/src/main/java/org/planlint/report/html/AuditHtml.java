package org.planlint.report.html;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.AuditSummary;
import org.planlint.report.Coverage;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.RuleInfo;
import org.planlint.report.Scope;
import org.planlint.report.Severity;
import org.planlint.report.Status;

/** The pages over a whole archive: the numbers as bars, each a link to the documents behind it. */
public final class AuditHtml {
    private static final int WORST = 15;
    private static final int NAMED = 200;
    /** With HTML's own letters escaped, since rows stand within a page. */
    private static final Gson GSON = new Gson();

    private final HtmlReport pages;

    public AuditHtml(Language language) {
        this.pages = new HtmlReport(language);
    }

    /** A bar: {@code share} of the longest in percent, of which {@code faulty} percent have errors. */
    record Bar(String name, String link, int count, int errors, String share, String faulty) {}

    record RuleBar(RuleInfo rule, String link, int count, int documents, String share) {}

    /** @param header of a report without its documents */
    public void index(AuditSummary summary, Report header, List<RuleInfo> archiveRules, Writer out) throws IOException {
        Map<String, Object> model = pages.base(header.version());
        model.put("staleWaivers", header.review().staleWaivers());
        AuditSummary.Tally all = summary.all();
        model.put("documents", all.documents());
        model.put("faulty", all.faulty());
        model.put("errors", all.errors());
        model.put("warnings", all.warnings());
        model.put("infos", all.infos());
        model.put("waived", summary.waived());
        model.put(
                "statuses",
                summary.statuses().entrySet().stream()
                        .map(e -> new Bar(
                                e.getKey(),
                                link("status", e.getKey()),
                                e.getValue(),
                                0,
                                percent(e.getValue(), all.documents()),
                                "0"))
                        .toList());
        model.put("scans", summary.scans());
        model.put("years", bars(summary.years(), "year"));
        model.put("regimes", bars(summary.regimes(), "regime"));
        List<Bar> agencies = bars(summary.agencies(), "agency");
        agencies.sort(Comparator.comparing((Bar bar) -> -bar.errors())
                .thenComparing(bar -> -bar.count())
                .thenComparing(Bar::name));
        model.put("agencies", agencies.subList(0, Math.min(WORST, agencies.size())));
        model.put("agencyCount", agencies.size());
        model.put("rules", rules(summary.rules(), header.rules()));
        model.put("archive", archive(summary, archiveRules));
        pages.render("audit", model, out);
    }

    /** The rules over several documents that found something, most grave first. */
    private static List<RuleBar> archive(AuditSummary summary, List<RuleInfo> rules) {
        int most = summary.archive().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        return rules.stream()
                .filter(rule -> summary.archive().containsKey(rule.id()))
                .map(rule -> {
                    int count = summary.archive().get(rule.id());
                    return new RuleBar(rule, "archive.html#" + rule.id(), count, 0, percent(count, most));
                })
                .sorted(Comparator.comparing((RuleBar bar) -> bar.rule().severity())
                        .thenComparing(bar -> -bar.count()))
                .toList();
    }

    /** A rule with what it found; of the files of a finding, those that are named and how many more there are. */
    record Together(RuleInfo rule, int count, Iterable<TogetherView> findings) {}

    record TogetherView(ArchiveFinding finding, List<FileLink> files, int more) {}

    record FileLink(String path, String link) {}

    /** @param findings can be gone through many times */
    public void archive(
            AuditSummary summary, List<RuleInfo> rules, Iterable<ArchiveFinding> findings, String version, Writer out)
            throws IOException {
        Map<String, Object> model = pages.base(version);
        model.put(
                "count",
                summary.archive().values().stream().mapToInt(Integer::intValue).sum());
        model.put(
                "rules",
                archive(summary, rules).stream()
                        .map(bar -> new Together(
                                bar.rule(),
                                bar.count(),
                                () -> StreamSupport.stream(findings.spliterator(), false)
                                        .filter(f -> f.rule().equals(bar.rule().id()))
                                        .map(AuditHtml::view)
                                        .iterator()))
                        .toList());
        pages.render("archive", model, out);
    }

    private static TogetherView view(ArchiveFinding finding) {
        List<FileLink> files = finding.paths().stream()
                .limit(NAMED)
                .map(path -> new FileLink(path, link("path", path)))
                .toList();
        return new TogetherView(finding, files, finding.paths().size() - files.size());
    }

    private static List<Bar> bars(Map<?, AuditSummary.Tally> tallies, String kind) {
        int most = tallies.values().stream()
                .mapToInt(AuditSummary.Tally::documents)
                .max()
                .orElse(1);
        List<Bar> bars = new ArrayList<>();
        tallies.forEach((key, tally) -> bars.add(new Bar(
                key.toString(),
                link(kind, key.toString()),
                tally.documents(),
                tally.errors(),
                percent(tally.documents(), most),
                percent(tally.faulty(), tally.documents()))));
        return bars;
    }

    private static List<RuleBar> rules(Map<String, AuditSummary.RuleTally> tallies, List<RuleInfo> rules) {
        int most = tallies.values().stream()
                .mapToInt(AuditSummary.RuleTally::documents)
                .max()
                .orElse(1);
        return rules.stream()
                .filter(rule -> tallies.containsKey(rule.id()))
                .map(rule -> {
                    AuditSummary.RuleTally tally = tallies.get(rule.id());
                    return new RuleBar(
                            rule,
                            link("rule", rule.id()),
                            tally.findings(),
                            tally.documents(),
                            percent(tally.documents(), most));
                })
                .sorted(Comparator.comparing((RuleBar bar) -> bar.rule().severity())
                        .thenComparing(bar -> -bar.documents()))
                .toList();
    }

    private static String link(String kind, String value) {
        return "documents.html#" + kind + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f", whole == 0 ? 0 : part * 100.0 / whole);
    }

    /** @param rows of {@link #row}, gone through once */
    public void documents(Iterable<String> rows, String version, Writer out) throws IOException {
        Map<String, Object> model = pages.base(version);
        model.put("rows", rows);
        model.put(
                "statuses",
                Stream.concat(
                                Stream.of(Scope.NOT_A_PLAN.word()),
                                Arrays.stream(Status.values()).map(Status::word))
                        .toList());
        pages.script("documents.js", model);
        pages.render("documents", model, out);
    }

    /** A document as a line of the list. {@code page} is where its report lies, or null. */
    public static String row(DocumentReport document, String page) {
        JsonObject row = new JsonObject();
        row.addProperty("path", document.path());
        row.addProperty("status", Scope.tally(document));
        row.addProperty("page", page);
        DocumentReport.PlanSummary plan = document.plan();
        if (plan != null) {
            if (document.scope() == Scope.NOT_A_PLAN) {
                row.addProperty("type", plan.type());
            }
            row.addProperty("number", plan.fullNumber());
            row.addProperty("agency", plan.agency());
            row.addProperty("date", plan.issueDate());
            row.addProperty("year", plan.year());
            row.addProperty("regime", document.regime());
            row.addProperty("error", document.count(Severity.ERROR));
            row.addProperty("warning", document.count(Severity.WARNING));
            row.addProperty("info", document.count(Severity.INFO));
            Coverage.Recognised recognised = document.coverage().recognised();
            if (recognised != null) {
                row.addProperty("unread", recognised.of() - recognised.pages());
                row.addProperty("confidence", recognised.confidence());
                row.addProperty("review", document.toReview());
            }
            row.add(
                    "rule",
                    GSON.toJsonTree(document.findings().stream()
                            .filter(f -> !f.isWaived())
                            .map(Finding::rule)
                            .distinct()
                            .toList()));
        }
        return GSON.toJson(row);
    }
}
