package org.planlint.facts;

import org.planlint.text.Span;

/** Something that the making of the file left behind. */
public record Trace(Kind kind, String text, Span span) implements Located {
    public enum Kind { FILE_PATH, TRACKED_CHANGE, COMMENT, PLACEHOLDER, DRAFT_MARK, HIDDEN_TEXT, HIGHLIGHT }
}
