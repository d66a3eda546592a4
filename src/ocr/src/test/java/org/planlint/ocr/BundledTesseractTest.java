package org.planlint.ocr;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planlint.extract.ocr.GreyPicture;
import org.planlint.extract.ocr.Recognizer;
import org.planlint.extract.ocr.Tesseract;
import org.planlint.samples.Until;

/** The Tesseract that is built in, on a sample's first page. */
class BundledTesseractTest {
    private static final Path SAMPLE = Path.of("samples/01-hoi-nghi-so-ket.pdf");
    private static Recognizer bundled;
    private static GreyPicture page;

    @BeforeAll
    static void draw() throws IOException {
        Optional<Recognizer> found = new BundledTesseract().find();
        assumeTrue(found.isPresent(), "the libraries that were built in do not run on this machine (ocr.platform)");
        bundled = found.get();
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(SAMPLE))) {
            BufferedImage drawn = new PDFRenderer(pdf).renderImageWithDPI(0, 200, ImageType.GRAY);
            byte[] shades = ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData();
            page = new GreyPicture(drawn.getWidth(), drawn.getHeight(), 200, shades);
        }
    }

    private static List<String> words(Recognizer engine) throws Exception {
        return engine.read(page, Recognizer.Layout.PAGE).stream()
                .flatMap(line -> line.words().stream())
                .map(Recognizer.Word::text)
                .toList();
    }

    @Test
    void wordsAreReadOffAPicture() throws Exception {
        String text = String.join(" ", words(bundled));
        assertTrue(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), text);
        assertTrue(text.contains("KẾ HOẠCH"), text);
    }

    @Test
    void theInstalledOneReadsNearlyTheSame() throws Exception {
        Optional<Recognizer> installed = Tesseract.find();
        assumeTrue(installed.isPresent(), "no tesseract with Vietnamese data (tesseract-ocr, tesseract-ocr-vie)");
        List<String> theirs = words(installed.get());
        List<String> missed = new ArrayList<>(theirs);
        words(bundled).forEach(missed::remove);
        assertTrue(
                missed.size() <= theirs.size() / 50, () -> "only the installed one, whatever its version: " + missed);
        assertNotEquals(
                installed.get().identity(), bundled.identity(), "what is kept of one is not taken for the other's");
    }

    /** As where a fault of a native library ends it. */
    @Test
    void theEndOfItsProcessIsTheEndOfOnePicture() throws Exception {
        CompletableFuture<List<String>> reading = CompletableFuture.supplyAsync(() -> {
            try {
                return words(bundled);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        Until.holds("the end of the reading", () -> {
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            return reading.isDone();
        });
        ExecutionException failed = assertThrows(ExecutionException.class, reading::get);
        assertInstanceOf(Recognizer.Unrecognised.class, failed.getCause());
        assertTrue(words(bundled).contains("HOẠCH"));
    }
}
