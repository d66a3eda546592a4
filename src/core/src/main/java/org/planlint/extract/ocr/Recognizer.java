package org.planlint.extract.ocr;

import java.util.List;

/** An engine that reads the text off the picture of a page. */
public interface Recognizer {
    /** How the text lies on the picture. */
    enum Layout {
        /** A page with its columns and blocks. */
        PAGE,
        /** Lines one below the other. */
        BLOCK,
        /** Words anywhere, such as those of a signature block with a stamp over it. */
        SPARSE
    }

    /** A word in pixels of the picture, with how sure the engine is of it, 0 to 100. */
    record Word(String text, double left, double top, double right, double bottom, int confidence) {
        double middle() {
            return (left + right) / 2;
        }

        Word reading(String other, int sure) {
            return new Word(other, left, top, right, bottom, sure);
        }

        /** In pixels {@code times} as small, and then so far to the right and down. */
        Word placed(double times, double dx, double dy) {
            return new Word(
                    text, left * times + dx, top * times + dy, right * times + dx, bottom * times + dy, confidence);
        }
    }

    /**
     * Words on one line, from left to right, in pixels of the picture.
     *
     * @param baseline the height of the baseline at {@code x} 0, from the top
     * @param slope    by how much the baseline falls for each pixel to the right
     * @param size     from the lowest to the highest that letters of the line reach
     */
    record Line(List<Word> words, double baseline, double slope, double size) {
        public Line {
            words = List.copyOf(words);
        }

        double baselineAt(double x) {
            return baseline + slope * x;
        }

        /** The number of its characters but for spaces. */
        int length() {
            return words.stream().mapToInt(word -> word.text().length()).sum();
        }

        Line with(List<Word> others) {
            return new Line(others, baseline, slope, size);
        }

        /** As {@link Word#placed}. */
        Line placed(double times, double dx, double dy) {
            return new Line(
                    words.stream().map(word -> word.placed(times, dx, dy)).toList(),
                    baseline * times + dy - slope * dx,
                    slope,
                    size * times);
        }
    }

    /** Names the engine, its data and its settings: what is recognised depends on nothing else but the picture. */
    String identity();

    /**
     * The lines of the picture in reading order, without those that stand on end.
     *
     * @throws Unrecognised         if the engine did not come to an end within its limits
     * @throws InterruptedException if nobody waits for it any more
     */
    List<Line> read(GreyPicture picture, Layout layout) throws Unrecognised, InterruptedException;

    /** A page that the engine failed on. */
    final class Unrecognised extends Exception {
        public Unrecognised(String detail, Throwable cause) {
            super(detail, cause);
        }
    }
}
