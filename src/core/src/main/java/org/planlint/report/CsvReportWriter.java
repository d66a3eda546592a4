package org.planlint.report;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes one row a finding, as RFC 4180 says, with the mark that lets spreadsheet programs see UTF-8. What such a
 * program would take for a formula gets an apostrophe in front: the words come from files that anybody may have written.
 */
public final class CsvReportWriter implements ReportWriter {
    private static final String FORMULA = "=+-@\t\r";

    private final Language language;

    public CsvReportWriter(Language language) {
        this.language = language;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        out.append('\uFEFF');
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(FindingTable.header(language));
        for (List<Object> row : FindingTable.rows(report, language)) {
            printer.printRecord(row.stream().map(CsvReportWriter::harmless));
        }
        printer.flush();
    }

    private static Object harmless(Object value) {
        return value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : value;
    }
}
