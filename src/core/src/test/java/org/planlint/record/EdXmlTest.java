package org.planlint.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.ReadFailure.Reason;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.PartialDate;
import org.planlint.facts.RecordField;
import org.planlint.samples.StartsPrograms;
import org.planlint.text.DocumentName;
import org.planlint.text.PackedPath;

class EdXmlTest {
    private static final long MOST = 1 << 20;

    @TempDir
    private Path folder;

    private static PackageOf whole() {
        return new PackageOf()
                .element("From", "OrganId", "000.00.00.X99", "OrganName", "Sở Nội vụ", "Email", "a@b.vn")
                .element("To", "OrganId", "000.01.00.X99", "OrganName", "UBND huyện Hoa Lau")
                .element("To", "OrganId", "000.02.00.X99", "OrganName", "Bệnh viện Hoa Ban")
                .value("DocumentId", "0b6f1c1e-4a4e-4d84-9d8b-51f5c4f9d001")
                .element("Code", "CodeNumber", "45", "CodeNotation", "KH-SNV")
                .element("PromulgationInfo", "Place", "Sơn Thủy", "PromulgationDate", "2023/03/10")
                .element("DocumentType", "Type", "1", "TypeName", "Kế hoạch")
                .value("Subject", "Tập huấn &amp; công tác văn thư")
                .element("SignerInfo", "Competence", "", "Position", "Giám đốc", "FullName", "Lò Thị Hạnh")
                .element("OtherInfo", "Priority", "0", "PageAmount", "2")
                .element("ToPlaces", "Place", "Các sở")
                .value("SteeringType", "1");
    }

    @Test
    void headerIsRead() throws ReadFailure {
        DocumentRecord record = EdXml.open(whole().file("k.txt", "x").bytes()).record("k.txt", MOST);
        assertEquals("45", record.value(RecordField.NUMBER));
        assertEquals("KH-SNV", record.value(RecordField.SYMBOL));
        assertEquals(PartialDate.of(2023, 3, 10), record.date());
        assertEquals("Sơn Thủy", record.value(RecordField.PLACE));
        assertEquals("Kế hoạch", record.value(RecordField.TYPE));
        assertEquals("Tập huấn & công tác văn thư", record.value(RecordField.SUBJECT));
        assertEquals("Sở Nội vụ", record.value(RecordField.AGENCY));
        assertEquals("Lò Thị Hạnh", record.value(RecordField.SIGNER));
        assertEquals("Giám đốc", record.value(RecordField.POSITION));
        assertEquals(List.of("UBND huyện Hoa Lau", "Bệnh viện Hoa Ban"), record.all(RecordField.RECIPIENTS));
        assertEquals(2, record.pages());
        assertEquals(List.of("k.txt"), record.all(RecordField.ATTACHMENTS));
        assertEquals("0b6f1c1e-4a4e-4d84-9d8b-51f5c4f9d001", record.value(RecordField.DOCUMENT_ID));
        assertEquals(List.of(), record.missing());
        assertTrue(record.sole());
    }

    @Test
    void prefixesDoNotMatter() throws ReadFailure {
        byte[] bytes = new PackageOf()
                .withoutPrefix()
                .element("Code", "CodeNumber", "45")
                .file("k.txt", "x")
                .bytes();
        assertEquals("45", EdXml.open(bytes).record("k.txt", MOST).value(RecordField.NUMBER));
    }

    @Test
    void olderIdTellsWhatIsBlank() throws ReadFailure {
        DocumentRecord record = EdXml.open(new PackageOf()
                        .value("DocumentId", "000.00.00.X99,2015/09/30,78/SNV-VP")
                        .element("Code", "CodeNumber", "79", "CodeNotation", "")
                        .file("k.txt", "x")
                        .bytes())
                .record("k.txt", MOST);
        assertEquals("79", record.value(RecordField.NUMBER));
        assertEquals("SNV-VP", record.value(RecordField.SYMBOL));
        assertEquals(PartialDate.of(2015, 9, 30), record.date());
        assertEquals("000.00.00.X99", record.value(RecordField.AGENCY_ID));
    }

    @Test
    void filesAreUnpackedFromTheirZips() throws ReadFailure {
        byte[] text = "KẾ HOẠCH".getBytes(StandardCharsets.UTF_8);
        byte[] office = PackageOf.zip(Map.of("[Content_Types].xml", text));
        EdXml packed = EdXml.open(new PackageOf()
                .file("goi.zip", PackageOf.zip(Map.of("tm/kế hoạch.txt", text)))
                .file("k.docx", office)
                .bytes());
        assertEquals(List.of("goi.zip!/tm/kế hoạch.txt", "k.docx"), packed.entries(MOST));
        assertArrayEquals(text, packed.bytes("goi.zip!/tm/kế hoạch.txt", MOST));
        assertArrayEquals(office, packed.bytes("k.docx", MOST));
        assertFalse(packed.record("k.docx", MOST).sole(), "two documents, and one record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "odt", "pdf", "doc", "rtf"})
    void aFileWithoutANameIsKnownByHowItBegins(String ending) throws Exception {
        byte[] plan = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket." + ending));
        EdXml packed = EdXml.open(new PackageOf().file("", plan).bytes());
        assertEquals(List.of("attachment-1." + ending), packed.entries(MOST));
        assertArrayEquals(plan, packed.bytes("attachment-1." + ending, MOST));
    }

    private static final String BASE64 =
            Base64.getEncoder().encodeToString("KẾ HOẠCH".getBytes(StandardCharsets.UTF_8));

    private static EdXml open(String xml) throws ReadFailure {
        return EdXml.open(xml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ContentTransferEncoded>%s</ContentTransferEncoded><AttachmentName>k.txt</AttachmentName>",
                "<AttachmentName>k.txt</AttachmentName><e:ContentTransferEncoded>%s</e:ContentTransferEncoded>",
                "<AttachmentName>k.txt</AttachmentName>%s",
                "<AttachmentName>k.txt</AttachmentName><Attachment>%s</Attachment>",
                "<Content>data:text/plain;base64,%s</Content><FileName>k.txt</FileName><FileType>text/plain</FileType>",
                "<ContentId>7c1f</ContentId><ContentTransferEncoded>%s</ContentTransferEncoded>",
                "<ContentId>cid:7c1f</ContentId><ContentTransferEncoded>%s</ContentTransferEncoded>"
            })
    void anAttachmentIsReadAsSystemsWriteIt(String attachment) throws ReadFailure {
        EdXml packed = open("<edXML><e:edXMLEnvelope><e:edXMLBody><e:edXMLManifest>"
                + "<e:Reference><e:ContentId>cid:7c1f</e:ContentId><e:AttachmentName>k.txt</e:AttachmentName></e:Reference>"
                + "<e:Reference><e:ContentId>cid:9a</e:ContentId><e:AttachmentName>x.txt</e:AttachmentName></e:Reference>"
                + "</e:edXMLManifest></e:edXMLBody></e:edXMLEnvelope><AttachmentEncoded><Attachment>"
                + attachment.formatted(BASE64) + "</Attachment></AttachmentEncoded></edXML>");
        assertEquals(List.of("k.txt"), packed.entries(MOST));
        assertEquals("KẾ HOẠCH", new String(packed.bytes("k.txt", MOST), StandardCharsets.UTF_8));
    }

    @Test
    void aNameWithoutAnIdIsNoOthers() throws ReadFailure {
        EdXml packed = open("<edXML><edXMLManifest><Reference><AttachmentName>k.txt</AttachmentName></Reference>"
                + "</edXMLManifest><AttachmentEncoded><Attachment>" + BASE64
                + "</Attachment></AttachmentEncoded></edXML>");
        assertEquals(List.of("attachment-1"), packed.entries(MOST));
    }

    @Test
    void anEnvelopeMayStandAlone() throws ReadFailure {
        String header = "<MessageHeader><From><OrganName>Sở Nội vụ</OrganName></From>"
                + "<Code><CodeNumber>45</CodeNumber><CodeNotation>KH-SNV</CodeNotation></Code>"
                + "<PromulgationInfo><PromulgationDate>2023-03-09T17:00:00.000Z</PromulgationDate></PromulgationInfo>"
                + "<DocumentType>Kế hoạch</DocumentType><SignerInfo><Signer>Lò Thị Hạnh</Signer></SignerInfo>"
                + "<OtherInfo><PageAmount>2</PageAmount></OtherInfo></MessageHeader>";
        String file = "<Attachment><FileName>k.txt</FileName><Content>" + BASE64 + "</Content></Attachment>";
        for (String xml : List.of(
                "<EdXMLEnvelope xmlns=\"urn:x\">" + header + "<Manifest>" + file + "</Manifest></EdXMLEnvelope>",
                "<e:edXMLEnvelope xmlns:e=\"urn:x\">" + header + file + "</e:edXMLEnvelope>")) {
            EdXml packed = open(xml);
            assertEquals(List.of("k.txt"), packed.entries(MOST));
            DocumentRecord record = packed.record("k.txt", MOST);
            assertEquals("45", record.value(RecordField.NUMBER));
            assertEquals("Sở Nội vụ", record.value(RecordField.AGENCY));
            assertEquals("Kế hoạch", record.value(RecordField.TYPE));
            assertEquals("Lò Thị Hạnh", record.value(RecordField.SIGNER));
            assertEquals(PartialDate.of(2023, 3, 10), record.date(), "the day in Vietnam");
        }
    }

    @Test
    void whatStandsForABlankIsBlank() throws ReadFailure {
        DocumentRecord record = EdXml.open(new PackageOf()
                        .element("Code", "CodeNumber", "45/KH-SNV", "CodeNotation", "N/A")
                        .element("PromulgationInfo", "Place", "N/A", "PromulgationDate", "n/a")
                        .element("SignerInfo", "Position", "null", "FullName", "-")
                        .file("k.txt", "x")
                        .bytes())
                .record("k.txt", MOST);
        assertEquals("45", record.value(RecordField.NUMBER));
        assertEquals("KH-SNV", record.value(RecordField.SYMBOL));
        for (RecordField blank :
                List.of(RecordField.PLACE, RecordField.DATE, RecordField.POSITION, RecordField.SIGNER)) {
            assertNull(record.value(blank), blank.key());
        }
    }

    @Test
    void xmlIsAPackageWhereItBeginsAsOne() throws Exception {
        byte[] packed = whole().file("k.txt", "x").bytes();
        String plain = new String(packed, StandardCharsets.UTF_8).replaceFirst("<\\?.*?\\?>", "");
        Map<String, Boolean> begun = Map.of(
                new String(packed, StandardCharsets.UTF_8),
                true,
                "\uFEFF" + plain,
                true,
                "<!-- <html> -->\n" + " ".repeat(300) + "<!-- x -->" + plain,
                true,
                "1212<?xml version=\"1.0\"?><?x <html> ?><edXML:edXMLEnvelope>",
                true,
                "<EDXML/>",
                true,
                "<?xml version=\"1.0\"?><html><edXML/></html>",
                false,
                "<edXMLs/>",
                false,
                "không có thẻ",
                false,
                "",
                false);
        for (Map.Entry<String, Boolean> one : begun.entrySet()) {
            Path file = Files.writeString(folder.resolve("goi.XML"), one.getKey());
            assertEquals(one.getValue(), EdXml.isAt(file), one.getKey());
        }
        Path wide = Files.write(folder.resolve("goi.xml"), ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16BE));
        assertTrue(EdXml.isAt(wide));
        assertTrue(EdXml.isAt(Path.of("goi.edxml")), "by its name");
        assertFalse(EdXml.isAt(Path.of("khong-co.xml")));
        assertFalse(EdXml.isAt(Files.write(folder.resolve("goi.txt"), packed)));
    }

    /** Whoever opens a pipe waits until somebody writes into it. */
    @Test
    @StartsPrograms
    void aPipeIsNotOpened() throws Exception {
        Path pipe = folder.resolve("ong.xml");
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/mkfifo"))
                        && new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                                        .start()
                                        .waitFor()
                                == 0,
                "no pipes here");
        assertFalse(EdXml.isAt(pipe));
    }

    @Test
    void xmlWithinAPackageIsOpenedWhereItIsOne() throws ReadFailure {
        EdXml outer = EdXml.open(new PackageOf()
                .file("goi.xml", whole().file("k.txt", "KẾ HOẠCH").bytes())
                .file("khac.xml", "<html/>")
                .bytes());
        assertEquals(List.of("goi.xml!/k.txt", "khac.xml"), outer.entries(MOST));
        assertEquals("45", outer.record("goi.xml!/k.txt", MOST).value(RecordField.NUMBER));
    }

    @Test
    void packagesWithinPackagesAreOpened() throws ReadFailure {
        byte[] inner = new PackageOf()
                .element("Code", "CodeNumber", "45", "CodeNotation", "KH-UBND")
                .file("k.txt", "KẾ HOẠCH")
                .bytes();
        EdXml outer = EdXml.open(new PackageOf()
                .element("Code", "CodeNumber", "46")
                .file("tep.zip", PackageOf.zip(Map.of("goi.edxml", inner)))
                .file("la.edxml", "<html/>")
                .bytes());
        String path = "tep.zip!/goi.edxml!/k.txt";
        assertEquals(List.of(path, "la.edxml"), outer.entries(MOST), "one that is none is a file as any other");
        assertEquals("KẾ HOẠCH", new String(outer.bytes(path, MOST), StandardCharsets.UTF_8));
        DocumentRecord record = outer.record(path, MOST);
        assertEquals("45", record.value(RecordField.NUMBER), "of the package that it lies in");
        assertTrue(record.sole());
    }

    @Test
    void oneBrokenFileLeavesTheOthers() throws ReadFailure {
        EdXml opened = EdXml.open(new String(
                        new PackageOf()
                                .file("a.pdf", "xyzxyzx")
                                .file("k.txt", "KẾ HOẠCH")
                                .bytes(),
                        StandardCharsets.UTF_8)
                .replaceFirst("eHl6eHl6eA==", "eHl6eHl6e")
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("a.pdf", "k.txt"), opened.entries(MOST));
        assertEquals(
                Reason.BROKEN,
                assertThrows(ReadFailure.class, () -> opened.bytes("a.pdf", MOST))
                        .reason());
    }

    @Test
    void prefixesThatNobodyDeclaredAreRead() throws ReadFailure {
        EdXml opened = EdXml.open(new PackageOf()
                .raw("<x:Code xlink:href=\"\"><x:CodeNumber>45</x:CodeNumber></x:Code>")
                .file("k.txt", "KẾ HOẠCH")
                .bytes());
        assertEquals("45", opened.record("k.txt", MOST).value(RecordField.NUMBER));
    }

    @Test
    void packagesWithoutEndAreRefused() throws ReadFailure {
        byte[] bytes = new PackageOf().file("k.txt", "x").bytes();
        for (int i = 0; i < 5; i++) {
            bytes = new PackageOf().file("goi.edxml", bytes).bytes();
        }
        EdXml deep = EdXml.open(bytes);
        assertEquals(
                Reason.TOO_LARGE,
                assertThrows(ReadFailure.class, () -> deep.entries(MOST)).reason());
        String path = "goi.edxml!/".repeat(5) + "k.txt";
        assertEquals(
                Reason.TOO_LARGE,
                assertThrows(ReadFailure.class, () -> deep.bytes(path, MOST)).reason());
        byte[] large =
                new PackageOf().value("Subject", "x".repeat((int) MOST * 2 / 3)).bytes();
        EdXml wide = EdXml.open(
                new PackageOf().file("a.edxml", large).file("b.edxml", large).bytes());
        assertEquals(
                Reason.TOO_LARGE,
                assertThrows(ReadFailure.class, () -> wide.entries(MOST)).reason());
    }

    @Test
    void filesOfOneNameAreKeptApart() throws ReadFailure {
        byte[] bytes = new String(
                        new PackageOf().file("k.txt", "a").file("x.txt", "b").bytes(), StandardCharsets.UTF_8)
                .replace("x.txt", "k.txt")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("k.txt", "2-k.txt"), EdXml.open(bytes).entries(MOST));
    }

    @Test
    void statusMessageSaysWhatItAnswers() throws ReadFailure {
        EdXml answer = EdXml.open(new PackageOf()
                .element("ResponseFor", "Code", "45/KH-SNV", "DocumentId", "000.00.00.X99,2023/03/10,45/KH-SNV")
                .value("StatusCode", "02")
                .value("Description", "Văn thư: thiếu phụ lục")
                .value("Timestamp", "2023/03/11 08:05:00")
                .bytes());
        ReadFailure failure = assertThrows(ReadFailure.class, () -> answer.entries(MOST));
        assertEquals(Reason.STATUS_MESSAGE, failure.reason());
        assertEquals("02: Văn thư: thiếu phụ lục", failure.getMessage());
        assertEquals(List.of(), EdXml.open(new PackageOf().bytes()).entries(MOST), "a header alone answers nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1212", "\uFEFF", "\r\n  ", "16a0\r\n"})
    void whatStandsBeforeTheFirstTagIsPassedOver(String before) throws ReadFailure {
        byte[] bytes = whole().prolog(before + "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .file("k.txt", "x")
                .bytes();
        assertEquals("45", EdXml.open(bytes).record("k.txt", MOST).value(RecordField.NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE e [<!ENTITY a \"aa\"><!ENTITY x \"&a;&a;&a;\">]>",
                "<!DOCTYPE e SYSTEM \"http://127.0.0.1:1/e.dtd\">"
            })
    void documentTypesAreRefused(String prolog) {
        byte[] bytes =
                new PackageOf().prolog(prolog).raw("<Subject>&x;</Subject>").bytes();
        assertEquals(
                Reason.UNSAFE,
                assertThrows(ReadFailure.class, () -> EdXml.open(bytes)).reason());
    }

    @Test
    void entityWithoutDocumentTypeIsRefused() {
        byte[] bytes = new PackageOf().raw("<Subject>&x;</Subject>").bytes();
        assertEquals(
                Reason.BROKEN,
                assertThrows(ReadFailure.class, () -> EdXml.open(bytes)).reason());
    }

    @Test
    void deepElementsAreRefused() {
        byte[] bytes =
                new PackageOf().raw("<a>".repeat(5000) + "</a>".repeat(5000)).bytes();
        assertEquals(
                Reason.BROKEN,
                assertThrows(ReadFailure.class, () -> EdXml.open(bytes)).reason());
    }

    @Test
    void whatSwellsIsRefused() throws ReadFailure {
        byte[] much = new byte[(int) MOST * 4];
        Arrays.fill(much, (byte) 'a');
        EdXml packed = EdXml.open(new PackageOf()
                .file("goi.zip", PackageOf.zip(Map.of("a.txt", much)))
                .bytes());
        assertEquals(
                Reason.TOO_LARGE,
                assertThrows(ReadFailure.class, () -> packed.bytes("goi.zip!/a.txt", MOST))
                        .reason());
    }

    @Test
    void halfAPackageIsRefused() {
        byte[] bytes = whole().file("k.txt", "x").bytes();
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        assertEquals(
                Reason.BROKEN,
                assertThrows(ReadFailure.class, () -> EdXml.open(half)).reason());
    }

    @Test
    void otherXmlIsNoPackage() {
        byte[] bytes = "<html/>".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                Reason.UNSUPPORTED,
                assertThrows(ReadFailure.class, () -> EdXml.open(bytes)).reason());
    }

    @Test
    void pathLeadsIntoAPackage() {
        assertEquals(new PackedPath("a/goi.EDXML", "b.zip!/c.pdf"), PackedPath.of("a/goi.EDXML!/b.zip!/c.pdf"));
        assertEquals(new PackedPath("k.zip", "goi.edxml!/c.pdf"), PackedPath.of("k.zip!/goi.edxml!/c.pdf"));
        assertEquals(
                new PackedPath("k.zip!/goi.edxml", "c.pdf"),
                PackedPath.of("k.zip!/goi.edxml!/c.pdf", DocumentName::isEdXml));
        assertEquals(new PackedPath("a!/k.zip", "c.pdf"), PackedPath.of("a!\\k.zip!/c.pdf"));
        assertNull(PackedPath.of("a/goi.edxml"));
        assertNull(PackedPath.of("a!/b.pdf"));
    }
}
