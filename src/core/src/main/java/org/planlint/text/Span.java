package org.planlint.text;

/**
 * An exact place in a document.
 *
 * @param paragraph index of the paragraph
 * @param start     first character in the paragraph's own text
 * @param end       behind the last character
 * @param text      the characters, as they stand in the file
 */
public record Span(int paragraph, int start, int end, String text) {
    @Override
    public String toString() {
        return text;
    }
}
