package org.planlint.text;

/**
 * An exact place in a document.
 *
 * @param paragraph index of the paragraph
 * @param start     first character in the paragraph's own text
 * @param end       behind the last character
 * @param text      the characters, as they stand in the file
 * @param confidence how sure the least sure of them was recognised, 0 to 100; 100 for what somebody typed
 */
public record Span(int paragraph, int start, int end, String text, int confidence) {
    /** What somebody typed. */
    public Span(int paragraph, int start, int end, String text) {
        this(paragraph, start, end, text, 100);
    }

    /** A stretch of the paragraph. */
    public static Span of(Paragraph paragraph, int start, int end) {
        return new Span(
                paragraph.index(),
                start,
                end,
                paragraph.text().substring(start, end),
                paragraph.confidence(start, end));
    }

    @Override
    public String toString() {
        return text;
    }
}
