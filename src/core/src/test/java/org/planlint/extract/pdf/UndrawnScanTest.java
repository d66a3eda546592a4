package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.ocr.GreyPicture;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.extract.ocr.Recognizer;
import org.planlint.text.Capability;
import org.planlint.text.Document;

/** Scans that cannot be drawn are no white backs of leaves. */
class UndrawnScanTest {
    private static final Path SAMPLE = Path.of("samples/01-hoi-nghi-so-ket.pdf");

    /** Has nothing to say of any picture. */
    private static final class Silent implements Recognizer {
        @Override
        public String identity() {
            return "silent";
        }

        @Override
        public List<Line> read(GreyPicture picture, Layout layout) {
            return List.of();
        }
    }

    private static Document read(byte[] pdf) throws ReadFailure {
        return new Extractor(new PageRecognition(() -> Optional.of(new Silent()), null, 10, 1))
                .read("x.pdf", pdf, "application/pdf");
    }

    /** Behind the pages of the file one that is a picture of which the bytes are none in this code. */
    private static byte[] scanned(PDDocument pdf, COSName code) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        PDImageXObject picture = new PDImageXObject(
                pdf, new ByteArrayInputStream(new byte[100]), code, 1654, 2339, 8, PDDeviceGray.INSTANCE);
        try (PDPageContentStream on = new PDPageContentStream(pdf, page)) {
            on.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    @Test
    void whatNothingHereDecodesIsSaid() throws IOException {
        assumeFalse(ImageIO.getImageReadersByFormatName("JPEG2000").hasNext(), "there is a decoder (-Pjpeg2000)");
        try (PDDocument pdf = new PDDocument()) {
            byte[] scan = scanned(pdf, COSName.JPX_DECODE);
            assertEquals(
                    ReadFailure.Reason.JPEG2000,
                    assertThrows(ReadFailure.class, () -> read(scan)).reason());
        }
    }

    @Test
    void ofAMixedFileThePageIsNamed() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(SAMPLE))) {
            int typed = pdf.getNumberOfPages();
            for (COSName code : List.of(COSName.JPX_DECODE, COSName.DCT_DECODE)) {
                Document document = read(scanned(pdf, code));
                assertFalse(document.capabilities().contains(Capability.EVERY_PAGE), code.getName());
                assertTrue(document.pageFormats().get(typed).picture(), code.getName());
                assertEquals(List.of(), document.recognised(), code.getName());
                pdf.removePage(typed);
            }
        }
    }
}
