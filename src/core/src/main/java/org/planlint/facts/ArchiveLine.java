package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * The line "Lưu: VT, …", without its dash.
 *
 * @param last   whether no recipient follows
 * @param ending its last character, or null where its end was not seen
 */
public record ArchiveLine(String text, boolean last, String ending, Span span) implements Located {
    private static final Pattern COLON = Pattern.compile("(?iu)^lưu\\s*:.*");
    private static final Pattern OFFICE = Pattern.compile(
            "(?u).*" + Pieces.NO_LETTER_BEFORE + Vocabulary.of("signature").any("archive") + "(?!\\p{Ll}).*");

    /** VT and the drafting unit, parted otherwise than by a comma; "VTUB" is one word in some offices. */
    private static final Pattern NO_COMMA =
            Pattern.compile("(?u)^\\p{L}+(?:\\s*:)?\\s*VT(?:\\s*[;.–/\\-]\\s*|\\s+)(?!và )\\p{L}.*");

    public boolean isBadlyEnded() {
        return ending != null && !ending.equals(".") && (last || !ending.equals(";"));
    }

    /** The line with the mark that belongs at its end. */
    public String mended() {
        return RecipientsBlock.endedBy(span.text(), last ? "." : ";");
    }

    /** Decree 30/2020, PL I.I Mục II.9d: "Lưu", a colon, and VT for the clerk's office. */
    public boolean lacksColon() {
        return !COLON.matcher(text).matches();
    }

    /** Decree 30/2020, PL I.I Mục II.9d: a comma between VT and the drafting unit. */
    public boolean lacksComma() {
        return NO_COMMA.matcher(text).matches();
    }

    /** Whether a line that was seen to its end names no clerk's office. */
    public boolean lacksOffice() {
        return ending != null && !OFFICE.matcher(text).matches();
    }
}
