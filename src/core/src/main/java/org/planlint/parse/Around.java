package org.planlint.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Signal;
import org.planlint.words.Vocabulary;

/**
 * The words of its sentence around a date.
 *
 * @param before  those before it, in small letters
 * @param printed the same as printed
 * @param behind  those behind it, in small letters
 */
record Around(String before, String printed, String behind) {
    private static final Pattern SENTENCE_END = Pattern.compile("[.;!?]\\s|[.;]$");
    private static final Signal CARRIED = new Signal(
            Vocabulary.of("dates").get("carried over from a year"),
            Pieces.NO_LETTER_BEFORE + Vocabulary.of("dates").any("carried over from a year") + Pieces.NO_LETTER_AFTER);
    private static final Signal NAMES_DOCUMENT =
            new Signal(DocumentTypes.NAMES, DocumentTypes.CITED + Pieces.NO_LETTER_AFTER + "[^.;:,]*$");
    private static final Pattern BEHIND_SYMBOL =
            Pattern.compile("\\d\\s?[/-]\\s?" + Pieces.CITED_SYMBOL + "\\s*[,(]?\\s*$");
    private static final Pattern OPEN_QUOTE = Pattern.compile("[“\"][^”\"]*$");
    /** "…, Sở Nội vụ ban hành Kế hoạch … năm 2024 như sau", "Trên đây là Kế hoạch …": the plan names itself. */
    private static final Signal ENACTS = new Signal(
            Phrases.of("kế hoạch"),
            "(?:^|[,;]\\s*)(?:(?!" + Pieces.NO_LETTER_BEFORE + "(?:số|về)" + Pieces.NO_LETTER_AFTER
                    + ")[^,;])*?(?:ban hành|xây dựng|lập)\\s+kế hoạch(?!\\s+số)[^.;:,]*$");

    private static final Pattern AS_FOLLOWS = Pattern.compile("^[^.;]*(?:như sau|sau đây)");
    private static final Pattern ABOVE = Pattern.compile("^trên(?: đây)? là kế hoạch(?!\\s+số)[^.;:]*$");
    /** How many characters are looked at before and behind: a line may be as long as a file. */
    private static final int BEFORE = 240;

    private static final int BEHIND = 120;

    /** @param start where the date begins in the line, and {@code end} behind its last character */
    static Around of(Line line, int start, int end) {
        String text = line.lower();
        int from = Math.max(0, start - BEFORE);
        Matcher stop = SENTENCE_END.matcher(text).region(from, start);
        while (stop.find()) {
            from = stop.end();
        }
        int to = Math.min(text.length(), end + BEHIND);
        Matcher next = SENTENCE_END.matcher(text).region(end, to);
        return new Around(
                text.substring(from, start),
                line.text().substring(from, start),
                text.substring(end, next.find() ? next.start() : to));
    }

    /** Whether it is looked back on, or carried over from. */
    boolean isPast() {
        return DateRoles.tellsOfPast(before) || DateRoles.tellsOfPast(behind) || CARRIED.in(before);
    }

    /** Whether it belongs to the name of a document or of something in quotes. */
    boolean isCited() {
        return !isOfPlan() && NAMES_DOCUMENT.in(printed)
                || BEHIND_SYMBOL.matcher(printed).find()
                || OPEN_QUOTE.matcher(printed).find();
    }

    /** Whether it belongs to the name that the plan gives itself. */
    boolean isOfPlan() {
        return ABOVE.matcher(before).lookingAt()
                || ENACTS.in(before) && AS_FOLLOWS.matcher(behind).lookingAt();
    }
}
