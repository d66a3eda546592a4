package org.planlint.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** Writes how often each rule found something, the commonest first; what is waived stands behind. */
public final class StatisticsWriter implements ReportWriter {
    private final Language language;
    private final Ink ink;

    public StatisticsWriter(Language language, boolean colour) {
        this.language = language;
        this.ink = new Ink(colour);
    }

    private static final class Count {
        private final Severity severity;
        private int found;
        private int waived;
        private int documents;

        private Count(Severity severity) {
            this.severity = severity;
        }
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        ResourceBundle words = language.words();
        Map<String, Text> titles = FindingTable.titles(report.rules());
        Map<String, Count> counts = new TreeMap<>();
        for (DocumentReport document : report.documents()) {
            for (Finding finding : document.findings()) {
                Count count = counts.computeIfAbsent(finding.rule(), rule -> new Count(finding.severity()));
                count.found += finding.isWaived() ? 0 : 1;
                count.waived += finding.isWaived() ? 1 : 0;
            }
            document.findings().stream().map(Finding::rule).distinct().forEach(rule -> counts.get(rule).documents++);
        }
        List<Map.Entry<String, Count>> rows = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Count> e) -> -e.getValue().found)
                        .thenComparing(Map.Entry::getKey))
                .toList();
        int width = rows.stream().mapToInt(row -> row.getKey().length()).max().orElse(0);
        for (Map.Entry<String, Count> row : rows) {
            Count count = row.getValue();
            Text title = titles.get(row.getKey());
            out.append(String.format(Locale.ROOT, "%5d  ", count.found))
                    .append(ink.paint(
                            Ink.of(count.severity),
                            String.format(Locale.ROOT, "%-10s", words.getString("severity." + count.severity.word()))))
                    .append(String.format(Locale.ROOT, "  %-" + Math.max(1, width) + "s  ", row.getKey()))
                    .append(title == null ? "" : title.in(language))
                    .append("  (")
                    .append(String.valueOf(count.documents))
                    .append(' ')
                    .append(words.getString("files"))
                    .append(
                            count.waived == 0
                                    ? ""
                                    : "; " + count.waived + " "
                                            + words.getString("waived").toLowerCase(Locale.ROOT))
                    .append(")\n");
        }
        out.append(Words.say(
                        words,
                        "summary",
                        report.checked(),
                        report.documents().size(),
                        report.count(Severity.ERROR),
                        report.count(Severity.WARNING),
                        report.count(Severity.INFO)))
                .append('\n');
        long others = report.count(Scope.NOT_A_PLAN);
        if (others > 0) {
            out.append(Words.say(words, "summary.not-a-plan", others)).append('\n');
        }
        long failed = report.documents().size() - report.checked();
        if (failed > 0) {
            out.append(Words.say(words, "summary.unchecked", failed)).append('\n');
        }
    }
}
