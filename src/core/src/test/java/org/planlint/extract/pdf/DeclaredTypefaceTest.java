package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.junit.jupiter.api.Test;
import org.planlint.samples.SampleSet;

/** What is read of a font without its program is what PDFBox reads with it. */
class DeclaredTypefaceTest {
    @Test
    void signsAreThoseOfTheLibrary() throws IOException {
        int fonts = 0;
        for (Path sample : SampleSet.pdfSamples()) {
            try (PDDocument document = Loader.loadPDF(sample.toFile())) {
                for (PDPage page : document.getPages()) {
                    COSDictionary all = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
                    for (COSName name : all.keySet()) {
                        assertSame(all.getCOSDictionary(name));
                        fonts++;
                    }
                }
            }
        }
        assertTrue(fonts > 20, "fonts of the samples");
    }

    private static void assertSame(COSDictionary font) throws IOException {
        Typeface declared = assertInstanceOf(DeclaredTypeface.class, new PdfFonts().typeface(font));
        Typeface whole = new LibraryTypeface(PDFontFactory.createFont(font));
        assertEquals(whole.name(), declared.name());
        assertEquals(whole.isBold(), declared.isBold());
        assertEquals(whole.isItalic(), declared.isItalic());
        assertEquals(whole.height(), declared.height());
        for (int code = 0; code < 256; code++) {
            assertEquals(whole.sign(code), declared.sign(code), whole.name() + " " + code);
        }
    }

    @Test
    void programIsNotOpened() throws IOException {
        try (PDDocument document = Loader.loadPDF(SampleSet.pdfSamples().get(0).toFile())) {
            COSDictionary all =
                    document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            COSDictionary font = all.getCOSDictionary(all.keySet().iterator().next());
            int code = font.getInt(COSName.FIRST_CHAR);
            font.getCOSDictionary(COSName.FONT_DESC)
                    .setItem(COSName.FONT_FILE2, document.getDocument().createCOSStream());
            assertNotNull(
                    new PdfFonts().typeface(font).sign(code == 0 ? 1 : code).text());
        }
    }
}
