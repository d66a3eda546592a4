package org.planlint.annotate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.planlint.extract.ReadFailure;
import org.planlint.report.Severity;
import org.planlint.text.Area;
import org.planlint.text.Document;
import org.planlint.text.Marks;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;

/**
 * Highlights the words and hangs a note on them. The copy begins with the bytes of the source and only adds to them, so
 * that a digital signature still shows what was signed.
 */
final class PdfAnnotator implements Annotator {
    private static final String KEY = "planlint-";
    private static final double NOTE_SIZE = 20;

    @Override
    public byte[] annotate(byte[] file, Document document, List<Note> notes) throws IOException, ReadFailure {
        Map<Integer, Integer> turns =
                document.pageFormats().stream().collect(Collectors.toMap(PageFormat::fromPage, PageFormat::turn));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            Map<String, Note> wanted = new TreeMap<>();
            notes.forEach(note -> wanted.put(KEY + note.key(), note));
            Set<String> there = new HashSet<>();
            boolean changed = takeOut(pdf, wanted, there);
            int loose = 0;
            for (Note note : notes) {
                if (note.areas().isEmpty()) {
                    loose++;
                }
                if (there.contains(KEY + note.key())) {
                    continue;
                }
                changed = true;
                if (note.areas().isEmpty()) {
                    pin(pdf, note, loose - 1);
                } else {
                    highlight(pdf, note, turns);
                }
            }
            if (!changed) {
                return file;
            }
            if (pdf.isEncrypted() && !pdf.getCurrentAccessPermission().canModifyAnnotations()) {
                throw new IOException("tệp cấm ghi chú / the file forbids annotations");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            return out.toByteArray();
        }
    }

    /** Removes notes of its own that no longer hold, and tells which still do. */
    private static boolean takeOut(PDDocument pdf, Map<String, Note> wanted, Set<String> there) throws IOException {
        boolean changed = false;
        for (PDPage page : pdf.getPages()) {
            List<PDAnnotation> kept = new ArrayList<>();
            Set<Object> gone = new HashSet<>();
            List<PDAnnotation> all = page.getAnnotations();
            for (PDAnnotation annotation : all) {
                String name = annotation.getAnnotationName();
                boolean own = name != null
                        && name.startsWith(KEY)
                        && annotation instanceof PDAnnotationMarkup markup
                        && Marks.AUTHOR.equals(markup.getTitlePopup());
                if (!own) {
                    kept.add(annotation);
                } else if (wanted.containsKey(name) && wanted.get(name).text().equals(annotation.getContents())) {
                    there.add(name);
                    kept.add(annotation);
                } else if (annotation instanceof PDAnnotationMarkup markup && markup.getPopup() != null) {
                    gone.add(markup.getPopup().getCOSObject());
                }
            }
            kept.removeIf(annotation -> gone.contains(annotation.getCOSObject()));
            if (kept.size() < all.size()) {
                set(page, kept);
                changed = true;
            }
        }
        return changed;
    }

    private static void highlight(PDDocument pdf, Note note, Map<Integer, Integer> turns) throws IOException {
        int number = note.areas().get(0).page();
        PDPage page = pdf.getPage(number - 1);
        List<float[]> quads = new ArrayList<>();
        PDRectangle around = null;
        for (Area area : note.areas()) {
            if (area.page() == number) {
                PDRectangle box = onPaper(area.box(), page.getCropBox(), turns.getOrDefault(number, 0));
                quads.add(new float[] {
                    box.getLowerLeftX(),
                    box.getUpperRightY(),
                    box.getUpperRightX(),
                    box.getUpperRightY(),
                    box.getLowerLeftX(),
                    box.getLowerLeftY(),
                    box.getUpperRightX(),
                    box.getLowerLeftY()
                });
                around = around == null ? box : union(around, box);
            }
        }
        PDAnnotationHighlight highlight = new PDAnnotationHighlight();
        float[] points = new float[quads.size() * 8];
        for (int i = 0; i < quads.size(); i++) {
            System.arraycopy(quads.get(i), 0, points, i * 8, 8);
        }
        highlight.setQuadPoints(points);
        highlight.setRectangle(around);
        highlight.setConstantOpacity(0.6f);
        attach(pdf, page, highlight, note);
    }

    /** A note on the document as a whole stands at the head of its first page. */
    private static void pin(PDDocument pdf, Note note, int index) throws IOException {
        PDPage page = pdf.getPage(0);
        PDRectangle crop = page.getCropBox();
        PDAnnotationText pin = new PDAnnotationText();
        float x = (float) (crop.getLowerLeftX() + 8 + index * (NOTE_SIZE + 4));
        pin.setRectangle(new PDRectangle(
                x, (float) (crop.getUpperRightY() - 8 - NOTE_SIZE), (float) NOTE_SIZE, (float) NOTE_SIZE));
        pin.setName(PDAnnotationText.NAME_COMMENT);
        attach(pdf, page, pin, note);
    }

    private static void attach(PDDocument pdf, PDPage page, PDAnnotationMarkup markup, Note note) throws IOException {
        markup.setAnnotationName(KEY + note.key());
        markup.setTitlePopup(Marks.AUTHOR);
        markup.setContents(note.text());
        markup.setColor(colour(note.severity()));
        markup.setPrinted(true);
        markup.setPage(page);
        PDAnnotationPopup popup = new PDAnnotationPopup();
        PDRectangle at = markup.getRectangle();
        popup.setRectangle(
                new PDRectangle(page.getCropBox().getUpperRightX() - 200, at.getUpperRightY() - 120, 190, 120));
        popup.setParent(markup);
        popup.setOpen(false);
        popup.setPage(page);
        markup.setPopup(popup);
        markup.constructAppearances(pdf);
        List<PDAnnotation> all = new ArrayList<>(page.getAnnotations());
        all.add(markup);
        all.add(popup);
        set(page, all);
    }

    private static void set(PDPage page, List<PDAnnotation> annotations) {
        page.setAnnotations(annotations);
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static PDColor colour(Severity severity) {
        float[] rgb = switch (severity) {
            case ERROR -> new float[] {1, 0.6f, 0.6f};
            case WARNING -> new float[] {1, 0.85f, 0.4f};
            case INFO -> new float[] {0.6f, 0.8f, 1};
        };
        return new PDColor(rgb, PDDeviceRGB.INSTANCE);
    }

    /** From points in the frame in which the text stands upright to those of the paper. */
    private static PDRectangle onPaper(Paragraph.Box box, PDRectangle crop, int turn) {
        double[] a = onPaper(box.x(), box.y(), crop, turn);
        double[] b = onPaper(box.x() + box.width(), box.y() + box.height(), crop, turn);
        return new PDRectangle(
                (float) (Math.min(a[0], b[0]) + crop.getLowerLeftX()),
                (float) (Math.min(a[1], b[1]) + crop.getLowerLeftY()),
                (float) Math.abs(a[0] - b[0]),
                (float) Math.abs(a[1] - b[1]));
    }

    private static double[] onPaper(double x, double y, PDRectangle crop, int turn) {
        return switch (turn) {
            case 90 -> new double[] {y, x};
            case 180 -> new double[] {crop.getWidth() - x, y};
            case 270 -> new double[] {crop.getWidth() - y, crop.getHeight() - x};
            default -> new double[] {x, crop.getHeight() - y};
        };
    }

    private static PDRectangle union(PDRectangle a, PDRectangle b) {
        float left = Math.min(a.getLowerLeftX(), b.getLowerLeftX());
        float bottom = Math.min(a.getLowerLeftY(), b.getLowerLeftY());
        return new PDRectangle(
                left,
                bottom,
                Math.max(a.getUpperRightX(), b.getUpperRightX()) - left,
                Math.max(a.getUpperRightY(), b.getUpperRightY()) - bottom);
    }
}
