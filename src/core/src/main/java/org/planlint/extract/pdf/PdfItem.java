package org.planlint.extract.pdf;

import java.util.List;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;

/** One thing on a pdf page, from the top down. */
sealed interface PdfItem {
    double top();

    /** A row that runs over the page. */
    record Line(PdfRow row) implements PdfItem {
        @Override
        public double top() {
            return row.y();
        }
    }

    /** Two columns side by side without lines. */
    record Columns(List<PdfRow> left, List<PdfRow> right, double top) implements PdfItem {}

    /** A ruled table with the characters in it. */
    record Grid(PdfGrid grid, List<Glyph> glyphs) implements PdfItem {
        @Override
        public double top() {
            return grid.top();
        }
    }
}
