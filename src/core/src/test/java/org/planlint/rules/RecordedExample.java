package org.planlint.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.DocumentRecord.Source;
import org.planlint.facts.RecordField;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;

/** The record that an example of a rule's page writes, a field a line: {@code number: 71}. */
final class RecordedExample {
    private static final String SOURCE = "source";
    private static final String PRINTED = "printed";

    private RecordedExample() {}

    /** Null where no line is written. */
    static DocumentRecord of(List<String> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        Map<RecordField, List<String>> values = new EnumMap<>(RecordField.class);
        Source source = Source.FILE;
        for (String line : lines) {
            String key = key(line);
            if (key.equals(SOURCE)) {
                source = Source.valueOf(value(line).toUpperCase(Locale.ROOT));
            } else if (!key.equals(PRINTED)) {
                values.computeIfAbsent(field(key), field -> new ArrayList<>()).add(value(line));
            }
        }
        return new DocumentRecord(source, true, values);
    }

    /** The document as a pdf of as many pages as the record says that are printed. */
    static Document counted(Document document, List<String> lines) {
        int pages = lines.stream()
                .filter(line -> key(line).equals(PRINTED))
                .mapToInt(line -> Integer.parseInt(value(line)))
                .findFirst()
                .orElse(0);
        if (pages == 0) {
            return document;
        }
        Set<Capability> capabilities = new HashSet<>(document.capabilities());
        capabilities.add(Capability.PAGES);
        return new Document(
                document.name(),
                "application/pdf",
                capabilities,
                document.blocks(),
                document.paragraphs(),
                IntStream.rangeClosed(1, pages)
                        .mapToObj(page -> new PageFormat(
                                page, -1, 595, 842, null, null, null, null, null, null, null, null, false, 0))
                        .toList(),
                document.signatures(),
                document.revisions());
    }

    private static RecordField field(String key) {
        for (RecordField field : RecordField.values()) {
            if (field.key().equals(key)) {
                return field;
            }
        }
        throw new IllegalArgumentException("no field is called " + key);
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
