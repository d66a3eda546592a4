package org.planlint.facts;

import java.util.Comparator;
import java.util.List;
import org.planlint.text.Span;

/**
 * What stands under a component that the decree underlines by a drawn line.
 *
 * @param under what it stands under
 * @param how   null where unknown
 * @param ratios its length by that of each line of the component's text, the longest text first; none where unknown
 * @param span  the line of text above it
 */
public record ElementLine(Element.Kind under, How how, List<Double> ratios, Span span) implements Located {
    public ElementLine {
        ratios = ratios.stream().sorted(Comparator.naturalOrder()).toList();
    }

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

    /** The length by that of the longest line of text: "0,83"; null where unknown. */
    public String printedRatio() {
        return ratios.isEmpty() ? null : Figure.hundredth(ratios.get(0));
    }

    /** Whether the length is known to lie outside these shares of that of each line of text. */
    public boolean isOutside(double least, double most) {
        return !ratios.isEmpty() && ratios.stream().allMatch(ratio -> ratio < least || ratio > most);
    }
}
