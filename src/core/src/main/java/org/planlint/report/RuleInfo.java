package org.planlint.report;

/**
 * What readers of a report want to know of a rule that was asked.
 *
 * @param severity as set by the office, or its page's own
 * @param afterSigning whether it asks for what a draft cannot have yet
 * @param cites    the clause, or the custom that it rests on
 * @param help     the page's text: what it checks, why, what it does not cover, examples; Markdown
 * @param url      of its page, or null where the office names none
 */
public record RuleInfo(
        String id,
        String family,
        Severity severity,
        boolean afterSigning,
        Text title,
        Text cites,
        Text help,
        String url) {
    private static final String LAYOUT = "layout";

    /**
     * The same, whose page is where the office shows it.
     *
     * @param pattern an address with {@code {id}} and perhaps {@code {family}} in it, or null for nowhere
     */
    public RuleInfo shownAt(String pattern) {
        return pattern == null
                ? this
                : new RuleInfo(
                        id,
                        family,
                        severity,
                        afterSigning,
                        title,
                        cites,
                        help,
                        pattern.replace("{id}", id).replace("{family}", family));
    }

    /** Whether it judges how a document looks, not what it says. */
    public boolean isOfLayout() {
        return family.equals(LAYOUT);
    }
}
