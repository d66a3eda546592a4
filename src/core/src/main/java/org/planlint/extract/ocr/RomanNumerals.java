package org.planlint.extract.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Word;

/**
 * Roman numbers at the head of a line by the strokes of which they are made: engines read "H." and "HI." where "II." and
 * "III." stand, or leave a stroke out.
 */
final class RomanNumerals {
    /** What engines make of one; a figure alone is none. */
    private static final Pattern READ =
            Pattern.compile("([IVXHNTLl1|!\\]\\[iM]{1,6})([.,:)/]?)((?<=[.:])\\p{Lu}{2,}\\P{L}?)?");

    /** "%": what engines may make of strokes too. */
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\d\\s]{1,3}");

    private static final int MOST_STROKES = 3;

    /** Letters that no Roman number has: with one of them it is a number only where its mark follows. */
    private static final Pattern NO_NUMERAL = Pattern.compile("[^IVX]");

    private static final Pattern HAS_ROMAN = Pattern.compile("[IVXHL]");
    private static final Pattern NO_BROAD = Pattern.compile("[^VX]");
    private static final Pattern NUMERAL = Pattern.compile("X{0,3}(?:IX|IV|V?I{0,3})");
    /** What is lower, as a share of the highest stroke, is a dot or a speck. */
    private static final double STROKE = 0.6;
    /** Strokes are counted between these shares of the height, where serifs do not join them. */
    private static final double FROM = 0.25;

    private static final double TO = 0.75;
    /** A piece broader than this share of its height is more than one upright stroke. */
    private static final double BROAD = 0.55;
    /** So many strokes of a V or X a row crosses. */
    private static final int STROKES_OF_BROAD = 2;
    /** A mark behind the number is lower than this share of its strokes. */
    private static final double MARK = 0.45;
    /** So near before the number, as a share of its height, stands a stroke of it that the engine left out. */
    private static final double NEAR = 0.45;
    /** A single stroke is no broader than this share of its height. */
    private static final double THIN = 0.4;

    private RomanNumerals() {}

    /** @param black the picture that the lines stand on, as it is */
    static List<Line> counted(Ink black, List<Line> lines) {
        List<Line> read = new ArrayList<>();
        for (Line line : lines) {
            Word first = line.words().get(0);
            String numeral = line.words().size() < 2
                    ? null
                    : numeral(black, first, line.words().get(1));
            if (numeral == null) {
                read.add(line);
            } else {
                List<Word> words = new ArrayList<>(line.words());
                words.set(0, first.reading(numeral, Math.max(first.confidence(), Figures.SURE)));
                read.add(line.with(words));
            }
        }
        return read;
    }

    /** What a word says as a number, by the one behind it; null where it is none. */
    private static String numeral(Ink black, Word word, Word behind) {
        return SIGN.matcher(word.text()).matches() ? ofSign(black, word, behind) : numeral(black, word);
    }

    /** Two or three strokes and their mark that were read as a sign, as high as the word behind them; else null. */
    private static String ofSign(Ink black, Word sign, Word behind) {
        // A sign may be read of two lines.
        Word word = new Word(sign.text(), sign.left(), behind.top(), sign.right(), behind.bottom(), 0);
        List<int[]> pieces = strokes(black, word, false);
        double high = (behind.bottom() - behind.top()) * STROKE;
        int strokes = 0;
        for (int[] piece : pieces) {
            // Serifs join them.
            int more = isBroad(piece) ? strokes(black, piece) : 1;
            if (height(piece) <= high || isBroad(piece) && more < 2) {
                return null;
            }
            strokes += more;
        }
        boolean told = strokes > 1 && strokes <= MOST_STROKES && isMarked(black, word, pieces);
        return told ? "I".repeat(strokes) + "." : null;
    }

    /** With its mark; null where it is none, or its strokes do not tell. */
    private static String numeral(Ink black, Word word) {
        Matcher read = READ.matcher(word.text());
        if (!read.matches() || !HAS_ROMAN.matcher(read.group(1)).find()) {
            return null;
        }
        boolean glued = read.group(3) != null;
        List<int[]> pieces = strokes(black, word, glued);
        String mark = read.group(2).isEmpty() && isMarked(black, word, pieces) ? "." : read.group(2);
        if (mark.isEmpty() && NO_NUMERAL.matcher(read.group(1)).find()) {
            return null;
        }
        String broad = NO_BROAD.matcher(read.group(1)).replaceAll("");
        StringBuilder numeral = new StringBuilder();
        int seen = 0;
        for (int[] piece : pieces) {
            if (!isBroad(piece)) {
                numeral.append('I');
                continue;
            }
            int strokes = strokes(black, piece);
            if (seen < broad.length()) {
                String joined = joined(read.group(1), broad.charAt(seen++), strokes - STROKES_OF_BROAD);
                if (joined == null) {
                    return null;
                }
                numeral.append(joined);
            } else if (strokes > 1) {
                numeral.append("I".repeat(strokes));
            } else {
                return null;
            }
        }
        boolean told = numeral.length() > 0
                && seen == broad.length()
                && NUMERAL.matcher(numeral).matches();
        return told ? numeral + mark + (glued ? read.group(3) : "") : null;
    }

    /** Whether a mark that the engine left out stands at the foot of the last stroke. */
    private static boolean isMarked(Ink black, Word word, List<int[]> strokes) {
        if (strokes.isEmpty()) {
            return false;
        }
        int[] last = strokes.get(strokes.size() - 1);
        double reach = height(last) * NEAR;
        Word behind = new Word("", last[1], word.top(), last[1] + reach, word.bottom(), 0);
        List<int[]> pieces = pieces(black, behind, last[1]);
        return !pieces.isEmpty()
                && pieces.get(0)[2] > last[3] - height(last) * MARK
                && pieces.get(0)[1] < last[1] + reach;
    }

    /** A V or X, and strokes that its serifs join to it, on the side where the engine saw any; null where that is not told. */
    private static String joined(String read, char broad, int strokes) {
        if (strokes <= 0) {
            return String.valueOf(broad);
        }
        boolean before = read.charAt(0) != broad;
        boolean behind = read.charAt(read.length() - 1) != broad;
        String more = "I".repeat(strokes);
        return before == behind ? null : before ? more + broad : broad + more;
    }

    /** The number's pieces: those as high as the highest, nearly, and a stroke before that is as high as they are. */
    private static List<int[]> strokes(Ink black, Word word, boolean glued) {
        int reach = (int) (word.bottom() - word.top());
        List<int[]> pieces = pieces(black, word, Math.max(0, (int) word.left() - reach));
        List<int[]> before = new ArrayList<>(pieces);
        before.removeIf(piece -> piece[1] > word.left() + 1);
        List<int[]> own = new ArrayList<>(pieces.subList(before.size(), pieces.size()));
        if (glued) {
            int first = own.isEmpty() ? 0 : height(own.get(0));
            int mark = 0;
            while (mark < own.size() && height(own.get(mark)) > first * MARK) {
                mark++;
            }
            own = own.subList(0, mark);
        }
        int highest = own.stream().mapToInt(RomanNumerals::height).max().orElse(0);
        List<int[]> strokes = new ArrayList<>(own);
        for (int i = before.size() - 1; i >= 0 && !own.isEmpty(); i--) {
            int[] piece = before.get(i);
            int gap = strokes.get(0)[0] - piece[1];
            boolean stroke = height(piece) > highest * (1 - (1 - STROKE) / 2)
                    && piece[1] - piece[0] <= height(piece) * THIN
                    && gap <= highest * NEAR;
            if (!stroke) {
                break;
            }
            strokes.add(0, piece);
        }
        strokes.removeIf(piece -> height(piece) < highest * STROKE);
        return strokes;
    }

    /** Whether it is more than one stroke. */
    private static boolean isBroad(int[] piece) {
        return piece[1] - piece[0] > height(piece) * BROAD;
    }

    private static int height(int[] piece) {
        return piece[3] - piece[2];
    }

    /** Pieces of ink from {@code left} on that columns without ink part, as {left, right, top, bottom}. */
    private static List<int[]> pieces(Ink black, Word word, int left) {
        int top = (int) word.top();
        int bottom = (int) Math.ceil(word.bottom());
        List<int[]> pieces = new ArrayList<>();
        int[] open = null;
        for (int x = left; x <= Math.ceil(word.right()); x++) {
            int first = -1;
            int last = -1;
            for (int y = top; y < bottom; y++) {
                if (x < word.right() && black.isBlack(x, y)) {
                    first = first < 0 ? y : first;
                    last = y;
                }
            }
            if (first < 0) {
                open = null;
            } else if (open == null) {
                open = new int[] {x, x + 1, first, last + 1};
                pieces.add(open);
            } else {
                open[1] = x + 1;
                open[2] = Math.min(open[2], first);
                open[3] = Math.max(open[3], last + 1);
            }
        }
        return pieces;
    }

    /** How many upright strokes most rows cross. */
    private static int strokes(Ink black, int[] piece) {
        int height = piece[3] - piece[2];
        int[] rows = new int[8];
        for (int y = piece[2] + (int) (height * FROM); y < piece[2] + height * TO; y++) {
            int crossed = 0;
            boolean before = false;
            for (int x = piece[0]; x < piece[1]; x++) {
                boolean here = black.isBlack(x, y);
                crossed += here && !before ? 1 : 0;
                before = here;
            }
            rows[Math.min(crossed, rows.length - 1)]++;
        }
        int most = 0;
        for (int i = 1; i < rows.length; i++) {
            most = rows[i] > rows[most] ? i : most;
        }
        return most;
    }
}
