package org.planlint.facts;

import java.math.BigDecimal;
import org.planlint.text.Span;

/** A printed sum and what its parts add up to. */
public record Total(BigDecimal printed, BigDecimal sum, Span span) implements Located {
    /** The sum as a Vietnamese reader writes it. */
    public String sumText() {
        return Figure.text(sum);
    }

    public boolean isWrong() {
        return printed.compareTo(sum) != 0;
    }
}
