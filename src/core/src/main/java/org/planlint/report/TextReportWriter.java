package org.planlint.report;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planlint.text.Shown;

/** Writes a frame a finding for people at a terminal: where, the line with the evidence marked, why, how to mend. */
public final class TextReportWriter implements ReportWriter {
    private static final int WIDTH = 96;

    private final Language language;
    private final ResourceBundle words;
    private final Ink ink;
    private final boolean quiet;
    private final boolean explain;

    /**
     * @param quiet   writes findings and failures, and nothing else
     * @param explain writes behind them what each rule that found something checks, and why
     */
    public TextReportWriter(Language language, boolean colour, boolean quiet, boolean explain) {
        this.language = language;
        this.words = language.words();
        this.ink = new Ink(colour);
        this.quiet = quiet;
        this.explain = explain;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        AfterSigning afterSigning = AfterSigning.of(report);
        Set<String> layout = report.layoutRules();
        for (DocumentReport document : report.documents()) {
            if (document.status() != Status.CHECKED) {
                failure(document, out);
            } else {
                Map<Boolean, List<Finding>> forLater = document.findings().stream()
                        .collect(Collectors.partitioningBy(f -> afterSigning.covers(document, f)));
                findings(forLater.get(false), document, layout, out);
                forLater(document, forLater.get(true), afterSigning, out);
                recognised(document, out);
                pagesWithoutText(document, out);
                if (document.scope() == Scope.NOT_A_PLAN) {
                    noPlan(document, out);
                } else if (report.documents().size() == 1 && !quiet) {
                    describe(document, out);
                }
            }
        }
        if (explain) {
            explain(report, out);
        }
        if (quiet) {
            return;
        }
        out.append(say(
                        "summary",
                        report.checked(),
                        report.documents().size(),
                        report.count(Severity.ERROR),
                        report.count(Severity.WARNING),
                        report.count(Severity.INFO)))
                .append('\n');
        long ofLayout = report.documents().stream()
                .flatMap(document -> document.findings().stream())
                .filter(finding -> !finding.isWaived() && layout.contains(finding.rule()))
                .count();
        if (ofLayout > 0) {
            out.append(say("summary.layout", ofLayout)).append('\n');
        }
        if (report.waived() > 0) {
            out.append(say("summary.waived", report.waived())).append('\n');
        }
        if (report.review().known() != null) {
            out.append(say(
                            "summary.baseline",
                            report.review().known(),
                            report.review().solved()))
                    .append('\n');
        }
        long others = report.count(Scope.NOT_A_PLAN);
        if (others > 0) {
            out.append(say("summary.not-a-plan", others)).append('\n');
        }
        long failed = report.documents().size() - report.checked();
        if (failed > 0) {
            out.append(say("summary.unchecked", failed)).append('\n');
        }
    }

    /** Those on what the document says; behind them, under a heading, those on how it looks. */
    private void findings(List<Finding> findings, DocumentReport document, Set<String> layout, Appendable out)
            throws IOException {
        Map<Boolean, List<Finding>> parted =
                findings.stream().collect(Collectors.partitioningBy(finding -> layout.contains(finding.rule())));
        for (Finding finding : parted.get(false)) {
            finding(document, finding, out);
        }
        if (!parted.get(true).isEmpty()) {
            out.append(ink.paint("1", words.getString("layout"))).append("\n\n");
        }
        for (Finding finding : parted.get(true)) {
            finding(document, finding, out);
        }
    }

    private void failure(DocumentReport document, Appendable out) throws IOException {
        DocumentReport.Failure error = document.error();
        out.append(ink.paint("1;35", words.getString("unchecked")))
                .append("  ")
                .append(Shown.line(document.path()))
                .append('\n');
        out.append("    ").append(Shown.line(error.message().in(language))).append('\n');
        if (!error.help().in(language).isEmpty()) {
            out.append("    ").append(Shown.line(error.help().in(language))).append('\n');
        }
        out.append('\n');
    }

    private void pagesWithoutText(DocumentReport document, Appendable out) throws IOException {
        List<Integer> pages = document.coverage().pagesWithoutText();
        if (!quiet && !pages.isEmpty()) {
            out.append(Shown.line(document.path()))
                    .append(": ")
                    .append(say(
                            "pages-without-text",
                            pages.stream().map(String::valueOf).collect(Collectors.joining(", "))))
                    .append('\n');
        }
    }

    private void recognised(DocumentReport document, Appendable out) throws IOException {
        Coverage.Recognised recognised = document.coverage().recognised();
        if (!quiet && recognised != null) {
            out.append(document.path())
                    .append(": ")
                    .append(say("recognised", recognised.pages(), recognised.of(), recognised.confidence()))
                    .append('\n');
        }
    }

    /** One quiet line for what a draft cannot have yet. */
    private void forLater(DocumentReport document, List<Finding> later, AfterSigning afterSigning, Appendable out)
            throws IOException {
        if (!later.isEmpty() && !quiet) {
            out.append(Shown.line(document.path()))
                    .append(": ")
                    .append(afterSigning.said(later).in(language))
                    .append('\n');
        }
    }

    /** Said of every one, since without findings it would look as clean as a plan. */
    private void noPlan(DocumentReport document, Appendable out) throws IOException {
        if (!quiet) {
            out.append(Shown.line(document.path()))
                    .append(": ")
                    .append(Shown.line(Scope.said(document).in(language)))
                    .append(words.getString("not-a-plan"))
                    .append('\n');
        }
    }

    private void describe(DocumentReport document, Appendable out) throws IOException {
        Coverage coverage = document.coverage();
        out.append(say("coverage", coverage.evaluated(), coverage.applicable()))
                .append(reasons(coverage))
                .append(".\n");
    }

    /** Why some rules could not be judged, the commonest reason first. */
    private String reasons(Coverage coverage) {
        if (coverage.notEvaluated().isEmpty()) {
            return "";
        }
        Map<String, Long> counts = coverage.notEvaluated().stream()
                .collect(Collectors.groupingBy(Coverage.Missing::needs, TreeMap::new, Collectors.counting()));
        String list = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> words.getString("needs." + e.getKey()) + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        return say("coverage.missing", coverage.notEvaluated().size(), list);
    }

    /** The pages of the rules that found something, each once. */
    private void explain(Report report, Appendable out) throws IOException {
        Set<String> found = report.documents().stream()
                .flatMap(d -> d.findings().stream())
                .map(Finding::rule)
                .collect(Collectors.toSet());
        for (RuleInfo rule : report.rules()) {
            if (found.contains(rule.id())) {
                out.append(ink.paint("1", rule.id() + " · " + rule.title().in(language)))
                        .append("\n\n");
                out.append(rule.help().in(language).indent(4)).append('\n');
            }
        }
    }

    private void finding(DocumentReport document, Finding f, Appendable out) throws IOException {
        String colourOf = f.isWaived() ? "2" : Ink.of(f.severity());
        out.append(ink.paint(
                        colourOf,
                        words.getString(
                                f.isWaived()
                                        ? "waived"
                                        : "severity." + f.severity().word())))
                .append("  ")
                .append(ink.paint(f.isWaived() ? "2" : "1", f.rule()))
                .append("  ")
                .append(Shown.line(document.path()));
        if (f.location() != null && f.location().page() != null) {
            out.append(" · ").append(say("page", f.location().page()));
        }
        if (f.location() != null && f.location().section() != null) {
            out.append(" · ").append(say("section", Shown.line(f.location().section())));
        }
        if (f.state() == State.NEEDS_REVIEW) {
            out.append(" · ").append(words.getString("review"));
        }
        out.append(ink.paint("2", " · " + f.fingerprint())).append('\n');
        if (!f.evidence().isEmpty()) {
            quote(f, colourOf, out);
        }
        out.append("    ")
                .append(
                        f.isWaived()
                                ? ink.paint("2", Shown.line(f.message().in(language)))
                                : Shown.line(f.message().in(language)))
                .append('\n');
        if (f.isWaived()) {
            Finding.Waiver waiver = f.waiver();
            String by = Shown.line(waiver.by());
            String reason = Shown.line(waiver.reason());
            out.append("    ")
                    .append(ink.paint(
                            "2",
                            waiver.expires() == null
                                    ? say("waived.why", by, reason)
                                    : say("waived.why.until", by, reason, waiver.expires())))
                    .append("\n\n");
            return;
        }
        if (!f.advice().in(language).isEmpty()) {
            out.append("    ")
                    .append(ink.paint("32", words.getString("advice")))
                    .append(' ')
                    .append(Shown.line(f.advice().in(language)))
                    .append('\n');
        }
        out.append("    ")
                .append(ink.paint(
                        "2", words.getString("citation") + " " + f.citation().in(language)))
                .append("\n\n");
    }

    /** The line, cut to the evidence's neighbourhood, with carets under the evidence. */
    private void quote(Finding f, String colourOf, Appendable out) throws IOException {
        String before = clean(f.line().substring(0, f.column()));
        int end = Math.min(f.line().length(), f.column() + f.evidence().length());
        String evidence = clean(f.line().substring(f.column(), end));
        String after = clean(f.line().substring(end));
        int room = Math.max(20, WIDTH - Math.min(evidence.length(), WIDTH - 30));
        if (before.length() > room / 2) {
            int cut = before.indexOf(' ', before.length() - room / 2);
            before = "… " + before.substring(cut < 0 ? before.length() - room / 2 : cut + 1);
        }
        if (evidence.length() > WIDTH) {
            evidence = evidence.substring(0, WIDTH - 2) + " …";
            after = "";
        }
        int left = Math.max(0, WIDTH - before.length() - evidence.length());
        if (after.length() > left) {
            int cut = after.lastIndexOf(' ', left);
            after = cut <= 0 ? "" : after.substring(0, cut) + " …";
        }
        out.append("    │ ")
                .append(before)
                .append(ink.paint(colourOf, evidence))
                .append(after)
                .append('\n');
        out.append("    │ ")
                .append(" ".repeat(before.length()))
                .append(ink.paint(colourOf, "^".repeat(Math.max(1, evidence.length()))))
                .append('\n');
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
    }

    private String say(String key, Object... values) {
        return Words.say(words, key, values);
    }
}
