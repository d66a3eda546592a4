package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * The trích yếu.
 *
 * @param year     the last year that it names, or null
 * @param reviewed whether it speaks of results, of a period or of the past, so that its year is not the plan's own
 */
public record Subject(String text, Integer year, boolean reviewed, Span span) implements Located {
    private static final Pattern VV = Pattern.compile("(?iu)^\\(?\\s*" + Pieces.ABOUT + ".*");
    private static final Pattern EVENT = Pattern.compile("(?iu).*" + Pieces.NO_LETTER_BEFORE
            + Vocabulary.of("subjects").any("events") + Pieces.NO_LETTER_AFTER + ".*");

    public boolean opensWithVv() {
        return VV.matcher(text).matches();
    }

    public boolean endsWithStop() {
        return text.endsWith(".") && !text.endsWith("..");
    }

    /** Whether the plan is to hold one meeting or feast: such plans are short and leave out purpose and reports. */
    public boolean isOfOneEvent() {
        return EVENT.matcher(text).matches();
    }

    public int length() {
        return text.length();
    }
}
