package org.planlint.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.planlint.text.LinePicture;

/**
 * Writes a workbook: findings, documents and rules, each a sheet with filters under its frozen first row. A sheet is written
 * row by row behind the one before it, so that none need be held.
 */
public final class XlsxReportWriter {
    private static final int LONGEST_CELL = 32_000;
    private static final int MOST_ROWS = 1_048_000;
    private static final int FLUSHED = 500;
    /** Of a row with a picture, in points: the row's words need room as well. */
    private static final double LEAST_HEIGHT = 60;

    private final Language language;
    private final ResourceBundle words;
    private final Workbook workbook;
    private final Sheet findings;
    /** Of the rules, by id. */
    private final Map<String, Text> titles = new HashMap<>();
    /** How often each rule has found something. */
    private final Map<String, Integer> found = new HashMap<>();

    /** Begins the workbook with its sheet of findings. */
    public XlsxReportWriter(Language language, OutputStream out) {
        this.language = language;
        this.words = language.words();
        this.workbook = new Workbook(out, "PlanLint", null);
        this.findings = new Sheet(
                workbook,
                "sheet.findings",
                headed(language),
                28,
                10,
                14,
                28,
                12,
                10,
                24,
                34,
                10,
                7,
                60,
                40,
                20,
                50,
                50,
                18,
                16,
                30,
                70);
    }

    private static List<String> headed(Language language) {
        List<String> header = new ArrayList<>(FindingTable.header(language));
        header.add(language.words().getString("column.picture"));
        return header;
    }

    /** @throws IOException if {@code out} fails */
    public static void write(Report report, Language language, OutputStream out) throws IOException {
        write(report, Map.of(), language, out);
    }

    /**
     * @param lines by the path of a document what its scan shows, by its findings' fingerprints
     * @throws IOException if {@code out} fails
     */
    public static void write(
            Report report, Map<String, Map<String, LinePicture>> lines, Language language, OutputStream out)
            throws IOException {
        XlsxReportWriter workbook = new XlsxReportWriter(language, out);
        workbook.add(report, lines);
        workbook.finish(report.documents().stream().map(d -> row(d, language)).toList(), report.rules(), List.of());
    }

    /** Adds what was found in the next documents. */
    public void add(Report report) throws IOException {
        add(report, Map.of());
    }

    private void add(Report report, Map<String, Map<String, LinePicture>> lines) throws IOException {
        if (report.documents().stream()
                .flatMap(document -> document.findings().stream())
                .anyMatch(finding -> !titles.containsKey(finding.rule()))) {
            titles.putAll(FindingTable.titles(report.rules()));
        }
        for (DocumentReport document : report.documents()) {
            Map<String, LinePicture> scanned = lines.getOrDefault(document.path(), Map.of());
            for (List<Object> row : FindingTable.rows(document, titles, language)) {
                findings.add(row, scanned.get(String.valueOf(row.get(FindingTable.FINGERPRINT))));
            }
            document.findings().stream()
                    .filter(f -> !f.isWaived())
                    .forEach(f -> found.merge(f.rule(), 1, Integer::sum));
        }
    }

    /**
     * Ends the workbook with the other sheets.
     *
     * @param documents of {@link #row}, gone through once
     * @param together  what only several documents show
     */
    public void finish(Iterable<List<Object>> documents, List<RuleInfo> rules, Iterable<ArchiveFinding> together)
            throws IOException {
        findings.finish();
        Sheet list = new Sheet(
                workbook,
                "sheet.documents",
                header(
                        "path",
                        "status",
                        "type",
                        "number",
                        "agency",
                        "issueDate",
                        "regime",
                        "errors",
                        "warnings",
                        "infos",
                        "waived",
                        "evaluated",
                        "applicable",
                        "recognised",
                        "pictures",
                        "confidence",
                        "toReview",
                        "sha256"),
                40,
                12,
                18,
                16,
                34,
                12,
                10,
                8,
                10,
                8,
                10,
                10,
                10,
                10,
                10,
                10,
                10,
                20);
        for (List<Object> document : documents) {
            list.add(document);
        }
        list.finish();
        Sheet pages = new Sheet(
                workbook,
                "sheet.rules",
                header("rule", "family", "severity", "title", "found", "citation"),
                28,
                14,
                10,
                60,
                10,
                80);
        for (RuleInfo rule : rules) {
            pages.add(Arrays.asList(
                    rule.id(),
                    rule.family(),
                    severity(rule.severity()),
                    rule.title().in(language),
                    found.getOrDefault(rule.id(), 0),
                    rule.cites().in(language)));
        }
        pages.finish();
        Sheet archive = null;
        for (ArchiveFinding finding : together) {
            if (archive == null) {
                archive = new Sheet(
                        workbook,
                        "sheet.archive",
                        header("rule", "severity", "message", "found", "path"),
                        28,
                        10,
                        80,
                        10,
                        80);
            }
            archive.add(Arrays.asList(
                    finding.rule(),
                    severity(finding.severity()),
                    finding.message().in(language),
                    finding.paths().size(),
                    String.join("\n", finding.paths())));
        }
        if (archive != null) {
            archive.finish();
        }
        workbook.finish();
    }

    private String severity(Severity severity) {
        return words.getString("html.one." + severity.word());
    }

    private List<String> header(String... columns) {
        return Arrays.stream(columns)
                .map(column -> words.getString("column." + column))
                .toList();
    }

    /** A document as a line of the second sheet: each cell a String, a whole number or null. */
    public static List<Object> row(DocumentReport d, Language language) {
        Coverage.Recognised recognised = d.coverage().recognised();
        DocumentReport.PlanSummary plan = d.plan();
        return Arrays.asList(
                d.path(),
                Scope.said(d).in(language),
                plan == null ? null : plan.type(),
                plan == null ? null : plan.fullNumber(),
                plan == null ? null : plan.agency(),
                plan == null ? null : plan.issueDate(),
                d.regime(),
                (int) d.count(Severity.ERROR),
                (int) d.count(Severity.WARNING),
                (int) d.count(Severity.INFO),
                (int) d.waived(),
                d.coverage().evaluated(),
                d.coverage().applicable(),
                recognised == null ? null : recognised.pages(),
                recognised == null ? null : recognised.of(),
                recognised == null ? null : recognised.confidence(),
                recognised == null ? null : (int) d.toReview(),
                d.sha256());
    }

    /** A sheet that is written as its rows come. What is beyond the last row that a sheet can have is left out, and said. */
    private final class Sheet {
        private final Worksheet sheet;
        private final int columns;
        private int row;

        private Sheet(Workbook workbook, String name, List<String> header, int... widths) {
            sheet = workbook.newWorksheet(words.getString(name));
            columns = header.size();
            for (int c = 0; c < columns; c++) {
                sheet.width(c, widths[c]);
                sheet.value(0, c, header.get(c));
            }
            sheet.range(0, 0, 0, columns - 1)
                    .style()
                    .bold()
                    .fillColor(Color.GRAY2)
                    .set();
            sheet.freezePane(0, 1);
        }

        private void add(List<Object> cells) throws IOException {
            add(cells, null);
        }

        /** @param picture for the last column, or null */
        private void add(List<Object> cells, LinePicture picture) throws IOException {
            if (row >= MOST_ROWS) {
                row++;
                return;
            }
            row++;
            if (picture != null) {
                sheet.addImage(row, cells.size(), picture.bytes(), (int) picture.width(), (int) picture.height());
                sheet.rowHeight(row, Math.max(LEAST_HEIGHT, picture.height()));
            }
            for (int c = 0; c < cells.size(); c++) {
                if (cells.get(c) instanceof Number number) {
                    sheet.value(row, c, number);
                } else if (cells.get(c) != null) {
                    // In its own place: a table of all texts would be held until the end.
                    sheet.inlineString(row, c, cell((String) cells.get(c)));
                }
            }
            sheet.range(row, 0, row, columns - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            if (row % FLUSHED == 0) {
                sheet.flush();
            }
        }

        private void finish() throws IOException {
            if (row > MOST_ROWS) {
                sheet.value(MOST_ROWS + 1, 0, "+" + (row - MOST_ROWS));
            }
            sheet.setAutoFilter(0, 0, Math.max(1, Math.min(row, MOST_ROWS)), columns - 1);
            sheet.finish();
        }
    }

    /** A cell holds no control characters, and not without end. */
    private static String cell(String text) {
        String clean = Words.printable(text);
        return clean.length() > LONGEST_CELL ? clean.substring(0, LONGEST_CELL) + "…" : clean;
    }
}
