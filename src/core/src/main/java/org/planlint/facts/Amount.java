package org.planlint.facts;

import java.math.BigDecimal;
import org.planlint.text.Span;

/**
 * A sum of money. {@code words} is what stands in "(bằng chữ: …)" behind it, or null.
 *
 * @param spelled     the sum in words as it should stand, or null without words
 * @param wordsDiffer whether the words say another sum
 */
public record Amount(
        BigDecimal value, String unit, String words, String spelled, boolean wordsDiffer, String section, Span span)
        implements Located {}
