package org.planlint.extract.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Vector;

/** A font as PDFBox reads it, with its program and with what the machine has in its stead. */
final class LibraryTypeface extends Typeface {
    /** Names of characters that the library knows when it takes text out, above those of Adobe. */
    static final GlyphList NAMES = names();

    private final PDFont font;

    LibraryTypeface(PDFont font) {
        super(String.valueOf(font.getName()), font.getFontDescriptor());
        this.font = font;
    }

    private static GlyphList names() {
        try (InputStream more =
                GlyphList.class.getResourceAsStream("/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
            return new GlyphList(GlyphList.getAdobeGlyphList(), more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void read(byte[] string, Signs to) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(string);
        while (in.available() > 0) {
            int before = in.available();
            int code = font.readCode(in);
            to.sign(sign(code), code, code == ' ' && before - in.available() == 1);
        }
    }

    @Override
    Sign look(int code) throws IOException {
        Vector way = font.getDisplacement(code);
        return new Sign(text(code), way.getX(), way.getY(), font.isVertical() ? width(code) : way.getX());
    }

    /** Of a simple font the code itself where nothing else is known, as readers show it. */
    private String text(int code) {
        String text = font.toUnicode(code, NAMES);
        return text == null && font instanceof PDSimpleFont ? String.valueOf((char) code) : text;
    }

    /** In lines that run downwards, where nothing moves to the right. */
    private float width(int code) throws IOException {
        TrueTypeFont program = null;
        if (font instanceof PDTrueTypeFont simple) {
            program = simple.getTrueTypeFont();
        } else if (font instanceof PDType0Font composite
                && composite.getDescendantFont() instanceof PDCIDFontType2 glyphs) {
            program = glyphs.getTrueTypeFont();
        }
        float width = font.getWidth(code) / 1000;
        return program != null && program.getUnitsPerEm() != 1000 ? width * (1000f / program.getUnitsPerEm()) : width;
    }

    @Override
    Origin origin(int code) {
        if (!font.isVertical()) {
            return null;
        }
        Vector origin = font.getPositionVector(code);
        return new Origin(origin.getX(), origin.getY());
    }

    @Override
    float height() throws IOException {
        BoundingBox frame = font.getBoundingBox();
        float height = height(frame.getLowerLeftY(), frame.getUpperRightY());
        return font instanceof PDType3Font ? font.getFontMatrix().transformPoint(0, height).y : height / 1000;
    }
}
