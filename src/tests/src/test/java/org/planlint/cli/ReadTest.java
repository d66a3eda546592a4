package org.planlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.samples.Programs;
import org.planlint.samples.SampleScan;

class ReadTest {
    @TempDir
    Path folder;

    @Test
    void aScanBecomesAPdfThatCanBeSearched() throws IOException, InterruptedException {
        Programs.requireTesseract();
        Path scan = SampleScan.write(folder);
        Path copy = folder.resolve("hai-lop.pdf");
        Commands.Run run = Commands.run("read", scan.toString(), "--output", copy.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("2 trang đã nhận dạng; PDF/A-2b"), run.out());
        try (PDDocument pdf = Loader.loadPDF(copy.toFile())) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("Công tác chuyển đổi số năm 2024"));
        }
    }

    @Test
    void whatIsTypedIsNotReadAnew() {
        Path copy = folder.resolve("hai-lop.pdf");
        Commands.Run run = Commands.run("read", "samples/03-cong-tac-nam.pdf", "--output", copy.toString());
        assertEquals(Main.INCOMPLETE, run.code());
        assertTrue(run.err().contains("không có trang nào phải nhận dạng"), run.err());
        assertFalse(Files.exists(copy));
    }

    @Test
    void theFileItselfIsNotTouched() throws IOException {
        Path file = Files.copy(Path.of("samples/03-cong-tac-nam.pdf"), folder.resolve("ke-hoach.pdf"));
        Commands.Run run = Commands.run("read", file.toString(), "--output", file.toString());
        assertEquals(Main.USAGE, run.code(), run.err());
    }
}
