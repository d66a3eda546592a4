package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.planlint.cli.Commands.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.cli.Commands.Run;

/** The command line as a user meets it: what it prints, and how it ends. */
class CliTest {
    private static final String SOUND = "samples/01-hoi-nghi-so-ket.docx";
    private static final String FAULTY = "samples/02-toa-dam-nam-cu.docx";
    private static final String ONLY_WARNINGS = "samples/09-thieu-phu-luc.odt";

    @TempDir
    Path folder;

    private static JsonObject json(Run run) {
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    @Test
    void aSoundPlanPrintsNoFindingAndEndsWithZero() {
        Run run = run("check", SOUND);
        assertEquals(0, run.code());
        assertTrue(run.out().startsWith("Đã xét "), run.out());
        assertTrue(
                run.out().endsWith(" quy tắc áp dụng.\nĐã kiểm tra 1/1 tệp: 0 lỗi, 0 cảnh báo, 0 gợi ý.\n"), run.out());
    }

    @Test
    void aFaultyPlanShowsWhereWhatWhyAndHowToMend() {
        Run run = run("check", FAULTY);
        assertEquals(1, run.code());
        assertTrue(
                run.out()
                        .startsWith(FAULTY + "\n  LỖI  event-year · mục II.2.a · 5aa0aa14d0ceebc8\n"
                                + "    │ a) Thời gian: lúc 13 giờ 30 phút, ngày 11 tháng 4 năm 2023.\n"
                                + "    │                                   ^^^^^^^^^^^^^^^^^^^^^^^^\n"),
                run.out());
        assertTrue(run.out().contains("    Cách sửa: "), run.out());
        assertTrue(run.out().contains("    Căn cứ: "), run.out());
        assertFalse(run.out().contains("\u001B["), "no colour unless asked for or at a terminal");
        assertTrue(run("check", "--color", "always", FAULTY).out().contains("\u001B["));
    }

    @Test
    void englishIsWhollyEnglish() {
        Run run = run("check", "--lang", "en", FAULTY);
        assertTrue(run.out().contains("ERROR  event-year"), run.out());
        assertTrue(run.out().contains("1 of 1 files checked: 2 errors, 0 warnings, 2 infos."), run.out());
    }

    @Test
    void failOnSaysFromWhichSeverityTheExitCodeIsOne() {
        assertEquals(1, run("check", ONLY_WARNINGS).code());
        assertEquals(0, run("check", "--fail-on", "never", FAULTY).code());
        assertEquals(0, run("check", "--fail-on", "warning", SOUND).code());
        assertEquals(
                1,
                run("check", "--fail-on", "warning", "samples/09-thieu-phu-luc.txt")
                        .code());
    }

    @Test
    void wrongUsageEndsWithTwoAndNamesTheNearestRightWord() {
        Run option = run("check", "--fromat", "json", SOUND);
        assertEquals(2, option.code());
        assertTrue(option.err().contains("--format"), option.err());
        assertEquals(2, run("chekc", SOUND).code());
        assertEquals(2, run("check").code());
        assertEquals(2, run().code());
        Run rule = run("rules", "event-yaer");
        assertEquals(2, rule.code());
        assertTrue(rule.err().contains("event-year"), rule.err());
        Run language = run("check", "--lang", "fr", SOUND);
        assertEquals(2, language.code());
        assertTrue(language.err().contains("vi, en"), language.err());
    }

    @Test
    void badFilesGetTheirStatusAndTheOthersAreStillChecked() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        bad("a-rong.docx", new byte[0], expected, "unreadable empty");
        bad("b-trang.txt", "  \n\n ".getBytes(StandardCharsets.UTF_8), expected, "unreadable empty");
        byte[] docx = Files.readAllBytes(Path.of(SOUND));
        bad("c-cut.docx", Arrays.copyOf(docx, docx.length / 2), expected, "unreadable broken");
        byte[] pdf = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.pdf"));
        bad("d-cut.pdf", Arrays.copyOf(pdf, 200), expected, "unreadable broken");
        bad(
                "e-anh.docx",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13},
                expected,
                "unreadable broken");
        bad("f-mat-khau.docx", encryptedDocx(), expected, "encrypted encrypted");
        bad("g-mat-khau.pdf", encryptedPdf(pdf), expected, "encrypted encrypted");
        bad("h-anh.pdf", emptyPdf(), expected, "unreadable no-text-layer");
        bad("i-bom.docx", bomb(docx), expected, "too-large too-large");
        bad("k-tot.doc", docx, expected, "checked");
        bad(
                "l-web.doc",
                "<html><body><p>KẾ HOẠCH</p><p>Tập huấn</p><p>I. NỘI DUNG</p></body></html>"
                        .getBytes(StandardCharsets.UTF_8),
                expected,
                "checked");
        expected.put(folder.resolve("m-khong-co.docx").toString(), "unreadable not-found");
        Files.createDirectory(folder.resolve("n-trong"));
        expected.put(folder.resolve("n-trong").toString(), "unreadable no-documents");
        String[] args = new String[expected.size() + 3];
        args[0] = "check";
        args[1] = "--format";
        args[2] = "json";
        System.arraycopy(expected.keySet().toArray(new String[0]), 0, args, 3, expected.size());
        Run run = run(args);
        assertEquals(5, run.code(), run.err());
        Map<String, String> found = new TreeMap<>();
        JsonArray documents = json(run).getAsJsonArray("documents");
        documents.forEach(d -> {
            JsonObject o = d.getAsJsonObject();
            String code = o.get("error").isJsonNull()
                    ? ""
                    : " " + o.getAsJsonObject("error").get("code").getAsString();
            found.put(o.get("path").getAsString(), o.get("status").getAsString() + code);
        });
        assertEquals(expected, found);
        Run text = run("check", folder.resolve("f-mat-khau.docx").toString(), SOUND);
        assertEquals(5, text.code());
        assertTrue(text.out().contains("KHÔNG KIỂM TRA ĐƯỢC  " + folder.resolve("f-mat-khau.docx")), text.out());
        assertTrue(text.out().contains("Đã kiểm tra 1/2 tệp"), text.out());
    }

    private void bad(String name, byte[] bytes, Map<String, String> expected, String status) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        expected.put(file.toString(), status);
    }

    private static byte[] encryptedDocx() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                var out = new java.io.ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (OPCPackage pack = OPCPackage.open(Files.newInputStream(Path.of(SOUND)));
                    OutputStream data = encryptor.getDataStream(files)) {
                pack.save(data);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] encryptedPdf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                var out = new java.io.ByteArrayOutputStream()) {
            document.protect(new StandardProtectionPolicy("chu", "khach", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] emptyPdf() throws IOException {
        try (PDDocument document = new PDDocument();
                var out = new java.io.ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }

    /** The sample with a document part that unpacks to 400 MB. */
    private static byte[] bomb(byte[] docx) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] filler = new byte[1 << 20];
            Arrays.fill(filler, (byte) ' ');
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(e.getName()));
                if (e.getName().equals("word/document.xml")) {
                    for (int i = 0; i < 400; i++) {
                        zip.write(filler);
                    }
                } else {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void factsPrintWhatWasReadAndFrom() {
        Run text = run("facts", FAULTY);
        assertEquals(0, text.code());
        assertTrue(text.out().contains("role=EVENT  section=II.2.a  «ngày 11 tháng 4 năm 2023»"), text.out());
        JsonObject facts = json(run("facts", "--format", "json", FAULTY));
        assertEquals("2024-03", facts.getAsJsonObject("plan").get("issueDate").getAsString());
        assertEquals(5, run("facts", "khong-co.docx").code());
    }

    @Test
    void rulesListAndExplain() {
        assertTrue(run("rules").out().contains("lỗi       event-year"));
        Run one = run("rules", "event-year");
        assertTrue(one.out().contains("KIỂM TRA GÌ\n") && one.out().contains("VÍ DỤ"), one.out());
        assertFalse(one.out().contains("```") || one.out().contains("**"), one.out());
        assertTrue(run("rules", "--lang", "en", "event-year").out().contains("WHAT IT CHECKS"));
    }

    @Test
    void outputGoesToAFile() throws IOException {
        Path file = folder.resolve("report.json");
        Run run = run("check", "-f", "json", "-o", file.toString(), FAULTY);
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertTrue(Files.readString(file).contains("\"planlint-report/1\""));
    }

    @Test
    void outputThatIsLostIsAnError() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int start, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(full), new PrintWriter(err), "check", "-f", "json", FAULTY));
        assertTrue(err.toString().contains("không ghi hết"), err.toString());
    }

    @Test
    void asOfAsksWhatTheLawOfAnotherDayWouldSay() throws IOException {
        String old = "samples/11-luu-tru-2016.docx";
        assertEquals("TT01", regime(json(run("check", "--format", "json", old))));
        assertEquals("ND30", regime(json(run("check", "--format", "json", "--as-of", "2024-01-01", old))));
        assertEquals("ND30", regime(json(run("check", "--format", "json", "--as-of", "01/01/2024", old))));
        assertTrue(run("check", "--as-of", "01.01.2024", old).err().contains("--as-of"));
    }

    @Test
    void asOfSaysWhichLawBindsButNotWhenThePlanWasIssued() throws IOException {
        Path undated = Files.writeString(
                folder.resolve("undated.txt"),
                Files.readString(Path.of("samples/01-hoi-nghi-so-ket.txt")).replaceAll("(?m)^(.*), ngày .*$", "$1"));
        JsonObject states = json(run("check", "--format", "json", "--as-of", "2024-07-01", undated.toString()))
                .getAsJsonArray("documents")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("coverage")
                .getAsJsonObject("states");
        assertEquals("NOT_EVALUATED", states.get("reference-after-issue").getAsString());
        assertEquals("PASS", states.get("law-replaced").getAsString());
    }

    private static String regime(JsonObject report) {
        return report.getAsJsonArray("documents")
                .get(0)
                .getAsJsonObject()
                .get("regime")
                .getAsString();
    }

    @Test
    void rulesShowsWhatIsInForce() throws IOException {
        Path file = Files.writeString(folder.resolve("planlint.yaml"), """
                rules: {missing-budget: off, event-year: warning}
                forbid: [{id: no-please, phrase: kính mong}]
                """);
        String out = run("rules", "--config", file.toString()).out();
        assertTrue(out.matches("(?s).*\\ntắt +missing-budget .*"), out);
        assertTrue(out.matches("(?s).*\\ncảnh báo +event-year .*\\[lỗi → cảnh báo\\]\\n.*"), out);
        assertTrue(out.contains("no-please") && out.contains(file.toString()), out);
        Run bad = run("check", "--config", file + ".x", SOUND);
        assertEquals(2, bad.code());
        assertTrue(bad.err().contains("không tìm thấy"), bad.err());
    }

    @Test
    void htmlOfOneFileIsOneFileAndOfManyAnIndexWithPages() throws IOException {
        Path one = folder.resolve("one.html");
        assertEquals(1, run("check", "-f", "html", "-o", one.toString(), FAULTY).code());
        assertTrue(Files.readString(one).contains("id=\"f1\""));
        Path many = folder.resolve("many.html");
        Run run = run("check", "-f", "html", "-o", many.toString(), FAULTY, SOUND, "khong-co.docx");
        assertEquals(5, run.code());
        assertTrue(run.err().contains("khong-co.docx: Không tìm thấy tệp."), run.err());
        String index = Files.readString(many);
        for (String page : new String[] {
            "many-pages/0001-02-toa-dam-nam-cu.docx.html",
            "many-pages/0002-01-hoi-nghi-so-ket.docx.html",
            "many-pages/0003-khong-co.docx.html"
        }) {
            assertTrue(index.contains(page), index);
            assertTrue(Files.exists(folder.resolve(page)), page);
        }
        assertEquals(2, run("check", "-f", "html", FAULTY).code(), "html needs a file");
        Run nowhere =
                run("check", "-f", "html", "-o", folder.resolve("khong/co.html").toString(), FAULTY);
        assertEquals(2, nowhere.code());
        assertTrue(nowhere.err().contains("co.html: không có tệp hay thư mục ấy"), nowhere.err());
    }

    @Test
    void everyFormatIsWrittenToAFileOrToStandardOutput() throws IOException {
        for (String format : new String[] {"text", "json", "sarif", "junit", "csv"}) {
            Run run = run("check", "-f", format, FAULTY);
            assertEquals(1, run.code(), format);
            Path file = folder.resolve("report." + format);
            assertEquals(
                    1, run("check", "-f", format, "-o", file.toString(), FAULTY).code(), format);
            assertEquals(run.out(), Files.readString(file), format);
        }
        Path workbook = folder.resolve("report.xlsx");
        assertEquals(
                1, run("check", "-f", "xlsx", "-o", workbook.toString(), FAULTY).code());
        assertEquals('P', Files.readAllBytes(workbook)[0]);
        assertEquals(2, run("check", "-f", "xlsx", FAULTY).code(), "a workbook is not for a terminal");
    }

    @Test
    void quietStatisticsAndExplain() {
        Run quiet = run("check", "-q", SOUND);
        assertEquals("", quiet.out() + quiet.err());
        assertFalse(run("check", "-q", FAULTY).out().contains("Đã kiểm tra"));
        String counts = run("check", "--statistics", FAULTY, SOUND).out();
        assertTrue(counts.contains("    2  LỖI         event-year ") && counts.contains("Đã kiểm tra 2/2 tệp"), counts);
        String explained = run("check", "--explain", FAULTY).out();
        assertTrue(explained.contains("event-year · Hoạt động") && explained.contains("    VÌ SAO"), explained);
        assertEquals(2, run("check", "--statistics", "-f", "json", FAULTY).code());
    }

    @Test
    void shellsCompleteCommandsAndValues() {
        String script = run("generate-completion").out();
        assertTrue(script.contains("complete -F _complete_planlint -o default planlint"), "for bash and zsh");
        assertTrue(script.contains("\"html\""), "the formats are completed as they are typed");
    }

    @Test
    void annotateWritesACopyAndLeavesTheFile() throws IOException {
        Path copy = folder.resolve("copy.docx");
        byte[] before = Files.readAllBytes(Path.of(FAULTY));
        Run run = run("annotate", FAULTY, "-o", copy.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("4 ghi chú"), run.out());
        assertEquals(java.util.Arrays.hashCode(before), java.util.Arrays.hashCode(Files.readAllBytes(Path.of(FAULTY))));
        assertEquals(2, run("annotate", FAULTY, "-o", FAULTY).code(), "never over the file itself");
        assertEquals(2, run("annotate", FAULTY, "-o", copy.toString()).code(), "never over another file");
        Run text = run(
                "annotate",
                "samples/02-toa-dam-nam-cu.txt",
                "-o",
                folder.resolve("copy.txt").toString());
        assertEquals(5, text.code());
        assertTrue(text.err().contains("docx") && text.err().contains("html"), text.err());
    }

    @Test
    void aReportOverSeveralConfigurationsDeclaresTheRulesOfAll() throws IOException {
        for (String office : new String[] {"so-a", "so-b"}) {
            Path home = Files.createDirectory(folder.resolve(office));
            Files.writeString(home.resolve("planlint.yaml"), "forbid: [{id: no-" + office + ", phrase: Tọa đàm}]\n");
            Files.copy(Path.of(FAULTY), home.resolve("a.docx"));
        }
        JsonObject sarif = json(run("check", "-f", "sarif", folder.toString()))
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
        JsonArray rules =
                sarif.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        TreeMap<String, String> declared = new TreeMap<>();
        sarif.getAsJsonArray("results")
                .forEach(r -> declared.put(
                        r.getAsJsonObject().get("ruleId").getAsString(),
                        rules.get(r.getAsJsonObject().get("ruleIndex").getAsInt())
                                .getAsJsonObject()
                                .get("id")
                                .getAsString()));
        declared.forEach((rule, index) -> assertEquals(rule, index));
        assertTrue(declared.containsKey("no-so-a") && declared.containsKey("no-so-b"), declared.toString());
        assertEquals(
                1,
                run("check", "-f", "html", "-o", folder.resolve("x.html").toString(), folder.toString())
                        .code());
    }
}
