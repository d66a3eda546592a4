package org.planlint.facts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Pieces;

/**
 * The line of number and symbol, piece by piece as printed.
 *
 * @param label    "Số", or empty
 * @param colon    whether a colon follows the label
 * @param number   the digits, or empty
 * @param illegible whether a number stands there that cannot be read
 * @param year     a year behind the number ("15/2025/KH-UBND"), or null
 * @param symbol   the symbol with its spaces and dashes, or null
 * @param code     its code of the type: KH, QĐ, CTr; null where the symbol has none
 */
public record NumberLine(
        String label,
        boolean colon,
        String number,
        boolean illegible,
        Integer year,
        String symbol,
        String code,
        Span span)
        implements Located {
    private static final Pattern INNER_SPACE = Pattern.compile(".*\\S\\s+\\S.*");
    private static final Pattern LONG_DASH = Pattern.compile(".*[–—].*");
    /** Codes of types; and "TTr" for an inspectorate, as they all sign. */
    private static final Pattern MIXED_CODE =
            Pattern.compile("^(?:QyĐ|CTr|TrS)" + Pieces.NO_LETTER_AFTER + "|TT(?:ra?|g)");

    private static final Pattern SMALL = Pattern.compile(".*\\p{Ll}.*");

    /** Decree 30/2020, PL I.I Mục II.3c: numbers below ten are written with a zero before them. */
    public boolean lacksZero() {
        return number.length() == 1;
    }

    public boolean lacksColon() {
        return !label.isEmpty() && !colon;
    }

    public boolean hasSpaceInSymbol() {
        return symbol != null && INNER_SPACE.matcher(symbol).matches();
    }

    /** A long dash where the norm has a hyphen. */
    public boolean hasLongDash() {
        return symbol != null && LONG_DASH.matcher(symbol).matches();
    }

    public String withHyphens() {
        return symbol.replace('–', '-').replace('—', '-');
    }

    /** Small letters where the norm has capitals; the codes QyĐ, CTr, TTr and TrS are written so. */
    public boolean hasSmallLetters() {
        return symbol != null
                && SMALL.matcher(MIXED_CODE.matcher(symbol).replaceAll("")).matches();
    }

    /** Whether the symbol's code is not that of a plan; "KHLT", "KHPH" of joint plans are. */
    public boolean isOfOtherType() {
        return symbol != null && (code == null || !code.toUpperCase(Locale.ROOT).startsWith("KH"));
    }
}
