package org.planlint.facts;

import java.math.BigDecimal;
import org.planlint.text.Span;

/** A sum of money. {@code words} is what stands in "(bằng chữ: …)" behind it, or null. */
public record Amount(BigDecimal value, String unit, String words, String section, Span span) implements Located {
}
