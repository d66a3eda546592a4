package org.planlint.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook: findings, documents and rules, each a sheet with filters under its frozen first row. */
public final class XlsxReportWriter {
    private static final int LONGEST_CELL = 32_000;
    private static final int MOST_ROWS = 1_048_000;

    private final Language language;
    private final ResourceBundle words;

    public XlsxReportWriter(Language language) {
        this.language = language;
        this.words = language.words();
    }

    /** @throws IOException if {@code out} fails, or there are more findings than a sheet has rows */
    public void write(Report report, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "PlanLint", null);
        sheet(workbook, "sheet.findings", FindingTable.header(language), FindingTable.rows(report, language),
                28, 10, 14, 28, 12, 10, 24, 34, 10, 7, 60, 40, 20, 50, 50, 18, 16, 30);
        sheet(workbook, "sheet.documents", header("path", "status", "type", "number", "agency", "issueDate", "regime", "errors", "warnings",
                "infos", "waived", "evaluated", "applicable", "sha256"), report.documents().stream().map(this::document).toList(),
                40, 12, 18, 16, 34, 12, 10, 8, 10, 8, 10, 10, 10, 20);
        sheet(workbook, "sheet.rules", header("rule", "family", "severity", "title", "found", "citation"),
                report.rules().stream().map(rule -> rule(rule, report)).toList(), 28, 14, 10, 60, 10, 80);
        workbook.finish();
    }

    private List<String> header(String... columns) {
        return Arrays.stream(columns).map(column -> words.getString("column." + column)).toList();
    }

    private List<Object> document(DocumentReport d) {
        DocumentReport.PlanSummary plan = d.plan();
        return Arrays.asList(d.path(), d.status().word(), plan == null ? null : plan.type(),
                plan == null ? null : plan.fullNumber(), plan == null ? null : plan.agency(),
                plan == null ? null : plan.issueDate(), d.regime(), (int) d.count(Severity.ERROR), (int) d.count(Severity.WARNING),
                (int) d.count(Severity.INFO), (int) d.waived(), d.coverage().evaluated(), d.coverage().applicable(), d.sha256());
    }

    private List<Object> rule(RuleInfo rule, Report report) {
        int found = (int) report.documents().stream().flatMap(d -> d.findings().stream())
                .filter(f -> f.rule().equals(rule.id()) && !f.isWaived()).count();
        return Arrays.asList(rule.id(), rule.family(), rule.severity().word(), rule.title().in(language), found,
                rule.cites().in(language));
    }

    private void sheet(Workbook workbook, String name, List<String> header, List<List<Object>> rows, int... widths) throws IOException {
        if (rows.size() > MOST_ROWS) {
            throw new IOException(rows.size() + " rows are more than a sheet holds");
        }
        Worksheet sheet = workbook.newWorksheet(words.getString(name));
        for (int c = 0; c < header.size(); c++) {
            sheet.width(c, widths[c]);
            sheet.value(0, c, header.get(c));
        }
        sheet.range(0, 0, 0, header.size() - 1).style().bold().fillColor(Color.GRAY2).set();
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, Math.max(1, rows.size()), header.size() - 1);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < header.size(); c++) {
                Object value = rows.get(r).get(c);
                if (value instanceof Integer number) {
                    sheet.value(r + 1, c, number);
                } else if (value != null) {
                    sheet.value(r + 1, c, cell((String) value));
                }
            }
        }
        if (!rows.isEmpty()) {
            sheet.range(1, 0, rows.size(), header.size() - 1).style().wrapText(true).verticalAlignment("top").set();
        }
        sheet.finish();
    }

    /** A cell holds no control characters, and not without end. */
    private static String cell(String text) {
        String clean = Words.printable(text);
        return clean.length() > LONGEST_CELL ? clean.substring(0, LONGEST_CELL) + "…" : clean;
    }
}
