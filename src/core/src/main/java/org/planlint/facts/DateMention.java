package org.planlint.facts;

import java.time.DayOfWeek;
import org.planlint.text.Span;

/**
 * A date in the text.
 *
 * @param date    as far as it is written
 * @param end     last day where the text gives a stretch ("từ ngày 03 đến ngày 05/4/2024"), else null
 * @param weekday the day of the week that stands beside it, or null
 * @param role    what it is for
 * @param section path of its section, or empty
 * @param span    the date alone
 */
public record DateMention(
        PartialDate date, PartialDate end, DayOfWeek weekday, DateRole role, String section, Span span)
        implements Located {
    public Integer year() {
        return date.year();
    }

    /** The same, for another thing. */
    public DateMention as(DateRole other) {
        return new DateMention(date, end, weekday, other, section, span);
    }

    /** Whether it names a day, not only a month or year. */
    public boolean isWholeDay() {
        return date.isComplete();
    }

    public boolean isPossible() {
        return date.isPossible();
    }

    /** Whether it is about what the plan sets going: an event or a deadline. */
    public boolean isPlanned() {
        return role == DateRole.EVENT || role == DateRole.DEADLINE;
    }

    /** Whether the stretch ends before it begins. False where unsure. */
    public boolean isReversed() {
        return end != null
                && date.earliest() != null
                && end.latest() != null
                && end.latest().isBefore(date.earliest());
    }

    /** Whether it is about a day so far off that a digit must be wrong. */
    public boolean isFarFrom(Integer planYear, int years) {
        return planYear != null && date.year() != null && (date.year() > planYear + years || date.year() < 1800);
    }

    /** The index of the paragraph that it stands in: rules look for its neighbours by that. */
    public int paragraph() {
        return span.paragraph();
    }

    /** Whether this is a stretch that ends with the date that {@code other} mentions. */
    public boolean isClosedBy(DateMention other) {
        return end != null
                && end.equals(other.date)
                && span.paragraph() == other.span.paragraph()
                && span.start() < other.span.start();
    }

    /** Whether the whole of it lies before the earliest day that {@code other} can mean. False where unsure. */
    public boolean isBefore(PartialDate other) {
        PartialDate last = end == null ? date : end;
        return other != null
                && last.latest() != null
                && other.earliest() != null
                && last.latest().isBefore(other.earliest());
    }

    /** Whether the written weekday is not the one of that day; false where either is unknown. */
    public boolean isOnWrongWeekday() {
        return weekday != null
                && date.toLocalDate() != null
                && date.toLocalDate().getDayOfWeek() != weekday;
    }

    /** The weekday of that day as a clerk writes it, "thứ Hai" to "Chủ nhật"; empty where the date is not complete. */
    public String rightWeekday() {
        if (date.toLocalDate() == null) {
            return "";
        }
        return switch (date.toLocalDate().getDayOfWeek()) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }
}
