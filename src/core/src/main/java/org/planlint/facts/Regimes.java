package org.planlint.facts;

import java.time.LocalDate;
import java.util.List;

/** Which norm on form was in force when; the dates are data of {@code rules/law/regimes.json}. */
public record Regimes(List<Period> periods) {
    /** First and last day, both included; {@code to} is null for what is in force today. */
    public record Period(Regime regime, LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public Regimes {
        periods = List.copyOf(periods);
    }

    /** The regime on the plan's date; of a year alone, the one at its end. */
    public Regime of(PartialDate issued, Integer year) {
        LocalDate day = issued != null && issued.latest() != null
                ? issued.latest()
                : year != null ? LocalDate.of(year, 12, 31) : null;
        for (Period period : periods) {
            if (day != null && period.holds(day)) {
                return period.regime();
            }
        }
        return Regime.UNKNOWN;
    }
}
