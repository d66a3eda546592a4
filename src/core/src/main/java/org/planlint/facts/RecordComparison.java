package org.planlint.facts;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.facts.Witness.Agreement;
import org.planlint.text.Span;

/**
 * The record that came with a document held against what is printed, and against the certificates that it is signed with.
 *
 * @param fields    those of the record that can be held against something
 * @param unnamed   bodies that the record sends it to and the document names nowhere
 * @param pages     how many the document has; null where its format does not fix that
 * @param annexed   whether annexes stand behind it, which the record need not count
 */
public record RecordComparison(
        DocumentRecord record, List<Field> fields, List<String> unnamed, Integer pages, boolean annexed)
        implements Located {
    private static final Pattern DAY = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})$");

    public RecordComparison {
        fields = List.copyOf(fields);
        unnamed = List.copyOf(unnamed);
    }

    /** With whom a certificate agrees where the record and the document say two things. */
    public enum Side {
        DOCUMENT,
        RECORD,
        NEITHER,
        /** None speaks of it, or it cannot be told. */
        UNKNOWN
    }

    /**
     * A field, as each witness has it; null for one that does not say.
     *
     * @param certified what a digital signature says
     * @param agreement of the record with what is printed
     * @param side      with whom the certificate agrees
     * @param span      where it is printed, or null
     */
    public record Field(
            RecordField name,
            String recorded,
            String printed,
            String certified,
            Agreement agreement,
            Side side,
            Span span) {

        private String certificate(String agrees, String document, String record, String other, String named) {
            return switch (side) {
                case DOCUMENT -> " (" + agrees + " " + document + ")";
                case RECORD -> " (" + agrees + " " + record + ")";
                case NEITHER -> ", " + other + " “" + named + "”";
                case UNKNOWN -> "";
            };
        }
    }

    /** Where the first field that differs is printed. */
    @Override
    public Span span() {
        return differing().stream()
                .map(Field::span)
                .filter(span -> span != null)
                .findFirst()
                .orElse(null);
    }

    /** The fields in which the record and the document say two things. */
    public List<Field> differing() {
        return fields.stream()
                .filter(field -> field.agreement() == Agreement.OTHER)
                .toList();
    }

    public boolean isMismatched() {
        return !differing().isEmpty();
    }

    /** "số: hồ sơ “72”, văn bản “71”", and which two agree where a certificate speaks as well. */
    public String differences() {
        return list(
                field -> field.name().vi() + ": hồ sơ “" + day(field.recorded()) + "”, văn bản “" + day(field.printed())
                        + "”"
                        + field.certificate(
                                "chứng thư số khớp với", "văn bản", "hồ sơ", "chứng thư số", day(field.certified())));
    }

    /** As people here write it, where it is one. */
    private static String day(String value) {
        return value == null ? null : DAY.matcher(value).replaceFirst("$3/$2/$1");
    }

    /** The same in English. */
    public String differencesInEnglish() {
        return list(field -> field.name().en() + ": the record says “" + field.recorded() + "”, the document “"
                + field.printed() + "”"
                + field.certificate(
                        "the certificate agrees with",
                        "the document",
                        "the record",
                        "the certificate",
                        field.certified()));
    }

    private String list(Function<Field, String> words) {
        return differing().stream().map(words).collect(Collectors.joining("; "));
    }

    /** Bodies that the document names nowhere, in one list. */
    public String unnamedOnes() {
        return String.join("; ", unnamed);
    }

    /** Whether the record counts more pages than there are, or fewer where no annex explains it. */
    public boolean isMiscounted() {
        Integer said = record.pages();
        return said != null && said > 0 && pages != null && (said > pages || said < pages && !annexed);
    }
}
