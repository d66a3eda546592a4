package org.planlint.report;

/**
 * What readers of a report want to know of a rule that was asked.
 *
 * @param severity as set by the office, or its page's own
 * @param cites    the clause, or the custom that it rests on
 * @param help     the page's text: what it checks, why, what it does not cover, examples; Markdown
 */
public record RuleInfo(String id, String family, Severity severity, Text title, Text cites, Text help) {
    private static final String LAYOUT = "layout";

    /** Whether it judges how a document looks, not what it says. */
    public boolean isOfLayout() {
        return family.equals(LAYOUT);
    }
}
