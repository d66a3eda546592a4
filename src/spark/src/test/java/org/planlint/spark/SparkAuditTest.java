package org.planlint.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.samples.Until;

/**
 * The jar, handed to spark-submit as users do, against an audit on one machine: the same lines. Of Spark there is what Maven
 * has; executors of their own need no more than a {@code SPARK_HOME} with its jars, which the launcher script names.
 */
@Timeout(1200)
class SparkAuditTest {
    private static final Path SAMPLES = Path.of("samples").toAbsolutePath();
    private static final String[] LIMITS = {"--max-size", "1", "--ocr", "off"};

    @TempDir
    static Path folder;

    private static Path archive;
    private static List<String> lines;
    private static List<String> together;

    @BeforeAll
    static void auditOnOneMachine() throws Exception {
        archive = Files.createDirectories(folder.resolve("kho lưu trữ"));
        plain(Files.createDirectories(archive.resolve("2024")));
        settled(Files.createDirectories(archive.resolve("2025")));
        Path out = audit(archive, "mot-may");
        lines = sorted(out.resolve("results.jsonl"));
        together = sorted(out.resolve("archive.jsonl"));
        assertTrue(lines.size() > 25, () -> "documents: " + lines.size());
        assertTrue(together.size() > 1, () -> "over several documents: " + together);
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"waiver\":{")), "a waiver beside a document counts");
        assertTrue(
                lines.stream().anyMatch(line -> line.contains("\"record\":{")), "a record beside a document is read");
        for (String status : new String[] {"unreadable", "too-large", "checked"}) {
            assertTrue(
                    lines.stream().anyMatch(line -> line.contains("\"status\":\"" + status + "\"")),
                    () -> "a file that is " + status);
        }
    }

    /** Good files, packages, and some that cannot be read. */
    private static void plain(Path to) throws IOException {
        byte[] plan = Files.readAllBytes(SAMPLES.resolve("02-toa-dam-nam-cu.docx"));
        for (String name : new String[] {"01-hoi-nghi-so-ket", "02-toa-dam-nam-cu", "04-tap-huan-chong-gio"}) {
            for (String ending : new String[] {".docx", ".pdf", ".txt"}) {
                Files.copy(SAMPLES.resolve(name + ending), to.resolve(name + ending));
            }
        }
        for (int copy = 1; copy <= 10; copy++) {
            Files.write(
                    Files.createDirectories(to.resolve("quý " + (copy % 4 + 1))).resolve("bản " + copy + ".docx"),
                    plan);
        }
        Files.write(to.resolve("rỗng.docx"), new byte[0]);
        Files.write(to.resolve("cụt.docx"), Arrays.copyOf(plan, plan.length / 2));
        Files.write(to.resolve("to.docx"), new byte[2 << 20]);
        Files.write(to.resolve("hỏng.zip"), "no zip".getBytes(StandardCharsets.UTF_8));
        Files.write(to.resolve("gói.zip"), zip("a/kế hoạch.docx", plan, "b/ảnh.png", new byte[3], "trong.zip", zip()));
        Files.write(to.resolve("không có gì.zip"), zip("đọc.xlsx", plan));
        Files.writeString(
                to.resolve("gửi.edxml"),
                "<edXML><attachment><attachmentName>kế hoạch.docx</attachmentName><contentTransferEncoded>"
                        + Base64.getEncoder().encodeToString(plan)
                        + "</contentTransferEncoded></attachment></edXML>");
        Files.write(Files.createDirectories(to.resolve(".ẩn")).resolve("ẩn.docx"), plan);
        Files.write(to.resolve("~$nháp.docx"), plan);
        Files.writeString(to.resolve("ghi chú.csv"), "a,b\n");
    }

    /** A folder with a configuration, waivers of both kinds and a record. */
    private static void settled(Path to) throws IOException {
        Files.createDirectories(to.resolve("sâu"));
        for (String name : new String[] {"a.docx", "b.docx", "sâu/c.docx"}) {
            Files.copy(SAMPLES.resolve("02-toa-dam-nam-cu.docx"), to.resolve(name));
        }
        Files.writeString(
                to.resolve("planlint.yaml"),
                "rules: {recipient-punctuation: info}\nwaivers: cho-qua.yaml\nexceptions:\n  - {files: sâu/*.docx, rules: [event-year], reason: thử}\n");
        Files.writeString(
                to.resolve("cho-qua.yaml"), "waivers:\n  - {files: b.docx, rule: event-year, reason: thử, by: A}\n");
        Files.writeString(to.resolve("a.docx.planlint.yaml"), "waivers:\n  - {rule: event-year, reason: thử, by: B}\n");
        Files.writeString(to.resolve("b.docx.record.json"), "{\"number\": \"999\"}");
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return out.toByteArray();
    }

    private static Path audit(Path in, String out) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "src/cli/target/planlint.jar",
                "audit",
                in.toString(),
                "--out",
                folder.resolve(out).toString()));
        command.addAll(List.of(LIMITS));
        assertEquals(5, start(command, "").waitFor(), "some files cannot be read");
        return folder.resolve(out);
    }

    private static Process start(List<String> command, String spark) throws IOException {
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        program.environment().put("PLANLINT_SPARK", spark);
        program.environment().remove("SPARK_HOME");
        // Each is over before the second compiler has paid for itself.
        program.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return program.start();
    }

    private static Path log() {
        return folder.resolve("log");
    }

    private static Process submit(String spark, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./planlint-spark"));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        command.addAll(List.of(LIMITS));
        return start(command, spark + " --conf spark.ui.enabled=false");
    }

    private static void assertEnds(int code, Process process) throws Exception {
        int ended = process.waitFor();
        assertEquals(code, ended, () -> said());
    }

    private static String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Of a file, or of all parts in a folder. */
    private static List<String> sorted(Path lines) throws IOException {
        if (Files.isRegularFile(lines)) {
            return Files.readAllLines(lines).stream().sorted().toList();
        }
        List<String> all = new ArrayList<>();
        try (Stream<Path> parts = Files.list(lines)) {
            for (Path part : parts.filter(p -> p.getFileName().toString().startsWith("part-"))
                    .toList()) {
                all.addAll(Files.readAllLines(part));
            }
        }
        return all.stream().sorted().toList();
    }

    private static void assertSame(Path out) throws IOException {
        assertEquals(String.join("\n", lines), String.join("\n", sorted(out.resolve("results.jsonl"))));
        assertEquals(String.join("\n", together), String.join("\n", sorted(out.resolve("archive.jsonl"))));
        assertTrue(Files.exists(out.resolve("results.parquet/_SUCCESS")));
    }

    @Test
    void aFolderGivesTheLinesOfAnAudit() throws Exception {
        Path out = folder.resolve("ra-thu-muc");
        assertEnds(5, submit("--master local[2]", archive, out));
        assertSame(out);
        Path again = folder.resolve("ra-cung-nhau");
        assertEnds(0, submit("--master local[2]", "--together", out.resolve("*.parquet"), again));
        assertEquals(together, sorted(again.resolve("archive.jsonl")));
        assertEnds(2, submit("--master local[2]", archive, out));
        assertTrue(said().contains("is there already"), () -> said());
    }

    /** Packed, files have the same names; what lay beside them stays behind. */
    @Test
    void packedFilesGiveTheLinesOfAnAudit() throws Exception {
        Path year = archive.resolve("2024");
        Path alone = audit(year, "mot-nam");
        Path packed = folder.resolve("goi");
        assertEnds(0, submit("--master local[2]", "--pack", year, packed));
        Path out = folder.resolve("ra-goi");
        assertEnds(5, submit("--master local[2]", packed, out));
        assertEquals(sorted(alone.resolve("results.jsonl")), sorted(out.resolve("results.jsonl")));
        assertEquals(sorted(alone.resolve("archive.jsonl")), sorted(out.resolve("archive.jsonl")));
    }

    @Test
    void aLostExecutorLosesNothing() throws Exception {
        Path out = folder.resolve("ra-mat-executor");
        Process driver = submit("--master local-cluster[2,1,1024] --conf spark.executor.cores=1", archive, out);
        Path begun = out.resolve("results.parquet/_temporary/0");
        Until.holds("a task that is done, with others to come", () -> {
            assertTrue(driver.isAlive(), () -> said());
            return !Files.exists(out.resolve("results.parquet/_SUCCESS")) && hasDoneTask(begun);
        });
        ProcessHandle executor = driver.descendants()
                .filter(process -> commandOf(process).contains("CoarseGrainedExecutorBackend"))
                .filter(process -> process.descendants().findAny().isPresent())
                .findFirst()
                .orElseThrow();
        List<ProcessHandle> workers = executor.descendants().toList();
        assertFalse(Files.exists(out.resolve("results.parquet/_SUCCESS")), "killed on the way");
        executor.destroyForcibly();
        assertEnds(5, driver);
        assertTrue(said().contains("Lost executor"), () -> said());
        assertSame(out);
        Until.holds("its workers end with it", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static boolean hasDoneTask(Path begun) throws IOException {
        if (!Files.isDirectory(begun)) {
            return false;
        }
        try (Stream<Path> tasks = Files.list(begun)) {
            return tasks.anyMatch(task -> task.getFileName().toString().startsWith("task_"));
        }
    }

    private static String commandOf(ProcessHandle process) {
        return String.join(" ", process.info().arguments().orElse(new String[0]));
    }
}
