package org.planlint.extract.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.planlint.extract.ReadFailure;
import org.planlint.text.Area;
import org.planlint.text.Document;
import org.planlint.text.LinePicture;
import org.planlint.text.PageFormat;
import org.planlint.text.PagePicture;
import org.planlint.text.Paragraph;

/** Pictures of the pages of a pdf, turned so that their text stands upright, as {@link Document} counts positions. */
public final class PdfPictures {
    private static final float DOTS_PER_INCH = 96;
    /** Of lines shown by themselves: small marks decide what they say. */
    private static final double DOTS_PER_INCH_OF_LINES = 150;

    private static final double MOST_PIXELS_OF_LINES = 2600;
    private static final double POINTS = 72;
    /** In points. */
    private static final double AROUND = 5;
    /** On the longer side; paper larger than A3 is drawn smaller. */
    private static final double MOST_PIXELS = 1600;
    /** A report with more pictures than these opens slowly; the text as read is all there in any case. */
    private static final int MOST_PAGES = 80;

    private PdfPictures() {}

    /** Whether a file of this media type has pages that can be drawn. */
    public static boolean areOf(String mediaType) {
        return mediaType.equals("application/pdf") || mediaType.startsWith("image/");
    }

    /** The file as a pdf: pictures of pages become the one that a scanner would have made of them. */
    public static PDDocument open(byte[] bytes, String mediaType) throws IOException, ReadFailure {
        return mediaType.startsWith("image/") ? PicturePages.pdf(bytes) : Loader.loadPDF(bytes);
    }

    /**
     * The first pages of the file, sizes in points; none where it cannot be drawn.
     *
     * @param document what was read of it, which knows how each page is turned
     */
    public static List<PagePicture> of(byte[] bytes, Document document) {
        List<PagePicture> pictures = new ArrayList<>();
        try (PDDocument file = open(bytes, document.mediaType())) {
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

    /**
     * The frames as the pages show them, each with a little around it. Those of a page that cannot be drawn are left out.
     *
     * @param document what was read of the file
     */
    public static Map<Area, LinePicture> cuttings(byte[] bytes, Document document, Collection<Area> areas) {
        Map<Area, LinePicture> cuttings = new HashMap<>();
        Map<Integer, List<Area>> byPage =
                areas.stream().distinct().collect(Collectors.groupingBy(Area::page, TreeMap::new, Collectors.toList()));
        try (PDDocument file = open(bytes, document.mediaType())) {
            PDFRenderer renderer = new PDFRenderer(file);
            renderer.setSubsamplingAllowed(true);
            for (Map.Entry<Integer, List<Area>> page : byPage.entrySet()) {
                PageFormat format = document.format(page.getKey());
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
                file.getPage(page.getKey() - 1).setRotation(format.turn());
                double longer = Math.max(format.width(), format.height());
                double scale = Math.min(DOTS_PER_INCH_OF_LINES / POINTS, MOST_PIXELS_OF_LINES / longer);
                BufferedImage image = renderer.renderImage(page.getKey() - 1, (float) scale, ImageType.RGB);
                for (Area area : page.getValue()) {
                    LinePicture cutting = cutting(image, area.box(), scale);
                    if (cutting != null) {
                        cuttings.put(area, cutting);
                    }
                }
            }
        } catch (IOException | ReadFailure | RuntimeException cannotBeDrawn) {
            return cuttings;
        }
        return cuttings;
    }

    private static LinePicture cutting(BufferedImage page, Paragraph.Box box, double scale) throws IOException {
        int left = (int) Math.max(0, (box.x() - AROUND) * scale);
        int top = (int) Math.max(0, (box.y() - AROUND) * scale);
        int right = (int) Math.min(page.getWidth(), (box.x() + box.width() + AROUND) * scale);
        int bottom = (int) Math.min(page.getHeight(), (box.y() + box.height() + AROUND) * scale);
        if (left >= right || top >= bottom) {
            return null;
        }
        BufferedImage line = page.getSubimage(left, top, right - left, bottom - top);
        byte[] png = encode(line, "png");
        byte[] jpeg = encode(line, "jpeg");
        boolean lossless = png.length <= jpeg.length;
        return new LinePicture(
                (right - left) / scale,
                (bottom - top) / scale,
                lossless ? "image/png" : "image/jpeg",
                lossless ? png : jpeg);
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
