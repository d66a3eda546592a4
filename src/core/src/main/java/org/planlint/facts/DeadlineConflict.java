package org.planlint.facts;

import org.planlint.text.Span;

/**
 * Two days that are set for one report.
 *
 * @param first  the first deadline with another day than the second
 * @param second stands behind it
 */
public record DeadlineConflict(Deadline first, Deadline second) implements Located {
    @Override
    public Span span() {
        return second.span();
    }
}
