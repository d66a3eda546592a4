package org.planlint.samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The files that scanners give: a pdf by how its pictures are coded, a tif of all pages, a picture of one. */
enum ScanFile {
    /** Fax groups of black ones, JPEG of others. */
    PDF,
    JBIG2,
    TIF,
    JPG,
    PNG;

    private static final float POINTS = 72f;
    private static final double MILLIMETRES = 25.4;

    String ending() {
        return this == JBIG2 ? ".pdf" : "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param paper its first {@code typed} pages stand before the pictures, as they are
     */
    void write(List<BufferedImage> pictures, Scanner by, PDDocument paper, int typed, Path file) throws IOException {
        switch (this) {
            case PDF, JBIG2 -> {
                try (PDDocument pdf = new PDDocument()) {
                    for (int i = 0; i < typed; i++) {
                        pdf.importPage(paper.getPage(i));
                    }
                    for (BufferedImage picture : pictures) {
                        page(pdf, coded(pdf, picture, by), by.dpi);
                    }
                    pdf.save(file.toFile());
                }
            }
            case TIF -> images("tiff", by.isBlack() ? "CCITT T.6" : "LZW", pictures, by.dpi, file);
            case PNG -> images("png", null, pictures, by.dpi, file);
            case JPG -> images("jpeg", "JPEG", pictures, by.dpi, file);
            default -> throw new IllegalStateException(name());
        }
    }

    private static void page(PDDocument pdf, PDImageXObject picture, int dpi) throws IOException {
        float width = picture.getWidth() * POINTS / dpi;
        float height = picture.getHeight() * POINTS / dpi;
        PDPage page = new PDPage(new PDRectangle(width, height));
        pdf.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
            out.drawImage(picture, 0, 0, width, height);
        }
    }

    private PDImageXObject coded(PDDocument pdf, BufferedImage picture, Scanner by) throws IOException {
        if (!by.isBlack()) {
            return JPEGFactory.createFromImage(pdf, picture, by.quality, by.dpi);
        }
        PDImageXObject fax = CCITTFactory.createFromImage(pdf, picture);
        return this == PDF ? fax : jbig2(pdf, picture, fax);
    }

    /** One region of the whole page, its dots coded as fax group 4: ITU-T T.88, 6.2.6 and 7.4.6. */
    private static PDImageXObject jbig2(PDDocument pdf, BufferedImage picture, PDImageXObject fax) throws IOException {
        byte[] dots;
        try (var in = fax.getCOSObject().createRawInputStream()) {
            dots = in.readAllBytes();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        segment(out, 0, 48, 19);
        size(out, picture);
        out.writeLong(0);
        out.writeByte(0);
        out.writeShort(0);
        segment(out, 1, 38, 18 + dots.length);
        size(out, picture);
        out.writeLong(0);
        out.writeByte(0);
        out.writeByte(1);
        out.write(dots);
        return new PDImageXObject(
                pdf,
                new ByteArrayInputStream(bytes.toByteArray()),
                COSName.JBIG2_DECODE,
                picture.getWidth(),
                picture.getHeight(),
                1,
                PDDeviceGray.INSTANCE);
    }

    private static void segment(DataOutputStream out, int number, int type, int length) throws IOException {
        out.writeInt(number);
        out.writeByte(type);
        out.writeByte(0);
        out.writeByte(1);
        out.writeInt(length);
    }

    private static void size(DataOutputStream out, BufferedImage picture) throws IOException {
        out.writeInt(picture.getWidth());
        out.writeInt(picture.getHeight());
    }

    private static void images(String format, String compression, List<BufferedImage> pictures, int dpi, Path file)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (compression != null) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            if (writer.canWriteSequence()) {
                writer.prepareWriteSequence(null);
            }
            for (BufferedImage picture : pictures) {
                IIOMetadata data =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), param);
                dotsPerInch(data, dpi);
                if (writer.canWriteSequence()) {
                    writer.writeToSequence(new IIOImage(picture, null, data), param);
                } else {
                    writer.write(null, new IIOImage(picture, null, data), param);
                }
            }
        } finally {
            writer.dispose();
        }
    }

    private static void dotsPerInch(IIOMetadata data, int dpi) throws IOException {
        boolean jpeg = "javax_imageio_jpeg_image_1.0".equals(data.getNativeMetadataFormatName());
        if (jpeg) {
            IIOMetadataNode root = (IIOMetadataNode) data.getAsTree(data.getNativeMetadataFormatName());
            IIOMetadataNode jfif =
                    (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
            jfif.setAttribute("resUnits", "1");
            jfif.setAttribute("Xdensity", String.valueOf(dpi));
            jfif.setAttribute("Ydensity", String.valueOf(dpi));
            data.setFromTree(data.getNativeMetadataFormatName(), root);
            return;
        }
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        for (String side : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
            IIOMetadataNode size = new IIOMetadataNode(side);
            size.setAttribute("value", String.valueOf(MILLIMETRES / dpi));
            dimension.appendChild(size);
        }
        root.appendChild(dimension);
        data.mergeTree("javax_imageio_1.0", root);
    }
}
