package org.planlint.text;

import java.util.Arrays;

/** Where a stretch of a paragraph is printed: one line on one page, in points from its upper left corner. */
public final class TextLine {
    private final int start;
    private final int page;
    private final double top;
    private final double bottom;
    private final float[] left;
    private final float[] right;
    private final byte[] confidence;

    /** The same, of characters that somebody typed. */
    public TextLine(int start, int page, double top, double bottom, float[] left, float[] right) {
        this(start, page, top, bottom, left, right, null);
    }

    /**
     * @param start first character in the paragraph's text
     * @param page  1-based
     * @param left  left edge of each character from {@code start} on
     * @param right right edge of each
     * @param confidence how sure each was recognised, 0 to 100; null where none was
     */
    public TextLine(int start, int page, double top, double bottom, float[] left, float[] right, byte[] confidence) {
        this.start = start;
        this.page = page;
        this.top = top;
        this.bottom = bottom;
        this.left = left;
        this.right = right;
        this.confidence = confidence;
    }

    /** The first of its characters in the paragraph's text. */
    public int start() {
        return start;
    }

    public int page() {
        return page;
    }

    /** Behind its last character. */
    public int end() {
        return start + left.length;
    }

    /** The frame of those characters between {@code from} and {@code to} of the paragraph that stand on this line; null for none. */
    public Paragraph.Box box(int from, int to) {
        int first = Math.max(from - start, 0);
        int last = Math.min(to - start, left.length);
        if (first >= last) {
            return null;
        }
        double x = left[first];
        double end = x;
        for (float edge : Arrays.copyOfRange(right, first, last)) {
            end = Math.max(end, edge);
        }
        return new Paragraph.Box(round(x), round(top), round(end - x), round(bottom - top));
    }

    /** The least of those characters that stand on this line; 100 for none, and for what was typed. */
    int confidence(int from, int to) {
        int least = 100;
        if (confidence != null) {
            for (int i = Math.max(from - start, 0); i < Math.min(to - start, confidence.length); i++) {
                least = Math.min(least, confidence[i]);
            }
        }
        return least;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
