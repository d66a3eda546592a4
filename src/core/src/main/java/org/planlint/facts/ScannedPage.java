package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A page of a pdf that is the picture of paper. Resolution and depth are 0 where unknown.
 *
 * @param page       from 1
 * @param resolution dots an inch
 * @param depth      bits a dot
 * @param layered    whether the file gives its text behind the picture
 * @param large      whether it is larger than A3, as drawings are
 */
public record ScannedPage(int page, int resolution, int depth, boolean layered, boolean large) implements Located {
    /** A scanner's inch and a page cropped to A4 differ by less. */
    private static final double TOLERANCE = 0.98;

    /** Null: it is a page, and none of its words. */
    @Override
    public Span span() {
        return null;
    }

    /** Which of the two is asked of it. */
    public int least(int dots, int dotsOfLarge) {
        return large ? dotsOfLarge : dots;
    }

    public boolean isCoarserThan(int dots, int dotsOfLarge) {
        return resolution > 0 && resolution < least(dots, dotsOfLarge) * TOLERANCE;
    }

    public boolean isShallowerThan(int bits) {
        return depth > 0 && depth < bits;
    }
}
