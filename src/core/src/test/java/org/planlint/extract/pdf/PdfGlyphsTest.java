package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;
import org.planlint.extract.pdf.PdfGlyphs.Page;
import org.planlint.extract.pdf.PdfGlyphs.Rule;

/** What is drawn on a page comes as characters and lines, in points from the upper left corner of the upright text. */
class PdfGlyphsTest {
    private static final PDRectangle PAPER = new PDRectangle(600, 800);

    private interface Drawing {
        void draw(PDPageContentStream on, PDDocument file, PDPage page) throws IOException;
    }

    private static Page read(Drawing drawing) throws IOException {
        try (PDDocument file = new PDDocument()) {
            PDPage page = new PDPage(PAPER);
            file.addPage(page);
            try (PDPageContentStream on = new PDPageContentStream(file, page)) {
                drawing.draw(on, file, page);
            }
            return new PdfGlyphs().pages(file).get(0);
        }
    }

    private static void print(PDPageContentStream on, FontName font, Matrix at, String words) throws IOException {
        PDFont type = new PDType1Font(font);
        on.beginText();
        on.setFont(type, 12);
        on.setTextMatrix(at);
        on.showText(words);
        on.endText();
    }

    private static void print(PDPageContentStream on, double x, double y, String words) throws IOException {
        print(on, FontName.HELVETICA, Matrix.getTranslateInstance((float) x, (float) y), words);
    }

    private static String text(Page page) {
        return page.glyphs().stream().map(Glyph::text).collect(Collectors.joining());
    }

    @Test
    void aCharacterKnowsItsPlaceAndItsType() throws IOException {
        Page page = read((on, file, sheet) -> print(on, 72, 700, "A"));
        Glyph glyph = page.glyphs().get(0);
        assertEquals(List.of("A", 1, "Helvetica"), List.of(glyph.text(), glyph.page(), glyph.font()));
        assertEquals(72, glyph.x(), 0.01);
        assertEquals(100, glyph.y(), 0.01, "its baseline from the top");
        assertEquals(12, glyph.size(), 0.01);
        assertEquals(12 * 0.667, glyph.width(), 0.01);
        assertEquals(List.of(600.0, 800.0, 0), List.of(page.width(), page.height(), page.turn()));
    }

    @Test
    void aSizeKeepsItsFraction() throws IOException {
        Page page = read((on, file, sheet) -> {
            on.transform(Matrix.getScaleInstance(0.24f, 0.24f));
            print(on, FontName.TIMES_ROMAN, new Matrix(13.92f / 12 / 0.24f, 0, 0, 13.92f / 12 / 0.24f, 300, 2900), "A");
        });
        assertEquals(13.92, page.glyphs().get(0).size(), 0.01, "as Word prints 14 points, in a frame of its own");
    }

    @Test
    void aCharacterKnowsItsColour() throws IOException {
        Page page = read((on, file, sheet) -> {
            print(on, 72, 700, "a");
            on.setNonStrokingColor(1f, 0f, 0f);
            print(on, 72, 680, "b");
            on.setNonStrokingColor(0f, 0f, 0f, 1f);
            print(on, 72, 660, "c");
            on.setNonStrokingColor(0.5f);
            print(on, 72, 640, "d");
        });
        assertEquals(
                List.of("000000", "FF0000", "000000", "808080"),
                page.glyphs().stream().map(Glyph::color).toList());
    }

    @Test
    void aColourThatIsBrokenIsUnknown() throws IOException {
        Page page = read((on, file, sheet) -> {
            on.appendRawCommands("/Missing cs 0.3 scn\n");
            print(on, 72, 700, "a");
        });
        assertEquals(1, page.glyphs().size());
        assertNull(page.glyphs().get(0).color());
    }

    @ParameterizedTest
    @CsvSource({
        "HELVETICA, false, false",
        "HELVETICA_BOLD, true, false",
        "HELVETICA_OBLIQUE, false, true",
        "TIMES_BOLD_ITALIC, true, true"
    })
    void boldAndItalicAreInTheNameOfTheFont(FontName font, boolean bold, boolean italic) throws IOException {
        Glyph glyph = read((on, file, sheet) -> print(on, font, Matrix.getTranslateInstance(72, 700), "A"))
                .glyphs()
                .get(0);
        assertEquals(List.of(bold, italic), List.of(glyph.bold(), glyph.italic()));
    }

    @Test
    void aCharacterPrintedTwiceAtOnePlaceIsReadOnce() throws IOException {
        assertEquals("Ke hoach", text(read((on, file, sheet) -> {
            print(on, 72, 700, "Ke hoach");
            print(on, 72.3, 700, "Ke hoach");
        })));
        assertEquals("aabb", text(read((on, file, sheet) -> print(on, 72, 700, "aabb"))));
    }

    @Test
    void aPageIsTurnedAsItsTextStands() throws IOException {
        Page page = read((on, file, sheet) -> {
            print(on, FontName.HELVETICA, Matrix.getRotateInstance(Math.PI / 2, 100, 50), "nam ngang");
            print(on, 10, 10, "x");
        });
        assertEquals("namngang", text(page).replace(" ", ""), "what stands across is left out");
        assertEquals(List.of(800.0, 600.0, 90), List.of(page.width(), page.height(), page.turn()));
        assertEquals(50, page.glyphs().get(0).x(), 0.01);
        assertEquals(100, page.glyphs().get(0).y(), 0.01);
    }

    @Test
    void drawnLinesAreRules() throws IOException {
        Page page = read((on, file, sheet) -> {
            on.moveTo(100, 700);
            on.lineTo(300, 700);
            on.stroke();
        });
        assertEquals(List.of(new Rule(100, 100, 300, 100)), page.rules());
    }

    @Test
    void aStrokedRectangleIsItsFourSides() throws IOException {
        Page page = read((on, file, sheet) -> {
            on.addRect(100, 600, 200, 100);
            on.stroke();
        });
        assertEquals(
                List.of(2L, 2L),
                List.of(
                        page.rules().stream().filter(Rule::horizontal).count(),
                        page.rules().stream().filter(rule -> !rule.horizontal()).count()));
    }

    @Test
    void aFilledAreaIsALineOnlyWhereItIsThin() throws IOException {
        assertEquals(
                2,
                read((on, file, sheet) -> {
                            on.addRect(100, 700, 200, 1);
                            on.fill();
                        })
                        .rules()
                        .size(),
                "both sides of a bar");
        assertEquals(
                List.of(),
                read((on, file, sheet) -> {
                            on.addRect(100, 600, 200, 100);
                            on.fill();
                        })
                        .rules());
    }

    @Test
    void slantedAndUnpaintedLinesAreNoRules() throws IOException {
        assertEquals(
                List.of(),
                read((on, file, sheet) -> {
                            on.moveTo(100, 700);
                            on.lineTo(300, 600);
                            on.stroke();
                            on.addRect(100, 600, 200, 100);
                            on.clip();
                        })
                        .rules());
    }

    @Test
    void aScanIsAPicture() throws IOException {
        assertTrue(read((on, file, sheet) -> on.drawImage(
                        LosslessFactory.createFromImage(file, new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB)),
                        0,
                        0))
                .pictured());
        assertFalse(read((on, file, sheet) -> print(on, 72, 700, "A")).pictured());
    }

    @Test
    void aScanSaysHowFineThePictureOfItsPageIs() throws IOException {
        BufferedImage dots = new BufferedImage(1000, 1400, BufferedImage.TYPE_BYTE_GRAY);
        Page page = read((on, file, sheet) -> {
            on.drawImage(LosslessFactory.createFromImage(file, dots), 0, 0, 500, 700);
            on.drawImage(LosslessFactory.createFromImage(file, dots), 0, 100, 20, 28);
        });
        assertEquals(144, page.scan().finest().resolution());
    }

    private static Page stamped(String words) throws IOException {
        return read((on, file, sheet) -> {
            print(on, 72, 700, "So:");
            PDAppearanceStream shown = new PDAppearanceStream(file);
            shown.setBBox(new PDRectangle(200, 20));
            shown.setResources(new PDResources());
            try (PDPageContentStream in = new PDPageContentStream(file, shown)) {
                print(in, 0, 5, words);
            }
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(shown);
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(100, 695, 200, 20));
            stamp.setAppearance(appearance);
            sheet.getAnnotations().add(stamp);
        });
    }

    @Test
    void aNumberStampedIntoAGapIsTextAndABannerIsNot() throws IOException {
        Page number = stamped("123");
        assertEquals("So:123", text(number));
        assertEquals(List.of(), number.stamps());
        Glyph first = number.glyphs().get(3);
        assertEquals(List.of(100L, 100L), List.of(Math.round(first.x()), Math.round(first.y())), "at its place");
        assertEquals("So:12                 3", text(stamped("12                 3")), "day and month in one");
        assertEquals("So:57/KH-VPHDNDUBND", text(stamped("57/KH-VPHDNDUBND")), "number and symbol in one");
        Page banner = stamped("Nguoi ky: So Noi vu");
        assertEquals("So:", text(banner));
        assertEquals(List.of("Nguoi ky: So Noi vu"), banner.stamps());
    }
}
