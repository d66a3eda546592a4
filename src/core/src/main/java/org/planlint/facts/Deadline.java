package org.planlint.facts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Vocabulary;

/**
 * By when something is due.
 *
 * @param task    the line that says it
 * @param report  the report that is due, or null where something else is, or it comes again and again
 * @param order   its place among the deadlines, from 0
 */
public record Deadline(PartialDate date, String task, ReportDue report, String section, int order, Span span)
        implements Located {
    private static final Pattern FOR_EVENT =
            Pattern.compile(Vocabulary.of("dates").any("papers for an event"));
    private static final Pattern AFTERWARDS =
            Pattern.compile(Vocabulary.of("dates").any("work after an event"));

    private static final Pattern BEFORE_DAY =
            Pattern.compile("(?iu)" + Vocabulary.of("dates").any("strictly before") + "\\s*$");

    /** Whether it falls due before that very day begins: "trước ngày 12/10/2024" in a plan of that day. */
    public boolean isDueBefore(PartialDate day) {
        int at = task.indexOf(span.text());
        return date.isComplete()
                && date.equals(day)
                && at >= 0
                && BEFORE_DAY.matcher(task.substring(0, at)).find();
    }

    /** Whether papers or names for an event are due, not a report of what came of it. */
    public boolean isForEvent() {
        int date = Math.max(0, task.indexOf(span.text()));
        int from = Math.max(task.lastIndexOf(';', date), task.lastIndexOf(". ", date - 5)) + 1;
        String words = task.substring(Math.min(from, date), date).toLowerCase(Locale.ROOT);
        return FOR_EVENT.matcher(words).find() && !AFTERWARDS.matcher(words).find();
    }

    public boolean isAfter(DateMention event) {
        PartialDate last = event.end() == null ? event.date() : event.end();
        return date.toLocalDate() != null
                && last.latest() != null
                && date.toLocalDate().isAfter(last.latest());
    }
}
