package org.planlint.facts;

import java.util.Locale;
import org.planlint.text.Span;

/**
 * One line of a programme.
 *
 * @param agenda   the programme's id
 * @param day      which of its days, from 0
 * @param track    which of its parallel sessions, from 0
 * @param order    place in the programme
 * @param ordinal  its printed number, or null
 * @param date     its day where the programme names one
 * @param start    minutes after midnight, or null
 * @param end      minutes after midnight, or null
 * @param previousStart start of the item above it on the same day and track, or null
 * @param previousEnd   end of that item, or null
 * @param previousOrdinal number of the item above it
 * @param span     its time as printed, or its number
 */
public record AgendaItem(
        int agenda,
        int day,
        int track,
        int order,
        Integer ordinal,
        PartialDate date,
        Integer start,
        Integer end,
        String title,
        String presenter,
        Integer previousStart,
        Integer previousEnd,
        Integer previousOrdinal,
        Span span)
        implements Located {
    /** False where the item above is itself reversed: that mistake is one, and found there. */
    public boolean startsBeforePrevious() {
        boolean aboveReversed = previousEnd != null && previousStart != null && previousEnd < previousStart;
        return start != null && previousStart != null && start < previousStart && !aboveReversed && !endsBeforeStart();
    }

    /** Begins while the item above still runs; two that begin at one time are parallel, not an overlap. */
    public boolean overlapsPrevious() {
        return start != null
                && previousStart != null
                && previousEnd != null
                && previousEnd > previousStart
                && start > previousStart
                && start < previousEnd;
    }

    /** An evening item may end after midnight. */
    public boolean endsBeforeStart() {
        boolean overMidnight = start != null && end != null && start >= 18 * 60 && end <= 8 * 60;
        return start != null && end != null && end < start && !overMidnight;
    }

    public boolean numberRunsBackwards() {
        return start == null && ordinal != null && previousOrdinal != null && ordinal < previousOrdinal && ordinal != 1;
    }

    /** Minutes after midnight as 08:30. */
    public static String clock(Integer minutes) {
        return minutes == null ? "" : String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
}
