package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.samples.Mutants;

class FixCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path plan;
    private Path copy;

    @BeforeEach
    void plan() throws Exception {
        plan = Mutants.all().stream()
                .filter(m ->
                        m.rule().equals("recipient-punctuation") && m.format().equals("docx"))
                .findFirst()
                .orElseThrow()
                .write(folder);
        copy = folder.resolve("copy.docx");
    }

    private int fix(String... args) {
        List<String> all = new ArrayList<>(List.of("fix", "--no-config"));
        all.addAll(List.of(args));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    @Test
    void aCopyIsMendedAndTheSourceIsNotTouched() throws Exception {
        byte[] before = Files.readAllBytes(plan);
        assertEquals(0, fix(plan.toString(), "--only", "recipient-punctuation", "-o", copy.toString()), err.toString());
        assertArrayEquals(before, Files.readAllBytes(plan));
        assertTrue(out.toString().contains("1 chỗ sửa được, 0 chỗ phải tự sửa"), out.toString());
        assertEquals(
                0,
                fix(
                        copy.toString(),
                        "--only",
                        "recipient-punctuation",
                        "-o",
                        folder.resolve("c2.docx").toString()));
        assertArrayEquals(Files.readAllBytes(copy), Files.readAllBytes(folder.resolve("c2.docx")));
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        assertEquals(0, fix(plan.toString(), "--only", "recipient-punctuation", "--dry-run"));
        assertTrue(out.toString().contains("sửa được  recipient-punctuation  1"), out.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(plan), files.toList());
        }
    }

    @Test
    void whatIsLeftMakesItOne() {
        assertEquals(1, fix("samples/02-toa-dam-nam-cu.docx", "--only", "event-year", "-o", copy.toString()));
        assertTrue(out.toString().contains("0 chỗ sửa được, 2 chỗ phải tự sửa"), out.toString());
    }

    @Test
    void whatMustNotBeIsRefused() throws Exception {
        Files.writeString(copy, "x");
        assertEquals(2, fix(plan.toString(), "-o", copy.toString()));
        assertEquals("x", Files.readString(copy));
        assertTrue(err.toString().contains("đã có tệp này"), err.toString());
        Path other = folder.resolve("other.docx");
        assertEquals(2, fix("samples/01-hoi-nghi-so-ket.odt", "-o", other.toString()));
        assertTrue(err.toString().contains("Chỉ sửa được tệp docx"), err.toString());
        assertEquals(2, fix("samples/khong-co.docx", "-o", other.toString()));
        assertEquals(2, fix(plan.toString(), "--only", "no-such-rule", "-o", other.toString()));
        assertEquals(2, fix(plan.toString()));
        assertFalse(Files.exists(other));
    }
}
