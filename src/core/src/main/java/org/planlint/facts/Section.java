package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;

/**
 * A numbered piece of the text, from Phần down to a dash.
 *
 * @param kind       how it is numbered
 * @param enumerator the number as printed, with its mark: "II.", "1.", "đ)", "-"
 * @param value      its place in its row: II is 2, đ is 5; 0 for dashes
 * @param level      0 for the outermost
 * @param path       "II.1.đ", the way down to it; dashes count for nothing
 * @param title      its heading, or its first words
 * @param order      its place in the document
 * @param part       which part of the file it stands in: 0 the plan, 1 and on its annexes
 * @param previous   value of the one before it in its row, 0 if it is the first
 * @param expected   the number that should stand here in the same writing, or null where it is right
 * @param topic      what its heading is about
 * @param empty      whether it is a heading with nothing under it
 * @param repeated   whether the number stood in its row just before
 * @param span       the number and the first words
 */
public record Section(
        Kind kind,
        String enumerator,
        int value,
        int level,
        String path,
        String title,
        int order,
        int part,
        int previous,
        String expected,
        Topic topic,
        boolean empty,
        boolean repeated,
        Span span)
        implements Located {
    private static final Pattern PLAIN_MARK = Pattern.compile("[IVXL\\d]+\\s?\\.");

    public enum Kind {
        PART,
        CHAPTER,
        MUC,
        ARTICLE,
        ROMAN,
        ARABIC,
        DECIMAL,
        LETTER,
        PAREN,
        DASH,
        PLUS,
        STAR
    }

    /** What a plan's sections are usually about; no norm fixes them. */
    public enum Topic {
        PURPOSE,
        CONTENT,
        TIME,
        BUDGET,
        ASSIGNMENT,
        OTHER
    }

    /** Roman headings end their number with a full stop: Decree 30/2020, PL I.I Mục V row 6b. */
    public boolean hasOddMark() {
        return (kind == Kind.ROMAN || kind == Kind.ARABIC)
                && !PLAIN_MARK.matcher(enumerator).matches();
    }

    /** Points are a letter and a bracket: Decree 30/2020, PL I.I Mục II.6đ. */
    public boolean hasOddPointMark() {
        return kind == Kind.LETTER && !enumerator.endsWith(")");
    }

    public boolean isLetter() {
        return kind == Kind.LETTER;
    }

    public boolean isNumber() {
        return kind != Kind.LETTER && value > 0;
    }
}
