package org.planlint.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.OwnJvm;
import org.planlint.cli.Commands;
import org.planlint.cli.Commands.Run;
import org.planlint.samples.HostileFiles;
import org.planlint.samples.StartsPrograms;

/** Files that were made to harm their reader, audited beside good ones: each ends in a named status, and nothing else happens. */
@StartsPrograms
class HostileTest {
    private static final Path GOOD = Path.of("samples/02-toa-dam-nam-cu.docx");

    @TempDir
    Path folder;

    private final Map<String, String> expected = new TreeMap<>();

    private void put(String name, byte[] bytes, String status) throws IOException {
        Path file = folder.resolve("kho").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        if (status != null) {
            expected.put(file.toString(), status);
        }
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void eachEndsInItsStatusAndTheGoodOnesAreAsAlone() throws Exception {
        byte[] good = Files.readAllBytes(GOOD);
        try (ServerSocketChannel outside =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String address = "http://127.0.0.1:" + outside.socket().getLocalPort() + "/x";
            for (HostileFiles.Hostile file : HostileFiles.of(address)) {
                put(file.name(), file.bytes(), file.status());
            }
            put("l\nxuống dòng ệ.txt", Files.readAllBytes(Path.of("samples/02-toa-dam-nam-cu.txt")), "checked");
            put(
                    "m.zip",
                    zip(new TreeMap<>(Map.of(
                            "../../thoat.docx",
                            good,
                            "trong.zip",
                            zip(Map.of("a.docx", good)),
                            "ảnh.png",
                            new byte[9]))),
                    null);
            String zip = folder.resolve("kho/m.zip").toString();
            expected.put(zip + "!/../../thoat.docx", "checked");
            expected.put(zip + "!/trong.zip", "unsupported");
            put("n-hong.zip", Arrays.copyOf(zip(Map.of("a.docx", good)), 200), "unreadable");
            put("o-khoa.docx", good, null);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Path locked = folder.resolve("kho/o-khoa.docx");
                Files.setPosixFilePermissions(locked, Set.of());
                // The administrator may read all.
                expected.put(locked.toString(), Files.isReadable(locked) ? "checked" : "unreadable");
            }
            Files.createSymbolicLink(folder.resolve("kho/vong"), folder.resolve("kho"));

            Path out = folder.resolve("ra");
            Run run = Commands.run(
                    "audit",
                    folder.resolve("kho").toString(),
                    "--out",
                    out.toString(),
                    "--timeout",
                    "3600",
                    "--silence",
                    "3600",
                    "--heap",
                    "384");
            assertEquals(5, run.code(), run.err());
            Map<String, String> found = new TreeMap<>();
            for (String line : Files.readAllLines(out.resolve("results.jsonl"))) {
                JsonObject document = JsonParser.parseString(line)
                        .getAsJsonObject()
                        .getAsJsonArray("documents")
                        .get(0)
                        .getAsJsonObject();
                found.put(
                        document.get("path").getAsString(),
                        document.get("status").getAsString());
                if (document.get("path").getAsString().endsWith("a-tot.docx")
                        || document.get("path").getAsString().endsWith("thoat.docx")) {
                    assertEquals(
                            4,
                            document.getAsJsonArray("findings").size(),
                            "a good file has the findings that it has alone");
                }
            }
            assertEquals(expected, found);
            outside.configureBlocking(false);
            assertNull(outside.accept(), "a file made its reader go out");
        }
        assertFalse(Files.exists(folder.resolve("thoat.docx")), "nothing is unpacked");
    }

    @Test
    void aFileThatChangesWhileItIsReadHasAStatusAndTheOthersAreAsAlone() throws Exception {
        byte[] good = Files.readAllBytes(GOOD);
        for (int i = 0; i < 12; i++) {
            put("tot-" + i + ".docx", good, null);
        }
        Path restless = folder.resolve("kho/tot-5-doi.docx");
        Files.write(restless, good);
        AtomicBoolean ended = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; !ended.get(); i++) {
                try {
                    Files.write(restless, i % 2 == 0 ? good : Arrays.copyOf(good, good.length * (i % 7) / 7));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        writer.start();
        Path out = folder.resolve("ra");
        Commands.run("audit", folder.resolve("kho").toString(), "--out", out.toString());
        ended.set(true);
        writer.join();
        Files.write(restless, good);
        List<String> before = Files.readAllLines(out.resolve("results.jsonl"));
        assertEquals(13, before.size());
        Commands.run("audit", folder.resolve("kho").toString(), "--out", out.toString(), "-j", "1");
        List<String> after = Files.readAllLines(out.resolve("results.jsonl"));
        for (int i = 0; i < after.size(); i++) {
            assertTrue(
                    after.get(i).contains("\"status\":\"checked\""),
                    "at rest it is a good file, whatever was seen of it before: " + after.get(i));
            if (!after.get(i).contains("tot-5-doi")) {
                assertEquals(after.get(i), before.get(i), "the others are as alone");
            }
        }
    }

    /** Every file that asks for something outside, read by a program that may not open a socket, gives the same report. */
    @Test
    void nothingNeedsOrTriesTheNetwork() throws Exception {
        assumeTrue(Runtime.version().feature() < 24, "from JDK 24 on no security manager can deny the network");
        String address = "http://127.0.0.1:9/x";
        put("ngoai.docx", HostileFiles.outside(address), null);
        put(
                "anh.html",
                ("<!DOCTYPE html SYSTEM '" + address + "'><html><head><link rel=stylesheet href='" + address
                                + "'><script src='" + address + "'></script></head><body><iframe src='" + address
                                + "'></iframe><img src='" + address + "'><p>KẾ HOẠCH</p></body></html>")
                        .getBytes(StandardCharsets.UTF_8),
                null);
        put("anh.odt", odt("<!DOCTYPE l SYSTEM \"" + address + "\">"), null);
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample : samples.filter(
                            f -> f.getFileName().toString().matches("0[15].*\\.(docx|doc|odt|rtf|pdf|txt)"))
                    .toList()) {
                put(sample.getFileName().toString(), Files.readAllBytes(sample), null);
            }
        }
        List<String> check = List.of("check", folder.resolve("kho").toString(), "-f", "json");
        Path tried = folder.resolve("tried");
        List<String> noNetwork = List.of("-Djava.security.manager=" + NoNetwork.class.getName(), "-Dtried=" + tried);
        Process denied = new ProcessBuilder(
                        OwnJvm.command(noNetwork, "org.planlint.cli.Main", check.toArray(new String[0])))
                .redirectError(folder.resolve("err").toFile())
                .start();
        String out = new String(denied.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        denied.waitFor();
        assertEquals("", Files.exists(tried) ? Files.readString(tried) : "", "nobody tried");
        assertEquals(unversioned(Commands.run(check.toArray(new String[0])).out()), unversioned(out));
        new ProcessBuilder(OwnJvm.command(noNetwork, NoNetwork.class.getName()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assertTrue(Files.readString(tried).contains("127.0.0.1"), "who does try is seen");
    }

    /** Beside the classes of a test there is no jar that says which version runs. */
    private static String unversioned(String json) {
        return json.replaceFirst("\"version\": \"[^\"]*\"", "");
    }

    private static byte[] odt(String doctype) throws IOException {
        String content = "<?xml version=\"1.0\"?>" + doctype
                + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text><text:p>KẾ HOẠCH</text:p></office:text></office:body></office:document-content>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
        parts.put("content.xml", content.getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    @Test
    void checkReadsZipsAlike() throws IOException {
        put("m.zip", zip(Map.of("2019/a.docx", Files.readAllBytes(GOOD), "ghi-chu.jpg", new byte[3])), null);
        Path zip = folder.resolve("kho/m.zip");
        for (String isolate : new String[] {"--fail-on=error", "--isolate"}) {
            Run run = Commands.run("check", zip.toString(), "-f", "json", isolate);
            assertEquals(1, run.code(), run.err());
            assertTrue(run.out().contains("m.zip!/2019/a.docx") && run.out().contains("\"errors\": 2"), run.out());
        }
        assertEquals(
                5,
                Commands.run(
                                "check",
                                Files.write(folder.resolve("x.zip"), new byte[] {'P', 'K', 3, 4})
                                        .toString())
                        .code());
    }
}
