package org.planlint.facts;

import org.planlint.text.Span;

/**
 * One document that is cited with two dates.
 *
 * @param first  the first citation with another date than the second
 * @param second the first with its date, behind it
 */
public record ReferenceConflict(Reference first, Reference second) implements Located {
    @Override
    public Span span() {
        return second.span();
    }
}
