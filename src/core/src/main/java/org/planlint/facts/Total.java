package org.planlint.facts;

import java.math.BigDecimal;
import java.util.List;
import org.planlint.text.Span;

/** A printed sum and the parts that it is made of. */
public record Total(BigDecimal printed, List<BigDecimal> parts, Span span) implements Located {
    public Total {
        parts = List.copyOf(parts);
    }

    /** What the parts add up to. */
    public BigDecimal sum() {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum with its terms, as a Vietnamese reader writes it: "40.000.000 + 50.000.000 = 90.000.000". */
    public String sumText() {
        return Figure.sum(parts);
    }

    public boolean isWrong() {
        return printed.compareTo(sum()) != 0;
    }
}
