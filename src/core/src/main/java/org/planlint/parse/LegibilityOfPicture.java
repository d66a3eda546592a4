package org.planlint.parse;

import java.util.List;
import org.planlint.text.Area;
import org.planlint.text.InkMap;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Box;
import org.planlint.text.Span;

/** That of a line recognised from the picture of a page: by how sure the engine was, and by the ink on the page. */
record LegibilityOfPicture(Paragraph paragraph, InkMap ink) implements Legibility {
    /** Of a hundred figures that an engine is so sure of, one at most is misread. */
    static final int SURE = 95;
    /** Years are printed, and one that is far from all others in the file is doubted later. */
    private static final int SURE_YEAR = 60;
    /** So many cells of ink in a gap are dots or specks. */
    private static final int SPECKS = 3;
    /** A hand reaches higher or lower than print by more than so many cells of ink; one less is chance. */
    private static final int BY_HAND = 1;
    /** How far above and below the type a hand is looked for, in points. */
    private static final double REACH = 8;

    /** The highest and the lowest row of cells with ink. */
    private record Extent(int top, int bottom) {}

    @Override
    public boolean isSure(Span figures, Span print) {
        return figures.confidence() >= SURE && isPrinted(figures, print);
    }

    @Override
    public boolean isSureYear(Span year) {
        return year.confidence() >= SURE_YEAR;
    }

    /** Whether figures stand as high and as low as what is surely printed beside them. */
    private boolean isPrinted(Span figures, Span print) {
        Extent a = extent(figures);
        Extent b = extent(print);
        return a != null
                && b != null
                && b.top - a.top <= BY_HAND
                && Math.abs(a.bottom - b.bottom) <= BY_HAND;
    }

    /** Of the ink that hangs together on the line; null for none. */
    private Extent extent(Span span) {
        List<Area> areas = paragraph.areas(span.start(), span.end());
        if (areas.isEmpty()) {
            return null;
        }
        Box box = areas.get(0).box();
        int middle = (int) ((box.y() + box.height() * 0.6) / InkMap.CELL);
        int top = middle;
        int bottom = middle;
        while (hasInk(box, top - 1) && top * InkMap.CELL > box.y() - REACH) {
            top--;
        }
        while (hasInk(box, bottom + 1) && bottom * InkMap.CELL < box.y() + box.height() + REACH) {
            bottom++;
        }
        return hasInk(box, middle) || top < middle || bottom > middle ? new Extent(top, bottom) : null;
    }

    private boolean hasInk(Box box, int row) {
        if (row < 0 || row >= ink.rows()) {
            return false;
        }
        int last = Math.min(ink.columns() - 1, (int) ((box.x() + box.width() - 1) / InkMap.CELL));
        for (int column = Math.max(0, (int) ((box.x() + 1) / InkMap.CELL)); column <= last; column++) {
            if (ink.isInk(column, row)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isBlank(Span before, Span behind) {
        List<Area> left = paragraph.areas(before.start(), before.end());
        List<Area> right = paragraph.areas(behind.start(), behind.end());
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        Box a = left.get(left.size() - 1).box();
        Box b = right.get(0).box();
        double from = a.x() + a.width() + InkMap.CELL;
        double to = b.x() - InkMap.CELL;
        return to > from && ink.cells(new Box(from, a.y(), to - from, a.height())) < SPECKS;
    }
}
