package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.planlint.extract.Extractor;
import org.planlint.text.PagePicture;

/** What the pictures of pages show. */
class PdfPicturesTest {
    private static final int PAGE_INFORMATION = 48;
    private static final int GENERIC_REGION = 38;

    /** A scan of black and white with its upper left quarter black, as a copier stores it: JBIG2. */
    private static PDImageXObject scan(PDDocument pdf, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D ink = image.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, width, height);
        ink.setColor(Color.BLACK);
        ink.fillRect(0, 0, width / 2, height / 2);
        ink.dispose();
        PDImageXObject fax = CCITTFactory.createFromImage(pdf, image);
        byte[] rows = fax.getStream().getCOSObject().createRawInputStream().readAllBytes();
        ByteBuffer page = ByteBuffer.allocate(19).putInt(width).putInt(height);
        ByteBuffer region = ByteBuffer.allocate(18 + rows.length).putInt(width).putInt(height);
        // Its place and how it is laid over the page are zeros; 1 says that its rows are coded as those of a fax.
        region.put(17, (byte) 1).put(18, rows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(segment(0, PAGE_INFORMATION, page.array()));
        out.write(segment(1, GENERIC_REGION, region.array()));
        return new PDImageXObject(
                pdf,
                new ByteArrayInputStream(out.toByteArray()),
                COSName.JBIG2_DECODE,
                width,
                height,
                1,
                PDDeviceGray.INSTANCE);
    }

    /** ISO/IEC 14492, 7.2: number, type, no other segments, page 1, length. */
    private static byte[] segment(int number, int type, byte[] data) {
        return ByteBuffer.allocate(11 + data.length)
                .putInt(number)
                .put((byte) type)
                .put((byte) 0)
                .put((byte) 1)
                .putInt(data.length)
                .put(data)
                .array();
    }

    @Test
    void aScanOfBlackAndWhiteIsDrawn() throws Exception {
        byte[] bytes;
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage text = new PDPage(PDRectangle.A4);
            pdf.addPage(text);
            try (PDPageContentStream on = new PDPageContentStream(pdf, text)) {
                on.beginText();
                on.setFont(new PDType1Font(FontName.HELVETICA), 12);
                on.newLineAtOffset(72, 700);
                on.showText("The list of those who are to take part in the course is on the page behind this one.");
                on.endText();
            }
            PDPage scanned = new PDPage(PDRectangle.A4);
            pdf.addPage(scanned);
            try (PDPageContentStream on = new PDPageContentStream(pdf, scanned)) {
                on.drawImage(scan(pdf, 64, 96), 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            pdf.save(out);
            bytes = out.toByteArray();
        }
        List<PagePicture> pictures = PdfPictures.of(bytes, new Extractor().read("x.pdf", bytes, "application/pdf"));
        BufferedImage drawn =
                ImageIO.read(new ByteArrayInputStream(pictures.get(1).bytes()));
        assertEquals(Color.BLACK, new Color(drawn.getRGB(drawn.getWidth() / 4, drawn.getHeight() / 4)));
        assertEquals(Color.WHITE, new Color(drawn.getRGB(drawn.getWidth() * 3 / 4, drawn.getHeight() / 4)));
        assertEquals(Color.WHITE, new Color(drawn.getRGB(drawn.getWidth() / 4, drawn.getHeight() * 3 / 4)));
    }
}
