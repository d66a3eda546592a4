package org.planlint.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planlint.text.Shown;

/** Writes for people at a terminal: a heading a file, under it a frame a finding and what else is to be said of the file. */
public final class TextReportWriter implements ReportWriter {
    private final Language language;
    private final ResourceBundle words;
    private final Ink ink;
    private final FindingFrame frame;
    private final boolean quiet;
    private final boolean explain;

    /**
     * @param quiet   writes findings and failures, and nothing else
     * @param explain writes behind them what each rule that found something checks, and why
     * @param columns how wide the terminal is, where lines are to be broken; 0 breaks none
     */
    public TextReportWriter(Language language, boolean colour, boolean quiet, boolean explain, int columns) {
        this.language = language;
        this.words = language.words();
        this.ink = new Ink(colour);
        this.frame = new FindingFrame(language, ink, columns);
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
                continue;
            }
            Map<Boolean, List<Finding>> forLater = document.findings().stream()
                    .collect(Collectors.partitioningBy(f -> afterSigning.covers(document, f)));
            List<String> notes = quiet ? List.of() : notes(document, forLater.get(true), afterSigning);
            if (forLater.get(false).isEmpty()) {
                for (String note : notes) {
                    out.append(Shown.line(document.path()))
                            .append(": ")
                            .append(note)
                            .append('\n');
                }
            } else {
                out.append(ink.paint("1", Shown.line(document.path()))).append('\n');
                findings(forLater.get(false), layout, out);
                for (String note : notes) {
                    frame.paragraph("  ", "", note, out);
                }
                out.append(notes.isEmpty() ? "" : "\n");
            }
            if (document.scope() != Scope.NOT_A_PLAN && report.documents().size() == 1 && !quiet) {
                describe(document, out);
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
        if (!report.passedOver().isEmpty()) {
            out.append(say(
                            "summary.passed-over",
                            PassedOver.total(report.passedOver()),
                            PassedOver.said(report.passedOver(), language)))
                    .append('\n');
        }
        long failed = report.documents().size() - report.checked();
        if (failed > 0) {
            out.append(say("summary.unchecked", failed)).append('\n');
        }
    }

    /** Those on what the document says; behind them, under a heading, those on how it looks. */
    private void findings(List<Finding> findings, Set<String> layout, Appendable out) throws IOException {
        Map<Boolean, List<Finding>> parted =
                findings.stream().collect(Collectors.partitioningBy(finding -> layout.contains(finding.rule())));
        for (Finding finding : parted.get(false)) {
            frame.write(finding, out);
        }
        if (!parted.get(true).isEmpty()) {
            out.append("  ").append(ink.paint("1", words.getString("layout"))).append("\n\n");
        }
        for (Finding finding : parted.get(true)) {
            frame.write(finding, out);
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

    /** What is to be said of a file beside its findings, a line each. */
    private List<String> notes(DocumentReport document, List<Finding> later, AfterSigning afterSigning) {
        List<String> notes = new ArrayList<>();
        if (!later.isEmpty()) {
            // One quiet line for what a draft cannot have yet.
            notes.add(afterSigning.said(later).in(language));
        }
        Coverage.Recognised recognised = document.coverage().recognised();
        if (recognised != null) {
            notes.add(say("recognised", recognised.pages(), recognised.of(), recognised.confidence()));
        }
        List<Integer> pages = document.coverage().pagesWithoutText();
        if (!pages.isEmpty()) {
            notes.add(say(
                    "pages-without-text", pages.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        if (document.scope() == Scope.NOT_A_PLAN) {
            // Said of every one, since without findings it would look as clean as a plan.
            notes.add(Shown.line(Scope.said(document).in(language)) + words.getString("not-a-plan"));
        }
        return notes;
    }

    private void describe(DocumentReport document, Appendable out) throws IOException {
        Coverage coverage = document.coverage();
        frame.paragraph(
                "", "", say("coverage", coverage.evaluated(), coverage.applicable()) + reasons(coverage) + ".", out);
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
                out.append(PagePrint.of(rule.help().in(language)).indent(4)).append('\n');
            }
        }
    }

    private String say(String key, Object... values) {
        return Words.say(words, key, values);
    }
}
