package org.planlint.facts;

import java.util.List;
import org.planlint.text.Span;

/**
 * How the paragraphs of the plan's text are set in one respect, tables, headings of the form and annexes apart.
 *
 * @param odd     how many of them depart from the norm of the plan's date; letters for SIZE and SECOND_SIZE
 * @param of      how many show the measure
 * @param typical the odd value that is met most often, as it is printed; null where none is odd
 * @param exact   whether the file sets it; else it is measured on the pages
 * @param paragraphs the odd ones, by index
 * @param span    the first odd one, or the first of all
 */
public record BodyMeasure(
        Kind kind, int odd, int of, String typical, boolean exact, List<Integer> paragraphs, Span span)
        implements Located {
    public BodyMeasure {
        paragraphs = List.copyOf(paragraphs);
    }

    public enum Kind {
        /** Letters of another size than 13 to 14. */
        SIZE,
        /** Letters of paragraphs that are set in a second size, where both are 13 to 14. */
        SECOND_SIZE,
        /** Paragraphs of two lines and more that are not justified. */
        ALIGNMENT,
        /** First lines that are moved in by another measure than 1 or 1.27 cm. */
        INDENT,
        /** Gaps between paragraphs that are under 6 points. */
        PARAGRAPH_SPACING,
        /** Lines set closer than single or wider than one and a half. */
        LINE_SPACING,
        /** Long paragraphs that are wholly italic, bold or underlined. */
        UPRIGHT
    }

    /** Whether more than so many of a hundred are odd. */
    public boolean isOver(int percent) {
        return odd * 100L > (long) of * percent;
    }

    /** The share of the odd ones, in whole percent, 1 at least. */
    public int percent() {
        return of == 0 ? 0 : (int) Math.max(1, Math.round(odd * 100.0 / of));
    }
}
