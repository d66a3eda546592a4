package org.planlint.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan that was written over an earlier year's plan of the same agency.
 *
 * @param likeness how much of their text is the same, in percent
 * @param left     planned days of the earlier plan's year that stand in both
 */
public record PlanCopy(PlanCard plan, PlanCard original, int likeness, List<LocalDate> left) {
    public PlanCopy {
        left = List.copyOf(left);
    }

    public List<String> paths() {
        return List.of(plan.path(), original.path());
    }

    public String leftInWords() {
        return left.stream().map(PlanCard::words).collect(Collectors.joining(", "));
    }

    /** Whether its original is of a later year, or of the same and more like it. */
    public boolean isNearerThan(PlanCopy other) {
        return Comparator.comparing((PlanCopy copy) -> copy.original.year())
                        .thenComparing(PlanCopy::likeness)
                        .thenComparing(copy -> copy.original.path())
                        .compare(this, other)
                > 0;
    }

    /** Null where the two are not of two years. */
    public static PlanCopy of(PlanCard plan, PlanCard original) {
        if (plan.year() == null
                || original.year() == null
                || original.year() >= plan.year()
                || plan.sketch() == null
                || original.sketch() == null) {
            return null;
        }
        List<LocalDate> left = plan.planned().stream()
                .filter(day ->
                        day.getYear() == original.year() && original.planned().contains(day))
                .toList();
        return new PlanCopy(plan, original, plan.sketch().likeness(original.sketch()), left);
    }
}
