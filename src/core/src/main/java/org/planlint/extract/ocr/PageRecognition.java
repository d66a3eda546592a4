package org.planlint.extract.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.planlint.extract.ocr.PageReading.Line;
import org.planlint.extract.ocr.PageReading.Rule;
import org.planlint.extract.ocr.PageReading.Word;
import org.planlint.extract.ocr.Recognizer.Layout;
import org.planlint.extract.ocr.Recognizer.Unrecognised;

/**
 * Reads the picture of a page: coloured ink is dropped, letters are read at 200 dots an inch, at which the engine errs
 * least, and drawn lines found at 300.
 */
public final class PageRecognition {
    /** At which pages are to be drawn for it. */
    public static final int DOTS_PER_INCH = 300;
    /** Raised with each change of what comes out of the same picture. */
    private static final int EDITION = 1;
    /** Lines that tell how the page slopes: how many, and of how many characters. */
    private static final int LINES_FOR_SLOPE = 5;

    private static final int LONG_LINE = 30;

    private final Supplier<Optional<Recognizer>> engines;
    private final PageCache cache;
    /** Looked for when the first picture of a page comes: most runs see none. */
    private Optional<Recognizer> engine;

    /**
     * @param engines finds the engine; asked once
     * @param cache   where readings are kept, or null for nowhere
     */
    public PageRecognition(Supplier<Optional<Recognizer>> engines, PageCache cache) {
        this.engines = engines;
        this.cache = cache;
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
        /** As near to {@value #DOTS_PER_INCH} dots an inch as its size allows. */
        BufferedImage draw() throws IOException;

        /** Of the picture. */
        int dotsPerInch();
    }

    /** Names all that a reading depends on beside the picture. */
    public String identity() {
        return engine().map(found -> EDITION + " " + found.identity()).orElse("");
    }

    /**
     * The page's reading by an engine that is available; it is drawn only where none is kept.
     *
     * @param sha256 of the file
     */
    public PageReading read(String sha256, int page, Picture picture)
            throws IOException, Unrecognised, InterruptedException {
        PageReading kept = cache == null ? null : cache.recall(sha256, page, identity());
        if (kept != null) {
            return kept;
        }
        PageReading reading = read(picture.draw(), picture.dotsPerInch());
        if (cache != null) {
            cache.keep(sha256, page, identity(), reading);
        }
        return reading;
    }

    private PageReading read(BufferedImage picture, int dotsPerInch) throws Unrecognised, InterruptedException {
        GreyPicture print = GreyPicture.withoutColours(picture, dotsPerInch);
        GreyPicture small = dotsPerInch > 250 ? print.atTwoThirds() : print;
        List<Recognizer.Line> lines = engine().orElseThrow().read(small, Layout.PAGE);
        double slope = slope(lines);
        double points = 72.0 / dotsPerInch;
        List<Rule> rules = RuledLines.find(Ink.of(print, Straight.of(slope, print.width(), print.height())));
        Ink ink = Ink.of(
                GreyPicture.of(picture, dotsPerInch), Straight.of(slope, print.width(), print.height()));
        return new PageReading(
                picture.getWidth() * points,
                picture.getHeight() * points,
                slope,
                straightened(lines, Straight.of(slope, small.width(), small.height()), 72.0 / small.dotsPerInch()),
                rules,
                ink.map());
    }

    /** By how much most long lines fall for each pixel to the right; 0 where too few are there to tell. */
    private static double slope(List<Recognizer.Line> lines) {
        List<Double> slopes = lines.stream()
                .filter(line -> line.words().stream()
                                .mapToInt(word -> word.text().length())
                                .sum()
                        > LONG_LINE)
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
                double middle = (word.left() + word.right()) / 2;
                double baseline = line.baseline() + line.slope() * middle;
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
