package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.text.Document;

/** Which pdf can be read, and what is said of those that cannot. */
class PdfReaderTest {
    private static final PDFont HELVETICA = new PDType1Font(FontName.HELVETICA);

    private static Document read(List<String> lines) throws IOException, ReadFailure {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
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
        Document english = read(List.of(
                "This guideline sets out the procedures for the review of grant applications,",
                "and describes the duties of the staff that handle each of them. Applications",
                "shall be lodged with the office by the end of the month, and a decision on",
                "them is to be given within thirty working days from the date of receipt."));
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
}
