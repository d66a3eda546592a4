package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;
import org.planlint.extract.Extractor;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Severity;
import org.planlint.rules.Profile;
import org.planlint.rules.Settings;
import org.planlint.samples.Face;
import org.planlint.text.Digitised;

/** How paper was made into a pdf: pictures with a layer of text, as scanners write them. */
class DigitisedTest {
    private static final String LINE = "Các đơn vị báo cáo kết quả thực hiện trước ngày cuối tháng để tổng hợp chung";
    private static final String XMP =
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                    + "<rdf:Description xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' %s</rdf:Description></rdf:RDF></x:xmpmeta>";

    /** A page with a picture of these dots an inch and kind of colour, and hidden text before it. */
    private static byte[] scan(int dpi, int colours, String xmp) throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            PDFont font = Face.in(pdf, false);
            BufferedImage picture = new BufferedImage(
                    Math.round(PDRectangle.A4.getWidth() * dpi / 72),
                    Math.round(PDRectangle.A4.getHeight() * dpi / 72),
                    colours);
            try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
                out.beginText();
                out.setFont(font, 11);
                out.setRenderingMode(RenderingMode.NEITHER);
                out.newLineAtOffset(60, 780);
                for (int i = 0; i < 20; i++) {
                    out.showText(LINE);
                    out.newLineAtOffset(0, -20);
                }
                out.endText();
                out.drawImage(
                        LosslessFactory.createFromImage(pdf, picture),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            if (xmp != null) {
                pdf.getDocumentCatalog()
                        .setMetadata(new PDMetadata(
                                pdf, new ByteArrayInputStream(XMP.formatted(xmp).getBytes(StandardCharsets.UTF_8))));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Digitised read(byte[] pdf) throws Exception {
        return new Extractor().read("x.pdf", pdf, "application/pdf").digitised();
    }

    @Test
    void picturesAreMeasuredAndTheirTextIsSeen() throws Exception {
        assertEquals(
                new Digitised(null, List.of(new Digitised.Page(1, 150, 8, true, false))),
                read(scan(150, BufferedImage.TYPE_BYTE_GRAY, null)));
        assertEquals(
                List.of(new Digitised.Page(1, 300, 24, true, false)),
                read(scan(300, BufferedImage.TYPE_INT_RGB, null)).pages());
    }

    @Test
    void aDeclaredFormIsRead() throws Exception {
        for (Map.Entry<String, String> one : Map.of(
                        "pdfaid:part='2' pdfaid:conformance='B'>", "2b",
                        "><pdfaid:part>1</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", "1a",
                        "><pdfaid:part>4</pdfaid:part>", "4")
                .entrySet()) {
            assertEquals(
                    one.getValue(),
                    read(scan(72, BufferedImage.TYPE_BYTE_GRAY, one.getKey())).pdfA());
        }
        assertEquals(null, read(scan(72, BufferedImage.TYPE_BYTE_GRAY, "<")).pdfA(), "broken");
    }

    @Test
    void whatIsTypedIsNoScan() throws Exception {
        byte[] typed = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.pdf"));
        assertEquals(Digitised.NONE, read(typed));
    }

    @Test
    void onlyAnArchiveAsks() throws Exception {
        byte[] pdf = scan(150, BufferedImage.TYPE_BYTE_GRAY, null);
        assertEquals(List.of(), asked(pdf, Profile.ALL));
        assertEquals(
                List.of("scan-archival-form", "scan-colour-depth", "scan-resolution"), asked(pdf, Profile.ARCHIVE));
    }

    private static List<String> asked(byte[] pdf, Profile profile) {
        DocumentReport report = PlanLint.builder()
                .settings(Settings.NONE.only(profile), "")
                .build()
                .check("x.pdf", pdf);
        return report.findings().stream()
                .filter(f -> f.severity() == Severity.INFO)
                .map(Finding::rule)
                .filter(rule -> rule.startsWith("scan-"))
                .sorted()
                .toList();
    }
}
