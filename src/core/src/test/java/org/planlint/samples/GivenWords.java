package org.planlint.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.extract.ocr.GreyPicture;
import org.planlint.extract.ocr.Recognizer;

/**
 * Reads the same lines off every picture: what is done with recognised words can be tested without an engine. The first line
 * stands {@value #FIRST} points below the upper edge, the others {@value #APART} points apart.
 *
 * @param slope by how much lines fall for each dot to the right
 */
public record GivenWords(List<String> lines, double slope) implements Recognizer {
    public static final int FIRST = 100;
    public static final int APART = 40;
    private static final int LEFT = 60;
    private static final int LETTER = 5;
    private static final int GAP = 3;
    private static final int ABOVE = 9;
    private static final int BELOW = 3;
    private static final int SURE = 96;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Override
    public String identity() {
        return "given words";
    }

    @Override
    public List<Line> read(GreyPicture picture, Layout layout) {
        if (layout != Layout.PAGE) {
            return List.of();
        }
        double dot = picture.dotsPerInch() / 72.0;
        List<Line> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double base = (FIRST + i * APART) * dot;
            List<Word> words = new ArrayList<>();
            double x = LEFT * dot;
            for (String word : SPACES.split(lines.get(i))) {
                double right = x + word.length() * LETTER * dot;
                double at = base + slope * x;
                words.add(new Word(word, x, at - ABOVE * dot, right, at + BELOW * dot, SURE));
                x = right + GAP * dot;
            }
            read.add(new Line(words, base, slope, (ABOVE + BELOW) * dot));
        }
        return read;
    }
}
