package org.planlint.facts;

import java.time.LocalDate;

/**
 * A name of a province, ministry or department and the time in which it stood, from {@code rules/law/}.
 *
 * @param level     tỉnh or thành phố for a province, null for an agency
 * @param from      first day of the name, or null for as long as we know
 * @param to        its last day, or null where it stands today
 * @param successor what took its place, or null
 * @param norm      the act that changed it
 */
public record NamePeriod(String name, String level, LocalDate from, LocalDate to, String successor, String norm) {
    /** Whether the name stood on that day; true where the day is not known. */
    public boolean stoodOn(LocalDate day) {
        return day == null || (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether the name had already gone by that day. */
    public boolean goneBy(LocalDate day) {
        return day != null && to != null && day.isAfter(to);
    }
}
