package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;

/**
 * The line "Lưu: VT, …", without its dash.
 *
 * @param last   whether no recipient follows
 * @param ending its last character, or null where its end was not seen
 */
public record ArchiveLine(String text, boolean last, String ending, Span span) implements Located {
    private static final Pattern COLON = Pattern.compile("(?iu)^lưu\\s*:.*");
    private static final Pattern OFFICE = Pattern.compile("(?u).*(?<!\\p{L})(?:VT|Vt|vt|VTUB|VTLT|VT-LT|VP|HC|HCTH|HS|HSCV|Văn thư|văn thư|Văn phòng|VPUB)(?!\\p{Ll}).*");

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

    public boolean lacksOffice() {
        return !OFFICE.matcher(text).matches();
    }
}
