package org.planlint.facts;

import org.planlint.text.Span;

/** Where the plan says what pays for it: a heading or a statement of source. A task that mentions money is none. */
public record Budget(boolean heading, String text, String section, Span span) implements Located {}
