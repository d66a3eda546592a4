package org.planlint.samples;

import java.io.IOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The plain face that pdfs of tests are set in. */
public final class Face {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Face() {}

    /** Embeds it, with all its letters or with those alone that are shown. */
    public static PDFont in(PDDocument pdf, boolean shownAlone) throws IOException {
        TrueTypeFont face =
                new TTFParser().parse(new RandomAccessReadBuffer(PDDocument.class.getResourceAsStream(FILE)));
        // To look for ligatures at each word takes longer than all else, and no plan has any.
        face.setEnableGsub(false);
        pdf.registerTrueTypeFontForClosing(face);
        return PDType0Font.load(pdf, face, shownAlone);
    }
}
