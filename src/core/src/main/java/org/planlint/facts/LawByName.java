package org.planlint.facts;

import java.time.LocalDate;
import org.planlint.text.Span;

/**
 * A law among the bases that is cited by name and year, without a number: "Luật Đất đai ngày 29/11/2013". Decree
 * 30/2020, PL I.I Mục II.6 asks for no number of a law.
 *
 * @param replacement what took its place
 * @param order       its place among them, from 0
 * @param span        name and year
 */
public record LawByName(Replacement replacement, int order, Span span) implements Located {
    /** Whether a law that bound on {@code day} had taken its place. */
    public boolean isReplacedBy(LocalDate day) {
        return !day.isBefore(replacement.from());
    }
}
