package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A part of a page that is a picture, with ink that was read as no word: a stamp, or print under one.
 *
 * @param span a line at its edge, or null
 */
public record Unread(Zone zone, Span span) implements Located {
    public enum Zone {
        HEAD,
        /** No line of the number was found at all. */
        NUMBER_LINE,
        /** No line of place and date was. */
        DATE_LINE,
        BODY,
        RECIPIENTS,
        SIGNATURE
    }
}
