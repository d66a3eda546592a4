package org.planlint.extract.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.planlint.extract.ocr.PageReading.Line;
import org.planlint.extract.ocr.PageReading.Rule;
import org.planlint.extract.ocr.PageReading.Word;
import org.planlint.extract.ocr.Recognizer.Unrecognised;
import org.planlint.text.Paragraph;

/**
 * Reads the picture of a page: coloured ink is dropped, letters are read at 200 dots an inch, at which the engine errs
 * least, and drawn lines found at 300.
 */
public final class PageRecognition {
    /** At which pages are to be drawn for it. */
    public static final int DOTS_PER_INCH = 300;
    /** Raised with each change of what comes out of the same picture. */
    private static final int EDITION = 5;
    /** The back of a leaf has less ink. */
    private static final double BLANK = 0.0004;
    /** Pictures as fine as this are read at two thirds of it. */
    private static final int FINE = 250;
    /** Coarser ones are drawn finer. */
    private static final int COARSEST = 180;
    /** Lines that tell how the page slopes: how many, and of how many characters. */
    private static final int LINES_FOR_SLOPE = 5;

    private static final int LONG_LINE = 30;
    /** So many pages at the end may bear the signature. */
    private static final int SIGNED = 3;

    private final Supplier<Optional<Recognizer>> engines;
    private final PageCache cache;
    private final int mostPages;
    private final int atOnce;
    private final Semaphore free;
    /** Looked for when the first picture of a page comes: most runs see none. */
    private Optional<Recognizer> engine;

    /**
     * @param engines   finds the engine; asked once
     * @param cache     where readings are kept, or null for nowhere
     * @param mostPages of one file
     * @param atOnce    how many pages are read side by side
     */
    public PageRecognition(Supplier<Optional<Recognizer>> engines, PageCache cache, int mostPages, int atOnce) {
        this.engines = engines;
        this.cache = cache;
        this.mostPages = mostPages;
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
    }

    /** How many pages are read side by side. */
    public int atOnce() {
        return atOnce;
    }

    /** Those of a file's pages that are to be read: the first, on which its head stands, the last, which are signed, then the others. */
    public <T> List<T> chosen(List<T> pages) {
        if (pages.size() <= mostPages) {
            return pages;
        }
        int tail = Math.max(1, pages.size() - SIGNED);
        List<T> byUse = new ArrayList<>(pages.subList(0, 1));
        byUse.addAll(pages.subList(tail, pages.size()));
        byUse.addAll(pages.subList(1, tail));
        return byUse.subList(0, mostPages);
    }

    private synchronized Optional<Recognizer> engine() {
        engine = engine != null ? engine : engines.get();
        return engine;
    }

    /** Whether there is an engine. */
    public boolean isAvailable() {
        return engine().isPresent();
    }

    /** Draws a page as it is to be read. */
    public interface Picture {
        /** @throws Unrecognised if what would be drawn is not the page */
        BufferedImage draw(int dotsPerInch) throws IOException, Unrecognised;

        /** As near to {@value #DOTS_PER_INCH} as its size allows. */
        int dotsPerInch();

        /** The dots on an inch that its scanner took; 0 where that is not known. */
        int scannedAt();

        /** The cells of the tables that these drawn lines make, in points. */
        List<Paragraph.Box> cells(List<Rule> rules);
    }

    /** Names all that a reading depends on beside the picture. */
    public String identity() {
        return engine().map(found -> ofPage() + " " + mostPages).orElse("");
    }

    /** Names all that what is recognised on a page depends on. */
    private String ofPage() {
        return EDITION + " " + engine().orElseThrow().identity();
    }

    /**
     * The page's reading by an engine that is available; it is drawn only where none is kept.
     *
     * @param sha256 of the file
     * @param begun  told when the page is about to be drawn and read
     */
    public PageReading read(String sha256, int page, Picture picture, Runnable begun)
            throws IOException, Unrecognised, InterruptedException {
        PageReading kept = cache == null ? null : cache.recall(sha256, page, ofPage());
        if (kept != null) {
            return kept;
        }
        free.acquire();
        try {
            begun.run();
            PageReading reading = read(picture);
            if (cache != null) {
                cache.keep(sha256, page, ofPage(), reading);
            }
            return reading;
        } finally {
            free.release();
        }
    }

    private PageReading read(Picture page) throws IOException, Unrecognised, InterruptedException {
        Recognizer reader = engine().orElseThrow();
        int dotsPerInch = page.dotsPerInch();
        BufferedImage picture = page.draw(dotsPerInch);
        GreyPicture print = GreyPicture.withoutColours(picture, dotsPerInch);
        Ink ink = Ink.of(GreyPicture.of(picture, dotsPerInch));
        if (ink.share() < BLANK) {
            return new PageReading(
                    points(ink, ink.width), points(ink, ink.height), 0, 0, List.of(), List.of(), ink.map());
        }
        int readAt = readAt(page, print);
        BufferedImage coarse = readAt == 0 ? null : page.draw(readAt);
        GreyPicture small = small(print, coarse, readAt, GreyPicture::withoutColours);
        Upright upright = Upright.of(reader, small, dotsPerInch);
        print = print.turned(upright.quarters());
        small = small.turned(upright.quarters());
        ink = ink.turned(upright.quarters());
        Ink black = Ink.of(print);
        Straight straight = Straight.of(slope(upright.lines()), print.width(), print.height());
        List<Rule> rules = RuledLines.find(black.straightened(straight));
        List<Recognizer.Line> lines =
                TableCells.read(reader, print, straight, page.cells(rules), rules, upright.lines());
        lines = Figures.read(reader, print, lines);
        lines = SignatureZone.read(reader, print, lines, () -> {
            GreyPicture bare = GreyPicture.ofPrint(picture, dotsPerInch);
            return Stream.of(bare, small(bare, coarse, readAt, GreyPicture::ofPrint))
                    .map(one -> one.turned(upright.quarters()))
                    .toList();
        });
        lines = ColouredFigures.doubted(
                GreyPicture.ofColours(picture, dotsPerInch).turned(upright.quarters()), ink, lines);
        lines = RomanNumerals.counted(black, lines);
        return new PageReading(
                points(ink, ink.width),
                points(ink, ink.height),
                upright.quarters() * 90,
                straight.slope(),
                straightened(lines, straight, 72.0 / dotsPerInch),
                rules,
                ink.straightened(straight).map());
    }

    /**
     * At which letters are read: as the page was scanned, if that is near to what the engine errs least at, since dots that are
     * blown up and shrunk again are neither black nor white; 0 where they are read at two thirds of a fine one, or as it is.
     */
    private static int readAt(Picture page, GreyPicture print) {
        int dotsPerInch = page.scannedAt();
        return dotsPerInch <= 0 || dotsPerInch >= FINE || print.dotsPerInch() < FINE
                ? 0
                : Math.max(dotsPerInch, COARSEST);
    }

    private static GreyPicture small(
            GreyPicture fine,
            BufferedImage coarse,
            int dotsPerInch,
            BiFunction<BufferedImage, Integer, GreyPicture> grey) {
        if (coarse != null) {
            return grey.apply(coarse, dotsPerInch);
        }
        return fine.dotsPerInch() >= FINE ? fine.atTwoThirds() : fine;
    }

    private static double points(Ink ink, int pixels) {
        return pixels * 72.0 / ink.dotsPerInch();
    }

    /** By how much most long lines fall for each pixel to the right; 0 where too few are there to tell. */
    private static double slope(List<Recognizer.Line> lines) {
        List<Double> slopes = lines.stream()
                .filter(line -> line.length() > LONG_LINE)
                .map(Recognizer.Line::slope)
                .sorted()
                .toList();
        return slopes.size() < LINES_FOR_SLOPE ? 0 : slopes.get(slopes.size() / 2);
    }

    private static List<Line> straightened(List<Recognizer.Line> lines, Straight straight, double points) {
        List<Line> level = new ArrayList<>();
        for (Recognizer.Line line : lines) {
            List<Word> words = new ArrayList<>();
            for (Recognizer.Word word : line.words()) {
                double middle = word.middle();
                double baseline = line.baselineAt(middle);
                double half = (word.right() - word.left()) / 2;
                double x = straight.x(middle, baseline);
                words.add(new Word(
                        word.text(),
                        (x - half) * points,
                        (x + half) * points,
                        straight.y(middle, baseline) * points,
                        word.confidence()));
            }
            level.add(new Line(words, line.size() * points));
        }
        return level;
    }
}
