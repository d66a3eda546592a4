package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A school year that the text names: "năm học 2020 - 2021".
 *
 * @param from  the year in which it begins
 * @param to    the year in which it ends, as written
 * @param own   the year in which the plan's own school year begins, or null where the plan does not say
 * @param meant whether this year is meant though it is not the plan's own: the words around it tell of the past or cite
 *              a document, the subject names it, or it still runs when the plan is issued
 */
public record SchoolYear(int from, int to, Integer own, boolean meant, Span span) implements Located {
    /** Whether it is none, since a school year ends in the year behind that of its beginning. */
    public boolean isMalformed() {
        return to == from || to > from + 1;
    }

    /** Whether it lies before the plan's own. */
    public boolean isOld() {
        return own != null && from < own;
    }

    public boolean isMismatched() {
        return !meant && (isOld() || isMalformed());
    }

    /** Which of the two it is; the first where both. */
    public String fault() {
        return isOld() ? "old" : "malformed";
    }

    /** The plan's own as it is written, or the one that begins as this does. */
    public String expected() {
        int begins = own == null ? from : own;
        return begins + " - " + (begins + 1);
    }
}
