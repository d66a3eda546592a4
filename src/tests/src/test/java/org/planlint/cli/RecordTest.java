package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.planlint.cli.Commands.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.cli.Commands.Run;
import org.planlint.record.PackageOf;

/** Packages and records on the command line. */
class RecordTest {
    private static final Path SOUND = Path.of("samples/01-hoi-nghi-so-ket.docx");

    @TempDir
    Path folder;

    private static PackageOf agreeing() {
        return new PackageOf()
                .element("From", "OrganId", "000.00.00.X99", "OrganName", "UBND tỉnh Sơn Thủy")
                .element("To", "OrganId", "000.01.00.X99", "OrganName", "Sở Nội vụ")
                .value("DocumentId", "000.00.00.X99,2024/05/15,118/KH-UBND")
                .element("Code", "CodeNumber", "118", "CodeNotation", "KH-UBND")
                .element("PromulgationInfo", "Place", "Sơn Thuỷ", "PromulgationDate", "2024/05/15")
                .element("DocumentType", "TypeName", "Kế hoạch")
                .value("Subject", "Kế hoạch tổ chức Hội nghị sơ kết công tác cải cách hành chính 6 tháng đầu năm 2024")
                .element("SignerInfo", "Position", "Phó Chủ tịch", "FullName", "Đinh Quang Khải");
    }

    private String packed(String name, PackageOf made) throws IOException {
        return Files.write(folder.resolve(name), made.bytes()).toString();
    }

    private static JsonObject document(Run run) {
        return JsonParser.parseString(run.out())
                .getAsJsonObject()
                .getAsJsonArray("documents")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    void aPackageIsOpenedAndItsDocumentCheckedAgainstItsHeader() throws IOException {
        byte[] sound = Files.readAllBytes(SOUND);
        Run agreed = run(
                "check",
                "--format",
                "json",
                packed("a.edxml", agreeing().file("k.zip", PackageOf.zip(Map.of("kế hoạch.docx", sound)))));
        assertEquals(0, agreed.code(), agreed.out());
        assertTrue(document(agreed).get("path").getAsString().endsWith("a.edxml!/k.zip!/kế hoạch.docx"));
        assertEquals(
                "edxml",
                document(agreed).getAsJsonObject("record").get("source").getAsString());
        assertTrue(document(agreed).getAsJsonArray("findings").isEmpty(), agreed.out());
    }

    @Test
    void aPackageThatIsCalledXmlIsOpenedAndOtherXmlIsNot() throws IOException {
        byte[] sound = Files.readAllBytes(SOUND);
        Path inner = Files.createDirectories(folder.resolve("kho"));
        PackageOf made = agreeing().file("k.docx", sound);
        Files.write(inner.resolve("goi.xml"), made.bytes());
        Files.writeString(inner.resolve("khac.xml"), "<?xml version=\"1.0\"?><hoaDon/>");
        Files.write(
                inner.resolve("nen.zip"),
                PackageOf.zip(
                        Map.of("trong.xml", made.bytes(), "khac.xml", "<html/>".getBytes(StandardCharsets.UTF_8))));
        Run run = run("check", "--format", "json", inner.toString());
        assertEquals(0, run.code(), run.out());
        List<String> paths = new ArrayList<>();
        JsonParser.parseString(run.out())
                .getAsJsonObject()
                .getAsJsonArray("documents")
                .forEach(one -> paths.add(one.getAsJsonObject().get("path").getAsString()));
        assertEquals(List.of(inner + "/goi.xml!/k.docx", inner + "/nen.zip!/trong.xml!/k.docx"), paths);
        assertEquals(
                "edxml", document(run).getAsJsonObject("record").get("source").getAsString());
        assertEquals(
                inner + "/goi.xml: 01 Đã đến\n",
                run("check", "--format", "edxml-status", inner + "/goi.xml").out());
        assertEquals(0, run("record", inner + "/goi.xml!/k.docx").code());
        assertEquals(2, run("record", inner + "/goi.xml").code(), "a package holds several documents");
        Run other = run("check", "--format", "json", inner + "/khac.xml");
        assertEquals(5, other.code());
        assertEquals(
                "unsupported",
                document(other).getAsJsonObject("error").get("code").getAsString());
    }

    @Test
    void aReceiverAnswersWithTheReasons() throws IOException {
        byte[] sound = Files.readAllBytes(SOUND);
        String good = packed("a.edxml", agreeing().file("k.docx", sound));
        String bad = packed(
                "b.edxml",
                new PackageOf()
                        .element("Code", "CodeNumber", "99", "CodeNotation", "KH-UBND")
                        .file("k.docx", sound));
        Run run = run("check", "--format", "edxml-status", "--fail-on", "warning", good, bad);
        assertTrue(
                run.out().startsWith(good + ": 01 Đã đến\n" + bad + ": 02 Từ chối tiếp nhận\n- k.docx: "), run.out());
        assertEquals(1, run.code());
    }

    @Test
    void aPackageWithADocumentTypeIsNotOpened() throws IOException {
        Run run = run(
                "check",
                "--format",
                "json",
                packed(
                        "a.edxml",
                        agreeing()
                                .prolog("<!DOCTYPE edXML [<!ENTITY a \"b\">]>")
                                .file("k.txt", "x")));
        assertEquals(5, run.code());
        assertEquals(
                "unsafe", document(run).getAsJsonObject("error").get("code").getAsString());
    }

    @Test
    void aListOfRecordsIsHeldAgainstTheFilesItNames() throws IOException {
        Path list = Files.writeString(
                folder.resolve("bang-ke.csv"),
                "FileName,CodeNumber,CodeNotation\n" + SOUND.getFileName() + ",119,KH-UBND\n");
        Run run = run("check", "--fail-on", "warning", "--record", list.toString(), SOUND.toString());
        assertEquals(1, run.code());
        assertTrue(run.out().contains("số: hồ sơ “119”, văn bản “118”"), run.out());

        Files.writeString(list, "CodeNumber\n119\n");
        Run wrong = run("check", "--record", list.toString(), SOUND.toString());
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("bang-ke.csv") && wrong.err().contains("filename"), wrong.err());
    }

    @Test
    void aRecordIsFilledFromTheDocument() {
        JsonObject ead = JsonParser.parseString(
                        run("record", "--as", "ead", SOUND.toString()).out())
                .getAsJsonObject();
        assertEquals("118", ead.get("CodeNumber").getAsString());
        assertEquals("2024-05-15", ead.get("IssuedDate").getAsString());
        assertTrue(ead.get("PageAmount").isJsonNull(), "a docx has no pages");
        JsonObject number = JsonParser.parseString(
                        run("record", SOUND.toString()).out())
                .getAsJsonObject()
                .getAsJsonObject("fields")
                .getAsJsonArray("number")
                .get(0)
                .getAsJsonObject();
        assertEquals("Số: 118/KH-UBND", number.get("evidence").getAsString());
        assertEquals("[\"text\"]", number.get("witnesses").toString());
        assertFalse(number.get("location").isJsonNull());
    }

    @Test
    void theSourceIsNotWrittenOver() throws IOException {
        Path file = Files.copy(SOUND, folder.resolve("k.docx"));
        String packed = packed("a.edxml", agreeing().file("k.docx", Files.readAllBytes(SOUND)));
        byte[] whole = Files.readAllBytes(Path.of(packed));
        assertEquals(
                2, run("record", file.toString(), "--output", file.toString()).code());
        assertArrayEquals(Files.readAllBytes(SOUND), Files.readAllBytes(file));
        assertEquals(2, run("record", packed + "!/k.docx", "--output", packed).code());
        assertArrayEquals(whole, Files.readAllBytes(Path.of(packed)));
        assertEquals(0, run("record", packed + "!/k.docx").code());
        assertEquals(2, run("record", packed).code(), "a package holds several documents");
    }

    @Test
    void oneReasonForAFileThatCannotBeRead() throws IOException {
        String file = Files.writeString(folder.resolve("k.pdf"), "%PDF-1.4 x").toString();
        String copy = folder.resolve("copy.pdf").toString();
        String why = run("facts", file).err();
        assertEquals(5, run("facts", file).code());
        for (String command : List.of("annotate", "read", "record")) {
            Run run = run(command, file, "--output", copy);
            assertEquals(5, run.code(), command);
            assertEquals(why, run.err(), command);
        }
        assertEquals(
                why,
                run("fix", file, "--output", folder.resolve("mended.docx").toString())
                        .err());
    }

    @Test
    void aFilledHeaderAgreesWithItsDocument() throws IOException {
        String header = run("record", "--as", "edxml", SOUND.toString()).out();
        String attachment = new String(
                        new PackageOf()
                                .file("k.docx", Files.readAllBytes(SOUND))
                                .bytes(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replaceFirst("(?s).*(<AttachmentEncoded>.*)", "$1");
        Path whole =
                Files.writeString(folder.resolve("a.edxml"), header.strip().replaceFirst("</edXML>$", "") + attachment);
        Run run = run("check", "--format", "json", whole.toString());
        assertFalse(run.out().contains("\"agreement\": \"other\""), run.out());
    }
}
