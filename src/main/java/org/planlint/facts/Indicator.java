package org.planlint.facts;

import java.math.BigDecimal;
import org.planlint.text.Span;

/** A measured aim: "đạt 43,24 điểm (tăng 1,09 điểm so với năm 2022)". Fields are null where the text is silent. */
public record Indicator(String name, BigDecimal target, BigDecimal change, BigDecimal baseline, String unit,
                        String section, Span span) implements Located {
}
