package org.planlint.extract.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;

/** How fine a picture is, from what the file says of it; no dot of it is looked at. */
final class PictureMeasure {
    private static final double INCH = 72;

    private PictureMeasure() {}

    /** @param to where it is drawn: from a square of one point into the page */
    static PdfGlyphs.Finest of(PDResources resources, COSName name, Affine to) {
        COSDictionary all = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
        COSDictionary picture = all == null ? null : all.getCOSDictionary(name);
        if (picture == null) {
            return PdfGlyphs.Finest.NONE;
        }
        double across = picture.getInt(COSName.WIDTH, 0) * INCH / Math.max(1, to.width());
        double down = picture.getInt(COSName.HEIGHT, 0) * INCH / Math.max(1, to.height());
        return new PdfGlyphs.Finest((int) Math.round(Math.min(across, down)), depth(picture, resources));
    }

    private static int depth(COSDictionary picture, PDResources resources) {
        if (picture.getBoolean(COSName.IMAGE_MASK, false)) {
            return 1;
        }
        COSBase colours = picture.getDictionaryObject(COSName.COLORSPACE);
        try {
            return colours == null
                    ? 0
                    : picture.getInt(COSName.BITS_PER_COMPONENT, 0)
                            * PDColorSpace.create(colours, resources).getNumberOfComponents();
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }
}
