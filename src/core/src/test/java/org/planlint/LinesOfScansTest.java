package org.planlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint.Examination;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.report.AuditSummary;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.XlsxReportWriter;
import org.planlint.report.html.DocumentRow;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.samples.GivenWords;
import org.planlint.text.LinePicture;

/** Beside what was recognised the reader sees its line as the scan shows it. */
class LinesOfScansTest {
    private static final List<String> LINES = List.of(
            "ỦY BAN NHÂN DÂN XÃ CÁT LÂM",
            "Cát Lâm, ngày 12 tháng 8 năm 2025",
            "KẾ HOẠCH",
            "Thu gom, xử lý rác thải sinh hoạt sáu tháng cuối năm 2025",
            "I. MỤC TIÊU",
            "Tuyên truyền, vận động các hộ phân loại rác trên địa bàn toàn xã, kiểm tra hằng tuần.",
            "II. THỜI GIAN",
            "Lễ phát động tổ chức lúc 08 giờ 00 phút, ngày 31/9/2025 tại nhà văn hóa của xã.");
    /** Of the line with the impossible date. */
    private static final int FAULTY = 7;

    private static final double SLOPE = 0.02;
    private static final double SCALE = 200 / 72.0;

    @TempDir
    private Path folder;

    private final PlanLint planlint = PlanLint.builder()
            .recognition(new PageRecognition(() -> Optional.of(new GivenWords(LINES, SLOPE)), null, 1, 1))
            .build();

    /** Where the line with the fault stands there is a bar, falling as its words do; nothing else is drawn. */
    private static byte[] scan() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            BufferedImage picture = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_BINARY);
            Graphics2D g = picture.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            g.setColor(Color.BLACK);
            g.scale(SCALE, SCALE);
            int base = GivenWords.FIRST + FAULTY * GivenWords.APART;
            g.shear(0, SLOPE);
            g.fillRect(80, base - 6, 300, 4);
            g.dispose();
            try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
                out.drawImage(
                        CCITTFactory.createFromImage(pdf, picture),
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

    private static Finding faulty(Examination examination) {
        return examination.report().findings().stream()
                .filter(f -> f.rule().equals("impossible-date"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(examination.report().toString()));
    }

    @Test
    void aLineIsCutOutWhereItStands() throws IOException {
        Examination examination = planlint.examine("quet.pdf", scan());
        Map<String, LinePicture> lines = planlint.lines(examination);
        LinePicture line = lines.get(faulty(examination).fingerprint());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(line.bytes()));
        int dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 255) < 200 ? 1 : 0;
            }
        }
        double dotsPerPoint = picture.getWidth() / line.width();
        // all of the bar lies on it
        assertEquals(300 * 4, dark / dotsPerPoint / dotsPerPoint, 200);
        // and not the lines above and below
        assertTrue(line.height() < GivenWords.APART, () -> "so high: " + line.height());
    }

    @Test
    void thePageShowsItBesideTheEvidence() throws IOException {
        Examination examination = planlint.examine("quet.pdf", scan());
        DocumentView view = DocumentView.of(examination.report(), planlint.lines(examination));
        StringWriter page = new StringWriter();
        new HtmlReport(Language.VI)
                .document(view, planlint.report(List.of(examination.report()), Report.Review.NONE), page);
        assertTrue(page.toString().contains("<figure class=\"line\"><img alt=\"ngày 31/9/2025\""), page.toString());
    }

    @Test
    void theWorkbookShowsItInTheLastColumn() throws IOException {
        Examination examination = planlint.examine("quet.pdf", scan());
        Path file = folder.resolve("quet.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            XlsxReportWriter.write(
                    planlint.report(List.of(examination.report()), Report.Review.NONE),
                    Map.of("quet.pdf", planlint.lines(examination)),
                    Language.VI,
                    out);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertTrue(names.stream().anyMatch(name -> name.startsWith("xl/media/")), names.toString());
        }
    }

    @Test
    void anAuditSaysHowSurelyItWasRead() throws IOException {
        DocumentReport report = planlint.examine("quet.pdf", scan()).report();
        DocumentReport typed = planlint.check(Path.of("samples/02-toa-dam-nam-cu.pdf"));
        AuditSummary summary = new AuditSummary(2026);
        summary.add(report, "quet.pdf");
        summary.add(typed, "02.pdf");
        assertEquals(1, summary.scans().documents());
        assertEquals(1, summary.scans().pages());
        assertEquals(1, summary.scans().ofPages());
        assertEquals(96, summary.scans().confidence());
        assertEquals(report.findings().size(), summary.scans().toReview());
        assertTrue(
                DocumentRow.of(report, null, null, 0).contains("\"unread\":0,\"confidence\":96,\"review\":"),
                DocumentRow.of(report, null, null, 0));
        assertFalse(DocumentRow.of(typed, null, null, 0).contains("confidence"));
    }

    @Test
    void typedEvidenceNeedsNoPicture() {
        Examination typed = planlint.examine(Path.of("samples/02-toa-dam-nam-cu.pdf"));
        assertFalse(typed.report().findings().isEmpty());
        assertEquals(Map.of(), planlint.lines(typed));
    }
}
