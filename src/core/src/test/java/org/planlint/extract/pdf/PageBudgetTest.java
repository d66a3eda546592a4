package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;

/** Small files whose pages would take minutes to draw are too large, and known to be before they are drawn. */
class PageBudgetTest {
    private final PDDocument pdf = new PDDocument();
    private final PDPage page = new PDPage();

    private PDFormXObject form(String content) throws IOException {
        PDFormXObject form = new PDFormXObject(pdf);
        form.setBBox(new PDRectangle(100, 100));
        form.setResources(new PDResources());
        write(form.getStream(), content);
        return form;
    }

    private static void write(PDStream stream, String content) throws IOException {
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void draws(String content) throws IOException {
        PDStream stream = new PDStream(pdf);
        write(stream, content);
        page.setContents(stream);
        page.setResources(page.getResources() == null ? new PDResources() : page.getResources());
        pdf.addPage(page);
    }

    private void assertTooLarge(String why) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        pdf.close();
        ReadFailure failure = assertThrows(
                ReadFailure.class, () -> new Extractor().read("a.pdf", out.toByteArray(), "application/pdf"));
        assertEquals(ReadFailure.Reason.TOO_LARGE, failure.reason());
        assertTrue(failure.getMessage().contains(why), failure.getMessage());
    }

    @Test
    void aFormThatDrawsItselfTwice() throws IOException {
        PDFormXObject form = form("/F Do /F Do");
        form.getResources().put(COSName.getPDFName("F"), form);
        draws("/F Do");
        page.getResources().put(COSName.getPDFName("F"), form);
        assertTooLarge("page 1: forms");
    }

    @Test
    void formsEachOfWhichDrawsTheNextTenTimes() throws IOException {
        PDFormXObject inner = form("BT ET");
        for (int i = 0; i < 12; i++) {
            PDFormXObject outer = form("/F Do ".repeat(10));
            outer.getResources().put(COSName.getPDFName("F"), inner);
            inner = outer;
        }
        draws("/F Do");
        page.getResources().put(COSName.getPDFName("F"), inner);
        assertTooLarge("page 1: forms");
    }

    @Test
    void statesSavedWithinEachOther() throws IOException {
        draws("q ".repeat(100_000));
        assertTooLarge("graphics states");
    }

    @Test
    void aSmallStreamThatUnpacksToMillionsOfOperators() throws IOException {
        draws("q Q ".repeat(1_500_000));
        assertTooLarge("operators");
    }
}
