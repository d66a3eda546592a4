package org.planlint.report;

import java.io.IOException;
import java.util.List;

/** Writes one row a finding. */
public final class CsvReportWriter implements ReportWriter {
    private final Language language;

    public CsvReportWriter(Language language) {
        this.language = language;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        add(report, table(out));
    }

    /** A table that {@link #add} fills as documents come. */
    public CsvTable table(Appendable out) throws IOException {
        return new CsvTable(out, FindingTable.header(language));
    }

    public void add(Report report, CsvTable table) throws IOException {
        for (List<Object> row : FindingTable.rows(report, language)) {
            table.add(row);
        }
    }
}
