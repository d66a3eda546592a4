package org.planlint.facts;

import org.planlint.text.Span;

/** The label "Nơi nhận". */
public record RecipientsBlock(int lines, Span span) implements Located {
}
