package org.planlint.parse;

import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.LineRule;

/** The room that the plan's own text takes at the least, where nobody has counted its pages. Tables and annexes are left out. */
final class LeastRoom {
    /** The width of a letter by its size; on average it is wider. */
    private static final double LETTER = 0.41;

    private static final double LEAST_SIZE = 11;
    /** Points between the paper's edges and the text, where they are unknown: the widest page that anybody sets. */
    private static final double NARROW = 28;

    /** The head and the signature may stand in two columns. */
    private static final double BESIDE = 0.5;

    /** Word closes up a page a little. */
    private static final double SURELY = 1.03;

    private LeastRoom() {}

    /** Whether the text surely fills more than one page of this paper. */
    static boolean isOverOnePage(Found soFar, PageFormat page) {
        double width = page.width() - or(page.left(), NARROW) - or(page.right(), NARROW);
        double height = page.height() - or(page.top(), NARROW) - or(page.bottom(), NARROW);
        double sum = 0;
        for (Line line : soFar.lines()) {
            if (line.part == 0 && !line.inData()) {
                sum += height(line, width) * (line.zone == Line.Zone.BODY || line.zone == Line.Zone.TITLE ? 1 : BESIDE);
            }
        }
        return sum > height * SURELY;
    }

    private static double height(Line line, double width) {
        Paragraph paragraph = line.paragraph;
        Layout layout = paragraph.layout();
        Double printed = Face.of(paragraph, 0, paragraph.text().length()).size();
        double size = Math.max(LEAST_SIZE, or(printed, LEAST_SIZE));
        double single = Layout.SINGLE_LINE * size;
        double step = layout.line() == null || layout.lineRule() == null
                ? single
                : layout.lineRule() == LineRule.MULTIPLE ? single * layout.line() : layout.line();
        double rows = Math.ceil(Math.max(1, line.text().length() * LETTER * size / width));
        return rows * step + or(layout.spaceBefore(), 0) + or(layout.spaceAfter(), 0);
    }

    private static double or(Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
