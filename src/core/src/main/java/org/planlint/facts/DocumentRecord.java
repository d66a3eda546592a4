package org.planlint.facts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.text.Span;

/**
 * What the system that sent or keeps a document says of it: the record that travels with the file.
 *
 * @param source where it was read
 * @param sole   whether it is about this file beyond doubt: no other document came with it
 * @param values by field, as they were given; one value a field but for lists. A field that the record leaves blank is not there
 */
public record DocumentRecord(Source source, boolean sole, Map<RecordField, List<String>> values) implements Located {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");

    public enum Source {
        /** The header of an edXML package: QCVN 102:2016/BTTTT. */
        EDXML,
        /** A description of an archive or a sheet of digitisation, beside the file or in a list. */
        FILE,
        /** A document system that keeps or sends the file. */
        SYSTEM;

        /** The word for it in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DocumentRecord {
        Map<RecordField, List<String>> inOrder = new EnumMap<>(RecordField.class);
        values.forEach((field, said) -> {
            List<String> words = said.stream()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                inOrder.put(field, words);
            }
        });
        values = java.util.Collections.unmodifiableMap(inOrder);
    }

    /** It stands in no line of the document. */
    @Override
    public Span span() {
        return null;
    }

    /** What it says in this field, or null. */
    public String value(RecordField field) {
        List<String> said = all(field);
        return said.isEmpty() ? null : said.get(0);
    }

    /** All that it says in a field that is a list. */
    public List<String> all(RecordField field) {
        return values.getOrDefault(field, List.of());
    }

    /** The date of issue, or null where it gives none or one that cannot be read. */
    public PartialDate date() {
        String said = value(RecordField.DATE);
        if (said == null) {
            return null;
        }
        Matcher m = YEAR_FIRST.matcher(said);
        if (m.matches()) {
            return date(m.group(1), m.group(2), m.group(3));
        }
        m = DAY_FIRST.matcher(said);
        return m.matches() ? date(m.group(3), m.group(2), m.group(1)) : null;
    }

    private static PartialDate date(String year, String month, String day) {
        PartialDate date = PartialDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return date.isPossible() ? date : null;
    }

    /** How many pages it says that there are, or null. */
    public Integer pages() {
        String said = value(RecordField.PAGES);
        return said == null || !WHOLE.matcher(said).matches() ? null : Integer.valueOf(said);
    }

    /** Whether it came in a package, whose header has fields that must be there. */
    public boolean isHeader() {
        return source == Source.EDXML;
    }

    /** The fields that the header of a package must have and this one leaves blank. */
    public List<RecordField> missing() {
        return isHeader()
                ? List.of(
                                RecordField.AGENCY_ID,
                                RecordField.AGENCY,
                                RecordField.RECIPIENTS,
                                RecordField.NUMBER,
                                RecordField.SYMBOL,
                                RecordField.DATE,
                                RecordField.PLACE,
                                RecordField.TYPE,
                                RecordField.SUBJECT,
                                RecordField.DOCUMENT_ID)
                        .stream()
                        .filter(field -> !values.containsKey(field))
                        .toList()
                : List.of();
    }

    /** The fields whose value is longer than Decree 30/2020, PL VI Phần II Mục I lets it be, each with what it may have. */
    public Map<RecordField, Integer> tooLong() {
        Map<RecordField, Integer> longest = new EnumMap<>(RecordField.class);
        longest.put(RecordField.NUMBER, 11);
        longest.put(RecordField.SYMBOL, 30);
        longest.put(RecordField.SUBJECT, 500);
        longest.put(RecordField.AGENCY, 200);
        longest.entrySet()
                .removeIf(field -> value(field.getKey()) == null
                        || value(field.getKey())
                                        .codePointCount(0, value(field.getKey()).length())
                                <= field.getValue());
        return longest;
    }

    public boolean isIncomplete() {
        return !missing().isEmpty() || !tooLong().isEmpty();
    }

    /** What is missing or too long, in Vietnamese. */
    public String lacks() {
        List<String> said = new ArrayList<>();
        missing().forEach(field -> said.add("thiếu " + field.vi()));
        tooLong().forEach((field, most) -> said.add(field.vi() + " dài quá " + most + " ký tự"));
        return String.join("; ", said);
    }

    /** The same in English. */
    public String lacksInEnglish() {
        List<String> said = new ArrayList<>();
        missing().forEach(field -> said.add("no " + field.en()));
        tooLong().forEach((field, most) -> said.add("the " + field.en() + " has more than " + most + " characters"));
        return String.join("; ", said);
    }
}
