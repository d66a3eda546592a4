package org.planlint.text;

/**
 * A level line that stands in the text as a drawing or a border. Underlines are in the runs, typed lines in the text.
 *
 * @param page      1-based; 0 where unknown
 * @param box       its frame on the page, known in a pdf only; else null
 * @param paragraph index of the paragraph in which it is anchored, or under which it stands directly; -1 where unknown
 * @param length    in points; null where unknown
 */
public record DrawnLine(How how, int page, Paragraph.Box box, int paragraph, Double length) {
    public enum How {
        /** A shape, or a stroke of a page. */
        DRAWN,
        /** The lower border of the paragraph or of its cell. */
        BORDER
    }
}
