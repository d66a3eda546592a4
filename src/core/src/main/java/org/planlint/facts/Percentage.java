package org.planlint.facts;

import java.math.BigDecimal;
import org.planlint.text.Span;

/** A share of a whole: "tỷ lệ hộ sử dụng nước sạch đạt 95%". */
public record Percentage(BigDecimal value, Span span) implements Located {
    public boolean isOverHundred() {
        return value.compareTo(BigDecimal.valueOf(100)) > 0;
    }
}
