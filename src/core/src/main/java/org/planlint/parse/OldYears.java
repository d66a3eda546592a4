package org.planlint.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateMention;
import org.planlint.facts.DateRole;
import org.planlint.facts.OldYear;
import org.planlint.facts.OldYear.Sign;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Section;
import org.planlint.facts.Subject;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/**
 * Weighs what can be seen of dates before the plan's year: a plain sign that they are the plan's own, or else the dates
 * of the same list, section or column, among which one of last year stands out.
 */
final class OldYears {
    private static final Vocabulary AROUND = Vocabulary.of("dates");

    private static final Sought WORK = new Sought(Pieces.WORD_START
            + AROUND.any("work that is due", "announcements", "inspections")
            + Pieces.NO_LETTER_AFTER);
    private static final Pattern ROUND = Pattern.compile(
            Pieces.NO_LETTER_BEFORE + AROUND.any("rounds of a year") + "(?:\\s+[\\p{L}\\d]+){0,6}\\s*$");
    /** "- Hoàn thành việc chỉnh lý trong năm 2023": the clause opens with the verb, so that the year is not that of a thing. */
    private static final Pattern WITHIN =
            Pattern.compile("(?:^|[,;:]\\s*)(?:" + Pieces.LIST_MARK + "\\s*|[ivx]+\\.\\s*)?(?:"
                    + AROUND.any("to be finished") + ")" + Pieces.NO_LETTER_AFTER + "[^,;:]{0,80}\\s"
                    + AROUND.any("within a year") + "\\s*$");

    private static final Pattern PLACE = Pattern.compile("(?:^|:)(?:" + Pieces.LIST_MARK + "|[ivx]+\\.)?\\s*(?:"
            + AROUND.any("leads to a date") + "\\s+)*\\(?\\s*$");
    private static final Pattern SAME_WORDS = Pattern.compile("\\p{L}+(?:\\s+\\p{L}+){2}\\s*$");
    /** A stretch of fewer days that ends in the plan's year may well have begun before it; of twice as many where no sign says more. */
    private static final int RUNS_ON = 330;
    /** A step that lies fewer days before that of issue may well be done. */
    private static final int RECENT = 150;
    /** Before it a digit is wrong, and far-off-date says so. */
    private static final int FIRST_YEAR = 1900;

    private static final int MOST_SIBLINGS = 5;
    /** A date with its line and the words around it. */
    private record Seen(DateMention date, Line line, Around around) {
        boolean isMonth() {
            return date.date().month() != null;
        }

        /** Whether it may be the plan's own: neither cited nor looked back on. */
        boolean isOpen() {
            return date.isPlanned() || date.role() == DateRole.OTHER;
        }
    }

    /** Dates that are compared: those of one column, or of sections beside each other. */
    private static final class Group {
        private final List<Seen> all = new ArrayList<>();
        /** Days and months of the plan's own year, or of the next, that may be the plan's own. */
        private final Map<Integer, List<Seen>> byYear = new HashMap<>();
    }

    private final int year;
    private final LocalDate issued;
    /** The year after that of issue where the subject says that the plan is for it, or null. */
    private final Integer next;

    private final String subject;
    private final boolean sectioned;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, List<Seen>> sameWords = new HashMap<>();

    private OldYears(Found soFar, int year, Subject subject) {
        this.year = year;
        PartialDate date = soFar.head().date();
        issued = date == null ? null : date.earliest();
        next = subject != null && subject.year() != null && subject.year() == year + 1 ? subject.year() : null;
        this.subject = subject == null ? "" : subject.text();
        sectioned = soFar.all(Section.class).stream().anyMatch(section -> section.value() > 0);
        for (DateMention mention : soFar.all(DateMention.class)) {
            Line line =
                    mention.year() == null || mention.role() == DateRole.ISSUE ? null : soFar.lineAt(mention.span());
            if (line != null) {
                see(mention, line);
            }
        }
    }

    static List<OldYear> find(Found soFar) {
        List<DateMention> dates = soFar.all(DateMention.class);
        Subject subject = soFar.all(Subject.class).stream().findFirst().orElse(null);
        Integer year = Plans.year(soFar);
        boolean any = year != null && dates.stream().anyMatch(date -> date.year() != null && date.year() <= year);
        return any ? new OldYears(soFar, year, subject).weighed() : List.of();
    }

    private void see(DateMention date, Line line) {
        String text = line.lower();
        int start = Math.min(line.position(date.span()), text.length());
        int end = Math.min(text.length(), start + date.span().text().length());
        Seen seen = new Seen(date, line, Around.of(line, start, end));
        Group group = groups.computeIfAbsent(nameOfGroup(line), key -> new Group());
        group.all.add(seen);
        if (seen.isMonth() && seen.isOpen() && !isBasis(line)) {
            group.byYear.computeIfAbsent(date.year(), key -> new ArrayList<>()).add(seen);
        }
        Matcher words = SAME_WORDS.matcher(seen.around.before());
        if (!seen.isMonth() && date.end() == null && words.find()) {
            sameWords
                    .computeIfAbsent(words.group().strip(), key -> new ArrayList<>())
                    .add(seen);
        }
    }

    /** The column; the sections of one row, be they parts of a section or the items that a short plan has instead. */
    private static String nameOfGroup(Line line) {
        if (line.inData()) {
            return "table " + System.identityHashCode(line.table) + " " + line.column;
        }
        int dot = line.section.lastIndexOf('.');
        boolean item = dot < 0 && !line.section.isEmpty() && Character.isDigit(line.section.charAt(0));
        return line.part + " " + (item ? "items" : dot < 0 ? line.section : line.section.substring(0, dot));
    }

    private List<OldYear> weighed() {
        List<OldYear> found = new ArrayList<>();
        for (Group group : groups.values()) {
            DateMention above = null;
            for (Seen seen : group.all) {
                boolean closing = above != null && above.isClosedBy(seen.date) && expected(above) != null;
                Integer expected = seen.isOpen() && !closing ? expected(seen.date) : null;
                OldYear old = expected == null
                        ? null
                        : seen.isMonth() || seen.date.isPlanned() ? ofDay(seen, group, expected) : ofYear(seen);
                if (old != null) {
                    found.add(old);
                }
                above = seen.date;
            }
        }
        found.sort(Comparator.comparingInt((OldYear old) -> old.span().paragraph())
                .thenComparingInt(old -> old.span().start()));
        return found;
    }

    /** The year that the plan would mean if that of the date were left over; null where it is not old. */
    private Integer expected(DateMention date) {
        if (date.year() < FIRST_YEAR || !date.isPossible()) {
            return null;
        }
        boolean passed = next != null
                && date.year() == year
                && date.date().month() != null
                && !date.isPlanned()
                && issued != null
                && date.isBefore(PartialDate.of(issued.getYear(), issued.getMonthValue(), issued.getDayOfMonth()));
        return date.year() < year ? Integer.valueOf(year) : passed ? next : null;
    }

    private OldYear ofDay(Seen seen, Group group, int expected) {
        DateMention date = seen.date;
        if (isBasis(seen.line) && !date.isPlanned()) {
            return null;
        }
        List<Sign> signs = new ArrayList<>();
        List<Seen> siblings = group.byYear.getOrDefault(expected, List.of());
        if (date.isPlanned()) {
            signs.add(Sign.PLANNED);
        }
        if (!siblings.isEmpty()) {
            signs.add(siblings.size() == 1 ? Sign.SIBLING : Sign.SIBLINGS);
        }
        if (!seen.line.inData() && PLACE.matcher(seen.around.before()).find()) {
            signs.add(Sign.PLACE);
        }
        if (WORK.in(seen.around.before())) {
            signs.add(Sign.WORK);
        }
        if (fitsWeekdayOf(date, expected)) {
            signs.add(Sign.WEEKDAY);
        }
        if (signs.isEmpty()) {
            return null;
        }
        if (!date.isPlanned()) {
            against(seen, signs, expected);
            if (group.byYear.get(date.year()).size() > siblings.size()) {
                signs.add(Sign.OLD_SIBLINGS);
            }
        }
        boolean step = date.role() != DateRole.DEADLINE && seen.around.before().indexOf(':') < 0;
        if (step && keepsOrder(date, siblings, seen, expected)) {
            signs.add(Sign.IN_ORDER);
        }
        if (runsOn(date, expected)) {
            signs.add(Sign.RUNS_ON);
        }
        return new OldYear(date.date(), expected, signs, nearest(siblings, seen), date.span());
    }

    /** Of a year alone: a round's, one to finish within, or where the same words stand elsewhere with the plan's year. */
    private OldYear ofYear(Seen seen) {
        if (seen.line.inData() || isBasis(seen.line) && !seen.around.isOfPlan()) {
            return null;
        }
        Matcher words = SAME_WORDS.matcher(seen.around.before());
        List<Seen> siblings = words.find() && seen.date.end() == null
                ? sameWords.get(words.group().strip()).stream()
                        .filter(other -> other.date.year() == year)
                        .toList()
                : List.of();
        List<Sign> signs = new ArrayList<>();
        if (!siblings.isEmpty()) {
            signs.add(Sign.SAME_WORDS);
        }
        if (ROUND.matcher(seen.around.before()).find()) {
            signs.add(Sign.ROUND);
        }
        if (WITHIN.matcher(seen.around.before()).find()) {
            signs.add(Sign.WITHIN);
        }
        if (signs.isEmpty()) {
            return null;
        }
        against(seen, signs, year);
        if (subject.contains(String.valueOf(seen.date.year()))) {
            signs.add(Sign.REVIEWED);
        }
        return new OldYear(seen.date.date(), year, signs, nearest(siblings, seen), seen.date.span());
    }

    private static void against(Seen seen, List<Sign> signs, int expected) {
        if (seen.date.year() < expected - 1) {
            signs.add(Sign.LONG_AGO);
        }
        if (seen.around.isPast()) {
            signs.add(Sign.PAST);
        }
        if (seen.around.isCited()) {
            signs.add(Sign.CITED);
        }
    }

    /** What stands before the first section gives the reasons for the plan. */
    private boolean isBasis(Line line) {
        return line.zone == Line.Zone.COVER || sectioned && line.zone == Line.Zone.BODY && line.section.isEmpty();
    }

    private static boolean fitsWeekdayOf(DateMention date, int year) {
        LocalDate there = new PartialDate(year, date.date().month(), date.date().day()).toLocalDate();
        return date.isOnWrongWeekday() && there != null && there.getDayOfWeek() == date.weekday();
    }

    /**
     * Whether it lies not long before the day of issue, and one that follows in the text would lie before it in the
     * plan's year: steps that stand in order, of which the first may well be done.
     */
    private boolean keepsOrder(DateMention date, List<Seen> siblings, Seen seen, int expected) {
        LocalDate own = date.date().latest();
        LocalDate there =
                new PartialDate(expected, date.date().month(), date.date().day()).earliest();
        return own != null
                && there != null
                && issued != null
                && own.plusDays(RECENT).isAfter(issued)
                && siblings.stream()
                        .anyMatch(next -> next.line.index > seen.line.index
                                && next.date.date().earliest() != null
                                && next.date.date().earliest().isBefore(there));
    }

    private static boolean runsOn(DateMention date, int year) {
        LocalDate from = date.date().earliest();
        LocalDate to = date.end() == null ? null : date.end().latest();
        return from != null
                && to != null
                && to.getYear() >= year
                && from.plusDays(date.isPlanned() ? RUNS_ON : 2 * RUNS_ON).isAfter(to);
    }

    /** The places of those that stand nearest, in the order of the text. */
    private static List<Span> nearest(List<Seen> siblings, Seen seen) {
        int to = 0;
        while (to < siblings.size() && siblings.get(to).line.index <= seen.line.index) {
            to++;
        }
        int from = Math.max(0, to - (MOST_SIBLINGS + 1) / 2);
        return siblings.subList(from, Math.min(siblings.size(), from + MOST_SIBLINGS)).stream()
                .map(other -> other.date.span())
                .toList();
    }
}
