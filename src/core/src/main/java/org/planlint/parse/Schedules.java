package org.planlint.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateMention;
import org.planlint.facts.DateRole;
import org.planlint.facts.Deadline;
import org.planlint.facts.Event;
import org.planlint.facts.LastEvent;
import org.planlint.words.Pieces;

/** Reads what the plan sets for a day, with hour and place, and what it wants done by one. */
final class Schedules {
    private static final Pattern PLACE = Pattern.compile("(?iu)^(?:" + Pieces.BULLET + "|" + Pieces.POINT_LETTER
            + "\\)|\\d+\\.)?\\s*địa điểm\\s*[^:]{0,30}:\\s*(.{3,160})$");
    private static final int NEAR = 5;

    private Schedules() {}

    static List<Event> events(Found soFar) {
        List<Event> events = new ArrayList<>();
        for (DateMention date : soFar.all(DateMention.class)) {
            if (date.role() == DateRole.EVENT) {
                Line line = soFar.lineAt(date.span());
                String time = line == null ? null : Clock.first(line.text());
                events.add(new Event(
                        date.date(),
                        time,
                        line == null ? null : place(line, soFar.lines()),
                        date.section(),
                        date.span()));
            }
        }
        return events;
    }

    /** The event that all others are over before; none where two run at once, or one may come at any time. */
    static List<LastEvent> last(Found soFar) {
        List<DateMention> events = soFar.all(DateMention.class).stream()
                .filter(date -> date.role() == DateRole.EVENT && date.isPossible())
                .toList();
        LocalDate[] ends = events.stream().map(Schedules::end).sorted().toArray(LocalDate[]::new);
        return events.stream()
                .filter(event -> event.isWholeDay() && isLast(event, ends))
                .map(LastEvent::new)
                .toList();
    }

    /** @param ends of all events, the latest at the end */
    private static boolean isLast(DateMention event, LocalDate[] ends) {
        int last = ends.length - 1;
        int others = ends[last].equals(end(event)) ? last - 1 : last;
        return others < 0 || ends[others].isBefore(event.date().earliest());
    }

    /** A day that may come at any time comes last. */
    private static LocalDate end(DateMention event) {
        LocalDate latest = (event.end() == null ? event.date() : event.end()).latest();
        return latest == null ? LocalDate.MAX : latest;
    }

    /** The place that the line, or one just below it, gives; null for none. */
    private static String place(Line first, List<Line> lines) {
        for (Line line : lines.subList(first.index, Math.min(lines.size(), first.index + NEAR))) {
            Matcher m = PLACE.matcher(line.text());
            if (m.matches()) {
                return m.group(1);
            }
        }
        return null;
    }

    static List<Deadline> deadlines(Found soFar) {
        List<Deadline> deadlines = new ArrayList<>();
        for (DateMention date : soFar.all(DateMention.class)) {
            if (date.role() == DateRole.DEADLINE) {
                Line line = soFar.lineAt(date.span());
                deadlines.add(new Deadline(
                        date.date(),
                        line == null ? "" : line.text(),
                        line == null ? null : Reports.due(line, date),
                        date.section(),
                        deadlines.size(),
                        date.span()));
            }
        }
        return deadlines;
    }
}
