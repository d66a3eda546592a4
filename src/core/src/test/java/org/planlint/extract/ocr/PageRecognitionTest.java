package org.planlint.extract.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.extract.ocr.PageReading.Rule;
import org.planlint.text.Paragraph;

/** What is asked of an engine, and how its answer becomes a page; the engine is a pretended one. */
class PageRecognitionTest {
    private static final String PARAGRAPH = "Căn cứ nhiệm vụ được giao, phòng Nội vụ lập kế hoạch kiểm tra";

    /** Reads a page with the ink at its upper left; has nothing to say of one that lies otherwise. */
    private static final class Pretended implements Recognizer {
        private final List<String> asked = new ArrayList<>();

        @Override
        public String identity() {
            return "pretended";
        }

        @Override
        public List<Line> read(GreyPicture picture, Layout layout) {
            asked.add(layout + " " + picture.width() + "x" + picture.height() + " at " + picture.dotsPerInch());
            boolean upright = picture.height() > picture.width() && picture.shade(200, 200) == 0;
            return upright
                    ? IntStream.range(0, 6)
                            .mapToObj(i -> new Line(
                                    List.of(new Word(PARAGRAPH, 200, 180 + i * 30, 1400, 205 + i * 30, 96)),
                                    200 + i * 30 - 2,
                                    0.01,
                                    27))
                            .toList()
                    : List.of();
        }
    }

    private static PageRecognition.Picture page(BufferedImage picture) {
        return page(picture, 300);
    }

    private static PageRecognition.Picture page(BufferedImage picture, int scannedAt) {
        return new PageRecognition.Picture() {
            @Override
            public BufferedImage draw(int dotsPerInch) {
                if (dotsPerInch == 300) {
                    return picture;
                }
                int width = picture.getWidth() * dotsPerInch / 300;
                int height = picture.getHeight() * dotsPerInch / 300;
                BufferedImage coarse = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                coarse.createGraphics().drawImage(picture, 0, 0, width, height, null);
                return coarse;
            }

            @Override
            public int scannedAt() {
                return scannedAt;
            }

            @Override
            public int dotsPerInch() {
                return 300;
            }

            @Override
            public List<Paragraph.Box> cells(List<Rule> rules) {
                return List.of();
            }
        };
    }

    private static BufferedImage typed() {
        return new Drawn(2480, 3508)
                .box(290, 290, 60, 60)
                .box(500, 290, 1500, 40)
                .picture();
    }

    private static PageRecognition by(Recognizer engine, PageCache cache) {
        return new PageRecognition(() -> Optional.of(engine), cache, 5, 1);
    }

    @Test
    void lettersAreReadAtTwoHundredAndPlacedInPoints() throws Exception {
        Pretended engine = new Pretended();
        PageReading reading = by(engine, null).read("a", 1, page(typed()), () -> {});
        assertEquals(List.of("PAGE 1653x2338 at 200"), engine.asked);
        assertEquals(0, reading.turn());
        assertEquals(595.2, reading.width(), 0.1);
        assertEquals(0.01, reading.slope());
        List<Double> baselines = reading.lines().stream()
                .map(line -> line.words().get(0).baseline())
                .toList();
        assertEquals(10.8, baselines.get(1) - baselines.get(0), 0.01, "made level, and as far apart as they were");
    }

    /** Shrunk or blown up, dots lose their edges. */
    @Test
    void lettersOfACoarseScanAreReadAsItWasScanned() throws Exception {
        for (int[] scanned : new int[][] {{240, 240}, {150, 180}, {600, 200}, {0, 200}}) {
            Pretended engine = new Pretended();
            PageReading reading = by(engine, null).read("a", 1, page(typed(), scanned[0]), () -> {});
            assertEquals(
                    " at " + scanned[1],
                    engine.asked.get(0).substring(engine.asked.get(0).indexOf(" at")));
            assertEquals(595.2, reading.width(), 0.1);
        }
    }

    @Test
    void aPageOnItsSideIsTurned() throws Exception {
        BufferedImage typed = typed();
        BufferedImage onItsSide = new BufferedImage(3508, 2480, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 3508; y++) {
            for (int x = 0; x < 2480; x++) {
                onItsSide.setRGB(y, 2479 - x, typed.getRGB(x, y));
            }
        }
        PageReading reading = by(new Pretended(), null).read("a", 1, page(onItsSide), () -> {});
        assertEquals(90, reading.turn());
        assertEquals(595.2, reading.width(), 0.1);
        assertEquals(6, reading.lines().size());
    }

    @Test
    void theBackOfALeafIsNotRead() throws Exception {
        Pretended engine = new Pretended();
        PageReading reading = by(engine, null)
                .read("a", 1, page(new Drawn(2480, 3508).box(900, 900, 3, 3).picture()), () -> {});
        assertEquals(List.of(), engine.asked);
        assertEquals(List.of(), reading.lines());
    }

    @Test
    void whatWasRecognisedOnceIsNotRecognisedAgain(@TempDir Path folder) throws Exception {
        Pretended engine = new Pretended();
        PageCache cache = new PageCache(folder);
        PageReading first = by(engine, cache).read("abc", 1, page(typed()), () -> {});
        engine.asked.clear();
        PageReading again = by(engine, cache).read("abc", 1, page(null), () -> {});
        assertEquals(List.of(), engine.asked);
        assertEquals(first.lines(), again.lines());
        by(engine, cache).read("abd", 1, page(typed()), () -> {});
        assertFalse(engine.asked.isEmpty(), "another file");
    }

    @Test
    void ofTooManyPagesTheHeadAndTheSignatureComeFirst() {
        PageRecognition recognition = by(new Pretended(), null);
        assertEquals(List.of(1, 2, 3), recognition.chosen(List.of(1, 2, 3)));
        assertEquals(List.of(1, 7, 8, 9, 2), recognition.chosen(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9)));
    }
}
