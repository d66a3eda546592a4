package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.planlint.text.Block;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.InkMap;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.RecognisedPage;
import org.planlint.text.TextLine;

/**
 * Draws documents as engines recognise them on the picture of a page: {57} is ink of a hand, [ ] a gap with ink that was
 * read as nothing, &lt;57&gt; read, but not surely.
 */
final class RecognisedPages {
    private static final double WIDTH = 6;
    private static final double PITCH = 24;
    private static final double LEFT = 60;
    private static final double TOP = 60;
    private static final int COLUMNS = 500;
    private static final int ROWS = 421;
    private static final int SURE = 96;
    private static final int UNSURE = 60;

    private final long[] bits = new long[COLUMNS * ROWS / 64 + 1];
    private final List<Block> blocks = new ArrayList<>();
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private RecognisedPages() {}

    /** @param lines one paragraph each */
    static Document draw(List<String> lines) {
        RecognisedPages page = new RecognisedPages();
        for (int i = 0; i < lines.size(); i++) {
            page.line(lines.get(i), TOP + i * PITCH);
        }
        return new Document(
                "page.pdf",
                "application/pdf",
                Set.of(Capability.TEXT, Capability.EVERY_PAGE, Capability.PAGES),
                page.blocks,
                page.paragraphs,
                List.of(new PageFormat(1, -1, COLUMNS * 2, ROWS * 2, null, null, null, null, null, null, null, null, false, 0)),
                List.of(),
                List.of(),
                List.of(new RecognisedPage(1, 100, SURE, 1, new InkMap(COLUMNS, ROWS, page.bits))),
                List.of(),
                List.of(),
                null);
    }

    private void line(String marked, double baseline) {
        StringBuilder text = new StringBuilder();
        byte[] confidence = new byte[marked.length()];
        char mark = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (mark == 0 && "{[<".indexOf(c) >= 0) {
                mark = c;
            } else if (mark != 0 && c == "}]>".charAt("{[<".indexOf(mark)) && !goesOn(marked, i, mark)) {
                mark = 0;
            } else {
                double x = LEFT + text.length() * WIDTH;
                if (mark == '{' || mark == '[') {
                    ink(x, baseline - 16, baseline + 5);
                } else if (c != ' ') {
                    ink(x, baseline - 8, baseline);
                }
                confidence[text.length()] = (byte) (mark == '<' ? UNSURE : SURE);
                text.append(c);
            }
        }
        float[] left = new float[text.length()];
        float[] right = new float[text.length()];
        for (int i = 0; i < left.length; i++) {
            left[i] = (float) (LEFT + i * WIDTH);
            right[i] = (float) (left[i] + WIDTH);
        }
        TextLine line = new TextLine(
                0, 1, baseline - 11, baseline + 3, left, right, java.util.Arrays.copyOf(confidence, text.length()));
        Paragraph paragraph = new Paragraph(
                paragraphs.size(),
                text.toString(),
                0,
                1,
                Place.BODY,
                null,
                Paragraph.Layout.UNKNOWN,
                List.of(),
                List.of(line));
        paragraphs.add(paragraph);
        blocks.add(paragraph);
    }

    /** What a hand wrote may itself be read as a bracket. */
    private static boolean goesOn(String marked, int at, char mark) {
        return mark == '{' && at + 1 < marked.length() && marked.charAt(at + 1) == '}';
    }

    private void ink(double x, double top, double bottom) {
        for (int row = (int) (top / InkMap.CELL); row <= bottom / InkMap.CELL; row++) {
            for (int column = (int) (x / InkMap.CELL); column < (x + WIDTH) / InkMap.CELL; column++) {
                int cell = row * COLUMNS + column;
                bits[cell >> 6] |= 1L << (cell & 63);
            }
        }
    }
}
