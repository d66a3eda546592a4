package org.planlint.facts;

import org.planlint.text.Span;

/** By when something is due; {@code task} is the sentence that says it. */
public record Deadline(PartialDate date, String task, String section, Span span) implements Located {
}
