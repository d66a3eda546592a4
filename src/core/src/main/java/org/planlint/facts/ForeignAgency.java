package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A body that has nothing to do in this plan, named as if it had: left over from another one.
 *
 * @param of  whose body it is
 * @param own who issues the plan, or what is held under it, as printed
 */
public record ForeignAgency(Of of, String own, Span span) implements Located {
    public enum Of {
        AGENCY,
        EVENT
    }
}
