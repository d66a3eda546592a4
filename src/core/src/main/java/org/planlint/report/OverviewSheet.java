package org.planlint.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet of an audit's workbook: which agencies are worst, which rules fire most, what could not be read, what has changed. */
final class OverviewSheet {
    private static final int WORST = 15;
    private static final int COLUMNS = 7;

    private static final Set<String> FIGURES = Set.of(
            "column.documents",
            "column.faulty",
            "column.errors",
            "column.warnings",
            "column.infos",
            "column.found",
            "column.fresh",
            "column.solved",
            "column.standing");

    private final Worksheet sheet;
    private final Language language;
    private final ResourceBundle words;
    private int row;

    OverviewSheet(Workbook workbook, Language language) {
        this.language = language;
        this.words = language.words();
        this.sheet = workbook.newWorksheet(words.getString("sheet.overview"));
        int[] widths = {46, 40, 12, 12, 12, 12, 12};
        for (int c = 0; c < COLUMNS; c++) {
            sheet.width(c, widths[c]);
        }
        sheet.hideGridLines();
        PrintedSheet.set(sheet, words);
    }

    /** @param name of the archive */
    void fill(AuditSummary summary, String name, List<RuleInfo> rules) {
        sheet.value(row, 0, XlsxReportWriter.cell("PlanLint · " + name));
        sheet.range(row, 0, row, 0).style().bold().fontSize(16).set();
        row++;
        AuditSummary.Tally all = summary.all();
        head("", "", "column.documents", "column.faulty", "column.errors", "column.warnings", "column.infos");
        line(null, null, all.documents(), all.faulty(), all.errors(), all.warnings(), all.infos());
        section("audit.agencies");
        head(
                "column.agency",
                "column.parentAgency",
                "column.documents",
                "column.faulty",
                "column.errors",
                "column.warnings",
                "column.infos");
        summary.worstAgencies().stream()
                .map(Map.Entry::getValue)
                .limit(WORST)
                .forEach(agency -> line(
                        agency.name(),
                        agency.parent(),
                        agency.documents(),
                        agency.faulty(),
                        agency.errors(),
                        agency.warnings(),
                        agency.infos()));
        more(summary.agencies().size() - WORST, "sheet.agencies");
        section("audit.rules");
        head("column.title", "column.rule", "column.severity", "column.documents", "column.found");
        Map<String, RuleInfo> byId = rules.stream().collect(Collectors.toMap(RuleInfo::id, rule -> rule));
        List<Map.Entry<String, AuditSummary.RuleTally>> frequent = summary.rules().entrySet().stream()
                .filter(e -> byId.containsKey(e.getKey()))
                .sorted(Comparator.comparing((Map.Entry<String, AuditSummary.RuleTally> e) ->
                                -e.getValue().documents())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        frequent.stream()
                .limit(WORST)
                .forEach(e -> line(
                        byId.get(e.getKey()).title().in(language),
                        e.getKey(),
                        words.getString("html.one." + e.getValue().severity().word()),
                        e.getValue().documents(),
                        e.getValue().findings()));
        more(frequent.size() - WORST, "sheet.rules");
        section("audit.unread");
        if (summary.unread().isEmpty()) {
            line(words.getString("audit.allRead"));
        } else {
            head("column.why", "column.help", "column.documents");
            summary.unread().values().stream()
                    .sorted(Comparator.comparing(unread -> -unread.documents()))
                    .forEach(unread ->
                            line(unread.message().in(language), unread.help().in(language), unread.documents()));
        }
        if (!summary.passedOver().isEmpty()) {
            line(Words.say(
                    words,
                    "summary.passed-over",
                    PassedOver.total(summary.passedOver()),
                    PassedOver.said(summary.passedOver(), language)));
        }
        section("audit.changes");
        Changes since = summary.since();
        if (since == null) {
            line(words.getString("audit.noEarlier"));
            return;
        }
        head("column.title", "column.rule", "column.fresh", "column.solved", "column.standing");
        line(
                words.getString("audit.total"),
                null,
                since.all().fresh(),
                since.all().solved(),
                since.all().standing());
        Changes.sorted(since.rules()).stream()
                .limit(WORST)
                .forEach(e -> line(
                        byId.containsKey(e.getKey())
                                ? byId.get(e.getKey()).title().in(language)
                                : null,
                        e.getKey(),
                        e.getValue().fresh(),
                        e.getValue().solved(),
                        e.getValue().standing()));
    }

    private void section(String key) {
        row++;
        sheet.value(row, 0, words.getString(key));
        sheet.range(row, 0, row, 0).style().bold().fontSize(13).set();
        row++;
    }

    private void head(String... keys) {
        for (int c = 0; c < keys.length; c++) {
            sheet.value(row, c, keys[c].isEmpty() ? "" : words.getString(keys[c]));
            if (FIGURES.contains(keys[c])) {
                sheet.style(row, c).horizontalAlignment("right").set();
            }
        }
        sheet.range(row, 0, row, COLUMNS - 1)
                .style()
                .bold()
                .fillColor(Color.GRAY2)
                .set();
        row++;
    }

    private void line(Object... cells) {
        for (int c = 0; c < cells.length; c++) {
            if (cells[c] instanceof Number number) {
                sheet.value(row, c, number);
            } else if (cells[c] != null) {
                sheet.value(row, c, XlsxReportWriter.cell((String) cells[c]));
            }
        }
        if (cells.length > 1) {
            sheet.range(row, 0, row, COLUMNS - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        row++;
    }

    private void more(int count, String where) {
        if (count > 0) {
            line(Words.say(words, "audit.moreIn", count, words.getString(where)));
        }
    }
}
