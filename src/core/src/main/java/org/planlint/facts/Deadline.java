package org.planlint.facts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Vocabulary;

/** By when something is due; {@code task} is the sentence that says it. */
public record Deadline(PartialDate date, String task, String section, Span span) implements Located {
    private static final Pattern FOR_EVENT =
            Pattern.compile(Vocabulary.of("dates").any("papers for an event"));
    private static final Pattern AFTERWARDS =
            Pattern.compile(Vocabulary.of("dates").any("work after an event"));

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
