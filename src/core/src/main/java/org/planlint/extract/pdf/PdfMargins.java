package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The margins of pages that lie alike, by the edges that lines of the body keep; null where too few show them. A letterhead,
 * page numbers, stamps and banners keep none.
 */
record PdfMargins(Double left, Double right) {
    /** So many lines have to end or begin at an edge, and at least this share of those that could. */
    private static final int LINES = 8;

    private static final double SHARE = 0.25;
    /** How far the edges of lines lie apart that are one, in points. */
    private static final double SPREAD = 1;

    /**
     * @param pages rows of the body, a list a page
     * @param right about where long lines end
     * @param pitch between lines
     */
    static PdfMargins of(List<List<PdfRow>> pages, double right, double pitch) {
        List<PdfRow> full = new ArrayList<>();
        List<PdfRow> goingOn = new ArrayList<>();
        for (List<PdfRow> rows : pages) {
            for (int i = 0; i + 1 < rows.size(); i++) {
                PdfRow row = rows.get(i);
                PdfRow next = rows.get(i + 1);
                boolean wraps = next.y() - row.y() < pitch * 1.45 + 2
                        && Math.abs(next.size() - row.size()) < 1
                        && row.right() + next.firstWordWidth() + next.size() * 0.35 >= right - 2
                        && row.right() - row.left() > (right - row.left()) * 0.8;
                if (wraps) {
                    full.add(row);
                    goingOn.add(next);
                }
            }
        }
        return new PdfMargins(edge(goingOn, PdfRow::left, 1), edge(full, PdfRow::right, -1));
    }

    /** The outermost edge that enough lines keep; the middle of theirs. */
    private static Double edge(List<PdfRow> rows, ToDoubleFunction<PdfRow> at, int inward) {
        List<Double> sorted = rows.stream()
                .map(row -> at.applyAsDouble(row) * inward)
                .sorted()
                .toList();
        int enough = (int) Math.max(LINES, Math.ceil(sorted.size() * SHARE));
        for (int i = 0; i + enough <= sorted.size(); i++) {
            if (sorted.get(i + enough - 1) - sorted.get(i) <= SPREAD) {
                return sorted.get(i + enough / 2) * inward;
            }
        }
        return null;
    }
}
