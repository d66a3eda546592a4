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

    /**
     * @param start first character in the paragraph's text
     * @param page  1-based
     * @param left  left edge of each character from {@code start} on
     * @param right right edge of each
     */
    public TextLine(int start, int page, double top, double bottom, float[] left, float[] right) {
        this.start = start;
        this.page = page;
        this.top = top;
        this.bottom = bottom;
        this.left = left;
        this.right = right;
    }

    public int page() {
        return page;
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

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
