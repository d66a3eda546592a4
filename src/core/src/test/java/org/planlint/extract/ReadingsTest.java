package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;

/** What was read once is judged again as if it had been read anew. */
class ReadingsTest {
    @TempDir
    Path folder;

    private PlanLint engine() {
        return PlanLint.builder().readings(new Readings(folder)).build();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everyFormatGivesTheSameReportWhenItIsRecalled() throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            samples = files.filter(file -> file.toString().matches(".*\\.(docx|doc|odt|rtf|pdf|txt)"))
                    .sorted()
                    .toList();
        }
        var anew = PlanLint.builder().build().check(samples).documents();
        assertEquals(anew, engine().check(samples).documents());
        assertEquals(
                samples.stream()
                        .filter(file -> !file.toString().endsWith(".txt"))
                        .count(),
                kept().size(),
                "one reading a file, and nothing unfinished");
        assertEquals(anew, engine().check(samples).documents());
    }

    @Test
    void theFileIsNotReadAgain() throws IOException {
        Path one = Path.of("samples/01-hoi-nghi-so-ket.docx");
        Path other = Path.of("samples/07-truong-hoc-nhieu-ngay.docx");
        String number = engine().check(one).plan().number();
        Path reading = kept().get(0);
        assertNotEquals(number, engine().check(other).plan().number());
        Path second = kept().stream()
                .filter(file -> !file.equals(reading))
                .findFirst()
                .orElseThrow();
        Files.copy(reading, second, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(number, engine().check(other).plan().number(), "what is kept is what is judged");
        assertEquals(
                other.toString(),
                engine().examine(other).understanding().document().name());
    }

    @Test
    void aDamagedReadingIsReadAnew() throws IOException {
        Path one = Path.of("samples/01-hoi-nghi-so-ket.pdf");
        var report = engine().check(one);
        Path reading = kept().get(0);
        byte[] bytes = Files.readAllBytes(reading);
        for (int length : new int[] {0, 1, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(reading, java.util.Arrays.copyOf(bytes, length));
            assertEquals(report, engine().check(one), length + " bytes are left");
        }
        Files.write(reading, "không phải".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(report, engine().check(one));
    }
}
