package org.planlint.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.OwnJvm;
import org.planlint.samples.StartsPrograms;

/** A disk that is full is said in one line, and the audit goes on when there is room. A disk of its own is for the administrator to give. */
@StartsPrograms
class FullDiskTest {
    @TempDir
    Path folder;

    private final Path disk = Path.of("disk");
    private Path archive;

    /** What is made of these takes a megabyte. */
    @BeforeEach
    void gather() throws IOException {
        archive = Files.createDirectory(folder.resolve("kho"));
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample : samples.filter(f -> f.getFileName().toString().matches("0.*\\.(docx|txt)"))
                    .toList()) {
                Files.copy(sample, archive.resolve(sample.getFileName()));
            }
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private Path small(String size) throws IOException, InterruptedException {
        Path at = Files.createDirectories(folder.resolve(disk));
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", at.toString()), "no disk can be made here");
        return at;
    }

    @AfterEach
    void takeAway() throws IOException, InterruptedException {
        ran("umount", folder.resolve(disk).toString());
    }

    /** What the audit said; what a newer JVM says of its own before it is left out. */
    private record Ended(int code, List<String> said) {}

    private Ended audit(Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(OwnJvm.command(
                        List.of(),
                        "org.planlint.cli.Main",
                        "audit",
                        archive.toString(),
                        "--out",
                        out.toString(),
                        "-j",
                        "1",
                        "--ocr",
                        "off",
                        "--no-config",
                        "--quiet"))
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .toList();
        return new Ended(process.waitFor(), said);
    }

    @Test
    void isOneSentenceAndTheAuditGoesOnWhenThereIsRoom() throws Exception {
        Path at = small("64k");
        Ended none = audit(at.resolve("ra"));
        assertEquals(2, none.code(), none.said().toString());
        assertEquals(1, none.said().size(), none.said().toString());
        for (String size : List.of("400k", "700k")) {
            assertTrue(ran("mount", "-o", "remount,size=" + size, at.toString()));
            Ended full = audit(at.resolve("ra"));
            assertEquals(2, full.code(), full.said().toString());
            assertEquals(1, full.said().size(), full.said().toString());
            assertTrue(
                    full.said().get(0).endsWith("không ghi hoặc đọc được"),
                    full.said().toString());
        }
        assertTrue(ran("mount", "-o", "remount,size=64m", at.toString()));
        assertEquals(new Ended(0, List.of()), audit(at.resolve("ra")));
        audit(folder.resolve("rong"));
        assertEquals(
                Files.readString(folder.resolve("rong/results.jsonl")),
                Files.readString(at.resolve("ra/results.jsonl")));
    }
}
