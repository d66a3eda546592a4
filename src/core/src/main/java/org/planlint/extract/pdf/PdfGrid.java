package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlint.extract.pdf.PdfGlyphs.Rule;
import org.planlint.text.Paragraph;

/**
 * A ruled table on a pdf page: the lines' positions, and for each field the number of the cell that covers it.
 *
 * @param xs   column boundaries from left to right
 * @param ys   row boundaries from the top down
 * @param cell cell number of field [row][column]; fields that no line parts share a number
 */
record PdfGrid(double[] xs, double[] ys, int[][] cell) {
    private static final double NEAR = 3;

    int rows() {
        return ys.length - 1;
    }

    int columns() {
        return xs.length - 1;
    }

    double top() {
        return ys[0];
    }

    double bottom() {
        return ys[ys.length - 1];
    }

    boolean holds(double x, double y) {
        return x >= xs[0] - 1 && x <= xs[xs.length - 1] + 1 && y >= top() - 1 && y <= bottom() + 1;
    }

    /** The frame of each cell, row by row. */
    List<Paragraph.Box> cells() {
        Map<Integer, double[]> frames = new LinkedHashMap<>();
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                double[] frame = frames.computeIfAbsent(cell[r][c], key -> new double[] {1e9, 1e9, 0, 0});
                frame[0] = Math.min(frame[0], xs[c]);
                frame[1] = Math.min(frame[1], ys[r]);
                frame[2] = Math.max(frame[2], xs[c + 1]);
                frame[3] = Math.max(frame[3], ys[r + 1]);
            }
        }
        return frames.values().stream()
                .map(frame -> new Paragraph.Box(frame[0], frame[1], frame[2] - frame[0], frame[3] - frame[1]))
                .toList();
    }

    /** Finds the tables among a page's lines: groups of crossing lines with at least two each way. */
    static List<PdfGrid> find(List<Rule> rules) {
        List<Rule> lines = merge(rules);
        int n = lines.size();
        int[] group = new int[n];
        Arrays.setAll(group, i -> i);
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                if (lines.get(i).horizontal() != lines.get(k).horizontal() && touch(lines.get(i), lines.get(k))) {
                    join(group, i, k);
                }
            }
        }
        List<PdfGrid> grids = new ArrayList<>();
        for (int root = 0; root < n; root++) {
            if (root(group, root) != root) {
                continue;
            }
            List<Rule> across = new ArrayList<>();
            List<Rule> down = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                if (root(group, i) == root) {
                    (lines.get(i).horizontal() ? across : down).add(lines.get(i));
                }
            }
            double[] ys = positions(across, true);
            double[] xs = positions(down, false);
            if (ys.length >= 2
                    && xs.length >= 2
                    && (ys.length > 2 || xs.length > 2)
                    && xs[xs.length - 1] - xs[0] > 60
                    && ys[ys.length - 1] - ys[0] > 12) {
                grids.add(grid(xs, ys, across, down));
            }
        }
        grids.sort((a, b) -> Double.compare(a.top(), b.top()));
        return grids;
    }

    private static int root(int[] group, int i) {
        int at = i;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    private static void join(int[] group, int a, int b) {
        int ra = root(group, a);
        int rb = root(group, b);
        group[Math.max(ra, rb)] = Math.min(ra, rb);
    }

    private static boolean touch(Rule a, Rule b) {
        Rule h = a.horizontal() ? a : b;
        Rule v = a.horizontal() ? b : a;
        return v.x1() >= h.x1() - NEAR && v.x1() <= h.x2() + NEAR && h.y1() >= v.y1() - NEAR && h.y1() <= v.y2() + NEAR;
    }

    /** Joins pieces of one line: cell borders are often drawn cell by cell, and both sides of a thin bar. */
    private static List<Rule> merge(List<Rule> rules) {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort((a, b) -> {
            int kind = Boolean.compare(a.horizontal(), b.horizontal());
            if (kind != 0) {
                return kind;
            }
            int place = a.horizontal()
                    ? Long.compare(Math.round(a.y1() / 2), Math.round(b.y1() / 2))
                    : Long.compare(Math.round(a.x1() / 2), Math.round(b.x1() / 2));
            return place != 0
                    ? place
                    : a.horizontal() ? Double.compare(a.x1(), b.x1()) : Double.compare(a.y1(), b.y1());
        });
        List<Rule> merged = new ArrayList<>();
        for (Rule rule : sorted) {
            Rule last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null
                    && last.horizontal()
                    && rule.horizontal()
                    && Math.abs(last.y1() - rule.y1()) < 2.5
                    && rule.x1() <= last.x2() + 2.5) {
                merged.set(
                        merged.size() - 1, new Rule(last.x1(), last.y1(), Math.max(last.x2(), rule.x2()), last.y1()));
            } else if (last != null
                    && !last.horizontal()
                    && !rule.horizontal()
                    && Math.abs(last.x1() - rule.x1()) < 2.5
                    && rule.y1() <= last.y2() + 2.5) {
                merged.set(
                        merged.size() - 1, new Rule(last.x1(), last.y1(), last.x1(), Math.max(last.y2(), rule.y2())));
            } else {
                merged.add(rule);
            }
        }
        return merged.size() > 2500 ? List.of() : merged;
    }

    private static double[] positions(List<Rule> rules, boolean horizontal) {
        double[] all = rules.stream()
                .mapToDouble(r -> horizontal ? r.y1() : r.x1())
                .sorted()
                .toArray();
        List<Double> kept = new ArrayList<>();
        for (double value : all) {
            if (kept.isEmpty() || value - kept.get(kept.size() - 1) > NEAR + 1) {
                kept.add(value);
            }
        }
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static PdfGrid grid(double[] xs, double[] ys, List<Rule> across, List<Rule> down) {
        int rows = ys.length - 1;
        int columns = xs.length - 1;
        int[] group = new int[rows * columns];
        Arrays.setAll(group, i -> i);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (c + 1 < columns && !parted(down, false, xs[c + 1], (ys[r] + ys[r + 1]) / 2)) {
                    join(group, r * columns + c, r * columns + c + 1);
                }
                if (r + 1 < rows && !parted(across, true, ys[r + 1], (xs[c] + xs[c + 1]) / 2)) {
                    join(group, r * columns + c, (r + 1) * columns + c);
                }
            }
        }
        int[][] cell = new int[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                cell[r][c] = root(group, r * columns + c);
            }
        }
        return new PdfGrid(xs, ys, cell);
    }

    private static boolean parted(List<Rule> rules, boolean horizontal, double at, double middle) {
        for (Rule rule : rules) {
            double place = horizontal ? rule.y1() : rule.x1();
            double from = horizontal ? rule.x1() : rule.y1();
            double to = horizontal ? rule.x2() : rule.y2();
            if (Math.abs(place - at) <= NEAR + 1 && middle >= from - 1 && middle <= to + 1) {
                return true;
            }
        }
        return false;
    }
}
