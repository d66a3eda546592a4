package org.planlint.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows as RFC 4180 says, with the mark that lets spreadsheet programs see UTF-8. What such a program would take for a formula gets an
 * apostrophe in front: the words come from files that anybody may have written.
 */
public final class CsvTable {
    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    /** @param columns by the names of their heads: path, status … */
    public CsvTable(Appendable out, List<String> columns, Language language) throws IOException {
        this(
                out,
                columns.stream()
                        .map(column -> language.words().getString("column." + column))
                        .toList());
    }

    CsvTable(Appendable out, List<String> header) throws IOException {
        out.append('\uFEFF');
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(header);
    }

    public void add(Object... cells) throws IOException {
        add(Arrays.asList(cells));
    }

    public void add(List<Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvTable::harmless));
    }

    private static Object harmless(Object value) {
        return value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : value;
    }
}
