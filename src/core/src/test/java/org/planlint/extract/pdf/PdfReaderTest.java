package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.text.Capability;
import org.planlint.text.Document;

/** Which pdf can be read, and what is said of those that cannot. */
class PdfReaderTest {
    private static final PDFont HELVETICA = new PDType1Font(FontName.HELVETICA);

    private static final List<String> ENGLISH = List.of(
            "This guideline sets out the procedures for the review of grant applications,",
            "and describes the duties of the staff that handle each of them. Applications",
            "shall be lodged with the office by the end of the month, and a decision on",
            "them is to be given within thirty working days from the date of receipt.");

    /** Some programs write their own names in place of the fonts': "CIDFont+F1" may be bold, italic or of any family. */
    @ParameterizedTest
    @CsvSource({
        "CIDFont+F1, false",
        "F12, false",
        "TT2, false",
        "C2_0, false",
        "ABCDEF+TimesNewRomanPSMT, true",
        "B52 Sans, true"
    })
    void fontsWithoutANameShowNothing(String name, boolean shown) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(new File("samples/01-hoi-nghi-so-ket.pdf"));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    page.getResources().getFont(font).getCOSObject().setName(COSName.BASE_FONT, name);
                }
            }
            pdf.save(out);
            Extractor extractor = new Extractor();
            Document read = extractor.read("a.pdf", out.toByteArray(), "application/pdf");
            assertEquals(shown, read.capabilities().contains(Capability.FONTS));
        }
    }

    /** A page with these lines, and behind it pages that are pictures, with what is printed on them. */
    private static Document read(List<String> lines, String... pictures) throws IOException, ReadFailure {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            for (String printed : pictures) {
                PDPage scan = new PDPage();
                pdf.addPage(scan);
                try (PDPageContentStream on = new PDPageContentStream(pdf, scan)) {
                    BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
                    on.drawImage(LosslessFactory.createFromImage(pdf, image), 0, 0, 600, 800);
                    on.beginText();
                    on.setFont(HELVETICA, 12);
                    on.newLineAtOffset(72, 780);
                    on.showText(printed);
                    on.endText();
                }
            }
            try (PDPageContentStream on = new PDPageContentStream(pdf, page)) {
                on.beginText();
                on.setFont(HELVETICA, 12);
                on.setLeading(16);
                on.newLineAtOffset(72, 700);
                for (String line : lines) {
                    on.showText(line);
                    on.newLine();
                }
                on.endText();
            }
            pdf.save(out);
            return new Extractor().read("x.pdf", out.toByteArray(), "application/pdf");
        }
    }

    @Test
    void aTextOfAnotherLanguageIsNotGarbled() throws Exception {
        Document english = read(ENGLISH);
        assertTrue(english.paragraphs().get(0).text().startsWith("This guideline"));
    }

    @Test
    void lettersWithoutMeaningAreGarbled() {
        ReadFailure failure = assertThrows(
                ReadFailure.class,
                () -> read(List.of(
                        "Kxqj gdwb fkxbhq prq wdr gxqj krdw grqj wdl fdf grq yl wuhq",
                        "gld edq wlqk, qdqj fdr fkdw oxrqj sklf yx qkdq gdq yd grdqk qjklhs",
                        "wurqj wkrl jldq wrl, jrs skdq skdw wulhq nlqk wh ad krl")));
        assertEquals(ReadFailure.Reason.GARBLED_TEXT_LAYER, failure.reason());
    }

    @Test
    void aPageThatIsAPictureAmongPagesWithTextIsNamed() throws Exception {
        Document scanned = read(ENGLISH, "2", "A picture of a machine with many words of its own below it");
        assertEquals(List.of(2), scanned.pagesWithoutText());
        assertFalse(scanned.capabilities().contains(Capability.EVERY_PAGE));
        Document whole = read(ENGLISH);
        assertEquals(List.of(), whole.pagesWithoutText());
        assertTrue(whole.capabilities().contains(Capability.EVERY_PAGE));
    }
}
