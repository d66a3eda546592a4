package org.planlint.facts;

import java.util.ArrayList;
import java.util.List;
import org.planlint.text.Span;

/**
 * Paper and margins of a section of the file, or of a run of equal pages of a pdf. Millimetres; null where unknown.
 *
 * @param part      which part of the file begins in it: 0 the plan, 1 and on its annexes
 * @param exact     whether the margins are those that the file sets; else they are measured on its text
 * @param holdsTable whether a table or a picture stands in it
 * @param span      its first line, or the title's
 */
public record PageSetup(
        int part,
        double width,
        double height,
        Double top,
        Double bottom,
        Double left,
        Double right,
        boolean exact,
        boolean holdsTable,
        Span span)
        implements Located {
    private static final double A4_SHORT = 210;
    private static final double A4_LONG = 297;
    private static final double PAPER_TOLERANCE = 1;
    /** Word turns millimetres into twentieths of a point; what is measured on text is less sure. */
    private static final double TOLERANCE = 0.5;

    private static final double MEASURED_TOLERANCE = 1.5;

    /** The sides of a page. */
    public enum Side {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT,
        /** Marks those of an annex. */
        OF_ANNEX
    }

    /** A margin that is known to lie out of its bounds. */
    public record OddMargin(Side side, double size) {
        public String printed() {
            return Figure.tenth(size);
        }
    }

    /** Decree 30/2020, PL I.I Mục I.1: A4, either way round. */
    public boolean isOtherPaper() {
        return Math.abs(Math.min(width, height) - A4_SHORT) > PAPER_TOLERANCE
                || Math.abs(Math.max(width, height) - A4_LONG) > PAPER_TOLERANCE;
    }

    public boolean isLandscape() {
        return width > height;
    }

    /** The paper as it is named: "215,9 × 279,4". */
    public String paper() {
        return Figure.tenth(width) + " × " + Figure.tenth(height);
    }

    /**
     * The margins of an upright page that lie out of the norm's bounds: Decree 30/2020, PL I.I Mục I.3. Text that ends early makes a
     * measured top or bottom look wide, so that only too small a one counts.
     */
    public List<OddMargin> oddMargins() {
        List<OddMargin> odd = new ArrayList<>();
        if (!isLandscape()) {
            add(Side.TOP, top, 20, exact ? 25 : Double.MAX_VALUE, odd);
            add(Side.BOTTOM, bottom, 20, exact ? 25 : Double.MAX_VALUE, odd);
            add(Side.LEFT, left, 30, 35, odd);
            add(Side.RIGHT, right, 15, 20, odd);
        }
        return odd;
    }

    private void add(Side side, Double size, double least, double most, List<OddMargin> odd) {
        double tolerance = exact ? TOLERANCE : MEASURED_TOLERANCE;
        if (size != null && (size < least - tolerance || size > most + tolerance)) {
            odd.add(new OddMargin(side, size));
        }
    }
}
