package org.planlint.extract.ocr;

import java.util.List;
import org.planlint.text.InkMap;

/**
 * What was recognised on the picture of one page, in points from the upper left corner of the page, turned so that its text
 * stands upright and its lines run level.
 *
 * @param width  of the page
 * @param height of the page
 * @param turn   by how many degrees the picture was turned clockwise
 * @param slope  by how much lines fell for each point to the right before they were made level
 * @param lines  in reading order
 * @param rules  drawn lines
 * @param ink    of all colours
 */
public record PageReading(
        double width, double height, int turn, double slope, List<Line> lines, List<Rule> rules, InkMap ink) {
    public PageReading {
        lines = List.copyOf(lines);
        rules = List.copyOf(rules);
    }

    /** @param size the height of its type */
    public record Line(List<Word> words, double size) {
        public Line {
            words = List.copyOf(words);
        }
    }

    /**
     * @param baseline   from the top of the page
     * @param confidence how sure the engine is of it, 0 to 100
     */
    public record Word(String text, double left, double right, double baseline, int confidence) {}

    /** A drawn line, level or upright. */
    public record Rule(double x1, double y1, double x2, double y2) {}
}
