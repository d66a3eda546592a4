package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Drawn lines become tables. */
class PdfGridTest {
    private static final double[] XS = {100, 200, 300};
    private static final double[] YS = {100, 120, 140};

    /** The one table, its fields lettered by the cell that covers them. */
    private static String cells(Printed page) {
        List<PdfGrid> grids = PdfGrid.find(page.rules());
        assertEquals(1, grids.size());
        List<Integer> seen = new ArrayList<>();
        return Arrays.stream(grids.get(0).cell())
                .map(row -> Arrays.stream(row)
                        .mapToObj(cell -> {
                            if (!seen.contains(cell)) {
                                seen.add(cell);
                            }
                            return String.valueOf((char) ('a' + seen.indexOf(cell)));
                        })
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void linesThatCrossAreATable() {
        PdfGrid grid = PdfGrid.find(new Printed().table(XS, YS).rules()).get(0);
        assertArrayEquals(XS, grid.xs());
        assertArrayEquals(YS, grid.ys());
        assertEquals(List.of(2, 2), List.of(grid.rows(), grid.columns()));
        assertEquals("ab cd", cells(new Printed().table(XS, YS)));
    }

    @Test
    void bordersThatAreDrawnCellByCellAreTheSameTable() {
        Printed page = new Printed();
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 2; c++) {
                page.table(new double[] {XS[c] + 0.5, XS[c + 1]}, new double[] {YS[r] + 0.5, YS[r + 1]});
            }
        }
        assertEquals("ab cd", cells(page));
    }

    @Test
    void aDoubleLineIsOne() {
        assertEquals("ab cd", cells(new Printed().table(new double[] {100, 200, 203, 300}, new double[] {
                    100, 103, 120, 140
                })));
    }

    @Test
    void fieldsThatNoLinePartsAreOneCell() {
        Printed across = new Printed().table(new double[] {100, 300}, YS).rule(200, 120, 200, 140);
        assertEquals("aa bc", cells(across));
        Printed down = new Printed().table(XS, new double[] {100, 140}).rule(200, 120, 300, 120);
        assertEquals("ab ac", cells(down));
    }

    @Test
    void aFrameIsNoTable() {
        assertEquals(
                List.of(),
                PdfGrid.find(new Printed()
                        .table(new double[] {100, 300}, new double[] {100, 140})
                        .rules()));
    }

    @Test
    void linesUnderWordsAreNoTable() {
        assertEquals(
                List.of(),
                PdfGrid.find(new Printed()
                        .rule(100, 100, 200, 100)
                        .rule(100, 130, 200, 130)
                        .rule(250, 90, 250, 140)
                        .rules()));
    }

    @Test
    void whatIsTooSmallForWordsIsNoTable() {
        assertEquals(
                List.of(),
                PdfGrid.find(
                        new Printed().table(new double[] {100, 120, 150}, YS).rules()),
                "narrow");
        assertEquals(
                List.of(),
                PdfGrid.find(
                        new Printed().table(XS, new double[] {100, 105, 111}).rules()),
                "low");
    }

    @Test
    void tablesThatDoNotTouchAreApartAndComeFromTheTopDown() {
        List<PdfGrid> grids = PdfGrid.find(new Printed()
                .table(new double[] {90, 200, 300}, new double[] {300, 320, 340})
                .table(XS, YS)
                .rules());
        assertEquals(List.of(100.0, 300.0), grids.stream().map(PdfGrid::top).toList());
    }

    @Test
    void aTableHoldsWhatStandsWithinItsEdges() {
        PdfGrid grid = PdfGrid.find(new Printed().table(XS, YS).rules()).get(0);
        assertTrue(grid.holds(150, 110));
        assertTrue(grid.holds(100, 140), "on its edge");
        assertFalse(grid.holds(90, 110));
        assertFalse(grid.holds(150, 150));
    }
}
