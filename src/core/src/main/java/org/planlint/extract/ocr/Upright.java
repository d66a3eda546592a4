package org.planlint.extract.ocr;

import java.util.List;
import org.planlint.extract.ocr.Recognizer.Layout;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Unrecognised;
import org.planlint.extract.ocr.Recognizer.Word;

/**
 * The first reading of a page, turned so that its text stands upright.
 *
 * @param quarters by how many quarters it was turned clockwise
 * @param lines    in pixels of the page as it was turned, at its full size
 */
record Upright(int quarters, List<Line> lines) {
    /** A word that is surer than this was read the right way up. */
    private static final int SURE = 80;
    /** A page with fewer letters of such words, or a smaller share of them, may lie on its side. */
    private static final int FEW = 60;

    private static final double SHARE = 0.5;
    /** As a share of the usual size of lines: no type is smaller. */
    private static final double TORN = 0.45;
    /** Upright first, then as scanners take pages most often. */
    private static final int[] TURNS = {0, 1, 3, 2};

    /**
     * @param picture     as letters are read best
     * @param dotsPerInch of the page at its full size
     */
    static Upright of(Recognizer engine, GreyPicture picture, int dotsPerInch)
            throws Unrecognised, InterruptedException {
        double times = dotsPerInch / (double) picture.dotsPerInch();
        Upright best = null;
        for (int quarters : TURNS) {
            Upright turned = read(engine, picture.turned(quarters), times, quarters);
            if (best == null || turned.sure() > best.sure()) {
                best = turned;
            }
            if (best.isClear()) {
                break;
            }
        }
        return best;
    }

    private static Upright read(Recognizer engine, GreyPicture picture, double times, int quarters)
            throws Unrecognised, InterruptedException {
        return new Upright(
                quarters,
                withoutMarks(engine.read(picture, Layout.PAGE)).stream()
                        .map(line -> line.placed(times, 0, 0))
                        .toList());
    }

    /** Without lines that are marks torn off the capitals below them: "- + ^" over "IV. TỔ CHỨC". */
    private static List<Recognizer.Line> withoutMarks(List<Recognizer.Line> lines) {
        double usual = lines.stream()
                .mapToDouble(Recognizer.Line::size)
                .sorted()
                .skip(lines.size() / 2)
                .findFirst()
                .orElse(0);
        return lines.stream()
                .filter(line -> line.size() > usual * TORN
                        || line.words().stream().anyMatch(word -> word.text().length() > 2))
                .toList();
    }

    /** How many letters stand in words that are sure. */
    private int sure() {
        return letters(SURE);
    }

    private boolean isClear() {
        return sure() >= FEW && sure() >= letters(0) * SHARE;
    }

    private int letters(int confidence) {
        return lines.stream()
                .flatMap(line -> line.words().stream())
                .filter(word -> word.confidence() >= confidence)
                .map(Word::text)
                .mapToInt(text ->
                        (int) text.codePoints().filter(Character::isLetter).count())
                .sum();
    }
}
