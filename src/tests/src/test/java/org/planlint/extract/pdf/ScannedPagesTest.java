package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.extract.ocr.Tesseract;
import org.planlint.samples.StartsPrograms;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.RecognisedPage;

/** A sample's pages as pictures, read by Tesseract. */
@StartsPrograms
class ScannedPagesTest {
    private static final Path SAMPLE = Path.of("samples/01-hoi-nghi-so-ket.pdf");
    private static PageRecognition recognition;
    private static BufferedImage page;

    @BeforeAll
    static void draw() throws IOException {
        recognition = new PageRecognition(Tesseract::find, null, 10, 2);
        assumeTrue(recognition.isAvailable(), "no tesseract with Vietnamese data (tesseract-ocr, tesseract-ocr-vie)");
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(SAMPLE))) {
            page = new PDFRenderer(pdf).renderImageWithDPI(0, 200, ImageType.GRAY);
        }
    }

    private static byte[] scan(PDDocument pdf, int rotation) throws IOException {
        return scan(pdf, LosslessFactory.createFromImage(pdf, page), rotation);
    }

    private static byte[] scan(PDDocument pdf, PDImageXObject picture, int rotation) throws IOException {
        PDPage scan = new PDPage(PDRectangle.A4);
        scan.setRotation(rotation);
        pdf.addPage(scan);
        try (PDPageContentStream on = new PDPageContentStream(pdf, scan)) {
            on.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static Document read(byte[] bytes, String mediaType) throws ReadFailure {
        return new Extractor(recognition).read("x", bytes, mediaType);
    }

    private static String text(Document document) {
        return document.bodyParagraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    }

    @Test
    void aScanIsReadAndSaysHowSurely() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            Document document = read(scan(pdf, 0), "application/pdf");
            assertTrue(text(document).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), text(document));
            for (Capability lost : Document.LOST_ON_PICTURES) {
                assertFalse(document.capabilities().contains(lost), lost.name());
            }
            assertTrue(document.capabilities().contains(Capability.EVERY_PAGE));
            RecognisedPage recognised = document.recognised(1);
            assertTrue(recognised.confidence() > 85 && recognised.covered() > 0.9, recognised.toString());
            Paragraph first = document.bodyParagraphs().get(0);
            int confidence = first.confidence(0, first.text().length());
            assertTrue(confidence > 40 && confidence < 100, first.text() + ": " + confidence);
        }
    }

    @Test
    void aPageThatWasScannedOnItsHeadIsTurned() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            Document document = read(scan(pdf, 180), "application/pdf");
            assertTrue(text(document).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), text(document));
            assertEquals(0, document.pageFormats().get(0).turn(), "as its picture lies in the file");
        }
    }

    @Test
    void aScanInJpeg2000IsReadWhereThereIsADecoder() throws Exception {
        Iterator<ImageWriter> coders = ImageIO.getImageWritersByFormatName("JPEG2000");
        assumeTrue(coders.hasNext(), "built without -Pjpeg2000");
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        ImageWriter coder = coders.next();
        coder.setOutput(ImageIO.createImageOutputStream(coded));
        coder.write(page);
        ((ImageOutputStream) coder.getOutput()).close();
        try (PDDocument pdf = new PDDocument()) {
            PDImageXObject picture = new PDImageXObject(
                    pdf,
                    new ByteArrayInputStream(coded.toByteArray()),
                    COSName.JPX_DECODE,
                    page.getWidth(),
                    page.getHeight(),
                    8,
                    PDDeviceGray.INSTANCE);
            Document document = read(scan(pdf, picture, 0), "application/pdf");
            assertTrue(text(document).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), text(document));
        }
    }

    @Test
    void typedPagesOfAMixedFileAreSeenAsEver() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(SAMPLE))) {
            int typed = pdf.getNumberOfPages();
            Document document = read(scan(pdf, 0), "application/pdf");
            assertTrue(document.shows(Capability.FONTS, 1));
            assertFalse(document.shows(Capability.FONTS, typed + 1));
            assertFalse(document.shows(Capability.TYPED_TEXT, 0), "not on all pages");
            assertEquals(
                    List.of(typed + 1),
                    document.recognised().stream().map(RecognisedPage::page).toList());
        }
    }

    /** The back of a leaf. */
    private static BufferedImage white() {
        BufferedImage back = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        back.createGraphics().fillRect(0, 0, 1654, 2339);
        return back;
    }

    @Test
    void aTifHasAsManyPagesAsPictures() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        ImageWriter writer = writers.next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(page, null, null), null);
            writer.writeToSequence(new IIOImage(white(), null, null), null);
            writer.endWriteSequence();
        }
        Document document = read(out.toByteArray(), "image/tiff");
        assertEquals(2, document.pageFormats().size());
        assertEquals(842, document.pageFormats().get(0).height(), 1);
        assertTrue(text(document).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), text(document));
    }
}
