package org.planlint.facts;

import org.planlint.text.Span;

/** A line under "Nơi nhận", without its dash. */
public record Recipient(String name, Span span) implements Located {
}
