package org.planlint.extract.ocr;

import java.util.ArrayList;
import java.util.List;
import org.planlint.extract.ocr.PageReading.Rule;

/** Finds the drawn lines of a page, level and upright ones: thin ink that no letter is as long as. */
final class RuledLines {
    /** Shortest lines in inches. */
    private static final double ACROSS = 0.4;

    private static final double DOWN = 0.22;
    /** Thickest in inches. */
    private static final double THICKEST = 1 / 35.0;
    /** Ink that is interrupted for less, in inches, goes on. */
    private static final double GAP = 0.012;
    /** Pieces of one line lie no farther apart, in inches. */
    private static final double BREAK = 0.1;
    /** By how much, of its length, a line may leave its direction. */
    private static final double LEAN = 0.015;
    /** Ink along the edges of the picture is the shadow of the paper. */
    private static final double EDGE = 0.1;

    private RuledLines() {}

    static List<Rule> find(Ink ink) {
        List<Rule> rules = new ArrayList<>();
        for (Stroke s : joined(strokes(ink, ACROSS), ink.dotsPerInch())) {
            rules.add(rule(ink, s.from, s.middle(), s.to, s.middle()));
        }
        Ink upright = ink.transposed();
        for (Stroke s : joined(strokes(upright, DOWN), ink.dotsPerInch())) {
            rules.add(rule(ink, s.middle(), s.from, s.middle(), s.to));
        }
        return rules;
    }

    private static Rule rule(Ink ink, double x1, double y1, double x2, double y2) {
        double points = 72.0 / ink.dotsPerInch();
        return new Rule(x1 * points, y1 * points, x2 * points, y2 * points);
    }

    /** Ink that goes on along a row: from pixel to pixel, and the rows that it lies on. */
    private static final class Stroke {
        private int from;
        private int to;
        private int top;
        private int bottom;
        private int ink;

        Stroke(int from, int to, int row) {
            this.from = from;
            this.to = to;
            this.top = row;
            this.bottom = row;
            this.ink = to - from;
        }

        double middle() {
            return (top + bottom + 1) / 2.0;
        }

        void add(Stroke other) {
            from = Math.min(from, other.from);
            to = Math.max(to, other.to);
            top = Math.min(top, other.top);
            bottom = Math.max(bottom, other.bottom);
            ink += other.ink;
        }

        /** A line may lean a little: it is as thick as its ink is on average. */
        boolean isThin(double thickest) {
            int length = to - from;
            return ink <= length * thickest && bottom + 1 - top <= thickest + length * LEAN;
        }
    }

    /** Runs of ink of the least length; those that touch from row to row are one. */
    private static List<Stroke> strokes(Ink ink, double inches) {
        int least = (int) (inches * ink.dotsPerInch());
        int gap = (int) (GAP * ink.dotsPerInch());
        int edge = (int) (EDGE * ink.dotsPerInch());
        List<Stroke> found = new ArrayList<>();
        List<Stroke> above = new ArrayList<>();
        for (int y = edge; y < ink.height - edge; y++) {
            List<Stroke> here = new ArrayList<>();
            for (Stroke run : runs(ink, y, least, gap)) {
                Stroke home = null;
                for (Stroke stroke : above) {
                    if (run.from <= stroke.to && run.to >= stroke.from) {
                        home = stroke;
                    }
                }
                if (home == null) {
                    home = run;
                    found.add(home);
                } else {
                    home.add(run);
                }
                if (!here.contains(home)) {
                    here.add(home);
                }
            }
            above = here;
        }
        return found;
    }

    private static List<Stroke> runs(Ink ink, int y, int least, int gap) {
        List<Stroke> runs = new ArrayList<>();
        int from = -1;
        int end = -1;
        for (int x = ink.nextBlack(0, y); x < ink.width; x = ink.nextBlack(end, y)) {
            if (from >= 0 && x - end > gap) {
                addLong(runs, new Stroke(from, end, y), least);
                from = -1;
            }
            from = from < 0 ? x : from;
            end = ink.nextWhite(x, y);
        }
        if (from >= 0) {
            addLong(runs, new Stroke(from, end, y), least);
        }
        return runs;
    }

    private static void addLong(List<Stroke> runs, Stroke run, int least) {
        if (run.to - run.from >= least) {
            runs.add(run);
        }
    }

    /** Thin ones alone; pieces of one line become one. */
    private static List<Stroke> joined(List<Stroke> strokes, int dotsPerInch) {
        double thickest = THICKEST * dotsPerInch;
        List<Stroke> lines = new ArrayList<>();
        for (Stroke stroke : strokes) {
            if (!stroke.isThin(thickest)) {
                continue;
            }
            Stroke home = null;
            for (Stroke line : lines) {
                if (Math.abs(line.middle() - stroke.middle()) <= thickest
                        && Math.max(line.from, stroke.from) - Math.min(line.to, stroke.to) <= BREAK * dotsPerInch) {
                    home = line;
                }
            }
            if (home == null) {
                lines.add(stroke);
            } else {
                home.add(stroke);
            }
        }
        return lines;
    }
}
