package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A paragraph or heading that stands in the plan a second time.
 *
 * @param first where it stood before
 * @param order its place among the repetitions of its kind, from 0
 * @param more  how many of its kind follow
 */
public record Repetition(Kind kind, Span first, int order, int more, Span span) implements Located {
    public enum Kind {
        PARAGRAPH,
        HEADING
    }

    public boolean isAlone() {
        return more == 0;
    }
}
