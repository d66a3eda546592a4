package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;

/** The characters of a page, in the order in which they are drawn. One printed twice at one place, as a poor man's bold, is kept once. */
final class PdfLetters {
    private static final int MOST = 60_000;
    /** So near, in points, two are at one place. */
    private static final float NEAR = 0.8f;

    private final PdfColour colours;
    private final List<Letter> letters = new ArrayList<>();
    /** How far to the right each row has been printed: only what goes back can print a character twice. */
    private final Map<Integer, Float> reached = new HashMap<>();

    private int atRow = Integer.MIN_VALUE;
    private float atX = Float.NEGATIVE_INFINITY;
    private int unmapped;
    /** How many are drawn so that they are seen, and no picture of the page has come over them. */
    private int visible;

    PdfLetters(PdfColour colours) {
        this.colours = colours;
    }

    String colour(PDColor colour) {
        return colours.of(colour);
    }

    List<Letter> all() {
        return letters;
    }

    int size() {
        return letters.size();
    }

    /** Those behind the first {@code from}. */
    List<Letter> from(int from) {
        return letters.subList(from, letters.size());
    }

    /** Characters drawn whose meaning the file does not give. */
    int unmapped() {
        return unmapped;
    }

    void unmapped(int more) {
        unmapped += more;
    }

    /** Whether most cannot be seen. */
    boolean areHidden() {
        return visible * 2 < letters.size();
    }

    /** What has been drawn lies under a picture of the page. */
    void cover() {
        visible = 0;
    }

    /** Behind all others, wherever it stands. */
    void add(Letter letter) {
        letters.add(letter);
    }

    void print(Letter letter, boolean seen) {
        if (letter.text().isEmpty() || letters.size() >= MOST) {
            return;
        }
        float x = letter.x();
        int row = Math.round(letter.y());
        if (row != atRow) {
            reached.merge(atRow, atX, Math::max);
            atRow = row;
            atX = reached.getOrDefault(row, Float.NEGATIVE_INFINITY);
        }
        if (x >= atX || !isPrinted(letter)) {
            letters.add(letter);
            visible += seen ? 1 : 0;
        }
        atX = Math.max(atX, x + letter.width() * 0.3f);
    }

    private boolean isPrinted(Letter letter) {
        for (int i = letters.size() - 1; i >= 0; i--) {
            Letter other = letters.get(i);
            if (Math.abs(other.x() - letter.x()) < NEAR
                    && Math.abs(other.y() - letter.y()) < NEAR
                    && letter.text().equals(other.text())) {
                return true;
            }
        }
        return false;
    }
}
