package org.planlint.facts;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * Another document that the text cites.
 *
 * @param type     Quyết định, Nghị định …
 * @param number   number and symbol as printed: 2817/QĐ-UBND
 * @param yearInNumber year that the number carries (46/2022/QĐ-UBND), or null
 * @param labelled whether "số" stands before the number
 * @param issuer   "của …", or null
 * @param about    the words behind that, which may name its subject, or null
 * @param role     LEGAL_BASIS in the opening, else REFERENCE
 * @param order    its place among the references, from 0
 * @param replacement what took the cited act's place, or null
 * @param issuerName  the time in which the issuer bore its name, or null where it has not changed
 * @param rightIssuer who issues what bears its symbol, where the text names somebody else; else null
 */
public record Reference(
        String type,
        String number,
        Integer yearInNumber,
        boolean labelled,
        PartialDate date,
        String issuer,
        String about,
        DateRole role,
        String section,
        int order,
        Replacement replacement,
        NamePeriod issuerName,
        String rightIssuer,
        Span span)
        implements Located {
    /** The codes of Decree 30/2020, PL III.I, that plain types bear. */
    private static final Map<String, String> CODES = Map.of(
            "quyết định",
            "QĐ",
            "kế hoạch",
            "KH",
            "nghị quyết",
            "NQ",
            "chỉ thị",
            "CT",
            "thông báo",
            "TB",
            "báo cáo",
            "BC",
            "tờ trình",
            "TTR",
            "hướng dẫn",
            "HD",
            "nghị định",
            "NĐ",
            "thông tư",
            "TT");

    private static final Pattern LAW =
            Pattern.compile("(?iu)" + Vocabulary.of("documents").any("codes of law", "laws"));
    private static final Pattern ADMINISTRATIVE = Pattern.compile(Pieces.DOCUMENT_NUMBER + "/.*");
    /** Guidance 36-HD/VPTW: "05-CT/TW". */
    private static final Pattern PARTY = Pattern.compile("\\d{1,4}-[A-ZĐ][\\p{L}]{0,3}/[\\p{Lu}].*");

    private static final Pattern NUMBER_PART = Pattern.compile("^" + Pieces.DOCUMENT_NUMBER + "/(?:\\d{4}/)?");

    /** Whether the year in the number is another than that of its date. */
    public boolean hasOtherYear() {
        return yearInNumber != null && date != null && date.year() != null && !yearInNumber.equals(date.year());
    }

    /** Whether it is dated behind the last day that {@code issued} can mean. */
    public boolean isAfter(PartialDate issued) {
        return issued != null
                && issued.latest() != null
                && date != null
                && date.earliest() != null
                && date.earliest().isAfter(issued.latest());
    }

    /** The same number in the same year from, as far as they say, the same issuer, but with another date. */
    public boolean conflictsWith(Reference other) {
        return other.order < order
                && type.equalsIgnoreCase(other.type)
                && number.equals(other.number)
                && date != null
                && other.date != null
                && date.isComplete()
                && other.date.isComplete()
                && !date.equals(other.date)
                && !hasOtherYear()
                && !other.hasOtherYear()
                && (date.year().equals(other.date.year()) || yearInNumber != null || sameIssuer(other));
    }

    /** On the same day a year apart; one may be named more shortly: "Giám đốc Sở", "Giám đốc Sở Nội vụ". */
    private boolean sameIssuer(Reference other) {
        return issuer != null
                && other.issuer != null
                && (issuer.startsWith(other.issuer) || other.issuer.startsWith(issuer))
                && Math.abs(date.year() - other.date.year()) == 1
                && date.month().equals(other.date.month())
                && date.day().equals(other.date.day());
    }

    /** Without "số" before its number; laws are cited otherwise. */
    public boolean isIncomplete() {
        return !labelled && !LAW.matcher(type).matches();
    }

    /** Cited by number without a date; laws are cited otherwise. */
    public boolean isUndated() {
        return date == null
                && (ADMINISTRATIVE.matcher(number).matches()
                        || PARTY.matcher(number).matches())
                && !LAW.matcher(type).matches();
    }

    /** The code in the number where it is plain and another than that of the type: "Quyết định số 12/KH-UBND". */
    public boolean isOfOtherType() {
        String right = CODES.get(type.toLowerCase(Locale.ROOT));
        String code = code();
        return right != null && code != null && CODES.containsValue(code) && !code.equals(right);
    }

    private String code() {
        String symbol = NUMBER_PART.matcher(number).replaceFirst("");
        int dash = symbol.indexOf('-');
        return dash < 0 || number.indexOf('/') < 0
                ? null
                : symbol.substring(0, dash).toUpperCase(Locale.ROOT);
    }

    /** Whether a law that bound on {@code day} had taken its place. */
    public boolean isReplacedBy(java.time.LocalDate day) {
        return replacement != null && day != null && !day.isBefore(replacement.from());
    }

    /** Whether somebody else than it says issues what bears its symbol; a name out of its time is told elsewhere. */
    public boolean isOfOtherIssuer() {
        return rightIssuer != null && !hasIssuerOutOfTime();
    }

    /** Whether its issuer bore another name on the document's own date. */
    public boolean hasIssuerOutOfTime() {
        return issuerName != null
                && date != null
                && date.isComplete()
                && date.toLocalDate() != null
                && !issuerName.stoodOn(date.toLocalDate());
    }
}
