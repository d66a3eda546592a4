package org.planlint.extract.pdf;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.planlint.extract.signed.Authorities;
import org.planlint.extract.signed.Content;
import org.planlint.extract.signed.Proof;
import org.planlint.text.DigitalSignature;
import org.planlint.text.DigitalSignature.Added;
import org.planlint.text.DigitalSignature.Role;
import org.planlint.text.Paragraph;

/** Reads the signatures of a pdf (ISO 32000-1, 12.8; ETSI EN 319 142-1), in the order in which they were made. */
final class PdfSignatures {
    private static final String TIME_STAMP = "ETSI.RFC3161";
    private static final String BARE = "adbe.x509.rsa_sha1";
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName CERT = COSName.getPDFName("Cert");

    private final PDDocument pdf;
    private final byte[] bytes;
    private final PdfGlyphs glyphs;
    private final List<PdfGlyphs.Page> pages;
    private final Authorities authorities;
    private final Content.Beginnings beginnings;

    /** @param glyphs has read the pages of this pdf */
    PdfSignatures(PDDocument pdf, byte[] bytes, PdfGlyphs glyphs, List<PdfGlyphs.Page> pages, Authorities authorities) {
        this.pdf = pdf;
        this.bytes = bytes;
        this.glyphs = glyphs;
        this.pages = pages;
        this.authorities = authorities;
        this.beginnings = new Content.Beginnings(bytes);
    }

    /**
     * A signature and the stretches that it says it signs; without four figures they are unknown.
     *
     * @param widget shows it upon a page; null for none
     */
    private record Field(PDAnnotationWidget widget, PDSignature signature) {
        int end() {
            int[] range = signature.getByteRange();
            return range == null || range.length != 4 ? 0 : range[2] + range[3];
        }
    }

    List<DigitalSignature> read() {
        List<DigitalSignature> found = new ArrayList<>();
        try {
            List<Field> fields = fields();
            fields.sort(Comparator.comparingInt(Field::end));
            for (int i = 0; i < fields.size(); i++) {
                found.add(read(fields.get(i), i + 1 < fields.size()));
            }
        } catch (IOException | RuntimeException brokenForm) {
            // A form that cannot be followed leaves the text as it is, and what was read till then.
            return found;
        }
        return found;
    }

    /** Those of the form, and those that lie upon a page though the form does not name them: readers show both. */
    private List<Field> fields() throws IOException {
        List<Field> found = new ArrayList<>();
        Set<COSDictionary> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDSignatureField field : pdf.getSignatureFields()) {
            if (field.getSignature() != null && known.add(field.getSignature().getCOSObject())) {
                List<PDAnnotationWidget> widgets = field.getWidgets();
                found.add(new Field(widgets.isEmpty() ? null : widgets.get(0), field.getSignature()));
            }
        }
        for (PDPage page : pdf.getPages()) {
            COSArray marks = page.getCOSObject().getCOSArray(COSName.ANNOTS);
            for (int i = 0; marks != null && i < marks.size(); i++) {
                if (marks.getObject(i) instanceof COSDictionary mark
                        && COSName.SIG.equals(inherited(mark, COSName.FT))
                        && inherited(mark, COSName.V) instanceof COSDictionary signature
                        && known.add(signature)) {
                    found.add(new Field(new PDAnnotationWidget(mark), new PDSignature(signature)));
                }
            }
        }
        return found;
    }

    /** Of a field, or of the one above it of which it is the picture. */
    private static COSBase inherited(COSDictionary field, COSName name) {
        COSBase own = field.getDictionaryObject(name);
        COSDictionary above = field.getCOSDictionary(COSName.PARENT);
        return own != null || above == null ? own : above.getDictionaryObject(name);
    }

    private DigitalSignature read(Field field, boolean more) throws IOException {
        PDSignature signature = field.signature();
        PDAnnotationWidget widget = field.widget();
        String subFilter = String.valueOf(signature.getSubFilter());
        int[] range = signature.getByteRange();
        Content content = content(range);
        byte[] contents = contents(signature, range, content);
        Instant beside = date(signature);
        Proof proof = subFilter.equals(BARE)
                ? Proof.ofBareSignature(contents, certificate(signature), content, beside, authorities)
                : Proof.ofMessage(contents, content, subFilter.equals(TIME_STAMP), beside, authorities);
        int end = content == null ? 0 : range[2] + range[3];
        boolean coversAll = content != null && range[0] == 0 && end == bytes.length;
        Added added = coversAll ? Added.NOTHING : more ? Added.SIGNATURE : new PdfAdditions(pdf, bytes, end).kind();
        int page = page(widget);
        return proof.signature(
                role(signature, subFilter),
                signature.getName(),
                coversAll,
                added,
                page,
                box(widget, page),
                page == 0 ? "" : glyphs.printed(widget));
    }

    /** The two stretches before and behind the signature's own place; null where the file does not have them all. */
    private Content content(int[] range) {
        if (range == null || range.length != 4) {
            return null;
        }
        for (int i = 0; i < range.length; i += 2) {
            if (range[i] < 0 || range[i + 1] < 0 || range[i] > bytes.length - range[i + 1]) {
                return null;
            }
        }
        return range[0] + range[1] > range[2] ? null : beginnings.content(range);
    }

    /** What stands in the gap between the stretches: a reader that took it from elsewhere could be shown another one. */
    private byte[] contents(PDSignature signature, int[] range, Content content) {
        if (content != null) {
            byte[] gap = hexadecimal(range[0] + range[1], range[2]);
            if (gap != null) {
                return gap;
            }
        }
        byte[] held = signature.getContents();
        return held == null ? new byte[0] : held;
    }

    /** The bytes that {@code <…>} spells; null where something else stands there. */
    private byte[] hexadecimal(int from, int to) {
        if (to - from < 2 || bytes[from] != '<' || bytes[to - 1] != '>') {
            return null;
        }
        byte[] spelled = new byte[(to - from - 2) / 2];
        for (int i = 0; i < spelled.length; i++) {
            int high = Character.digit(bytes[from + 1 + 2 * i], 16);
            int low = Character.digit(bytes[from + 2 + 2 * i], 16);
            if (high < 0 || low < 0) {
                return null;
            }
            spelled[i] = (byte) (high << 4 | low);
        }
        return spelled;
    }

    private static byte[] certificate(PDSignature signature) {
        COSBase found = signature.getCOSObject().getDictionaryObject(CERT);
        if (found instanceof COSArray several && several.size() > 0) {
            found = several.getObject(0);
        }
        return found instanceof COSString text ? text.getBytes() : new byte[0];
    }

    private static Instant date(PDSignature signature) {
        try {
            return signature.getSignDate() == null
                    ? null
                    : signature.getSignDate().toInstant();
        } catch (RuntimeException noDate) {
            return null;
        }
    }

    private static Role role(PDSignature signature, String subFilter) {
        if (subFilter.equals(TIME_STAMP)) {
            return Role.TIMESTAMPS;
        }
        COSBase references = signature.getCOSObject().getDictionaryObject(REFERENCE);
        if (references instanceof COSArray all) {
            for (int i = 0; i < all.size(); i++) {
                if (all.getObject(i) instanceof COSDictionary one && DOC_MDP.equals(one.getCOSName(METHOD))) {
                    return Role.CERTIFIES;
                }
            }
        }
        return Role.SIGNS;
    }

    // ---- its picture ----

    /** 0 for a signature without a picture. */
    private int page(PDAnnotationWidget widget) {
        PDRectangle frame = widget == null ? null : widget.getRectangle();
        if (frame == null || frame.getWidth() < 1 || frame.getHeight() < 1 || widget.isHidden()) {
            return 0;
        }
        return glyphs.pageOf(widget);
    }

    /** As the page's text stands, in points from the upper left corner. */
    private Paragraph.Box box(PDAnnotationWidget widget, int page) {
        if (page == 0 || page > pages.size()) {
            return null;
        }
        PDRectangle frame = widget.getRectangle();
        PDPage on = pdf.getPage(page - 1);
        PDRectangle crop = on.getCropBox();
        int turn = pages.get(page - 1).turn();
        double[] a = PdfGlyphs.turn(
                frame.getLowerLeftX() - crop.getLowerLeftX(), frame.getLowerLeftY() - crop.getLowerLeftY(), turn, crop);
        double[] b = PdfGlyphs.turn(
                frame.getUpperRightX() - crop.getLowerLeftX(),
                frame.getUpperRightY() - crop.getLowerLeftY(),
                turn,
                crop);
        return new Paragraph.Box(
                tenth(Math.min(a[0], b[0])),
                tenth(Math.min(a[1], b[1])),
                tenth(Math.abs(a[0] - b[0])),
                tenth(Math.abs(a[1] - b[1])));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
