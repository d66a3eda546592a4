package org.planlint.text;

import java.util.BitSet;
import java.util.List;

/**
 * Where there is ink on the picture of a page, of whatever colour, in cells of {@value #CELL} points from the upper left
 * corner of the page as it stands upright.
 *
 * @param bits a bit a cell, row by row, from the lowest bit of the first number on
 */
public record InkMap(int columns, int rows, long[] bits) {
    /** Width and height of a cell in points. */
    public static final int CELL = 2;

    /** The number of cells in the frame that hold ink. */
    public int cells(Paragraph.Box frame) {
        return cells(frame, List.of());
    }

    /** Those of them whose middle none of these frames covers. */
    public int cells(Paragraph.Box frame, List<Paragraph.Box> covers) {
        BitSet covered = new BitSet(columns * rows);
        for (Paragraph.Box box : covers) {
            int left = from(box.x() + CELL / 2.0);
            int right = Math.min(columns, (int) Math.floor((box.x() + box.width()) / CELL + 0.5));
            int bottom = Math.min(rows, (int) Math.floor((box.y() + box.height()) / CELL + 0.5));
            for (int row = from(box.y() + CELL / 2.0); left < right && row < bottom; row++) {
                covered.set(row * columns + left, row * columns + right);
            }
        }
        int found = 0;
        for (int row = from(frame.y()); row < to(frame.y() + frame.height(), rows); row++) {
            for (int column = from(frame.x()); column < to(frame.x() + frame.width(), columns); column++) {
                if (isInk(column, row) && !covered.get(row * columns + column)) {
                    found++;
                }
            }
        }
        return found;
    }

    /** Whether the cell holds ink. */
    public boolean isInk(int column, int row) {
        int cell = row * columns + column;
        return (bits[cell >> 6] >> (cell & 63) & 1) == 1;
    }

    private static int from(double edge) {
        return Math.max(0, (int) Math.floor(edge / CELL));
    }

    private static int to(double edge, int most) {
        return Math.min(most, (int) Math.ceil(edge / CELL));
    }
}
