package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Span;

/**
 * The number that the pages of the plan bear.
 *
 * @param shown     whether the pages behind the first show one
 * @param onFirst   whether the first page shows one
 * @param inHeader  above the text, not below it; null where none shows
 * @param alignment null where unknown
 * @param form      as printed, with 1 for the number; null where none shows
 * @param size      in points, or null
 * @param upright   neither bold nor italic; null where unknown
 * @param pages     how many pages the file has; null where that is not sure
 * @param span      the number, or where it is not known the last words of the plan's text
 */
public record PageNumber(
        boolean shown,
        boolean onFirst,
        Boolean inHeader,
        Alignment alignment,
        String form,
        Double size,
        Boolean upright,
        Integer pages,
        Span span)
        implements Located {
    private static final Pattern BARE = Pattern.compile("\\d+");
    private static final double SIZE_TOLERANCE = 0.2;

    /** Several pages, and no number on them. */
    public boolean isMissing() {
        return !shown && pages != null && pages > 1;
    }

    /** Decree 30/2020, PL I.I Mục I.7: centred in the upper margin. */
    public boolean isMisplaced() {
        return shown && (Boolean.FALSE.equals(inHeader) || alignment != null && alignment != Alignment.CENTER);
    }

    /** Circular 01/2011, Điều 6: at the right of the foot. */
    public boolean isMisplacedOfOld() {
        return shown && (Boolean.TRUE.equals(inHeader) || alignment != null && alignment != Alignment.RIGHT);
    }

    public boolean isBare() {
        return form == null || BARE.matcher(form).matches();
    }

    public boolean isOddSize() {
        return size != null && (size < 13 - SIZE_TOLERANCE || size > 14 + SIZE_TOLERANCE);
    }

    public String printedSize() {
        return Figure.tenth(size);
    }
}
