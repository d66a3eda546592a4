package org.planlint.extract.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.planlint.extract.ReadFailure;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures of pages (tif of many, png, jpg) as the pdf that a scanner would have made of them. */
public final class PicturePages {
    private static final int MOST_PAGES = 500;
    private static final long MOST_PIXELS = 120_000_000;
    /** Longer sides, in points, that no office paper has: a photograph does not know how large its page is. */
    private static final double SHORTEST = 300;

    private static final double LONGEST = 1250;
    private static final double A4 = PDRectangle.A4.getHeight();
    private static final double MILLIMETRES = 25.4;

    private PicturePages() {}

    /**
     * A page a picture.
     *
     * @throws ReadFailure if it has more pages or pixels than any plan
     * @throws IOException if it is broken
     */
    public static PDDocument pdf(byte[] pictures) throws IOException, ReadFailure {
        PDDocument pdf = new PDDocument();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(pictures))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int pages = reader.getNumImages(true);
                if (pages > MOST_PAGES) {
                    throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, pages + " pages");
                }
                for (int page = 0; page < pages; page++) {
                    add(reader, page, pictures, pdf);
                }
            } finally {
                reader.dispose();
            }
            return pdf;
        } catch (IOException | ReadFailure | RuntimeException e) {
            pdf.close();
            throw e;
        }
    }

    private static void add(ImageReader reader, int index, byte[] pictures, PDDocument pdf)
            throws IOException, ReadFailure {
        long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
        if (pixels > MOST_PIXELS) {
            throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, pixels + " pixels");
        }
        IIOImage picture = reader.readAll(index, null);
        BufferedImage image = (BufferedImage) picture.getRenderedImage();
        double across = millimetres(picture.getMetadata(), "HorizontalPixelSize");
        double down = millimetres(picture.getMetadata(), "VerticalPixelSize");
        double width = image.getWidth() * across * 72 / MILLIMETRES;
        double height = image.getHeight() * down * 72 / MILLIMETRES;
        double longer = Math.max(width, height);
        if (!(longer >= SHORTEST && longer <= LONGEST)) {
            double points = A4 / Math.max(image.getWidth(), image.getHeight());
            width = image.getWidth() * points;
            height = image.getHeight() * points;
        }
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        pdf.addPage(page);
        PDImageXObject object = coded(reader.getFormatName(), image, pictures, pdf);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(object, 0, 0, (float) width, (float) height);
        }
    }

    /** A jpg as it is; what is black and white as fax machines code it. */
    private static PDImageXObject coded(String format, BufferedImage image, byte[] pictures, PDDocument pdf)
            throws IOException {
        if (format.equalsIgnoreCase("jpeg")) {
            return JPEGFactory.createFromByteArray(pdf, pictures);
        }
        boolean black = image.getType() == BufferedImage.TYPE_BYTE_BINARY
                && image.getColorModel().getPixelSize() == 1;
        return black ? CCITTFactory.createFromImage(pdf, image) : LosslessFactory.createFromImage(pdf, image);
    }

    /** The size of a pixel; 0 where the file does not say. */
    private static double millimetres(IIOMetadata metadata, String name) {
        if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
            return 0;
        }
        NodeList sizes = ((Element) metadata.getAsTree("javax_imageio_1.0")).getElementsByTagName(name);
        return sizes.getLength() == 0 ? 0 : Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
    }
}
