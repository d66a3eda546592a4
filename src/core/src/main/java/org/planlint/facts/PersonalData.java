package org.planlint.facts;

import org.planlint.text.Span;

/** A private telephone number or the number of an identity card. */
public record PersonalData(Kind kind, Span span) implements Located {
    public enum Kind {
        PHONE,
        IDENTITY
    }
}
