package org.planlint.facts;

import org.planlint.text.Span;

/** The last words of the plan's own text, and whether they end with "./.". */
public record EndMark(boolean present, Span span) implements Located {}
