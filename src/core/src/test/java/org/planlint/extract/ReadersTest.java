package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.Revision;
import org.planlint.text.Table;

/** What each reader keeps of a file, and what it says it cannot see. */
class ReadersTest {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static Document read(String name, byte[] bytes) throws ReadFailure {
        Extractor extractor = new Extractor();
        return extractor.read(name, bytes, extractor.detect(name, bytes));
    }

    private static Document sample(String name) throws Exception {
        return read(name, Files.readAllBytes(Path.of("samples", name)));
    }

    private static List<String> lines(Document document) {
        return document.bodyParagraphs().stream()
                .map(Paragraph::text)
                .filter(t -> !t.isBlank())
                .toList();
    }

    private interface Writing {
        void write(XWPFDocument doc) throws Exception;
    }

    private static Document docx(Writing writing) throws Exception {
        try (XWPFDocument doc = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writing.write(doc);
            doc.write(out);
            return read("x.docx", out.toByteArray());
        }
    }

    private static void run(XWPFParagraph p, String font, String text) {
        XWPFRun run = p.createRun();
        run.setFontFamily(font);
        run.setText(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "odt", "pdf", "rtf"})
    void aFileThatIsCutOffIsRefused(String format) throws Exception {
        byte[] whole = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket." + format));
        for (int percent : new int[] {50, 90, 99}) {
            byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
            ReadFailure failure = assertThrows(ReadFailure.class, () -> read("x." + format, cut), percent + " %");
            assertEquals(ReadFailure.Reason.BROKEN, failure.reason(), percent + " %");
        }
        byte[] padded = Arrays.copyOf(whole, whole.length + 100);
        assertEquals(
                lines(read("x." + format, whole)),
                lines(read("x." + format, padded)),
                "zeros behind the end harm nothing");
    }

    @Test
    void anRtfEndsWhereItsFirstGroupDoes() throws Exception {
        assertThrows(
                ReadFailure.class,
                () -> read("x.rtf", "{\\rtf1 {\\b KẾ HOẠCH}".getBytes(StandardCharsets.US_ASCII)),
                "the outer group is open");
        assertEquals(
                List.of("Ke {hoach"),
                lines(read("x.rtf", "{\\rtf1 Ke \\{hoach\\par}\0\0".getBytes(StandardCharsets.US_ASCII))),
                "a brace that is text");
        assertEquals(
                List.of("Ke hoach"),
                lines(read("x.rtf", "{\\rtf1 Ke hoach\\par{\\*\\x\\bin3 {{{}}".getBytes(StandardCharsets.US_ASCII))),
                "bytes");
    }

    @Test
    void aPdfThatIsCutOffBehindAnEarlierEndIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.pdf"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole);
        out.write("12 0 obj\n<< /Type /Page >>\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                ReadFailure.Reason.BROKEN,
                assertThrows(ReadFailure.class, () -> read("x.pdf", out.toByteArray()))
                        .reason());
    }

    @Test
    void docxShowsEffectiveTypeLayoutAndPage() throws Exception {
        Document d = sample("01-hoi-nghi-so-ket.docx");
        Paragraph title = d.bodyParagraphs().stream()
                .filter(p -> p.text().equals("KẾ HOẠCH"))
                .findFirst()
                .orElseThrow();
        assertEquals(Paragraph.Alignment.CENTER, title.layout().alignment());
        assertEquals(
                new Paragraph.Run(0, 8, "Times New Roman", 14.0, true, false, false, "000000", false, false),
                title.runs().get(0));
        Paragraph body = d.bodyParagraphs().stream()
                .filter(p -> p.text().startsWith("Thực hiện"))
                .findFirst()
                .orElseThrow();
        assertEquals(Paragraph.Alignment.JUSTIFIED, body.layout().alignment());
        assertEquals(36.0, body.layout().firstLineIndent());
        assertEquals(6.0, body.layout().spaceAfter());
        assertEquals(85.05, d.pageFormats().get(0).left(), 0.01);
        assertTrue(d.capabilities().containsAll(List.of(Capability.FONTS, Capability.LAYOUT, Capability.PAGE_FORMAT)));
        assertFalse(d.capabilities().contains(Capability.PAGES), "Word has not laid this file out yet");
    }

    @Test
    void automaticNumbersStandInTheTextInEveryFormatThatHasThem() throws Exception {
        for (String format : List.of("docx", "doc", "odt", "rtf", "pdf")) {
            List<String> lines = lines(sample("03-cong-tac-nam." + format)).stream()
                    .map(String::strip)
                    .toList();
            for (String heading : List.of(
                    "I. MỤC TIÊU",
                    "1. Mục tiêu chung",
                    "II. NHIỆM VỤ",
                    "1. Hạ tầng số",
                    "3. Nhân lực số",
                    "IV. TỔ CHỨC THỰC HIỆN")) {
                assertTrue(
                        lines.stream().map(l -> l.replaceAll("\\s+", " ")).anyMatch(heading::equals),
                        format + ": " + heading + " in " + lines);
            }
        }
    }

    @Test
    void tablesStayTablesInEveryFormatThatHasThem() throws Exception {
        for (String format : List.of("docx", "doc", "odt", "rtf", "pdf", "txt")) {
            Document d = sample("08-chuong-trinh-dao-lon." + format);
            Table table = (Table) d.blocks().stream()
                    .filter(b -> b instanceof Table t && t.rows().size() == 7)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(format + " has lost the table"));
            assertEquals(3, table.rows().get(2).cells().size(), format);
            Paragraph cell =
                    (Paragraph) table.rows().get(2).cells().get(1).blocks().get(0);
            assertEquals("Báo cáo đề dẫn", cell.text().strip(), format);
        }
    }

    @Test
    void pdfSplitsTheLetterheadAndTheSignatureBlockByPosition() throws Exception {
        Document d = sample("02-toa-dam-nam-cu.pdf");
        Table head = (Table) d.blocks().get(0);
        assertEquals(List.of("UBND THÀNH PHỐ BÌNH AN", "SỞ NỘI VỤ", "Số: /KH-SNV"), cell(head, 0));
        assertEquals(
                List.of(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Bình An, ngày tháng 3 năm 2024"),
                cell(head, 1));
        Table end = (Table) d.blocks().get(d.blocks().size() - 1);
        assertEquals(
                List.of("Nơi nhận:", "- UBND thành phố (để b/c);", "- UBND các quận, huyện;", "- Lưu: VT, CCHC."),
                cell(end, 0));
        assertEquals(List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Tôn Nữ Mỹ Duyên"), cell(end, 1));
        assertTrue(d.bodyParagraphs().stream().allMatch(p -> p.page() >= 1 && p.box() != null));
        assertTrue(d.capabilities().contains(Capability.PAGES));
    }

    private static List<String> cell(Table table, int column) {
        return table.rows().get(0).cells().get(column).blocks().stream()
                .map(b -> ((Paragraph) b).text())
                .toList();
    }

    @Test
    void aTextBoxThatWordWritesTwiceIsReadOnce() throws Exception {
        Document d = docx(doc -> {
            XWPFParagraph p = doc.createParagraph();
            String box = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>";
            p.getCTP()
                    .set(XmlObject.Factory.parse("<w:p xmlns:w=\"" + W
                                    + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                                    + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:r><mc:AlternateContent>"
                                    + "<mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box
                                    + "</wps:txbx></w:drawing></mc:Choice>"
                                    + "<mc:Fallback><w:pict><v:textbox>" + box
                                    + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                                    + "<w:r><w:t>Số: 12/KH-X</w:t></w:r></w:p>")
                            .selectChildren(W, "p")[0]);
        });
        assertEquals(List.of("DỰ THẢO", "Số: 12/KH-X"), lines(d));
        assertEquals(Place.TEXT_BOX, d.paragraphs().get(0).place());
    }

    @Test
    void trackedChangesShowTheNewTextAndAreKept() throws Exception {
        Document d = docx(doc -> doc.createParagraph()
                .getCTP()
                .set(XmlObject.Factory.parse("<w:p xmlns:w=\"" + W + "\">"
                                + "<w:r><w:t xml:space=\"preserve\">năm </w:t></w:r><w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>2022</w:delText></w:r></w:del>"
                                + "<w:ins w:id=\"2\" w:author=\"A\"><w:r><w:t>2023</w:t></w:r></w:ins></w:p>")
                        .selectChildren(W, "p")[0]));
        assertEquals(List.of("năm 2023"), lines(d));
        assertEquals(
                List.of(Revision.Kind.DELETION, Revision.Kind.INSERTION),
                d.revisions().stream().map(Revision::kind).toList());
    }

    @Test
    void oldFontsBecomeUnicodeUnlessTheTextIsUnicodeAlready() throws Exception {
        assertEquals(List.of("Kế hoạch tổ chức hội nghị", "Ủy ban nhân dân xã"), lines(docx(doc -> {
            run(doc.createParagraph(), ".VnTime", "KÕ ho¹ch tæ chøc héi nghÞ");
            run(doc.createParagraph(), "VNI-Times", "UÛy ban nhaân daân xaõ");
        })));
        assertEquals(
                "KẾ HOẠCH",
                lines(docx(doc -> run(doc.createParagraph(), ".VnTimeH", "kÕ ho¹ch")))
                        .get(0));
        assertEquals(
                List.of("Kế hoạch tổ chức hội nghị, đến từng đơn vị được giao"),
                lines(docx(doc -> run(
                        doc.createParagraph(), ".VnTime", "Kế hoạch tổ chức hội nghị, đến từng đơn vị được giao"))));
    }

    @Test
    void normalTextFindsItsWayBackToTheFile() {
        String nfd = Normalizer.normalize("Hoà  bình,\u00A0ngày\u200B 05", Normalizer.Form.NFD);
        Paragraph p = new Paragraph(7, nfd, 0, 0, Place.BODY, null, Paragraph.Layout.UNKNOWN, List.of(), List.of());
        NormalText text = NormalText.of(p, 0, nfd.length());
        assertEquals("Hòa bình, ngày 05", text.text());
        int at = text.text().indexOf("ngày");
        assertEquals(
                Normalizer.normalize("ngày", Normalizer.Form.NFD),
                text.span(at, at + 4).text().replace("\u200B", ""));
        assertEquals("05", text.span(at + 5, at + 7).text());
        assertEquals("HOA BINH, NGAY 05", text.folded());
    }

    @Test
    void textFilesAreReadWhateverTheirEncodingAndWrapping() throws Exception {
        String plan = "KẾ HOẠCH\nTập huấn công tác văn thư";
        for (var charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            assertEquals(
                    List.of("KẾ HOẠCH", "Tập huấn công tác văn thư"), lines(read("x.txt", plan.getBytes(charset))));
        }
        assertEquals(
                List.of("I. MỤC ĐÍCH", "do Chủ tịch mời", "+ Báo cáo"),
                lines(read(
                        "x.md",
                        "## **I. MỤC ĐÍCH**\n\n*do Chủ tịch mời*\n\n - + Báo cáo".getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_Sơn Thủy, ngày 12 tháng 3 năm 2024_ | Sơn Thủy, ngày 12 tháng 3 năm 2024",
                "**_KẾ HOẠCH_** | KẾ HOẠCH",
                "ngày _12_ tháng _3_ năm 2024 | ngày 12 tháng 3 năm 2024",
                "Thư mục ke_hoach_2024 và _nháp | Thư mục ke_hoach_2024 và _nháp"
            })
    void markdownMarksAreNoText(String written) throws Exception {
        String[] asIs = written.split(" \\| ");
        assertEquals(List.of(asIs[1]), lines(read("x.md", asIs[0].getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void lettersThatBecameQuestionMarksAreNoText() {
        byte[] lost = "K? HO?CH T? ch?c h?i thi tìm hi?u pháp lu?t n?m 2024 c?a S? Y t?; trách nhi?m c?a các ??n v?"
                .getBytes(StandardCharsets.UTF_8);
        ReadFailure failure = assertThrows(ReadFailure.class, () -> read("x.txt", lost));
        assertEquals(ReadFailure.Reason.GARBLED_TEXT, failure.reason());
    }

    @Test
    void questionsAndAddressesAreText() throws Exception {
        String asked =
                "Vì sao phải làm? Ai làm? Làm khi nào? Xem https://a.vn/x?id=1&b=2 và https://a.vn/y?id=3. ".repeat(6);
        assertEquals(
                1, lines(read("x.txt", asked.getBytes(StandardCharsets.UTF_8))).size());
    }

    @Test
    void whatTheBytesAreCountsNotTheName() throws Exception {
        byte[] docx = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.docx"));
        assertEquals(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                new Extractor().detect("x.doc", docx));
        byte[] html = "<html><head><title>x</title></head><body><p>Kế hoạch</p></body></html>"
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("Kế hoạch"), lines(read("x.doc", html)));
        ReadFailure zip =
                assertThrows(ReadFailure.class, () -> read("x.docx", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0}));
        assertTrue(
                List.of(ReadFailure.Reason.BROKEN, ReadFailure.Reason.UNSUPPORTED)
                        .contains(zip.reason()),
                zip.reason().name());
    }
}
