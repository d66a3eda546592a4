package org.planlint.facts;

import org.planlint.text.Span;

/**
 * What stands under a component that the decree underlines by a drawn line.
 *
 * @param under what it stands under
 * @param how   null where unknown
 * @param ratio its length by that of the line of text above it; null where unknown
 * @param span  the line of text above it
 */
public record ElementLine(Element.Kind under, How how, Double ratio, Span span) implements Located {
    public enum How {
        DRAWN,
        BORDER,
        /** The words are underlined. */
        UNDERLINE,
        /** Dashes or underscores that somebody typed. */
        TYPED,
        NO_LINE
    }

    /** How its length is told. */
    public enum Length {
        LENGTH,
        OF_ITS_TEXT
    }

    /** Whether no drawn line stands there, or something else in its place. */
    public boolean isLacking() {
        return how == How.NO_LINE || how == How.UNDERLINE || how == How.TYPED;
    }

    /** The length by that of the text: "0,83". */
    public String printedRatio() {
        return Figure.hundredth(ratio);
    }

    /** Whether the length is known to lie outside these shares of the text's. */
    public boolean isOutside(double least, double most) {
        return ratio != null && (ratio < least || ratio > most);
    }
}
