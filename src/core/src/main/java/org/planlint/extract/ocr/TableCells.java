package org.planlint.extract.ocr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlint.extract.ocr.Collage.Part;
import org.planlint.extract.ocr.PageReading.Rule;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Unrecognised;
import org.planlint.extract.ocr.Recognizer.Word;
import org.planlint.text.Paragraph;

/**
 * Ruled tables are read again cell by cell, larger and without their lines, which engines take for letters. A cell keeps the
 * reading of which the engine is surer.
 */
final class TableCells {
    /** A second reading that is less sure by so much is still the better one: no line is in it. */
    private static final int BEHIND = 3;
    /** So far from a drawn line, in points, its ink may reach. */
    private static final double REACH = 1.4;

    private static final double SMALLEST = 6;

    private TableCells() {}

    /**
     * @param cells of the tables, and {@code rules} their lines, in points of the straight page
     */
    static List<Line> read(
            Recognizer engine,
            GreyPicture picture,
            Straight straight,
            List<Paragraph.Box> cells,
            List<Rule> rules,
            List<Line> lines)
            throws Unrecognised, InterruptedException {
        double dots = picture.dotsPerInch() / 72.0;
        List<Part> parts = new ArrayList<>();
        for (Paragraph.Box cell : cells) {
            if (cell.width() >= SMALLEST && cell.height() >= SMALLEST) {
                parts.add(part(cell, straight, dots));
            }
        }
        if (parts.isEmpty()) {
            return lines;
        }
        Map<Part, List<Line>> again = Collage.read(engine, without(rules, picture, straight, dots), parts);
        Map<Part, List<Word>> before = new LinkedHashMap<>();
        List<Line> settled = new ArrayList<>();
        for (Part part : parts) {
            before.put(part, new ArrayList<>());
        }
        for (Line line : lines) {
            for (Word word : line.words()) {
                Part home = home(word, parts);
                if (home != null) {
                    before.get(home).add(word);
                }
            }
        }
        parts.removeIf(part -> !isBetter(again.getOrDefault(part, List.of()), before.get(part)));
        for (Line line : lines) {
            List<Word> outside = line.words().stream()
                    .filter(word -> home(word, parts) == null)
                    .toList();
            if (!outside.isEmpty()) {
                settled.add(line.with(outside));
            }
        }
        for (Part part : parts) {
            for (Line line : again.get(part)) {
                settled.add(line.with(line.words().stream()
                        .map(word -> Figures.compared(word, before.get(part)))
                        .toList()));
            }
        }
        return settled;
    }

    /** The cell in the picture as it is: it is moved, not turned. */
    private static Part part(Paragraph.Box cell, Straight straight, double dots) {
        double x = (cell.x() + cell.width() / 2) * dots;
        double y = (cell.y() + cell.height() / 2) * dots;
        double middleX = straight.backX(x, y);
        double middleY = straight.backY(x, y);
        double halfWidth = cell.width() * dots / 2;
        double halfHeight = cell.height() * dots / 2;
        return new Part(
                (int) Math.max(0, middleX - halfWidth),
                (int) Math.max(0, middleY - halfHeight),
                (int) (middleX + halfWidth),
                (int) (middleY + halfHeight));
    }

    private static GreyPicture without(List<Rule> rules, GreyPicture picture, Straight straight, double dots) {
        GreyPicture bare = picture.copy();
        int reach = (int) Math.round(REACH * dots);
        for (Rule rule : rules) {
            double length = Math.max(rule.x2() - rule.x1(), rule.y2() - rule.y1()) * dots;
            for (int step = 0; step <= length; step++) {
                double x = (rule.x1() + (rule.x2() - rule.x1()) * step / length) * dots;
                double y = (rule.y1() + (rule.y2() - rule.y1()) * step / length) * dots;
                int middleX = (int) Math.round(straight.backX(x, y));
                int middleY = (int) Math.round(straight.backY(x, y));
                boolean level = rule.y1() == rule.y2();
                for (int off = -reach; off <= reach; off++) {
                    bare.whiten(level ? middleX : middleX + off, level ? middleY + off : middleY);
                }
            }
        }
        return bare;
    }

    private static Part home(Word word, List<Part> parts) {
        for (Part part : parts) {
            if (part.holds(word.middle(), (word.top() + word.bottom()) / 2)) {
                return part;
            }
        }
        return null;
    }

    private static boolean isBetter(List<Line> again, List<Word> before) {
        List<Word> words = again.stream().flatMap(line -> line.words().stream()).toList();
        return !words.isEmpty() && sure(words) >= sure(before) - BEHIND;
    }

    /** How sure the letters are on average. */
    private static double sure(List<Word> words) {
        double sum = 0;
        int letters = 0;
        for (Word word : words) {
            sum += (double) word.confidence() * word.text().length();
            letters += word.text().length();
        }
        return letters == 0 ? 0 : sum / letters;
    }
}
