package org.planlint.facts;

import org.planlint.text.Span;

/** The elements at the head of a document, each as the place where it was read, or null where it is absent. */
public record Letterhead(Span nationalTitle, Span motto, Span agency, Span numberLine, Span dateLine) {}
