package org.planlint.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.OwnJvm;
import org.planlint.cli.Commands;
import org.planlint.cli.Commands.Run;
import org.planlint.isolate.TestWorkers;
import org.planlint.isolate.WorkerPool;
import org.planlint.rules.RuleBase;
import org.planlint.rules.SoundPlans;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.TakesLong;
import org.planlint.samples.Until;

/** An archive in one run: all its outputs, what is remembered, and what a kill costs. */
@StartsPrograms
@TakesLong
class AuditTest {
    /** Where each test finds an archive that was audited once: results know their files by their paths. */
    @TempDir
    static Path place;

    private static Path saved;

    @TempDir
    Path folder;

    private final Path archive = place.resolve("kho");
    private final Path out = place.resolve("ra");

    /** A few plans: what each of them says is not what is asked here. */
    @BeforeAll
    static void auditOnce(@TempDir Path elsewhere) throws IOException {
        AuditTest first = new AuditTest();
        Files.createDirectories(first.archive);
        first.copySamples("0[1-5].*\\.(docx|pdf|txt)");
        Files.write(first.archive.resolve("rong.docx"), new byte[0]);
        assertEquals(5, first.audit(first.out).code(), "one file is empty");
        saved = elsewhere.resolve("saved");
        copy(place, saved);
    }

    @BeforeEach
    void restore() throws IOException {
        try (Stream<Path> left = Files.walk(place)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        copy(saved, place);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void copySamples(String names) throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path file : samples.filter(f -> f.getFileName().toString().matches(names))
                    .toList()) {
                Files.copy(file, archive.resolve(file.getFileName()));
            }
        }
    }

    /** With one worker, where nothing else is asked for: each takes seconds to start. */
    private Run audit(Path out, String... more) {
        List<String> args = new ArrayList<>(List.of("audit", archive.toString(), "--out", out.toString(), "-j", "1"));
        args.addAll(List.of(more));
        return Commands.run(args.toArray(new String[0]));
    }

    private static List<String> results(Path out) throws IOException {
        return Files.readAllLines(out.resolve("results.jsonl"));
    }

    @Test
    void aSecondAuditIntoOneFolderSaysThatTheFirstIsRunning() throws Exception {
        Path out = folder.resolve("hai-lan");
        Path store = Files.createDirectories(out.resolve("cache")).resolve("reports.mv");
        try (RememberedChecks first = new RememberedChecks(new WorkerPool(TestWorkers.settings(1)), store)) {
            Run run = Commands.run("audit", "samples", "--out", out.toString());
            assertEquals(2, run.code());
            assertTrue(run.err().contains("một lượt audit khác đang chạy trên thư mục này"), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertEquals(0, first.asked());
        }
    }

    @Test
    void everyLineIsAReportAndSaysWhatCheckSays() throws IOException {
        copySamples("(0[6-9]|[1-9]).*\\.(docx|pdf|txt)");
        Path out = folder.resolve("ra");
        Run run = audit(out);
        assertEquals(5, run.code(), "one file is empty: " + run.err());
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/planlint-report-1.schema.json")));
        JsonArray documents = new JsonArray();
        for (String line : results(out)) {
            assertEquals("[]", schema.validate(line, InputFormat.JSON).toString());
            documents.addAll(JsonParser.parseString(line).getAsJsonObject().getAsJsonArray("documents"));
        }
        JsonObject check = JsonParser.parseString(
                        Commands.run("check", "-f", "json", archive.toString()).out())
                .getAsJsonObject();
        assertEquals(check.getAsJsonArray("documents"), documents);
        JsonObject summary = JsonParser.parseString(Files.readString(out.resolve("summary.json")))
                .getAsJsonObject()
                .getAsJsonObject("summary");
        assertEquals(
                check.getAsJsonObject("summary").get("errors"),
                summary.getAsJsonObject("all").get("errors"));
        assertEquals(1, summary.getAsJsonObject("statuses").get("unreadable").getAsInt());
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(out.resolve("audit.xlsx")))) {
            assertEquals(documents.size(), workbook.getSheet("Văn bản").getLastRowNum());
            workbook.forEach(sheet -> {
                PrintSetup print = sheet.getPrintSetup();
                assertTrue(print.getLandscape() && sheet.getFitToPage(), sheet.getSheetName());
                assertEquals(PrintSetup.A4_PAPERSIZE, print.getPaperSize(), sheet.getSheetName());
                assertEquals(1, print.getFitWidth(), sheet.getSheetName());
                assertTrue(
                        workbook.getSheetIndex(sheet) == 0
                                || sheet.getRepeatingRows().getFirstRow() == 0,
                        sheet.getSheetName());
            });
        }
        assertEquals(
                documents.size() + 1,
                Files.readAllLines(out.resolve("documents.csv")).size());
        for (String page : List.of("index.html", "agencies.html", "archive.html", "documents.html")) {
            assertTrue(Files.readString(out.resolve(page)).contains("Content-Security-Policy"), page);
        }
        assertFalse(Files.exists(out.resolve("cache/unfinished")), "what is only needed on the way is gone");
    }

    @Test
    void anUnchangedArchiveIsNotOpenedAgainAndOneChangedFileAlone() throws IOException {
        int all = results(out).size();
        String before = Files.readString(out.resolve("results.jsonl"));
        assertTrue(audit(out).out().contains(", mở 0 tệp"), "nothing is opened");
        assertEquals(before, Files.readString(out.resolve("results.jsonl")), "byte for byte");
        Files.writeString(
                archive.resolve("01-hoi-nghi-so-ket.txt"),
                Files.readString(archive.resolve("02-toa-dam-nam-cu.txt")) + "\nx");
        assertTrue(audit(out).out().contains(all + " tệp, mở 1 tệp"));
    }

    @Test
    void whatOnlySeveralPlansShowIsToldApart() throws IOException {
        for (Map.Entry<String, String> file : SoundPlans.documents(
                        SoundPlans.examples(RuleBase.shipped().page("number-used-twice"))
                                .get(0))
                .entrySet()) {
            Files.writeString(archive.resolve("zz-" + file.getKey()), file.getValue());
        }
        outOf(audit(out), out);
        List<String> lines = Files.readAllLines(out.resolve("archive.jsonl")).stream()
                .filter(line -> line.contains("number-used-twice"))
                .toList();
        assertEquals(1, lines.size());
        JsonObject finding = JsonParser.parseString(lines.get(0)).getAsJsonObject();
        assertEquals("planlint-archive/1", finding.get("schema").getAsString());
        assertTrue(finding.getAsJsonArray("paths").toString().contains("zz-b.txt"), finding.toString());
        assertEquals(
                1,
                JsonParser.parseString(Files.readString(out.resolve("summary.json")))
                        .getAsJsonObject()
                        .getAsJsonObject("summary")
                        .getAsJsonObject("archive")
                        .get("number-used-twice")
                        .getAsInt());
        assertTrue(Files.readString(out.resolve("index.html")).contains("archive.html#number-used-twice"));
        assertTrue(Files.readString(out.resolve("archive.html")).contains("zz-b.txt"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(out.resolve("audit.xlsx")))) {
            assertEquals(
                    List.of("Tổng quan", "Phát hiện", "Cơ quan", "Văn bản", "Quy tắc", "Cả kho"),
                    IntStream.range(0, workbook.getNumberOfSheets())
                            .mapToObj(workbook::getSheetName)
                            .toList());
        }
        Path config = Files.writeString(folder.resolve("planlint.yaml"), "rules: {number-used-twice: off}\n");
        outOf(audit(out, "--config", config.toString()), out);
        assertFalse(
                Files.readString(out.resolve("archive.jsonl")).contains("number-used-twice"),
                "an office may turn it off");
    }

    @Test
    void anUnchangedArchiveLeavesTheResultsAndWhatIsMissingFromThemIsWrittenAgain() throws IOException {
        Path results = out.resolve("results.jsonl");
        String before = Files.readString(results);
        Object written = Files.getLastModifiedTime(out.resolve("index.html"));
        assertTrue(audit(out).out().contains(", mở 0 tệp"));
        assertEquals(
                written,
                Files.getLastModifiedTime(out.resolve("index.html")),
                "nothing is written where nothing has changed");
        Files.writeString(results, "x");
        outOf(audit(out), out);
        assertEquals(before, Files.readString(results));
        try (Stream<Path> pages = Files.list(out.resolve("reports"))) {
            Files.delete(pages.findFirst().orElseThrow());
        }
        long whole = pages(out) + 1;
        outOf(audit(out), out);
        assertEquals(whole, pages(out));
        Files.writeString(
                archive.resolve("01-hoi-nghi-so-ket.txt.planlint.yaml"),
                "waivers:\n  - rule: missing-recipients\n    reason: thử\n    by: A\n");
        outOf(audit(out), out);
        assertNotEquals(written, Files.getLastModifiedTime(out.resolve("index.html")), "a waiver is a change");
        assertTrue(
                Files.readString(out.resolve("summary.json")).contains("missing-recipients"),
                "it matches nothing, which is said");
        assertTrue(Files.readString(out.resolve("index.html")).contains("01-hoi-nghi-so-ket.txt.planlint.yaml"));
        assertTrue(audit(out, "--lang", "en").out().contains(" 0 opened"));
        assertFalse(Files.readString(results).equals(before), "another language is another result");
    }

    @Test
    void afterAChangeOfTheRulesThePagesAreThoseOfAFreshRun() throws IOException {
        int all = results(out).size();
        Path config = Files.writeString(folder.resolve("planlint.yaml"), "rules: {event-year: off}\n");
        Path fresh = folder.resolve("moi");
        outOf(audit(fresh, "--config", config.toString()), fresh);
        Run changed = audit(out, "--config", config.toString());
        outOf(changed, out);
        assertTrue(changed.out().contains(", mở " + all + " tệp"), "other rules, other answers");
        assertFalse(Files.readString(out.resolve("results.jsonl")).contains("\"rule\":\"event-year\""));
        assertEquals(pageTexts(fresh), pageTexts(out));
    }

    private static Map<String, String> pageTexts(Path out) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> pages = Files.list(out.resolve("reports"))) {
            for (Path page : pages.toList()) {
                texts.put(page.getFileName().toString(), Files.readString(page));
            }
        }
        return texts;
    }

    private static long pages(Path out) throws IOException {
        try (Stream<Path> pages = Files.list(out.resolve("reports"))) {
            return pages.count();
        }
    }

    private static Path outOf(Run run, Path out) {
        assertEquals(5, run.code(), run.err());
        return out;
    }

    @Test
    void whatTheAuditWritesIsNotPartOfTheArchive() throws IOException {
        Path out = archive.resolve("ra");
        int first = results(outOf(audit(out), out)).size();
        assertEquals(first, results(outOf(audit(out), out)).size());
    }

    @Test
    void killedOnTheWayItEndsTheSame() throws Exception {
        for (int i = 0; i < 12; i++) {
            for (String name :
                    List.of("02-toa-dam-nam-cu.txt", "04-tap-huan-chong-gio.txt", "05-kiem-tra-danh-so.txt")) {
                Files.writeString(
                        archive.resolve(i + "-" + name), Files.readString(Path.of("samples", name)) + "\n" + i);
            }
        }
        Path whole = folder.resolve("ca");
        outOf(audit(whole), whole);
        Path out = folder.resolve("ra");
        int reached = 0;
        for (int kill = 0; kill < 2; kill++) {
            Process audit = new ProcessBuilder(
                            OwnJvm.planlint("audit", archive.toString(), "--out", out.toString(), "-j", "1"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            int enough = reached + 15;
            Until.holds("some files are done", () -> !audit.isAlive() || lines(out) >= enough);
            reached = lines(out);
            audit.destroyForcibly().waitFor();
        }
        assertTrue(reached > 15, reached + " files were done before the last kill");
        outOf(audit(out), out);
        assertEquals(Files.readString(whole.resolve("results.jsonl")), Files.readString(out.resolve("results.jsonl")));
        for (String output : List.of(
                "summary.json",
                "archive.jsonl",
                "archive.html",
                "documents.html",
                "index.html",
                "agencies.html",
                "findings.csv")) {
            assertEquals(Files.readString(whole.resolve(output)), Files.readString(out.resolve(output)), output);
        }
        assertEquals(pages(whole), pages(out));
    }

    private static JsonObject summary(Path out) throws IOException {
        return JsonParser.parseString(Files.readString(out.resolve("summary.json")))
                .getAsJsonObject()
                .getAsJsonObject("summary");
    }

    @Test
    void whatHasChangedSinceTheAuditBeforeIsSaid() throws IOException {
        assertFalse(summary(out).has("since"), "the first has none before it");
        int before = results(out).size();
        Files.copy(
                archive.resolve("01-hoi-nghi-so-ket.docx"),
                archive.resolve("02-toa-dam-nam-cu.docx"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.move(archive.resolve("04-tap-huan-chong-gio.docx"), archive.resolve("chuyen-cho.docx"));
        Files.delete(archive.resolve("05-kiem-tra-danh-so.txt"));
        Files.write(archive.resolve("02-toa-dam-nam-cu.pdf"), new byte[0]);
        Files.writeString(
                archive.resolve("moi.txt"), Files.readString(archive.resolve("02-toa-dam-nam-cu.txt")) + "\n1");
        outOf(audit(out), out);
        assertEquals(before, results(out).size());
        JsonObject since = summary(out).getAsJsonObject("since");
        assertEquals(1, since.get("newDocuments").getAsInt());
        assertEquals(1, since.get("goneDocuments").getAsInt(), "a file that was moved is still there");
        assertTrue(since.get("gone").getAsInt() > 0);
        assertTrue(since.get("unknown").getAsInt() > 0, "what cannot be read any more is not solved");
        JsonObject all = since.getAsJsonObject("all");
        assertEquals(all.get("fresh"), since.get("freshInNewDocuments"));
        assertTrue(all.get("fresh").getAsInt() > 0);
        assertEquals(
                2,
                since.getAsJsonObject("rules")
                        .getAsJsonObject("event-year")
                        .get("solved")
                        .getAsInt());
        assertFalse(since.get("otherRules").getAsBoolean());
        String changes = Files.readString(out.resolve("changes.csv"));
        assertEquals(
                1 + all.get("fresh").getAsInt() + all.get("solved").getAsInt(),
                changes.lines().count());
        assertTrue(changes.contains("mới,moi.txt,") && changes.contains("đã sửa,02-toa-dam-nam-cu.docx,"), changes);
        assertTrue(Files.readString(out.resolve("index.html")).contains("changes.csv"));
        assertTrue(audit(out).out().contains(", mở 0 tệp"));
        assertEquals(since, summary(out).getAsJsonObject("since"), "what stands is compared as it was");
    }

    @Test
    void anEarlierAuditElsewhereIsNamed() throws IOException {
        Path later = folder.resolve("sau");
        Files.delete(archive.resolve("02-toa-dam-nam-cu.docx"));
        outOf(audit(later, "--since", out.toString()), later);
        JsonObject since = summary(later).getAsJsonObject("since");
        assertEquals(1, since.get("goneDocuments").getAsInt());
        assertEquals(0, since.getAsJsonObject("all").get("fresh").getAsInt());
        Run nothing = audit(later, "--since", folder.resolve("khong-co").toString());
        assertEquals(2, nothing.code());
        assertTrue(nothing.err().contains("--since"), nothing.err());
    }

    @Test
    void whatIsPassedOverIsCounted() throws IOException {
        Files.writeString(archive.resolve("du-toan.XLSX"), "x");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive.resolve("kem.zip")))) {
            for (String name : List.of("a/anh.jpg", "a/kh.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("KẾ HOẠCH\nTập huấn".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        outOf(audit(out), out);
        JsonObject passed = summary(out).getAsJsonObject("passedOver");
        assertEquals(JsonParser.parseString("{\".jpg\":1,\".xlsx\":1}"), passed);
        assertTrue(Files.readString(out.resolve("index.html")).contains(".xlsx"));
        JsonObject check = JsonParser.parseString(
                        Commands.run("check", "-f", "json", archive.toString()).out())
                .getAsJsonObject();
        assertEquals(passed, check.getAsJsonObject("summary").get("passedOver"));
        assertTrue(Commands.run("check", archive.toString()).out().contains("Bỏ qua 2 tệp"));
        Files.writeString(archive.resolve("anh.png"), "x");
        outOf(audit(out), out);
        assertEquals(
                1, summary(out).getAsJsonObject("passedOver").get(".png").getAsInt(), "another file, another result");
    }

    @Test
    void pathsAreThoseBelowWhatWasGivenAndNamesAreNoMarkup() throws IOException {
        Files.copy(archive.resolve("02-toa-dam-nam-cu.docx"), archive.resolve("<img src=x onerror=alert(1)>&'.docx"));
        outOf(audit(out), out);
        try (Stream<Path> pages = Files.walk(out)) {
            for (Path page : pages.filter(f -> f.toString().endsWith(".html")).toList()) {
                assertFalse(Files.readString(page).contains("<img src=x"), page.toString());
            }
        }
        for (String name : List.of("index.html", "documents.html", "archive.html", "documents.csv", "findings.csv")) {
            String text = Files.readString(out.resolve(name));
            assertFalse(text.contains(archive.toString()), name);
        }
        assertTrue(Files.readString(out.resolve("documents.csv")).contains("\n02-toa-dam-nam-cu.docx,"));
        assertTrue(
                Files.readString(out.resolve("results.jsonl")).contains(archive + "/02-toa-dam-nam-cu.docx"),
                "programs get the path that was given");
    }

    @Test
    void anAgencysPageNeedsNothingElse() throws IOException {
        Path agencies = out.resolve("agencies");
        String index = Files.readString(out.resolve("index.html"));
        try (Stream<Path> pages = Files.list(agencies)) {
            List<Path> all = pages.toList();
            assertFalse(all.isEmpty());
            for (Path page : all) {
                String text = Files.readString(page);
                assertFalse(
                        text.contains("<script") || text.contains("href=") || text.contains("src="), page.toString());
                assertTrue(text.contains("default-src 'none'"));
                assertTrue(index.contains("agencies/" + page.getFileName()), page.toString());
            }
        }
        Path first = agencies.resolve(index.replaceAll("(?s).*?agencies/([^\"]*)\".*", "$1"));
        Files.delete(first);
        outOf(audit(out), out);
        assertTrue(Files.exists(first), "what is missing is written again");
    }

    /** A heap that 10 kB kept of each document would fill. -Dscale=100000 asks for more. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void manyDocumentsFitIntoASmallHeap() throws Exception {
        int count = Integer.getInteger("scale", 2000);
        Path many = Files.createDirectory(folder.resolve("nhieu"));
        for (int i = 0; i < count; i++) {
            Path sub = Files.createDirectories(many.resolve(String.valueOf(i / 500)));
            Files.writeString(
                    sub.resolve(i + ".txt"),
                    "Số: " + (i + 10) + "/KH-X\nSơn Thủy, ngày 10 tháng 3 năm " + (2015 + i % 10)
                            + "\nKẾ HOẠCH\nTập huấn " + i + "\n");
        }
        Path out = folder.resolve("ra");
        Process audit = new ProcessBuilder(OwnJvm.command(
                        List.of("-Xmx48m"),
                        "org.planlint.cli.Main",
                        "audit",
                        many.toString(),
                        "--out",
                        out.toString(),
                        "-q"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertEquals(0, audit.waitFor(), Files.readString(folder.resolve("log")));
        assertEquals(count, lines(out));
    }

    /** Byte by byte: while it is written, it may end within a letter. */
    private static int lines(Path out) throws IOException {
        Path results = out.resolve("results.jsonl");
        return Files.exists(results)
                ? (int) Files.readString(results, StandardCharsets.ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                : 0;
    }

    @Test
    void twoAuditsDoNotShareAFolder() throws Exception {
        try (var held = new org.h2.mvstore.MVStore.Builder()
                .fileName(out.resolve("cache/reports.mv").toString())
                .open()) {
            Run second = audit(out);
            assertEquals(2, second.code());
            assertTrue(second.err().contains("reports.mv"), second.err());
        }
    }
}
