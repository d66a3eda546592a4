package org.planlint.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * A date as far as it is written: year, month or day may be missing (null). The parts need not make a real date;
 * {@link #isPossible()} says whether they do.
 */
public record PartialDate(Integer year, Integer month, Integer day) {
    public static PartialDate of(int year, int month, int day) {
        return new PartialDate(year, month, day);
    }

    public boolean isComplete() {
        return year != null && month != null && day != null;
    }

    /** False for 31 April, month 13, 29 February of a common year; a missing year counts as a leap year. */
    public boolean isPossible() {
        if (month != null && (month < 1 || month > 12)) {
            return false;
        }
        if (day == null) {
            return true;
        }
        int longest = month == null
                ? 31
                : YearMonth.of(year == null ? 2000 : year, month).lengthOfMonth();
        return day >= 1 && day <= longest;
    }

    /** The calendar day, or null if a part is missing or the date is impossible. */
    public LocalDate toLocalDate() {
        try {
            return isComplete() ? LocalDate.of(year, month, day) : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** Last day that the date can mean, or null without a year. */
    public LocalDate latest() {
        if (year == null || !isPossible()) {
            return null;
        }
        YearMonth last = YearMonth.of(year, month == null ? 12 : month);
        return month == null || day == null ? last.atEndOfMonth() : last.atDay(day);
    }

    /** First day that the date can mean, or null without a year. */
    public LocalDate earliest() {
        if (year == null || !isPossible()) {
            return null;
        }
        return LocalDate.of(year, month == null ? 1 : month, month == null || day == null ? 1 : day);
    }

    /** {@code 2024-01-04}, {@code 2024-04}, {@code 2024}; {@code --04-12} without a year. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(year == null ? "-" : String.format(Locale.ROOT, "%04d", year));
        if (month != null) {
            out.append(String.format(Locale.ROOT, "-%02d", month));
            if (day != null) {
                out.append(String.format(Locale.ROOT, "-%02d", day));
            }
        }
        return out.toString();
    }
}
