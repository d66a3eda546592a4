package org.planlint.extract.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.TextLine;

/** Characters of a pdf page on one baseline, from left to right. */
final class PdfRow {
    /** How far letters reach above and below their baseline, as shares of the size. */
    private static final double ASCENT = 0.95;

    private static final double DESCENT = 0.25;
    /** Of letters that a file holds as such. */
    private static final int CERTAIN = 100;
    /** Letters that stand apart at least and at most so far, as shares of the size, are spaced out and one word. */
    private static final double LEAST_TRACKING = 0.15;

    private static final double MOST_TRACKING = 0.8;
    /** Fewer letters that stand apart may be columns. */
    private static final int LETTERS_SPACED_OUT = 5;

    private final List<Glyph> glyphs;
    private final double y;
    private final double size;
    /** How far the letters of a title that is spaced out stand apart beyond their own widths; 0 in other rows. */
    private final double tracking;

    private String text;
    private String folded;

    PdfRow(List<Glyph> glyphs) {
        this.glyphs = glyphs;
        glyphs.sort(Comparator.comparingDouble(Glyph::x));
        this.size = mainSize();
        this.y = baseline();
        this.tracking = tracking();
    }

    /** Gathers characters into rows, from the top of the page down. */
    static List<PdfRow> rows(List<Glyph> glyphs) {
        return withMarksJoined(onBaselines(glyphs));
    }

    /** Characters whose baselines lie closer than half their height stand in one row. */
    private static List<List<Glyph>> onBaselines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y));
        List<List<Glyph>> rows = new ArrayList<>();
        List<Glyph> row = null;
        double base = 0;
        double height = 0;
        for (Glyph glyph : sorted) {
            if (row == null || glyph.y() - base > 0.45 * Math.max(Math.min(height, glyph.size()), 6)) {
                row = new ArrayList<>();
                rows.add(row);
                base = glyph.y();
                height = glyph.size();
            }
            if (glyph.size() > height) {
                height = glyph.size();
                base = Math.max(base, glyph.y());
            }
            row.add(glyph);
        }
        return rows;
    }

    /** Raised marks, small and few, go back into the row right below them. */
    private static List<PdfRow> withMarksJoined(List<List<Glyph>> rows) {
        List<PdfRow> result = new ArrayList<>();
        PdfRow raised = null;
        for (List<Glyph> members : rows) {
            if (members.stream().allMatch(g -> g.text().isBlank())) {
                continue;
            }
            PdfRow next = new PdfRow(members);
            if (raised != null) {
                if (next.y - raised.y < next.size * 0.75 && raised.size < next.size * 0.85) {
                    members.addAll(raised.glyphs);
                    next = new PdfRow(members);
                } else {
                    result.add(raised);
                }
                raised = null;
            }
            if (next.text().length() <= 12) {
                raised = next;
            } else {
                result.add(next);
            }
        }
        if (raised != null) {
            result.add(raised);
        }
        return result;
    }

    private double mainSize() {
        double best = 0;
        double sum = 0;
        int count = 0;
        for (Glyph g : glyphs) {
            if (!g.text().isBlank()) {
                best = Math.max(best, g.size());
                sum += g.size();
                count++;
            }
        }
        return count == 0 ? 1 : Math.max(sum / count, best * 0.8);
    }

    private double baseline() {
        double lowest = 0;
        for (Glyph g : glyphs) {
            if (g.size() >= size * 0.8) {
                lowest = Math.max(lowest, g.y());
            }
        }
        return lowest;
    }

    private double tracking() {
        double least = Double.MAX_VALUE;
        int letters = 0;
        Glyph last = null;
        for (Glyph g : glyphs) {
            char c = g.text().charAt(0);
            if (g.text().isBlank() || Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (!Character.isLetter(c)) {
                return 0;
            }
            least = last == null ? least : Math.min(least, g.x() - last.right());
            letters++;
            last = g;
        }
        boolean spacedOut =
                letters >= LETTERS_SPACED_OUT && least > size * LEAST_TRACKING && least < size * MOST_TRACKING;
        return spacedOut ? least : 0;
    }

    double y() {
        return y;
    }

    double size() {
        return size;
    }

    double left() {
        for (Glyph g : glyphs) {
            if (!g.text().isBlank()) {
                return g.x();
            }
        }
        return 0;
    }

    double right() {
        for (int i = glyphs.size() - 1; i >= 0; i--) {
            if (!glyphs.get(i).text().isBlank()) {
                return glyphs.get(i).right();
            }
        }
        return 0;
    }

    double center() {
        return (left() + right()) / 2;
    }

    boolean bold() {
        int bold = 0;
        int all = 0;
        for (Glyph g : glyphs) {
            if (!g.text().isBlank()) {
                all++;
                bold += g.bold() ? 1 : 0;
            }
        }
        return bold * 2 > all;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    boolean isRecognised() {
        return glyphs.stream().anyMatch(glyph -> glyph.confidence() < CERTAIN);
    }

    /** The row's words, with a space where the characters leave one. */
    String text() {
        if (text == null) {
            StringBuilder out = new StringBuilder();
            write(out, null, null);
            text = out.toString();
        }
        return text;
    }

    /** The words in capitals without diacritics, however the file composes its letters. */
    String folded() {
        if (folded == null) {
            folded = NormalText.fold(Normalizer.normalize(text(), Normalizer.Form.NFC));
        }
        return folded;
    }

    double firstWordWidth() {
        double start = left();
        double end = start;
        for (Glyph g : glyphs) {
            if (g.text().isBlank() && g.x() > start) {
                break;
            }
            if (!g.text().isBlank()) {
                if (g.x() - end > size * 0.2 && end > start) {
                    break;
                }
                end = g.right();
            }
        }
        return end - start;
    }

    /** Appends the words to {@code out} and, where they are not null, the type of each stretch and where each character stands. */
    void write(StringBuilder out, List<Run> runs, List<TextLine> lines) {
        int lineStart = out.length();
        Edges edges = lines == null ? null : new Edges();
        Glyph last = null;
        boolean space = false;
        int runStart = out.length();
        Glyph face = null;
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph g = glyphs.get(i);
            if (g.text().isBlank()) {
                space = true;
                continue;
            }
            if (isNoteMark(i)) {
                continue;
            }
            if (last != null && g.x() - last.right() - tracking > size * (space ? 0.06 : 0.18)) {
                out.append(' ');
                if (edges != null) {
                    edges.add(last.right(), g.x(), g.confidence());
                }
            }
            if (runs != null && face != null && !sameFace(face, g)) {
                runs.add(run(runStart, out.length(), face));
                runStart = out.length();
            }
            face = face == null || !sameFace(face, g) ? g : face;
            out.append(g.text());
            if (edges != null) {
                edges.spread(g);
            }
            last = g;
            space = false;
        }
        if (runs != null && face != null && out.length() > runStart) {
            runs.add(run(runStart, out.length(), face));
        }
        if (edges != null && out.length() > lineStart) {
            lines.add(new TextLine(
                    lineStart,
                    glyphs.get(0).page(),
                    y - size * ASCENT,
                    y + size * DESCENT,
                    edges.left(),
                    edges.right(),
                    edges.confidence()));
        }
    }

    /** Left and right edges of the characters of a line as they are written, and how sure each is. */
    private static final class Edges {
        private float[] left = new float[80];
        private float[] right = new float[80];
        private byte[] confidence = new byte[80];
        private boolean recognised;
        private int count;

        void add(double from, double to, int sure) {
            if (count == left.length) {
                left = Arrays.copyOf(left, count * 2);
                right = Arrays.copyOf(right, count * 2);
                confidence = Arrays.copyOf(confidence, count * 2);
            }
            recognised |= sure < 100;
            confidence[count] = (byte) sure;
            left[count] = (float) from;
            right[count++] = (float) to;
        }

        /** A ligature's characters share its width. */
        void spread(Glyph glyph) {
            int length = glyph.text().length();
            for (int i = 0; i < length; i++) {
                add(
                        glyph.x() + glyph.width() * i / length,
                        glyph.x() + glyph.width() * (i + 1) / length,
                        glyph.confidence());
            }
        }

        float[] left() {
            return Arrays.copyOf(left, count);
        }

        float[] right() {
            return Arrays.copyOf(right, count);
        }

        byte[] confidence() {
            return recognised ? Arrays.copyOf(confidence, count) : null;
        }
    }

    /** A raised small number behind a word points to a note; behind "m" or a digit it is a power. */
    private boolean isNoteMark(int i) {
        Glyph g = glyphs.get(i);
        if (g.size() > size * 0.75
                || g.y() > y - size * 0.15
                || !Character.isDigit(g.text().charAt(0))) {
            return false;
        }
        for (int k = i - 1; k >= 0; k--) {
            Glyph before = glyphs.get(k);
            if (before.size() > size * 0.75) {
                String t = before.text();
                return !t.isBlank() && !t.equals("m") && !Character.isDigit(t.charAt(0));
            }
        }
        return false;
    }

    private static boolean sameFace(Glyph a, Glyph b) {
        return a.bold() == b.bold()
                && a.italic() == b.italic()
                && Math.abs(a.size() - b.size()) < 0.3
                && Objects.equals(a.font(), b.font())
                && Objects.equals(a.color(), b.color());
    }

    private static Run run(int start, int end, Glyph g) {
        return new Run(
                start,
                end,
                g.font(),
                (double) Math.round(g.size() * 10) / 10,
                g.bold(),
                g.italic(),
                false,
                g.color(),
                false,
                false);
    }

    /** The part left of {@code x}, or null if there is none. */
    PdfRow leftOf(double x) {
        return part(0, x);
    }

    PdfRow rightOf(double x) {
        return part(x, Double.MAX_VALUE);
    }

    private PdfRow part(double from, double to) {
        List<Glyph> kept = new ArrayList<>();
        boolean ink = false;
        for (Glyph g : glyphs) {
            double middle = g.x() + g.width() / 2;
            if (middle >= from && middle < to) {
                kept.add(g);
                ink |= !g.text().isBlank();
            }
        }
        return ink ? new PdfRow(kept) : null;
    }

    /**
     * The first gap between words whose right edge lies between the bounds, as {left, right}; null if none. A row that
     * is spaced out has none.
     */
    double[] firstGap(double fromX, double toX, double atLeast) {
        if (tracking > 0) {
            return null;
        }
        double end = Double.NaN;
        for (Glyph g : glyphs) {
            if (g.text().isBlank()) {
                continue;
            }
            if (!Double.isNaN(end) && g.x() - end >= atLeast && g.x() >= fromX && g.x() <= toX) {
                return new double[] {end, g.x()};
            }
            end = Double.isNaN(end) ? g.right() : Math.max(end, g.right());
        }
        return null;
    }

    /** The widest such gap. */
    double[] widestGap(double fromX, double toX, double atLeast) {
        if (tracking > 0) {
            return null;
        }
        double[] best = null;
        double end = Double.NaN;
        for (Glyph g : glyphs) {
            if (g.text().isBlank()) {
                continue;
            }
            double gap = g.x() - end;
            if (!Double.isNaN(end)
                    && gap >= atLeast
                    && g.x() >= fromX
                    && g.x() <= toX
                    && (best == null || gap > best[1] - best[0])) {
                best = new double[] {end, g.x()};
            }
            end = Double.isNaN(end) ? g.right() : Math.max(end, g.right());
        }
        return best;
    }
}
