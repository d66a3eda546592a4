package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * A font whose widths and meanings the file declares beside the program that draws it. The program, most of the cost of reading a
 * font, is opened only for a code that has been left out.
 */
final class DeclaredTypeface extends Typeface {
    /** What is declared of the codes. */
    interface Codes {
        /** 1 or 2. */
        int bytes();

        /** Null where none is declared. */
        String text(int code);

        /** In thousandths of the size. */
        float width(int code);
    }

    private final Codes codes;
    private final Supplier<Typeface> whole;
    private Typeface opened;

    /** @param whole the same font with its program */
    DeclaredTypeface(String name, PDFontDescriptor descriptor, Codes codes, Supplier<Typeface> whole) {
        super(name, descriptor);
        this.codes = codes;
        this.whole = whole;
    }

    /** A last byte that has lost its second stands for the first of two. */
    @Override
    void read(byte[] string, Signs to) throws IOException {
        if (codes.bytes() == 1) {
            for (byte one : string) {
                int code = one & 0xFF;
                to.sign(sign(code), code, code == ' ');
            }
            return;
        }
        for (int i = 0; i < string.length; i += 2) {
            int code = (string[i] & 0xFF) << 8 | (i + 1 < string.length ? string[i + 1] & 0xFF : 0);
            to.sign(sign(code), code, false);
        }
    }

    @Override
    Sign look(int code) throws IOException {
        String text = codes.text(code);
        return text == null ? opened().sign(code) : new Sign(text, codes.width(code) / 1000);
    }

    @Override
    float height() throws IOException {
        PDRectangle frame = descriptor() == null ? null : descriptor().getFontBoundingBox();
        return frame == null || frame.getWidth() == 0 || frame.getHeight() == 0
                ? opened().height()
                : height(frame.getLowerLeftY(), frame.getUpperRightY()) / 1000;
    }

    private Typeface opened() {
        if (opened == null) {
            opened = whole.get();
        }
        return opened;
    }
}
