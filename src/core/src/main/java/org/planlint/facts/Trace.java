package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;

/** Something that the making of the file left behind; {@code order} is its place among such traces, from 0. */
public record Trace(Kind kind, String text, int order, Span span) implements Located {
    private static final int BRIEF = 80;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Its first words. */
    public String brief() {
        String words = text == null ? "" : SPACES.matcher(text.strip()).replaceAll(" ");
        return words.length() > BRIEF ? words.substring(0, BRIEF) + "…" : words;
    }

    public enum Kind {
        FILE_PATH,
        TRACKED_CHANGE,
        COMMENT,
        PLACEHOLDER,
        DRAFT_MARK,
        HIDDEN_TEXT,
        HIGHLIGHT
    }
}
