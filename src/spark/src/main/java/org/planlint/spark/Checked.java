package org.planlint.spark;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planlint.audit.Together.Entry;
import org.planlint.audit.Together.Kind;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;

/**
 * What is said of one document.
 *
 * @param line    {@code planlint-report/1}, as {@code audit} writes it
 * @param entries what it gives to the rules over the archive
 */
record Checked(DocumentReport report, String line, List<Entry> entries) {
    static final String LINE = "line";
    static final String SCOPE = "scope";
    static final String CATALOGUE = "catalogue";
    static final String KIND = "kind";
    static final String GROUP = "group";
    static final String KEY = "key";
    static final String VALUE = "value";

    private static final StructType FINDING = new StructType()
            .add("rule", DataTypes.StringType)
            .add("severity", DataTypes.StringType)
            .add("state", DataTypes.StringType)
            .add("evidence", DataTypes.StringType)
            .add("fingerprint", DataTypes.StringType)
            .add("waived", DataTypes.BooleanType);

    private static final StructType ENTRY = new StructType()
            .add(KIND, DataTypes.StringType)
            .add(GROUP, DataTypes.StringType)
            .add(KEY, DataTypes.StringType)
            .add(VALUE, DataTypes.StringType);

    /** The columns of {@code results.parquet}: what is asked most, and the whole line. */
    static final StructType COLUMNS = new StructType()
            .add("path", DataTypes.StringType)
            .add("sha256", DataTypes.StringType)
            .add("status", DataTypes.StringType)
            .add(SCOPE, DataTypes.StringType)
            .add("regime", DataTypes.StringType)
            .add("agency", DataTypes.StringType)
            .add("number", DataTypes.StringType)
            .add("issueDate", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("findings", new ArrayType(FINDING, false))
            .add(LINE, DataTypes.StringType)
            .add(CATALOGUE, new ArrayType(ENTRY, false));

    Row row() {
        DocumentReport.PlanSummary plan = report.plan();
        return RowFactory.create(
                report.path(),
                report.sha256(),
                report.status().word(),
                report.scope().word(),
                report.regime(),
                plan == null ? null : plan.agency(),
                plan == null ? null : plan.fullNumber(),
                plan == null ? null : plan.issueDate(),
                plan == null ? null : plan.year(),
                report.findings().stream().map(Checked::row).toArray(Row[]::new),
                line,
                entries.stream().map(Checked::row).toArray(Row[]::new));
    }

    private static Row row(Finding finding) {
        return RowFactory.create(
                finding.rule(),
                finding.severity().word(),
                finding.state().name(),
                finding.evidence(),
                finding.fingerprint(),
                finding.isWaived());
    }

    private static Row row(Entry entry) {
        return RowFactory.create(entry.kind().name(), entry.group(), entry.key(), entry.value());
    }

    /** @param row of the columns of an entry, in their order */
    static Entry entry(Row row) {
        return new Entry(Kind.valueOf(row.getString(0)), row.getString(2), row.getString(3));
    }
}
