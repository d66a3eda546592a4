package org.planlint.extract.ocr;

import java.util.ArrayList;
import java.util.List;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Word;

/**
 * Figures in coloured ink were filled in by a pen or a stamp: engines are sure of what they make of them, and wrong as often as
 * right.
 */
final class ColouredFigures {
    /** Between its strongest and its weakest colour ink of pens differs by more, black that a scanner tinges by less. */
    private static final int COLOURED = 40;
    /** Nothing hangs on figures that are no surer. */
    private static final int UNSURE = 50;

    private ColouredFigures() {}

    /** @param colours by how much the colours of each dot differ */
    static List<Line> doubted(GreyPicture colours, Ink ink, List<Line> lines) {
        List<Line> doubted = new ArrayList<>();
        for (Line line : lines) {
            doubted.add(line.with(line.words().stream()
                    .map(word -> Figures.hasFigure(word) && isColoured(colours, ink, word)
                            ? word.reading(word.text(), Math.min(UNSURE, word.confidence()))
                            : word)
                    .toList()));
        }
        return doubted;
    }

    /** Whether most of its ink is. */
    private static boolean isColoured(GreyPicture colours, Ink ink, Word word) {
        int dark = 0;
        int coloured = 0;
        for (int y = (int) Math.max(0, word.top()); y < Math.min(ink.height, word.bottom()); y++) {
            for (int x = (int) Math.max(0, word.left()); x < Math.min(ink.width, word.right()); x++) {
                if (ink.isBlack(x, y)) {
                    dark++;
                    coloured += colours.shade(x, y) > COLOURED ? 1 : 0;
                }
            }
        }
        return coloured > dark / 2;
    }
}
