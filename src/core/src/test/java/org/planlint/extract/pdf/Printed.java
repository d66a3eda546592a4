package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;
import org.planlint.extract.pdf.PdfGlyphs.Page;
import org.planlint.extract.pdf.PdfGlyphs.Rule;

/**
 * A page as a test prints it, in points from the upper left corner: every letter is half as wide as it is high, a space
 * leaves as much and is no character.
 */
final class Printed {
    static final double SIZE = 14;
    /** The edges between which a line of body text runs. */
    static final double LEFT = 85;

    static final double RIGHT = 540;

    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;

    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> stamps = new ArrayList<>();
    private final int number;
    private final boolean crosswise;

    Printed() {
        this(1);
    }

    Printed(int number) {
        this(number, false);
    }

    private Printed(int number, boolean crosswise) {
        this.number = number;
        this.crosswise = crosswise;
    }

    /** A page that lies crosswise, with the same margins: its lines are longer. */
    static Printed crosswise(int number) {
        return new Printed(number, true);
    }

    /** Words that begin at {@code x} on the baseline {@code y}. */
    Printed at(double x, double y, String words) {
        return print(x, y, SIZE, SIZE / 2, words, false);
    }

    Printed bold(double x, double y, String words) {
        return print(x, y, SIZE, SIZE / 2, words, true);
    }

    Printed sized(double size, double x, double y, String words) {
        return print(x, y, size, size / 2, words, false);
    }

    Printed centred(double y, String words) {
        return at((LEFT + RIGHT - words.length() * SIZE / 2) / 2, y, words);
    }

    /** Words that fill the line from {@code x} to the right edge of the text. */
    Printed full(double x, double y, String words) {
        double right = crosswise ? RIGHT + HEIGHT - WIDTH : RIGHT;
        return print(x, y, SIZE, (right - x) / words.length(), words, false);
    }

    private Printed print(double x, double y, double size, double width, String words, boolean bold) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) != ' ') {
                glyph(new Glyph(
                        words.substring(i, i + 1), number, x + i * width, y, width, size, "Serif", bold, false));
            }
        }
        return this;
    }

    Printed glyph(Glyph glyph) {
        glyphs.add(glyph);
        return this;
    }

    Printed rule(double x1, double y1, double x2, double y2) {
        rules.add(new Rule(x1, y1, x2, y2));
        return this;
    }

    /** The lines of a table that nothing is merged in, from edge to edge. */
    Printed table(double[] xs, double[] ys) {
        for (double y : ys) {
            rule(xs[0], y, xs[xs.length - 1], y);
        }
        for (double x : xs) {
            rule(x, ys[0], x, ys[ys.length - 1]);
        }
        return this;
    }

    Printed stamp(String words) {
        stamps.add(words);
        return this;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Rule> rules() {
        return rules;
    }

    List<PdfRow> rows() {
        return PdfRow.rows(glyphs);
    }

    /** The only row. */
    PdfRow row() {
        List<PdfRow> rows = rows();
        if (rows.size() != 1) {
            throw new AssertionError(
                    "not one row: " + rows.stream().map(PdfRow::text).toList());
        }
        return rows.get(0);
    }

    Page page() {
        double width = crosswise ? HEIGHT : WIDTH;
        return new Page(number, width, WIDTH + HEIGHT - width, glyphs, rules, stamps, 0, false, 0);
    }
}
