package org.planlint.facts;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.planlint.text.Span;

/**
 * An annex or programme that is in the file.
 *
 * @param title       its first line
 * @param number      its number, or null
 * @param arabic      whether that number is written in Arabic figures
 * @param namedType   the type of the document that it names in "(Kèm theo Kế hoạch số …)", or null
 * @param namedNumber that document's number and symbol as printed, the number may be blank; or null
 * @param namedDate   that document's date as far as it is filled in, or null
 * @param previous    number of the annex before it, or null
 * @param referred    whether the body speaks of an annex
 * @param namedSpan   the words "Kèm theo …", or null
 */
public record Attachment(
        String title,
        Integer number,
        boolean arabic,
        String namedType,
        String namedNumber,
        PartialDate namedDate,
        Integer previous,
        boolean referred,
        Span namedSpan,
        Span span)
        implements Located {
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");

    /** An annex in the sense of the decree; programmes, lists and forms are looser. */
    public boolean isAnnex() {
        return title.toUpperCase(Locale.ROOT).startsWith("PHỤ LỤC");
    }

    /** Whether it names another number or date than the plan's; a blank is right in an e-document, and says nothing. */
    public boolean contradicts(Plan plan) {
        return isOfThePlan() && (differs(digits(namedNumber), plan.number()) || differsInDate(plan.issueDate()));
    }

    private boolean isOfThePlan() {
        return "KẾ HOẠCH".equals(namedType == null ? null : namedType.toUpperCase(Locale.ROOT));
    }

    private static String digits(String number) {
        String digits = number == null
                ? ""
                : withoutZeros(number.indexOf('/') < 0 ? number : number.substring(0, number.indexOf('/')));
        return digits.isEmpty() ? null : digits;
    }

    private static String withoutZeros(String digits) {
        return LEADING_ZEROS.matcher(digits).replaceFirst("");
    }

    private static boolean differs(String named, String own) {
        return named != null && own != null && !named.equals(withoutZeros(own));
    }

    private boolean differsInDate(PartialDate issued) {
        return namedDate != null
                && issued != null
                && (differs(namedDate.year(), issued.year())
                        || differs(namedDate.month(), issued.month())
                        || differs(namedDate.day(), issued.day()));
    }

    private static boolean differs(Integer named, Integer own) {
        return named != null && own != null && !Objects.equals(named, own);
    }

    /** Whether a number is left out before it. */
    public boolean leavesGap() {
        return number != null && previous != null && number > previous + 1;
    }
}
