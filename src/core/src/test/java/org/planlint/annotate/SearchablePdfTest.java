package org.planlint.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.samples.GivenWords;
import org.planlint.samples.TakesLong;
import org.planlint.text.Paragraph;

/** Scans whose words are given, whatever stands on their pictures: no engine is needed. */
@TakesLong
class SearchablePdfTest {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final List<String> LINES = List.of(
            "ỦY BAN NHÂN DÂN XÃ CÁT LÂM",
            "Số: ⁄Z2,€ /KH-UBND Cát Lâm, ngày ■ tháng 8 năm 2025",
            "KẾ HOẠCH",
            "Thu gom, xử lý rác thải sinh hoạt sáu tháng cuối năm 2025",
            "Căn cứ Luật Bảo vệ môi trường; ‹ấn cứ kế hoạch của tỉnh, xã ban hành kế hoạch",
            "Tuyên truyền, vận động các hộ phân loại rác, tổ chức lễ phát động vào buổi sáng",
            "Đề nghị Mặt trận Tổ quốc và các đoàn thể vận động hội viên tham gia đầy đủ./.",
            "Nơi nhận: Ủy ban nhân dân tỉnh, các thôn, lưu văn thư và phòng kinh tế của xã");

    private static Examination examined(byte[] pdf, double slope) {
        PlanLint planlint = planlint(slope);
        Examination examination = planlint.examine("quet.pdf", pdf);
        assertEquals("checked", examination.report().status().word());
        return examination;
    }

    private static PlanLint planlint(double slope) {
        return PlanLint.builder()
                .recognition(new PageRecognition(() -> Optional.of(new GivenWords(LINES, slope)), null, 1, 1))
                .build();
    }

    private static SearchablePdf.Copy copy(byte[] pdf, double slope) throws ReadFailure {
        return Copied.of(pdf, slope).copy();
    }

    private record Copied(byte[] scan, Examination read, SearchablePdf.Copy copy) {
        static Copied of(byte[] scan, double slope) throws ReadFailure {
            Examination read = examined(scan, slope);
            return new Copied(scan, read, planlint(slope).searchable(read).orElseThrow());
        }
    }

    /** A scan in black and white and one in colours, each read once for all. */
    private static List<Copied> straight;

    @BeforeAll
    static void copy() throws IOException, ReadFailure {
        straight = List.of(Copied.of(scan(true, (pdf, page, out) -> {}), 0), Copied.of(scan(), 0));
    }

    private interface Draw {
        void on(PDDocument pdf, PDPage page, PDPageContentStream out) throws IOException;
    }

    private static byte[] scan(boolean black, Draw besides) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            BufferedImage picture =
                    new BufferedImage(827, 1169, black ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_INT_RGB);
            Graphics2D g = picture.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, 827, 1169);
            g.setColor(Color.BLACK);
            g.drawLine(100, 120, 400, 120);
            g.dispose();
            PDImageXObject image =
                    black ? CCITTFactory.createFromImage(pdf, picture) : JPEGFactory.createFromImage(pdf, picture);
            image.getCOSObject().setBoolean(COSName.INTERPOLATE, true);
            try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
                besides.on(pdf, page, out);
                out.drawImage(
                        image,
                        0,
                        0,
                        page.getCropBox().getWidth(),
                        page.getCropBox().getHeight());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] scan() throws IOException {
        return scan(false, (pdf, page, out) -> {});
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> words(String text) {
        return SPACES.splitAsStream(text.strip()).sorted().toList();
    }

    private static byte[] picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
                var object = document.getPage(0).getResources().getXObject(name);
                return object.getCOSObject().createRawInputStream().readAllBytes();
            }
        }
        throw new IllegalStateException("no picture");
    }

    @Test
    void whatIsCopiedOutOfItIsWhatWasRecognised() throws IOException {
        for (Copied one : straight) {
            String recognised = one.read().understanding().document().paragraphs().stream()
                    .map(Paragraph::text)
                    .collect(Collectors.joining("\n"));
            assertEquals(words(recognised), words(text(one.copy().bytes())));
            assertEquals(words(String.join(" ", LINES)), words(text(one.copy().bytes())));
            assertEquals(1, one.copy().pages());
        }
    }

    @Test
    void picturesStayAsTheyAre() throws IOException {
        for (Copied one : straight) {
            assertArrayEquals(picture(one.scan()), picture(one.copy().bytes()));
        }
    }

    @Test
    void wordsLieWhereTheyWereReadThoughTheSheetLayAskew() throws IOException, ReadFailure {
        double slope = 0.02;
        byte[] copy = copy(scan(), slope).bytes();
        List<double[]> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(copy)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition p) {
                    if (p.getUnicode().equals("ậ")) {
                        double right = p.getTextMatrix().getTranslateX();
                        found.add(new double[] {
                            right,
                            document.getPage(0).getCropBox().getHeight()
                                    - p.getTextMatrix().getTranslateY()
                        });
                    }
                }
            }.getText(document);
        }
        // "Luật", twice "vận", "trận", "nhận": on lines five to eight
        assertEquals(5, found.size());
        for (double[] at : found) {
            double off = IntStream.of(260, 300, 340, 380)
                    .mapToDouble(base -> Math.abs(base + slope * at[0] - at[1]))
                    .min()
                    .orElseThrow();
            assertTrue(off < 3, Arrays.toString(at));
        }
    }

    @Test
    void aScanOfPicturesAloneIsPdfA() throws IOException {
        SearchablePdf.Copy copy = straight.get(1).copy();
        assertEquals(List.of(), copy.obstacles());
        try (PDDocument pdf = Loader.loadPDF(copy.bytes())) {
            String xmp = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(xmp.contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"), xmp);
            assertEquals(1, pdf.getDocumentCatalog().getOutputIntents().size());
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded());
                assertTrue(font.getCOSObject().containsKey(COSName.TO_UNICODE));
            }
            for (COSName name : pdf.getPage(0).getResources().getXObjectNames()) {
                PDImageXObject image =
                        (PDImageXObject) pdf.getPage(0).getResources().getXObject(name);
                assertFalse(image.getInterpolate());
            }
        }
    }

    @Test
    void nothingIsSaidToBePdfAThatIsNot() throws IOException, ReadFailure {
        byte[] noted = scan(false, (pdf, page, out) -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(20, 20, 20, 20));
            note.setContents("xem lại");
            page.setAnnotations(List.of(note));
        });
        byte[] drawn = scan(false, (pdf, page, out) -> {
            out.moveTo(10, 10);
            out.curveTo(20, 40, 60, 80, 90, 20);
            out.stroke();
        });
        SearchablePdf.Copy ofNoted = copy(noted, 0);
        SearchablePdf.Copy ofDrawn = copy(drawn, 0);
        assertEquals(List.of(SearchablePdf.Obstacle.ANNOTATIONS), ofNoted.obstacles());
        assertEquals(List.of(SearchablePdf.Obstacle.MORE_THAN_PICTURES), ofDrawn.obstacles());
        for (SearchablePdf.Copy copy : List.of(ofNoted, ofDrawn)) {
            try (PDDocument document = Loader.loadPDF(copy.bytes())) {
                String xmp =
                        new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
                assertFalse(xmp.contains("pdfaid:part>"), xmp);
            }
        }
    }

    @Test
    void aHiddenLayerOfAnotherProgramGoes() throws IOException, ReadFailure {
        byte[] scan = scan(false, (pdf, page, out) -> {
            out.beginText();
            out.setRenderingMode(RenderingMode.NEITHER);
            out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
            out.newLineAtOffset(60, 700);
            out.showText("UY BAN NHAN OAN XA CAT LAM");
            out.endText();
        });
        SearchablePdf.Copy copy = copy(scan, 0);
        assertFalse(text(copy.bytes()).contains("OAN XA"), text(copy.bytes()));
        assertEquals(List.of(), copy.obstacles());
    }

    @Test
    void theSameScanGivesTheSameBytes() throws IOException, ReadFailure {
        byte[] scan = scan();
        assertArrayEquals(copy(scan, 0.01).bytes(), copy(scan, 0.01).bytes());
    }

    @Test
    void aTypedPlanNeedsNoSecondLayer() throws IOException, ReadFailure {
        Examination typed = planlint(0).examine(java.nio.file.Path.of("samples/03-cong-tac-nam.pdf"));
        assertTrue(planlint(0).searchable(typed).isEmpty());
    }
}
