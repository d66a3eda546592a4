package org.planlint.record;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.DocumentRecord.Source;
import org.planlint.facts.RecordField;
import org.planlint.words.Vocabulary;

/**
 * By which names systems call the fields of a record: our own, those of QCVN 102:2016/BTTTT, and those of Decree 30/2020, PL VI.
 * Names that are not known are read over, since every system has some of its own.
 */
public final class RecordNames {
    /** How a list calls the file that a record is about. */
    static final List<String> FILE = List.of("file", "filename", "file_name", "path", "name");

    private static final Map<String, RecordField> NAMES = new LinkedHashMap<>();

    /** "71/KH-UBND" in one field. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*(\\d[\\dA-Za-z]*)\\s*/\\s*(\\S.*)");
    /** A day with its hour behind it. */
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})[T ].*" + "|(\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}) \\d{1,2}:\\d{2}(?::\\d{2})?");
    /** What systems write where a field must not be blank and they have nothing for it. */
    private static final Pattern NOTHING =
            Pattern.compile("(?iu)" + Vocabulary.of("records").any("nothing"));

    private static final Pattern WITHOUT_COLON = Pattern.compile("([+-]\\d{2})(\\d{2})$");
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    static {
        for (RecordField field : RecordField.values()) {
            NAMES.put(field.key().toLowerCase(Locale.ROOT), field);
        }
        named(RecordField.NUMBER, "codenumber");
        named(RecordField.SYMBOL, "codenotation");
        named(RecordField.DATE, "issueddate", "issuedate", "promulgationdate");
        named(RecordField.TYPE, "typename");
        named(RecordField.AGENCY, "organname");
        named(RecordField.AGENCY_ID, "organid");
        named(RecordField.SIGNER, "fullname", "signerinfo.fullname");
        named(RecordField.POSITION, "signerinfo.position");
        named(RecordField.RECIPIENTS, "to", "to.organname");
        named(RecordField.PAGES, "pageamount");
        named(RecordField.URGENCY, "priority");
    }

    private RecordNames() {}

    private static void named(RecordField field, String... names) {
        for (String name : names) {
            NAMES.put(name, field);
        }
    }

    /** The field of this name, whatever its case; null for none. */
    public static RecordField field(String name) {
        return NAMES.get(name.strip().toLowerCase(Locale.ROOT));
    }

    /** All names that are known. */
    static String known() {
        return String.join(", ", NAMES.keySet());
    }

    /**
     * A record of values by their names.
     *
     * @throws RecordError if none of the names is known
     */
    static DocumentRecord record(Source source, Map<String, List<String>> said) throws RecordError {
        Map<RecordField, List<String>> values = new EnumMap<>(RecordField.class);
        said.forEach((name, words) -> {
            RecordField field = field(name);
            if (field != null) {
                values.computeIfAbsent(field, f -> new ArrayList<>()).addAll(words);
            }
        });
        if (values.isEmpty()) {
            throw new RecordError(
                    "không có trường nào biết tên (" + known() + ") / no field of a known name (" + known() + ")");
        }
        return tidy(source, true, values);
    }

    /** Takes apart what some systems write in one field. */
    static DocumentRecord tidy(Source source, boolean sole, Map<RecordField, List<String>> values) {
        Map<RecordField, List<String>> tidy = new EnumMap<>(values);
        tidy.replaceAll((field, said) -> said.stream()
                .filter(word -> !NOTHING.matcher(word.strip()).matches())
                .toList());
        split(RecordField.NUMBER, tidy);
        split(RecordField.SYMBOL, tidy);
        tidy.computeIfPresent(
                RecordField.DATE,
                (field, days) -> days.stream().map(RecordNames::day).toList());
        return new DocumentRecord(source, sole, tidy);
    }

    /** The day in Vietnam: midnight there is the evening before in Greenwich. */
    private static String day(String said) {
        Matcher m = DAY.matcher(said.strip());
        if (!m.matches()) {
            return said;
        }
        try {
            return OffsetDateTime.parse(WITHOUT_COLON.matcher(said.strip()).replaceFirst("$1:$2"))
                    .withOffsetSameInstant(VIETNAM)
                    .toLocalDate()
                    .toString();
        } catch (DateTimeParseException withoutZone) {
            return m.group(1) == null ? m.group(2) : m.group(1);
        }
    }

    private static void split(RecordField from, Map<RecordField, List<String>> values) {
        List<String> said = values.getOrDefault(from, List.of());
        Matcher m = WHOLE_NUMBER.matcher(said.isEmpty() ? "" : said.get(0));
        if (m.matches() && (from == RecordField.SYMBOL || isBlank(values.get(RecordField.SYMBOL)))) {
            values.put(RecordField.SYMBOL, List.of(m.group(2)));
            if (from == RecordField.NUMBER || isBlank(values.get(RecordField.NUMBER))) {
                values.put(RecordField.NUMBER, List.of(m.group(1)));
            }
        }
    }

    private static boolean isBlank(List<String> said) {
        return said == null || said.stream().allMatch(String::isBlank);
    }
}
