package org.planlint.extract.pdf;

import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;

/** Of the graphics state what tells where text stands and what it looks like. ISO 32000-1, tables 52 and 104. */
final class PdfState implements Cloneable {
    private static final int NEITHER_FILLED_NOR_STROKED = 3;

    /** From the units of the content into those of the page. */
    Affine units = Affine.IDENTITY;
    /** Where the next sign stands, and where its line began; null outside of a text object. */
    Affine at;

    Affine line;
    Typeface typeface;
    float size;
    float spacing;
    float wordSpacing;
    /** In hundredths. */
    float stretch = 100;

    float leading;
    float rise;
    /** ISO 32000-1, table 106. */
    int mode;

    PDColorSpace colours = PDDeviceGray.INSTANCE;
    PDColor colour = PDDeviceGray.INSTANCE.getInitialColor();

    boolean isSeen() {
        return mode != NEITHER_FILLED_NOR_STROKED;
    }

    @Override
    public PdfState clone() {
        try {
            return (PdfState) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
