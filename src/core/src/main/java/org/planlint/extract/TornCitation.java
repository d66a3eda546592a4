package org.planlint.extract;

import java.util.regex.Pattern;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** A citation that the end of a line tears: "Quyết định số" / "1050/QĐ-UBND", "5969/QĐ-" / "UBND ngày 28/11/2025". */
public final class TornCitation {
    private static final String NUMBER = "\\d{1,6}[a-z]?\\s?/.*";
    private static final Pattern ENDS_AT_DASH = Pattern.compile(".*\\d\\s?/\\s?\\p{Lu}[\\p{Lu}&]*-", Pattern.DOTALL);
    private static final Pattern GOES_ON_BEHIND_DASH = Pattern.compile("\\p{Lu}{2}.*");
    private static final Pattern ENDS_AT_LABEL = Pattern.compile("(?:.*\\s)?số\\s?:?", Pattern.DOTALL);
    private static final Pattern IS_NUMBER = Pattern.compile(NUMBER);
    private static final Pattern ENDS_AT_TYPE = Pattern.compile(
            "(?:.*\\s)?" + Vocabulary.of("documents").any("types", "legislation", "only cited"), Pattern.DOTALL);
    private static final Pattern IS_LABELLED_NUMBER = Pattern.compile("số\\s?:?\\s*" + NUMBER);
    private static final Pattern ENDS_AT_SYMBOL =
            Pattern.compile("(?:.*\\s)?số\\s?:?\\s*\\d{1,6}[a-z]?\\s?/\\s?" + Pieces.CITED_SYMBOL, Pattern.DOTALL);
    private static final Pattern IS_DATE = Pattern.compile("ngày\\s+\\d{1,2}\\s?[/.-].*|ngày\\s+\\d{1,2}\\s+tháng.*");

    /** A citation's name and number, in characters. */
    private static final int END = 200;

    private TornCitation() {}

    /** Whether the line below goes on a citation that the one above begins. */
    public static boolean joins(CharSequence before, String below) {
        CharSequence above = end(before);
        String next = below.strip();
        return isTornAtDash(above, below)
                || IS_NUMBER.matcher(next).matches()
                        && ENDS_AT_LABEL.matcher(above).matches()
                || IS_LABELLED_NUMBER.matcher(next).matches()
                        && ENDS_AT_TYPE.matcher(above).matches()
                || IS_DATE.matcher(next).matches()
                        && ENDS_AT_SYMBOL.matcher(above).matches();
    }

    /** Whether it is torn inside its symbol, so that no space belongs between both lines. */
    public static boolean isTornAtDash(CharSequence above, String below) {
        return GOES_ON_BEHIND_DASH.matcher(below.strip()).matches()
                && ENDS_AT_DASH.matcher(end(above)).matches();
    }

    /** What grows line by line is not read anew with each. */
    private static CharSequence end(CharSequence text) {
        return text.subSequence(Math.max(0, text.length() - END), text.length());
    }
}
