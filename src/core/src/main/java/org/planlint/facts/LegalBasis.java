package org.planlint.facts;

import org.planlint.text.Span;

/**
 * One line of the căn cứ.
 *
 * @param order  its place in the block, from 0
 * @param last   whether it is the last of the block
 * @param ending its last character
 * @param span   its last words
 */
public record LegalBasis(int order, boolean last, String ending, Span span) implements Located {
    /** Decree 30/2020, PL I.I Mục II.6a: each ends with ";", the last with ".". */
    public boolean isBadlyEnded() {
        return !ending.equals(last ? "." : ";");
    }
}
