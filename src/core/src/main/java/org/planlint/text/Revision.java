package org.planlint.text;

/** What an author left in the file beside its text: a tracked change or a comment. */
public record Revision(Kind kind, String author, String text, int paragraph) {
    public enum Kind {
        INSERTION,
        DELETION,
        COMMENT
    }
}
