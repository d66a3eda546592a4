package org.planlint.rules;

/** Which part of the rules is asked. */
public enum Profile {
    ALL,
    /** What a document says. */
    CONTENT,
    /** How it looks. */
    LAYOUT;

    /** The family of the rules on how a document looks. */
    private static final String FAMILY = "layout";

    boolean asks(RulePage page) {
        return this == ALL || page.family().equals(FAMILY) == (this == LAYOUT);
    }
}
