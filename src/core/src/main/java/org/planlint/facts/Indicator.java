package org.planlint.facts;

import java.math.BigDecimal;
import java.util.List;
import org.planlint.text.Span;

/** A measured aim: "đạt 43,24 điểm (tăng 1,09 điểm so với năm 2022)". Fields are null where the text is silent. */
public record Indicator(
        String name, BigDecimal target, BigDecimal change, BigDecimal baseline, String unit, String section, Span span)
        implements Located {
    /** What baseline and change come to, with both: "80 + 4 = 84". */
    public String sumText() {
        return Figure.sum(List.of(baseline, change));
    }

    /** False where baseline and change do not make the target; true where one of them is not given. */
    public boolean addsUp() {
        return baseline == null || change == null || baseline.add(change).compareTo(target) == 0;
    }
}
