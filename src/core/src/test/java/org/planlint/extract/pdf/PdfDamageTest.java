package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;

/** A damaged part of a pdf costs that part, and what fields hold is read though no picture of them is there. */
class PdfDamageTest {
    private static final String ABOVE =
            "BT /H 12 Tf 72 700 Td (The office sets out the tasks of the year and of each room) Tj ET\n";
    private static final String BELOW =
            "BT /H 12 Tf 72 600 Td (Every room reports on its work before the end of the month) Tj ET\n";

    private final PDDocument pdf = new PDDocument();
    private final PDPage page = new PDPage(PDRectangle.A4);

    PdfDamageTest() {
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("H"), new PDType1Font(FontName.HELVETICA));
        page.setResources(resources);
        pdf.addPage(page);
    }

    private void draw(String content) throws IOException {
        PDStream stream = new PDStream(pdf);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
    }

    private Document read() throws IOException, ReadFailure {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        pdf.close();
        return new Extractor().read("a.pdf", out.toByteArray(), "application/pdf");
    }

    private static String text(Document document) {
        return document.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    }

    @Test
    void aWholePageIsRead() throws Exception {
        draw(ABOVE + "q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n" + BELOW);
        Document read = read();
        assertTrue(text(read).contains("Every room reports"), text(read));
        assertTrue(read.capabilities().contains(Capability.EVERY_PAGE));
    }

    /** What is behind it may be lost, so that nothing is said to be missing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BI /W 4 /H 4 IM ID xxxx EI\n",
                "BI /W 4 /H 4 /BPC 8 ID xxxx\n",
                "BI /W 4 /H 4 xx Ix xx EI\n",
                "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n",
                "q 1 0 0 +. 0 cm Ix\n"
            })
    void aBadPictureWithinThePageCostsWhatIsBehindIt(String picture) throws Exception {
        draw(ABOVE + picture + BELOW);
        Document read = read();
        assertTrue(text(read).contains("The office sets out"), text(read));
        assertEquals(
                text(read).contains("Every room reports"),
                read.capabilities().contains(Capability.EVERY_PAGE),
                text(read));
    }

    @Test
    void aFontThatCannotBeOpenedCostsItsLetters() throws Exception {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.ENCODING, "Identity-H");
        page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem("B", font);
        draw(ABOVE + "BT /B 12 Tf 72 650 Td (x) Tj ET\n" + BELOW);
        assertTrue(text(read()).contains("Every room reports"));
    }

    private COSDictionary field(String type, String value, float left, float bottom, float right, float top) {
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.TYPE, COSName.ANNOT);
        field.setName(COSName.SUBTYPE, "Widget");
        field.setName(COSName.FT, type);
        field.setString(COSName.V, value);
        field.setString(COSName.DA, "/H 12 Tf 0 g");
        field.setItem(COSName.RECT, new PDRectangle(left, bottom, right - left, top - bottom).getCOSArray());
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        annotations = annotations == null ? new COSArray() : annotations;
        annotations.add(field);
        page.getCOSObject().setItem(COSName.ANNOTS, annotations);
        return field;
    }

    @Test
    void aValueWithoutAPictureStandsInItsFrame() throws Exception {
        draw(ABOVE + "BT /H 12 Tf 72 650 Td (Subject:) Tj ET\n" + BELOW);
        field("Tx", "Tập huấn công tác văn thư, lưu trữ năm 2024", 130, 645, 500, 665);
        field("Ch", "Hà Nội", 72, 560, 200, 580);
        Document read = read();
        assertTrue(text(read).contains("Subject: Tập huấn công tác văn thư, lưu trữ năm 2024"), text(read));
        assertTrue(text(read).contains("Hà Nội"), text(read));
    }

    @Test
    void aFormWithoutAnyContentIsRead() throws Exception {
        COSDictionary parent = new COSDictionary();
        COSDictionary field = field("Tx", "", 72, 400, 520, 700);
        field.removeItem(COSName.FT);
        field.removeItem(COSName.V);
        field.setItem(COSName.PARENT, parent);
        parent.setName(COSName.FT, "Tx");
        parent.setInt(COSName.FF, 1 << 12);
        parent.setString(
                COSName.V,
                "Căn cứ chương trình công tác năm của cơ quan, phòng Hành chính xây dựng kế hoạch.\r"
                        + "Các phòng cử người tham dự đủ và đúng giờ.");
        String text = text(read());
        assertTrue(text.contains("xây dựng kế hoạch."), text);
        assertTrue(text.contains("Các phòng cử người tham dự đủ và đúng giờ."), text);
        assertTrue(text.indexOf("Căn cứ") < text.indexOf("Các phòng"), text);
    }

    @ParameterizedTest
    @CsvSource({"90, 300, 72, 320, 700", "180, 72, 300, 520, 320", "270, 300, 72, 320, 700"})
    void aFormOnATurnedPageIsReadUpright(int turn, float left, float bottom, float right, float top) throws Exception {
        page.setRotation(turn);
        field("Tx", "Các phòng cử người tham dự đủ và đúng giờ theo kế hoạch của cơ quan", left, bottom, right, top);
        assertEquals("Các phòng cử người tham dự đủ và đúng giờ theo kế hoạch của cơ quan", text(read()));
    }

    @Test
    void whatIsSecretTickedOrARingOfParentsIsNoText() throws Exception {
        draw(ABOVE + BELOW);
        field("Tx", "mat khau bi mat", 72, 500, 300, 520).setInt(COSName.FF, 1 << 13);
        field("Btn", "Yes-khong-in", 72, 460, 300, 480);
        COSDictionary ring = field("Tx", "", 72, 420, 300, 440);
        ring.removeItem(COSName.FT);
        ring.setItem(COSName.PARENT, ring);
        String text = text(read());
        assertFalse(text.contains("mat khau"), text);
        assertFalse(text.contains("Yes-khong-in"), text);
        assertEquals(2, List.of(text.split("\n")).size(), text);
    }
}
