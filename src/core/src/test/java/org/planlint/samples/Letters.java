package org.planlint.samples;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the letters of a typed page stand, so that pen and stamp find their place. Frames are in points from the upper left. */
final class Letters extends PDFTextStripper {
    private record Letter(String text, double base, Rectangle2D frame) {}

    /** Letters on one line may be off it by this much. */
    private static final double UNEVEN = 4;

    private final List<Letter> letters = new ArrayList<>();
    /** Line by line, without spaces, and the frame of each character. */
    private final StringBuilder text = new StringBuilder();

    private final List<Rectangle2D> frames = new ArrayList<>();

    private Letters() {}

    /** @param page from 0 */
    static Letters of(PDDocument pdf, int page) throws IOException {
        Letters letters = new Letters();
        letters.setStartPage(page + 1);
        letters.setEndPage(page + 1);
        letters.getText(pdf);
        letters.sort();
        return letters;
    }

    /** A file may draw letters of one font first, and those of another between them afterwards. */
    private void sort() {
        letters.sort(Comparator.comparingLong((Letter letter) -> Math.round(letter.base / UNEVEN))
                .thenComparing(letter -> letter.frame.getX()));
        for (Letter letter : letters) {
            text.append(letter.text);
            letter.text.chars().forEach(c -> frames.add(letter.frame));
        }
    }

    @Override
    protected void processTextPosition(TextPosition p) {
        String letter = Normalizer.normalize(p.getUnicode().strip(), Normalizer.Form.NFC);
        double height = p.getFontSizeInPt();
        letters.add(new Letter(
                letter,
                p.getYDirAdj(),
                new Rectangle2D.Double(p.getXDirAdj(), p.getYDirAdj() - height, p.getWidthDirAdj(), height)));
    }

    /**
     * The frame of the first group where the pattern first matches the page's letters, which stand without spaces; of a
     * group that is empty the gap between its neighbours. Null where it does not match.
     */
    Rectangle2D find(Pattern pattern) {
        Matcher m = pattern.matcher(text);
        if (!m.find()) {
            return null;
        }
        Rectangle2D frame;
        if (m.start(1) == m.end(1)) {
            Rectangle2D before = frames.get(m.start(1) - 1);
            Rectangle2D behind = frames.get(m.end(1));
            frame = new Rectangle2D.Double(
                    before.getMaxX(), before.getY(), behind.getX() - before.getMaxX(), before.getHeight());
        } else {
            frame = (Rectangle2D) frames.get(m.start(1)).clone();
            frames.subList(m.start(1), m.end(1)).forEach(frame::add);
        }
        return frame;
    }

    /** The frame of these words, wherever they stand first; null where they do not. */
    Rectangle2D find(String words) {
        return find(Pattern.compile("(" + Pattern.quote(words.replace(" ", "")) + ")"));
    }
}
