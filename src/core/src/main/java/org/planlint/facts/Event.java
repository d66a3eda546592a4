package org.planlint.facts;

import org.planlint.text.Span;

/** An activity of the plan: when, and where if a place line stands by it. Time is {@code HH:mm} or null. */
public record Event(PartialDate date, String time, String place, String section, Span span) implements Located {}
