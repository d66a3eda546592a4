package org.planlint.facts;

import org.planlint.text.Span;

/**
 * The day of an event before which all other events of the plan are over.
 *
 * @param date a whole day, or the first of a stretch, that the calendar has
 */
public record LastEvent(DateMention date) implements Located {
    @Override
    public Span span() {
        return date.span();
    }
}
