package org.planlint.facts;

import java.util.ArrayList;
import java.util.List;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Span;

/**
 * A line of one of the components whose type the decree prescribes, as it is printed.
 *
 * @param size      in points; null where unknown, or where sizes are mixed
 * @param bold      null where unknown, or where only some of it is
 * @param italic    the same
 * @param capitals  whether its letters are all capitals
 * @param alignment null where unknown, as where spaces or tabs move the words
 * @param column    null where unknown
 * @param centre    its middle from the left edge of the page, in points; known in a pdf only, else null
 */
public record Element(
        Kind kind,
        Double size,
        Boolean bold,
        Boolean italic,
        boolean capitals,
        Alignment alignment,
        Column column,
        Double centre,
        Span span)
        implements Located {
    /** What a program may print a size of whole points as: 13.92 for 14. */
    private static final double SIZE_TOLERANCE = 0.2;

    /** The components, and how Decree 30/2020, PL I.I Mục II and the table of Mục V set each. */
    public enum Kind {
        NATIONAL_TITLE(true, false, null, 12, 13),
        MOTTO(true, false, null, 13, 14),
        PARENT(false, false, true, 12, 13),
        AGENCY(true, false, true, 12, 13),
        NUMBER(false, false, null, 13, 13),
        DATE(false, true, null, 13, 14),
        TYPE(true, false, true, 13, 14),
        SUBJECT(true, false, null, 13, 14),
        LEGAL_BASIS(null, true, null, 13, 14),
        /** The heading of a part that a Roman number opens. */
        HEADING(true, false, true, 13, 14),
        AUTHORITY(true, false, true, 13, 14),
        POSITION(true, false, true, 13, 14),
        SIGNER(true, false, false, 13, 14),
        RECIPIENTS(true, true, null, 12, 12),
        RECIPIENT(false, false, null, 11, 11),
        ANNEX(true, false, null, 14, 14),
        ANNEX_TITLE(true, false, true, 13, 14),
        /** "(Kèm theo Kế hoạch số …)". */
        ANNEX_REFERENCE(null, true, null, 13, 14);

        private final Boolean bold;
        private final Boolean italic;
        private final Boolean capitals;
        private final int least;
        private final int most;

        Kind(Boolean bold, Boolean italic, Boolean capitals, int least, int most) {
            this.bold = bold;
            this.italic = italic;
            this.capitals = capitals;
            this.least = least;
            this.most = most;
        }

        public int least() {
            return least;
        }

        public int most() {
            return most;
        }
    }

    /** Ways in which a line's type departs from the norm. */
    public enum Fault {
        NOT_BOLD,
        BOLD,
        NOT_ITALIC,
        ITALIC,
        NOT_CAPITALS,
        CAPITALS,
        NOT_CENTRED,
        NOT_LEFT,
        NOT_RIGHT,
        NOT_LEVEL
    }

    /** What is wrong with the letters, their size apart. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        add(kind.bold, bold, Fault.NOT_BOLD, Fault.BOLD, faults);
        add(kind.italic, italic, Fault.NOT_ITALIC, Fault.ITALIC, faults);
        // In a plain text signer-name-capitals speaks of a name in capitals.
        if (!Boolean.FALSE.equals(kind.capitals) || isTypeKnown()) {
            add(kind.capitals, capitals, Fault.NOT_CAPITALS, Fault.CAPITALS, faults);
        }
        return faults;
    }

    private static void add(Boolean right, Boolean is, Fault lacking, Fault excess, List<Fault> faults) {
        if (right != null && is != null && !right.equals(is)) {
            faults.add(right ? lacking : excess);
        }
    }

    /** Whether the format shows how it is set at all, as a plain text does not. */
    private boolean isTypeKnown() {
        return size != null || bold != null || italic != null;
    }

    public boolean isFaulty() {
        return !faults().isEmpty();
    }

    /** Whether it is known to stand elsewhere than in the middle of its column. */
    public boolean isOffCentre() {
        return alignment != null && alignment != Alignment.CENTER;
    }

    /** Whether the size is known to lie outside what the norm allows. */
    public boolean isOddSize() {
        return isOutside(kind.least, kind.most);
    }

    /** Whether the size is known to lie outside these bounds, in points. */
    public boolean isOutside(double least, double most) {
        return size != null && (size < least - SIZE_TOLERANCE || size > most + SIZE_TOLERANCE);
    }

    /** The size as Vietnamese print it: 12,5. */
    public String printedSize() {
        return Figure.tenth(size);
    }

    /** The sizes that the norm allows: "13", "13–14". */
    public String rightSize() {
        return kind.least == kind.most ? String.valueOf(kind.least) : kind.least + "–" + kind.most;
    }
}
