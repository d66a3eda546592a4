package org.planlint.facts;

import java.util.List;
import java.util.Set;
import org.planlint.text.Span;

/**
 * A date that lies in a year before the plan's, with what speaks for and against its year being left over from an
 * older file.
 *
 * @param date     as far as it is written
 * @param expected the plan's year
 * @param signs    the reasons, those for it first
 * @param siblings dates beside it that lie in the plan's year, those that stand nearest; empty where none count
 * @param span     the date alone
 */
public record OldYear(PartialDate date, int expected, List<Sign> signs, List<Span> siblings, Span span)
        implements Located {
    /** What can be seen of a date, and how much it weighs. */
    public enum Sign {
        /** Its label, column or sentence says that it is a day of the plan's own. */
        PLANNED(5),
        /** Another date of its list, section or table lies in the plan's year. */
        SIBLING(1),
        /** Several do. */
        SIBLINGS(2),
        /** It opens its line, or stands behind a colon. */
        PLACE(1),
        /** The words before it are those of work to be done. */
        WORK(1),
        /** The weekday beside it is that of the plan's year, not of its own. */
        WEEKDAY(2),
        /** The same words stand elsewhere with the plan's year. */
        SAME_WORDS(3),
        /** It is the year of an examination or an admission, which the plan is about. */
        ROUND(3),
        /** Something is to be finished within it. */
        WITHIN(3),
        /** More than one year lies between. */
        LONG_AGO(-1),
        /** As many dates beside it are old. */
        OLD_SIBLINGS(-2),
        /** It lies not long before the day of issue, and the dates that follow are in order behind it. */
        IN_ORDER(-5),
        /** Words before or behind it tell of the past. */
        PAST(-9),
        /** It names a document. */
        CITED(-9),
        /** Its year is looked back on, here or in the subject. */
        REVIEWED(-9),
        /** It opens a stretch of less than a year that goes on into the plan's. */
        RUNS_ON(-9);

        private final int weight;

        Sign(int weight) {
            this.weight = weight;
        }
    }

    private static final Set<Sign> REASONS =
            Set.of(Sign.SIBLING, Sign.SIBLINGS, Sign.SAME_WORDS, Sign.ROUND, Sign.WITHIN, Sign.WEEKDAY);

    /** What it takes to say that a year is probably left over. */
    private static final int PROBABLE = 3;

    /** @throws NullPointerException if the date has no year */
    public int year() {
        return date.year();
    }

    /** Whether it is a day of the plan's own on its face. */
    public boolean isSure() {
        return weight() >= Sign.PLANNED.weight && signs.contains(Sign.PLANNED);
    }

    /** Whether only what stands around it shows it. */
    public boolean isProbable() {
        return !isSure() && weight() >= PROBABLE;
    }

    /** The first of the siblings as printed, in a row; empty for none. */
    public String siblingsText() {
        return String.join(", ", siblings.stream().limit(3).map(Span::text).toList());
    }

    /** The sign that a probable year is best told by. */
    public Sign reason() {
        return signs.stream().filter(REASONS::contains).findFirst().orElse(Sign.PLACE);
    }

    private int weight() {
        return signs.stream().mapToInt(sign -> sign.weight).sum();
    }
}
