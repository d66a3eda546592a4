package org.planlint.connect;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.planlint.connect.Connections.Source;
import org.planlint.facts.RecordField;
import org.planlint.facts.Witness.Agreement;
import org.planlint.record.RecordNames;
import org.planlint.record.RecordWriter;
import org.planlint.report.DocumentReport;

/** What a document says of itself that may be filled into the fields of its system. */
final class Filling {
    private static final String OTHER = Agreement.OTHER.name().toLowerCase(Locale.ROOT);

    private Filling() {}

    /**
     * By the record's names, those that the source asks for and that the document says surely and once. None where the document
     * could not be read, or says anything else than the record that came with it. Where number and symbol stand in one field of
     * the system, they are the number's: 71/KH-UBND.
     */
    static Map<String, String> of(Source source, DocumentReport report) {
        boolean denied = report.record() != null
                && report.record().fields().stream()
                        .anyMatch(field -> field.agreement().equals(OTHER));
        Map<String, String> found = new TreeMap<>();
        if (report.error() != null || denied) {
            return found;
        }
        for (String field : source.fill()) {
            String value = value(report, field, source.record());
            if (value != null) {
                found.put(field, value);
            }
        }
        return found;
    }

    private static String value(DocumentReport report, String field, Map<String, String> names) {
        RecordField asked = RecordNames.field(field);
        String number = RecordWriter.value(report, RecordField.NUMBER);
        String symbol = RecordWriter.value(report, RecordField.SYMBOL);
        boolean inOne = names.containsKey(RecordField.SYMBOL.key())
                && names.get(RecordField.SYMBOL.key()).equals(names.get(RecordField.NUMBER.key()));
        if (inOne && asked == RecordField.SYMBOL) {
            return null;
        }
        if (inOne && asked == RecordField.NUMBER) {
            return number == null || symbol == null ? null : number + "/" + symbol;
        }
        return RecordWriter.value(report, asked);
    }
}
