package org.planlint.rules;

/** A page of a rule, as an office may write one. */
public final class PageInput {
    private PageInput() {}

    /** Reads it; what is no page says what is wrong. */
    public static void parse(String page) {
        try {
            PageParser.parse("rule", "own", page);
        } catch (IllegalArgumentException declared) {
            // The office is told.
        }
    }
}
