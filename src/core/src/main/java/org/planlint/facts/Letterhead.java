package org.planlint.facts;

import org.planlint.text.Span;

/** The elements at the head of a document, each as the place where it was read, or null where it is absent. */
public record Letterhead(Span nationalTitle, Span motto, Span agency, Span numberLine, Span dateLine) {
    /** Whether nothing of it is there. A line of date alone may as well stand over the signature. */
    public boolean isAbsent() {
        return nationalTitle == null && motto == null && agency == null && numberLine == null;
    }
}
