package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Pieces;

/**
 * A line under "Nơi nhận", without its dash.
 *
 * @param order  its place, from 0
 * @param last   whether no line follows
 * @param ending its last character; null where its end was not seen, or where the archive line should follow and does not
 */
public record Recipient(String name, int order, boolean last, String ending, Span span) implements Located {
    private static final Pattern AS_ABOVE =
            Pattern.compile("(?iu)^như (?:trên|kính gửi)" + Pieces.NO_LETTER_AFTER + ".*");

    /** Decree 30/2020, PL I.I Mục II.9d: lines end with ";", the last with ".". */
    public boolean isBadlyEnded() {
        return ending != null && !ending.equals(last ? "." : ";");
    }

    /** The line with the mark that belongs at its end. */
    public String mended() {
        return RecipientsBlock.endedBy(span.text(), last ? "." : ";");
    }

    /** "Như trên" points to a "Kính gửi" above, which a plan does not have. */
    public boolean pointsAbove() {
        return AS_ABOVE.matcher(name).matches();
    }
}
