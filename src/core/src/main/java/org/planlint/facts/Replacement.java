package org.planlint.facts;

import java.time.LocalDate;

/**
 * What took the place of a law, and from which day, from {@code rules/law/replaced.json}.
 *
 * @param name what the replaced act is called, without its number
 * @param by   the act that took its place, with its number
 * @param from the first day of that act
 * @param sure whether two independent sources say so
 * @param next what took the place of that act in turn, or null
 */
public record Replacement(String name, String by, LocalDate from, boolean sure, Replacement next) {
    private static final String THEN = " → ";

    /** The act that stands at the chain's end on {@code day}. */
    public String inForceOn(LocalDate day) {
        return goesOn(day) ? next.inForceOn(day) : by;
    }

    /** All acts up to that one, each with its first day. */
    public String chainTo(LocalDate day) {
        String link = "%s (%d/%d/%d)".formatted(by, from.getDayOfMonth(), from.getMonthValue(), from.getYear());
        return goesOn(day) ? link + THEN + next.chainTo(day) : link;
    }

    private boolean goesOn(LocalDate day) {
        return next != null && !day.isBefore(next.from);
    }
}
