package org.planlint.extract.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.planlint.extract.ReadFailure;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.PagePicture;

/** Pictures of the pages of a pdf, turned so that their text stands upright, as {@link Document} counts positions. */
public final class PdfPictures {
    private static final float DOTS_PER_INCH = 96;
    /** On the longer side; paper larger than A3 is drawn smaller. */
    private static final double MOST_PIXELS = 1600;
    /** A report with more pictures than these opens slowly; the text as read is all there in any case. */
    private static final int MOST_PAGES = 80;

    private PdfPictures() {}

    /** Whether a file of this media type has pages that can be drawn. */
    public static boolean areOf(String mediaType) {
        return mediaType.equals("application/pdf") || mediaType.startsWith("image/");
    }

    /**
     * The first pages of the file, sizes in points; none where it cannot be drawn.
     *
     * @param document what was read of it, which knows how each page is turned
     */
    public static List<PagePicture> of(byte[] bytes, Document document) {
        List<PagePicture> pictures = new ArrayList<>();
        try (PDDocument file =
                document.mediaType().startsWith("image/") ? PicturePages.pdf(bytes) : Loader.loadPDF(bytes)) {
            PDFRenderer renderer = new PDFRenderer(file);
            renderer.setSubsamplingAllowed(true);
            for (PageFormat format : document.pageFormats()) {
                int index = format.fromPage() - 1;
                if (index >= MOST_PAGES || Thread.currentThread().isInterrupted()) {
                    break;
                }
                file.getPage(index).setRotation(format.turn());
                double longer = Math.max(format.width(), format.height());
                float scale = (float) Math.min(DOTS_PER_INCH / 72, MOST_PIXELS / longer);
                BufferedImage image = renderer.renderImage(index, scale, ImageType.RGB);
                pictures.add(picture(format, image));
            }
        } catch (IOException | ReadFailure | RuntimeException cannotBeDrawn) {
            return List.of();
        }
        return pictures;
    }

    /** Black text on white is small as png, a scan as jpeg. */
    private static PagePicture picture(PageFormat format, BufferedImage image) throws IOException {
        byte[] png = encode(image, "png");
        byte[] jpeg = png.length < 150_000 ? null : encode(image, "jpeg");
        boolean lossless = jpeg == null || png.length <= jpeg.length;
        return new PagePicture(
                format.fromPage(),
                format.width(),
                format.height(),
                lossless ? "image/png" : "image/jpeg",
                lossless ? png : jpeg);
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
