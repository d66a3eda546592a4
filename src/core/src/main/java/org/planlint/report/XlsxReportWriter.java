package org.planlint.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
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

    /** Of a line, and of the tallest row that there can be, in points. */
    private static final double LINE = 15;

    private static final double TALLEST = 405;
    /** How wide letters are, and how much wider capitals, in the unit of a column's width; with the room that breaks between words take. */
    private static final double LETTER = 0.92;

    private static final double CAPITAL = 0.25;
    /** Rows whose height is told: nobody prints more, and a height is held until the end. */
    private static final int MEASURED = 20_000;

    private final Language language;
    private final ResourceBundle words;
    private final Workbook workbook;
    /** Of an audit, or null. */
    private final OverviewSheet overview;

    private AuditSummary agencies;
    private final Sheet findings;
    /** Of the rules, by id. */
    private final Map<String, Text> titles = new HashMap<>();
    /** How often each rule has found something. */
    private final Map<String, Integer> found = new HashMap<>();

    /** Columns of the list of documents. */
    public static final List<String> DOCUMENT_COLUMNS = List.of(
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
            "sha256");

    /** Begins the workbook with its sheet of findings. */
    public XlsxReportWriter(Language language, OutputStream out) {
        this(language, out, false);
    }

    private XlsxReportWriter(Language language, OutputStream out, boolean ofAudit) {
        this.language = language;
        this.words = language.words();
        this.workbook = new Workbook(out, "PlanLint", null);
        this.overview = ofAudit ? new OverviewSheet(workbook, language) : null;
        List<String> header = new ArrayList<>(FindingTable.header(language));
        if (!ofAudit) {
            header.add(words.getString("column.picture"));
        }
        this.findings = new Sheet(
                workbook,
                "sheet.findings",
                header,
                24,
                10,
                13,
                20,
                10,
                9,
                15,
                20,
                7,
                6,
                36,
                24,
                12,
                30,
                26,
                18,
                9,
                11,
                70);
        if (ofAudit) {
            // On paper, they would make all else too small.
            FindingTable.FOR_PROGRAMS.forEach(findings::hide);
        }
    }

    /** That of an audit, which opens with an overview; {@link #summary} fills it. */
    public static XlsxReportWriter ofAudit(Language language, OutputStream out) {
        return new XlsxReportWriter(language, out, true);
    }

    /** @param name of the archive */
    public void summary(AuditSummary summary, String name, List<RuleInfo> rules) throws IOException {
        overview.fill(summary, name, rules);
        agencies = summary;
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
        if (agencies != null) {
            agencies(agencies);
        }
        Sheet list = new Sheet(
                workbook,
                "sheet.documents",
                header(DOCUMENT_COLUMNS),
                40,
                12,
                14,
                16,
                30,
                11,
                9,
                7,
                9,
                8,
                8,
                8,
                8,
                9,
                8,
                8,
                8,
                12);
        for (List<Object> document : documents) {
            list.add(document);
        }
        list.finish();
        Sheet pages = new Sheet(
                workbook,
                "sheet.rules",
                header(List.of("rule", "family", "severity", "title", "found", "citation")),
                24,
                12,
                10,
                50,
                8,
                50);
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
                        header(List.of("rule", "severity", "message", "found", "path")),
                        24,
                        10,
                        60,
                        8,
                        50);
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

    /** All agencies, the worst first. */
    private void agencies(AuditSummary summary) throws IOException {
        Sheet sheet = new Sheet(
                workbook,
                "sheet.agencies",
                header(List.of(
                        "agency",
                        "parentAgency",
                        "documents",
                        "faulty",
                        "errors",
                        "warnings",
                        "infos",
                        "fresh",
                        "solved",
                        "standing",
                        "spellings")),
                44,
                34,
                10,
                10,
                8,
                10,
                8,
                8,
                8,
                8,
                44);
        for (Map.Entry<String, AuditSummary.AgencyTally> entry : summary.worstAgencies()) {
            AuditSummary.AgencyTally agency = entry.getValue();
            Changes.Delta delta =
                    summary.since() == null ? null : summary.since().agencies().get(entry.getKey());
            sheet.add(Arrays.asList(
                    agency.name(),
                    agency.parent(),
                    agency.documents(),
                    agency.faulty(),
                    agency.errors(),
                    agency.warnings(),
                    agency.infos(),
                    delta == null ? null : delta.fresh(),
                    delta == null ? null : delta.solved(),
                    delta == null ? null : delta.standing(),
                    agency.spellings().size() == 1
                            ? null
                            : String.join("\n", agency.spellings().keySet())));
        }
        sheet.finish();
    }

    private List<String> header(List<String> columns) {
        return columns.stream()
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
                plan == null ? null : language.dayOf(plan.issueDate()),
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
        private final int[] widths;
        private final Set<Integer> hidden = new HashSet<>();
        private int row;

        private Sheet(Workbook workbook, String name, List<String> header, int... widths) {
            sheet = workbook.newWorksheet(words.getString(name));
            columns = header.size();
            this.widths = widths;
            for (int c = 0; c < columns; c++) {
                sheet.width(c, widths[c]);
                sheet.value(0, c, header.get(c));
            }
            sheet.range(0, 0, 0, columns - 1)
                    .style()
                    .bold()
                    .fillColor(Color.GRAY2)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            sheet.rowHeight(0, 2 * LINE);
            sheet.freezePane(0, 1);
            PrintedSheet.set(sheet, words);
            sheet.repeatRows(0);
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
            } else if (row <= MEASURED) {
                sheet.rowHeight(row, height(cells));
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

        private void hide(int column) {
            sheet.hideColumn(column);
            hidden.add(column);
        }

        /** Of a row with broken lines: not every program measures them when it opens a workbook. */
        private double height(List<Object> cells) {
            int lines = 1;
            for (int c = 0; c < cells.size(); c++) {
                if (cells.get(c) instanceof String text && !hidden.contains(c)) {
                    lines = Math.max(lines, lines(text, widths[c]));
                }
            }
            return Math.min(TALLEST, lines * LINE);
        }

        private static int lines(String text, int width) {
            int lines = 0;
            for (String each : text.split("\n", -1)) {
                long capitals = each.chars().filter(Character::isUpperCase).count();
                double length = each.length() * LETTER + capitals * CAPITAL;
                lines += Math.max(1, (int) Math.ceil(length / width));
            }
            return lines;
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
    static String cell(String text) {
        String clean = Words.printable(text);
        return clean.length() > LONGEST_CELL ? clean.substring(0, LONGEST_CELL) + "…" : clean;
    }
}
