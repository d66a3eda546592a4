package org.planlint.facts;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.text.Span;

/**
 * The line of place and date, piece by piece as printed.
 *
 * @param place   the place, or null
 * @param comma   whether a comma stands behind the place
 * @param inWords "ngày … tháng … năm …", not "05/01/2024"
 * @param day     digits as printed, or empty
 * @param month   digits as printed, or empty
 * @param year    digits as printed, or empty
 * @param illegible what of day, month and year stands there and cannot be read
 */
public record DateLine(
        String place,
        boolean comma,
        boolean inWords,
        String day,
        String month,
        String year,
        List<Illegible> illegible,
        Span span)
        implements Located {
    public DateLine {
        illegible = List.copyOf(illegible);
    }

    private static final Pattern SHORTENED = Pattern.compile(
            "(?iu)(?:(?:TP|T\\.P)\\.?\\s*)?(?:Hồ Chí Minh|HCM)|(?:TP|T\\.P)\\.?\\s*\\p{Lu}.*|\\d+|(?:Q|P)\\.\\s*\\S+");
    private static final Pattern BELOW_TEN = Pattern.compile("[1-9]");
    private static final Pattern ONE_OR_TWO = Pattern.compile("\\d\\d?");
    private static final Pattern EXTRA_ZERO = Pattern.compile("^0(?=[3-9])");

    /** Decree 30/2020, PL I.I Mục II.4b: a zero before days below ten and before months 1 and 2. */
    public boolean lacksZero() {
        return inWords && (BELOW_TEN.matcher(day).matches() || isEarly());
    }

    /** A zero that the norm does not ask for: tháng 03 to tháng 09. */
    public boolean hasExtraZero() {
        return inWords && month.length() == 2 && EXTRA_ZERO.matcher(month).find();
    }

    public boolean lacksComma() {
        return place != null && !comma;
    }

    /** Decree 30/2020, PL I.I Mục II.4a: units named after a person or a number keep their generic word. */
    public boolean shortensPlace() {
        return place != null && SHORTENED.matcher(place).matches();
    }

    /** The date with zeros as the norm has them. */
    public String written() {
        return "ngày " + two(day) + " tháng "
                + (isEarly() ? "0" + month : EXTRA_ZERO.matcher(month).replaceFirst("")) + " năm " + year;
    }

    /** The date as the line has it, from "ngày" on. */
    public String printed() {
        String text = span.text();
        int from = text.toLowerCase(Locale.ROOT).lastIndexOf("ngày");
        return text.substring(Math.max(0, from)).strip();
    }

    /** January or February, without its zero. */
    private boolean isEarly() {
        return month.equals("1") || month.equals("2");
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** The date that its figures make, one that no calendar has too; null where they make none. */
    public PartialDate figured() {
        boolean whole =
                ONE_OR_TWO.matcher(day).matches() && ONE_OR_TWO.matcher(month).matches() && year.length() == 4;
        return whole ? PartialDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)) : null;
    }
}
