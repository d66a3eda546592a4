package org.planlint.extract.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.planlint.extract.ocr.PageReading;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.extract.ocr.Recognizer.Unrecognised;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;
import org.planlint.extract.pdf.PdfGlyphs.Page;
import org.planlint.extract.pdf.PdfGlyphs.Rule;
import org.planlint.extract.pdf.PdfGlyphs.Scan;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;
import org.planlint.text.RecognisedPage;
import org.planlint.text.Sha256;

/** Recognises pages of a pdf that are pictures, and gives them characters and drawn lines as if they had a text layer. */
final class PdfScans {
    /** Pages of more pixels are drawn coarser. */
    private static final double MOST_PIXELS = 24_000_000;
    /** Sizes of type within these shares of what most of the page has are no sizes of their own. */
    private static final double SMALLER = 0.86;

    private static final double LARGER = 1.3;
    /** Letters reach so far above and below the baseline, as shares of the size. */
    private static final double ABOVE = 1.0;

    private static final double BELOW = 0.3;

    /** Somebody else's reading is kept only if it has so many times as many words that can be read. */
    private static final double MUCH_BETTER = 1.05;
    /** How sure it is; nobody says. */
    private static final int THEIRS = 85;

    private final PDDocument pdf;
    private final byte[] file;
    private final PageRecognition recognition;
    private final ScanRenderer renderer;
    private volatile boolean undecoded;

    /** @param file the bytes of {@code pdf}: what is recognised is known by them */
    PdfScans(PDDocument pdf, byte[] file, PageRecognition recognition) {
        this.pdf = pdf;
        this.file = file;
        this.recognition = recognition;
        this.renderer = new ScanRenderer(pdf);
    }

    /**
     * The pages with what was recognised, by number; without those that the engine failed on.
     *
     * @param onPage told of each page that is about to be read
     */
    Map<Integer, Page> recognised(List<Page> pages, Runnable onPage) throws IOException, InterruptedException {
        // Not before there is something to recognise: of most files there is nothing, and they are large.
        String sha256 = Sha256.hex(file);
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(recognition.atOnce(), pages.size()), task -> {
            Thread thread = new Thread(task, "planlint-page");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Integer, Future<PageReading>> readings = new LinkedHashMap<>();
            for (Page page : pages) {
                Drawing drawing =
                        new Drawing(page.number() - 1, page.scan().finest().resolution());
                readings.put(
                        page.number(), threads.submit(() -> recognition.read(sha256, page.number(), drawing, onPage)));
            }
            Map<Integer, Page> recognised = new HashMap<>();
            for (Page page : pages) {
                try {
                    recognised.put(
                            page.number(),
                            better(page, readings.get(page.number()).get()));
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof Unrecognised)) {
                        throw new IOException(e.getCause());
                    }
                }
            }
            return recognised;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether a page stayed a picture because there is nothing here that knows how it is coded. */
    boolean isUndecoded() {
        return undecoded;
    }

    /** The page as it was recognised here, or as somebody else did where that is the better reading. */
    private Page better(Page page, PageReading reading) {
        Page ours = page(page, reading);
        if (!page.scan().hidden()
                || reading.turn() != 0
                || Letters.of(page).worth() <= Letters.of(ours).worth() * MUCH_BETTER) {
            return ours;
        }
        List<Glyph> theirs = page.glyphs().stream()
                .map(glyph -> new Glyph(
                        glyph.text(),
                        glyph.page(),
                        glyph.x(),
                        glyph.y(),
                        glyph.width(),
                        glyph.size(),
                        glyph.font(),
                        glyph.bold(),
                        glyph.italic(),
                        glyph.color(),
                        THEIRS))
                .toList();
        return new Page(
                page.number(),
                page.width(),
                page.height(),
                theirs,
                ours.rules(),
                page.stamps(),
                page.unmapped(),
                page.pictured(),
                page.turn(),
                ours.scan());
    }

    private final class Drawing implements PageRecognition.Picture {
        private final int index;
        private final int scannedAt;

        Drawing(int index, int scannedAt) {
            this.index = index;
            this.scannedAt = scannedAt;
        }

        @Override
        public BufferedImage draw(int dotsPerInch) throws IOException, Unrecognised {
            try {
                synchronized (renderer) {
                    return renderer.renderImageWithDPI(index, dotsPerInch, ImageType.RGB);
                }
            } catch (ScanRenderer.Undrawn e) {
                undecoded |= e.getCause() instanceof MissingImageReaderException;
                throw new Unrecognised(e.getMessage(), e);
            }
        }

        @Override
        public int scannedAt() {
            return scannedAt;
        }

        @Override
        public int dotsPerInch() {
            var box = pdf.getPage(index).getCropBox();
            double atOne = box.getWidth() * box.getHeight() / (72 * 72);
            return (int) Math.min(PageRecognition.DOTS_PER_INCH, Math.sqrt(MOST_PIXELS / atOne));
        }

        @Override
        public List<Paragraph.Box> cells(List<PageReading.Rule> drawn) {
            return PdfGrid.find(rules(drawn)).stream()
                    .flatMap(grid -> grid.cells().stream())
                    .toList();
        }
    }

    private static List<Rule> rules(List<PageReading.Rule> drawn) {
        return drawn.stream()
                .map(rule -> new Rule(rule.x1(), rule.y1(), rule.x2(), rule.y2()))
                .toList();
    }

    private Page page(Page page, PageReading reading) {
        List<Glyph> glyphs = new ArrayList<>();
        double usual = usualSize(reading);
        for (PageReading.Line line : reading.lines()) {
            double size = snapped(line.size(), usual);
            double end = Double.NaN;
            for (PageReading.Word word : line.words()) {
                if (word.left() > end) {
                    glyphs.add(glyph(" ", page.number(), end, word.left(), word, size));
                }
                spread(word, page.number(), size, glyphs);
                end = word.right();
            }
        }
        int turn = (pdf.getPage(page.number() - 1).getRotation() + reading.turn()) % 360;
        int own = glyphs.size();
        if (turn == page.turn()) {
            double sin = Math.sin(Math.atan(reading.slope()));
            page.glyphs().stream()
                    .skip(page.scan().own())
                    .map(glyph -> level(glyph, sin, reading))
                    .forEach(glyphs::add);
        }
        return new Page(
                page.number(),
                reading.width(),
                reading.height(),
                glyphs,
                rules(reading.rules()),
                page.stamps(),
                0,
                page.pictured(),
                turn,
                new Scan(
                        page.scan().pictures(),
                        own,
                        page.scan().hidden(),
                        summary(page.number(), reading, usual),
                        page.scan().finest()));
    }

    /** What an annotation shows goes with the lines that were made level. */
    private static Glyph level(Glyph glyph, double sin, PageReading reading) {
        return new Glyph(
                glyph.text(),
                glyph.page(),
                glyph.x() + (glyph.y() - reading.height() / 2) * sin,
                glyph.y() - (glyph.x() - reading.width() / 2) * sin,
                glyph.width(),
                glyph.size(),
                glyph.font(),
                glyph.bold(),
                glyph.italic(),
                glyph.color(),
                100);
    }

    /** The size of the middle one of all words. */
    private static double usualSize(PageReading reading) {
        List<Double> sizes = reading.lines().stream()
                .flatMap(line -> line.words().stream().map(word -> line.size()))
                .sorted()
                .toList();
        return sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
    }

    private static double snapped(double size, double usual) {
        return size >= usual * SMALLER && size <= usual * LARGER ? usual : size;
    }

    /** A word's letters share its width as type has them; boxes that engines give for letters overlap. */
    private static void spread(PageReading.Word word, int page, double size, List<Glyph> glyphs) {
        String text = Normalizer.normalize(word.text(), Normalizer.Form.NFC);
        int[] characters = text.codePoints().toArray();
        double whole = 0;
        for (int c : characters) {
            whole += breadth(c);
        }
        double x = word.left();
        for (int c : characters) {
            double right = x + (word.right() - word.left()) * breadth(c) / whole;
            glyphs.add(glyph(Character.toString(c), page, x, right, word, size));
            x = right;
        }
    }

    private static Glyph glyph(String text, int page, double x, double right, PageReading.Word word, double size) {
        return new Glyph(
                text,
                page,
                x,
                word.baseline(),
                right - x,
                size,
                null,
                false,
                false,
                null,
                Math.min(99, word.confidence()));
    }

    /** How broad a character is in most type, in thousandths of its size. */
    private static int breadth(int character) {
        char c = NormalText.fold(Character.toString(character)).charAt(0);
        boolean capital = Character.isUpperCase(character);
        return switch (c) {
            case 'I', 'J' -> capital ? 360 : 280;
            case 'L', 'T' -> capital ? 610 : 280;
            case 'F', 'R' -> capital ? 620 : 330;
            case 'S', 'E', 'C', 'A', 'Z' -> capital ? 640 : 430;
            case 'M', 'W' -> capital ? 900 : 760;
            case '.', ',', ':', ';', '!', '\'', '’', '|' -> 260;
            case '(', ')', '-', '/', '[', ']' -> 320;
            default -> capital ? 710 : 500;
        };
    }

    private static RecognisedPage summary(int page, PageReading reading, double usual) {
        List<Paragraph.Box> covers = new ArrayList<>();
        int words = 0;
        long sure = 0;
        for (PageReading.Line line : reading.lines()) {
            double size = snapped(line.size(), usual);
            for (PageReading.Word word : line.words()) {
                covers.add(new Paragraph.Box(
                        word.left(),
                        word.baseline() - size * ABOVE,
                        word.right() - word.left(),
                        size * (ABOVE + BELOW)));
                words++;
                sure += word.confidence();
            }
        }
        for (PageReading.Rule rule : reading.rules()) {
            covers.add(new Paragraph.Box(
                    rule.x1() - 2, rule.y1() - 2, rule.x2() - rule.x1() + 4, rule.y2() - rule.y1() + 4));
        }
        Paragraph.Box whole = new Paragraph.Box(0, 0, reading.width(), reading.height());
        int ink = reading.ink().cells(whole);
        int bare = ink == 0 ? 0 : reading.ink().cells(whole, covers);
        return new RecognisedPage(
                page,
                words,
                words == 0 ? 0 : (int) (sure / words),
                ink == 0 ? 1 : (ink - bare) / (double) ink,
                reading.ink(),
                reading.slope());
    }
}
