package org.planlint.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One paragraph as it stands in the file.
 *
 * @param index     its number in the document's reading order, from 0; headers, footers and notes come after the body
 * @param text      its characters, with {@code \n} for a forced line break and {@code \t} for a tab
 * @param autoLabel how many characters at the start of {@code text} are a list number that Word computes
 *                  and that is not among the file's own characters; 0 for none
 * @param page      1-based page, or 0 where the format has none
 * @param place     where it stands
 * @param box       its frame on the page, or null
 * @param layout    alignment, indents and spacing; fields are null where unknown
 * @param runs      stretches of equal type, in order; empty where the format shows no fonts
 * @param lines     where its characters are printed; empty where the format does not say
 */
public record Paragraph(
        int index,
        String text,
        int autoLabel,
        int page,
        Place place,
        Box box,
        Layout layout,
        List<Run> runs,
        List<TextLine> lines)
        implements Block {
    public Paragraph {
        runs = List.copyOf(runs);
        lines = List.copyOf(lines);
    }

    /** The same without the space below it. */
    public Paragraph withoutSpaceAfter() {
        return new Paragraph(index, text, autoLabel, page, place, box, layout.withoutSpaceAfter(), runs, lines);
    }

    /** The frames of these characters, one a line; empty where the format does not say. */
    public List<Area> areas(int start, int end) {
        List<Area> areas = new ArrayList<>();
        for (TextLine line : lines) {
            Box box = line.box(start, end);
            if (box != null) {
                areas.add(new Area(line.page(), box));
            }
        }
        return areas;
    }

    /** How sure the least sure of these characters was recognised, 0 to 100; 100 for what somebody typed. */
    public int confidence(int start, int end) {
        int least = 100;
        for (TextLine line : lines) {
            least = Math.min(least, line.confidence(start, end));
        }
        return least;
    }

    /** A frame on a page, in points from the upper left corner. */
    public record Box(double x, double y, double width, double height) {}

    /**
     * Characters {@code start} to {@code end} of a paragraph, set in one type. Size in points; colour as RRGGBB, black where the
     * file sets none, null where the format does not show it.
     */
    public record Run(
            int start,
            int end,
            String font,
            Double size,
            boolean bold,
            boolean italic,
            boolean underline,
            String color,
            boolean hidden,
            boolean highlighted) {}

    public enum Alignment {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFIED
    }

    public enum LineRule {
        MULTIPLE,
        EXACT,
        AT_LEAST
    }

    /** Measures in points, but {@code line}, which is a number of lines where the rule is MULTIPLE. */
    public record Layout(
            Alignment alignment,
            Double leftIndent,
            Double rightIndent,
            Double firstLineIndent,
            Double spaceBefore,
            Double spaceAfter,
            Double line,
            LineRule lineRule,
            String styleName) {
        public static final Layout UNKNOWN = new Layout(null, null, null, null, null, null, null, null, null);
        /** The height of a single line of Times New Roman by the size of its letters. */
        public static final double SINGLE_LINE = 1.15;

        Layout withoutSpaceAfter() {
            return new Layout(
                    alignment, leftIndent, rightIndent, firstLineIndent, spaceBefore, 0.0, line, lineRule, styleName);
        }
    }
}
