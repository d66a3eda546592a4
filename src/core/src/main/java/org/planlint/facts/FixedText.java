package org.planlint.facts;

import org.planlint.text.Span;

/** A regulated string of the letterhead that stands there, but not as the norm prints it. */
public record FixedText(Element element, Fault fault, Span span) implements Located {
    public enum Element {
        NATIONAL_TITLE,
        MOTTO
    }

    public enum Fault {
        /** Words are missing or wrong. */
        WORDS,
        /** Capitals and small letters. */
        CASE,
        /** Another dash than the hyphen, or none. */
        DASH,
        /** No space beside the hyphen. */
        SPACE
    }
}
