package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;
import org.planlint.samples.SampleSet;

/** Text stands where PDFBox's own engine puts it. ISO 32000-1, 9.2 to 9.4. */
class DrawnTextTest {
    /** All characters of a file that run as most of their page do, as the library has them. */
    private static final class Library extends PDFTextStripper {
        private final List<TextPosition> ofPage = new ArrayList<>();
        private final List<String> all = new ArrayList<>();

        private static List<String> read(PDDocument file) throws IOException {
            Library library = new Library();
            library.writeText(file, Writer.nullWriter());
            return library.all;
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            ofPage.add(text);
        }

        @Override
        protected void endPage(PDPage page) {
            int[] counts = new int[4];
            ofPage.forEach(text -> counts[(int) text.getDir() / 90]++);
            int most = 0;
            for (int i = 1; i < counts.length; i++) {
                most = counts[i] > counts[most] ? i : most;
            }
            for (TextPosition text : ofPage) {
                if (text.getDir() == most * 90) {
                    all.add(line(
                            text.getUnicode(),
                            getCurrentPageNo(),
                            text.getXDirAdj(),
                            text.getYDirAdj(),
                            text.getWidthDirAdj(),
                            text.getYScale()));
                }
            }
            ofPage.clear();
        }
    }

    private static String line(String text, int page, double x, double y, double width, double size) {
        // Zero has one sign.
        return String.format(
                Locale.ROOT, "%d “%s” %.3f %.3f %.3f %.3f", page, text, x + 0.0, y + 0.0, width + 0.0, size + 0.0);
    }

    private static List<String> read(PDDocument file) throws IOException {
        List<String> all = new ArrayList<>();
        for (PdfGlyphs.Page page : new PdfGlyphs().pages(file)) {
            for (Glyph glyph : page.glyphs()) {
                all.add(line(glyph.text(), glyph.page(), glyph.x(), glyph.y(), glyph.width(), glyph.size()));
            }
        }
        return all;
    }

    @Test
    void ofTheSamples() throws IOException {
        for (Path sample : SampleSet.pdfSamples()) {
            try (PDDocument file = Loader.loadPDF(sample.toFile())) {
                assertEquals(String.join("\n", Library.read(file)), String.join("\n", read(file)), sample.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BT /F 12 Tf 72 700 Td (So: 12/KH) Tj ET",
                "BT /F 12 Tf 14 TL 72 700 Td (mot) Tj T* (hai) Tj (ba) ' 3 1 (bon nam) \" ET",
                "BT /F 12 Tf 72 700 Td 80 Tz 1.5 Tc 4 Tw (a b c) Tj 100 Tz 0 Tc [(d) -250 (e) 120.5 (f)] TJ ET",
                "BT /F 1 Tf 13 0 0 13 72 700 Tm (co) Tj 5 Ts (tren) Tj 0 Ts 0 -2 TD (duoi) Tj T* (nua) Tj ET",
                "q 0.24 0 0 -0.24 0 800 cm BT /F 58 Tf 1 0 0 -1 300 500 Tm (lat nguoc) Tj ET Q",
                "BT /F 12 Tf -1 0 0 -1 400 500 Tm (lon dau) Tj ET",
                "BT /F 12 Tf 0 1 -1 0 400 300 Tm (len tren) Tj ET",
                "BT /F 12 Tf 0 -1 1 0 400 300 Tm (xuong duoi) Tj ET",
                "BT /F 12 Tf 0.97 0.24 -0.24 0.97 100 300 Tm (hoi nghieng) Tj ET",
                "BT /F 12 Tf 1 0 0.3 1 100 300 Tm (chu nghieng) Tj ET",
                "q 1 0 0 1 50 60 cm q 2 0 0 2 0 0 cm BT /F 9 Tf 10 20 Td (long) Tj ET Q BT /F 9 Tf 10 20 Td (nhau) Tj ET Q",
                "BT /F 12 Tf 72 700 Td (truoc) Tj ET /Mau Do BT /F 12 Tf 72 500 Td (sau) Tj ET",
                "q 1 0 0 1 0 -100 cm 1.5 0 0 1.5 10 0 cm /Mau Do Q /Mau Do",
                "BT /F 12 Tf 3 Tr 72 700 Td (chim) Tj 0 Tr (noi) Tj ET",
                "BT /X 12 Tf 72 700 Td (khong co phong chu) Tj ET",
                "BT 72 700 Td (chua chon) Tj /F 12 Tf (da chon) Tj ET",
                "BT /F 12 Tf 72 700 Td <53F3> Tj (\\101\\(\\)\\\\\\n) Tj ET Q Q BT /F 8 Tf 72 600 Td (thua Q) Tj ET",
                "/P <</MCID 0>> BDC BT /F 12 Tf 72 700 Td (danh dau) Tj ET EMC",
                "BT /F 12 Tf 72 700 Td (thieu) Tj 1 0 0 Tm (so) Tj Td (nao) Tj ET",
                "BT /F -12 Tf -1 0 0 -1 300 700 Tm (co am) Tj ET",
            })
    void ofContents(String content) throws IOException {
        for (int turn : new int[] {0, 90, 180, 270}) {
            try (PDDocument file = new PDDocument()) {
                PDPage page = new PDPage(new PDRectangle(20, 30, 600, 800));
                page.setRotation(turn);
                page.setResources(resources(file));
                page.setContents(stream(file, content));
                file.addPage(page);
                List<String> library = Library.read(file);
                assertFalse(library.isEmpty(), "the library reads some of it");
                assertEquals(String.join("\n", library), String.join("\n", read(file)), "turned by " + turn);
            }
        }
    }

    private static PDResources resources(PDDocument file) throws IOException {
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F"), new PDType1Font(FontName.TIMES_ROMAN));
        PDFormXObject form = new PDFormXObject(
                stream(file, "BT /F 10 Tf 5 7 Td (trong mau) Tj ET 0.5 0 0 0.5 0 0 cm BT (nua) Tj ET"));
        form.setBBox(new PDRectangle(200, 100));
        form.setMatrix(Matrix.getTranslateInstance(30, 40).createAffineTransform());
        form.setResources(resources);
        resources.put(COSName.getPDFName("Mau"), form);
        return resources;
    }

    private static PDStream stream(PDDocument file, String content) throws IOException {
        PDStream stream = new PDStream(file);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stream;
    }
}
