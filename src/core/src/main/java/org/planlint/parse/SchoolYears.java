package org.planlint.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.PartialDate;
import org.planlint.facts.SchoolYear;
import org.planlint.facts.Section;
import org.planlint.facts.Subject;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds the school years that the text names, and which of them is the plan's own. */
final class SchoolYears {
    private static final Sought SCHOOL_YEAR =
            new Sought("năm\\s+học\\s*:?\\s*(" + Pieces.YEAR + ")\\s*(?:[-–—/]|đến)\\s*(" + Pieces.YEAR + ")(?!\\d)");
    /** "Từ năm học …", "các năm học …": the beginning of a longer time. */
    private static final Pattern BEGINS_MORE = Pattern.compile("(?:từ|các|những|qua|trong các)\\s+$");

    private static final Pattern LEFT = Pattern.compile(
            Pieces.NO_LETTER_BEFORE + Vocabulary.of("dates").any("left with a school year") + Pieces.NO_LETTER_AFTER);
    /** A school year is over, and the next has begun, on the first of this month. */
    private static final int SEPTEMBER = 9;
    /** By so many months before that a plan for the next school year may be meant. */
    private static final int BEFORE_SEPTEMBER = 1;
    /** How often a school year must be named to be the plan's own where the subject names none. */
    private static final int OFTEN = 3;

    private record Hit(Line line, int start, int end, int from, int to) {}

    private final List<Hit> hits = new ArrayList<>();
    private final String subject;
    private final PartialDate issued;
    private final boolean sectioned;

    private SchoolYears(Found soFar) {
        Subject found = soFar.all(Subject.class).stream().findFirst().orElse(null);
        subject = found == null ? "" : found.text().toLowerCase(Locale.ROOT);
        issued = soFar.head().date();
        sectioned = soFar.all(Section.class).stream().anyMatch(section -> section.value() > 0);
        for (Line line : soFar.lines()) {
            for (Matcher m = SCHOOL_YEAR.first(line.lower().contains("học") ? line.lower() : "");
                    m != null;
                    m = SCHOOL_YEAR.next(m, line.lower().contains("học") ? line.lower() : "")) {
                hits.add(new Hit(line, m.start(), m.end(), Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
            }
        }
    }

    static List<SchoolYear> find(Found soFar) {
        return new SchoolYears(soFar).found();
    }

    private List<SchoolYear> found() {
        Integer own = own();
        return hits.stream()
                .map(hit -> new SchoolYear(hit.from, hit.to, own, isMeant(hit, own), hit.line.span(hit.start, hit.end)))
                .toList();
    }

    /** The last that the subject names; that of the day of issue where it was over by then; else the one most named. */
    private Integer own() {
        Integer last = null;
        for (Matcher m = SCHOOL_YEAR.first(subject); m != null; m = SCHOOL_YEAR.next(m, subject)) {
            int from = Integer.parseInt(m.group(1));
            last = last == null || from > last ? Integer.valueOf(from) : last;
        }
        Integer running = running(0);
        return last == null ? mostNamed() : running != null && last < running ? running : last;
    }

    /**
     * The year in which that school year began which ran on the day of issue, or null.
     *
     * @param months by how many months earlier the next is looked upon as begun
     */
    private Integer running(int months) {
        if (issued == null || issued.year() == null || issued.month() == null) {
            return null;
        }
        return issued.month() + months >= SEPTEMBER ? issued.year() : Integer.valueOf(issued.year() - 1);
    }

    private Integer mostNamed() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Hit hit : hits) {
            if (hit.to == hit.from + 1 && !isMeant(hit, null)) {
                counts.merge(hit.from, 1, Integer::sum);
            }
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        Integer running = running(0);
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            boolean near = running != null && count.getKey() >= running && count.getKey() <= running + 1;
            if (near && count.getValue() >= OFTEN && count.getValue() * 3 > all * 2) {
                return count.getKey();
            }
        }
        return null;
    }

    private boolean isMeant(Hit hit, Integer own) {
        Line line = hit.line;
        if (line.zone == Line.Zone.TITLE) {
            return Around.of(line, hit.start, hit.end).isPast();
        }
        boolean basis = line.zone == Line.Zone.COVER
                || line.zone == Line.Zone.HEAD
                || sectioned && line.zone == Line.Zone.BODY && line.section.isEmpty();
        boolean named = subject.contains(String.valueOf(hit.from)) && subject.contains(String.valueOf(hit.to));
        Integer running = running(BEFORE_SEPTEMBER);
        boolean stillRuns = own != null && running != null && hit.from == running && hit.to == running + 1;
        Around around = Around.of(line, hit.start, hit.end);
        return basis && !around.isOfPlan()
                || line.inData()
                || named && !Integer.valueOf(hit.from).equals(own)
                || stillRuns && !around.isOfPlan()
                || BEGINS_MORE.matcher(around.before()).find()
                || LEFT.matcher(around.before()).find()
                || around.isPast()
                || around.isCited();
    }
}
