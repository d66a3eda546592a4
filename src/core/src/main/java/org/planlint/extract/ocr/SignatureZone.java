package org.planlint.extract.ocr;

import java.util.ArrayList;
import java.util.List;
import org.planlint.extract.ocr.Recognizer.Layout;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Unrecognised;
import org.planlint.extract.ocr.Recognizer.Word;
import org.planlint.text.NormalText;
import org.planlint.words.FixedWords;

/**
 * The part of a page where its signatory stands, right of the recipients, is read once more for words anywhere: stamps and
 * pens lie over it, and one reading finds what the other misses.
 */
final class SignatureZone {
    /** The label may lack a letter or have a speck. */
    private static final int LONGEST_LABEL = 18;
    /** A word of the second reading with less is a stroke of the pen. */
    private static final int LEAST = 60;
    /** By so much surer takes the place of the first. */
    private static final int SURER = 15;

    private SignatureZone() {}

    static List<Line> read(Recognizer engine, GreyPicture picture, List<Line> lines)
            throws Unrecognised, InterruptedException {
        Word label = label(lines, picture.width());
        if (label == null) {
            return lines;
        }
        int left = picture.width() * 2 / 5;
        int top = (int) Math.max(0, label.top() - 3 * (label.bottom() - label.top()));
        GreyPicture zone = GreyPicture.blank(picture.width() - left, picture.height() - top, picture.dotsPerInch());
        zone.put(picture, left, top, picture.width(), picture.height(), 0, 0);
        List<Line> again = engine.read(zone, Layout.SPARSE).stream()
                .map(line -> line.placed(1, left, top))
                .toList();
        return united(lines, again);
    }

    /** The first word of "Nơi nhận" at the left of the page. */
    private static Word label(List<Line> lines, int width) {
        for (Line line : lines) {
            StringBuilder start = new StringBuilder();
            for (Word word : line.words()) {
                if (word.right() < width / 2.0 && start.length() < LONGEST_LABEL) {
                    start.append(start.length() == 0 ? "" : " ").append(word.text());
                }
            }
            if (NormalText.fold(start.toString()).contains(FixedWords.RECIPIENTS)) {
                return line.words().get(0);
            }
        }
        return null;
    }

    private static List<Line> united(List<Line> first, List<Line> second) {
        List<Line> united = new ArrayList<>();
        for (Line line : first) {
            List<Word> words = new ArrayList<>();
            for (Word word : line.words()) {
                Word other = same(word, second);
                words.add(
                        other != null && other.confidence() >= word.confidence() + SURER
                                ? word.reading(other.text(), other.confidence())
                                : word);
            }
            united.add(line.with(words));
        }
        for (Line line : second) {
            List<Word> missed = line.words().stream()
                    .filter(word -> word.confidence() >= LEAST
                            && word.text().codePoints().anyMatch(Character::isLetter)
                            && first.stream().flatMap(l -> l.words().stream()).noneMatch(known -> touch(known, word)))
                    .toList();
            if (!missed.isEmpty()) {
                united.add(line.with(missed));
            }
        }
        return united;
    }

    private static Word same(Word word, List<Line> lines) {
        for (Line line : lines) {
            for (Word other : line.words()) {
                if (touch(word, other)
                        && Math.abs(word.left() - other.left()) < (word.right() - word.left()) * 0.2
                        && Math.abs(word.right() - other.right()) < (word.right() - word.left()) * 0.2) {
                    return other;
                }
            }
        }
        return null;
    }

    /** Whether the middle of one lies within the other. */
    private static boolean touch(Word a, Word b) {
        return within(a, b) || within(b, a);
    }

    private static boolean within(Word a, Word b) {
        double x = a.middle();
        double y = (a.top() + a.bottom()) / 2;
        return x > b.left() && x < b.right() && y > b.top() && y < b.bottom();
    }
}
