package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;

/** Draws pages that are pictures, without their annotations. */
final class ScanRenderer extends PDFRenderer {
    ScanRenderer(PDDocument pdf) {
        super(pdf);
        // What a registry or a program put over the page is read by itself; a banner is not part of the page.
        setAnnotationsFilter(annotation -> false);
    }

    /** A picture that is the page cannot be drawn. */
    static final class Undrawn extends IOException {
        Undrawn(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    /** The library leaves out what it cannot draw: without the picture that it is, a page would be the white back of a leaf. */
    private static final class Drawer extends PageDrawer {
        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            if (e instanceof Undrawn) {
                throw e;
            }
            if (operator.getName().equals(OperatorName.DRAW_OBJECT) && isWhole()) {
                throw new Undrawn(e);
            }
            super.operatorException(operator, operands, e);
        }

        /** Whether what is drawn now is most of the page. */
        private boolean isWhole() {
            Matrix to = getGraphicsState().getCurrentTransformationMatrix();
            float area = Math.abs(to.getScaleX() * to.getScaleY() - to.getShearX() * to.getShearY());
            PDRectangle crop = getPage().getCropBox();
            return area >= crop.getWidth() * crop.getHeight() * PdfGlyphs.Scan.WHOLE;
        }
    }
}
