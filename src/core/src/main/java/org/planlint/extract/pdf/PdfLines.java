package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.planlint.extract.pdf.PdfGlyphs.Page;
import org.planlint.extract.pdf.PdfGlyphs.Rule;
import org.planlint.text.DrawnLine;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Box;
import org.planlint.text.TextLine;

/** The level lines of a page that are no table's, each with the paragraph under which it stands. */
final class PdfLines {
    /** A line is drawn as a thin area, twice, or in dashes; such pieces lie so close, in points. */
    private static final double TOGETHER = 3.5;

    private static final double SHORTEST = 15;
    /** How far below its paragraph a line may stand. */
    private static final double BELOW = 40;

    private PdfLines() {}

    static List<DrawnLine> of(Page page, List<PdfItem.Grid> tables, List<Paragraph> paragraphs) {
        List<Box> boxes = joined(page.rules().stream()
                .filter(Rule::horizontal)
                .filter(rule -> tables.stream().noneMatch(table -> isOf(table.grid(), rule)))
                .sorted(Comparator.comparingDouble(Rule::y1).thenComparingDouble(Rule::x1))
                .toList());
        return boxes.stream()
                .filter(box -> box.width() >= SHORTEST)
                .map(box -> new DrawnLine(
                        DrawnLine.How.DRAWN, page.number(), box, above(box, page.number(), paragraphs), box.width()))
                .toList();
    }

    private static boolean isOf(PdfGrid table, Rule rule) {
        double[] xs = table.xs();
        double[] ys = table.ys();
        return rule.y1() > ys[0] - TOGETHER
                && rule.y1() < ys[ys.length - 1] + TOGETHER
                && rule.x2() > xs[0] - TOGETHER
                && rule.x1() < xs[xs.length - 1] + TOGETHER;
    }

    private static List<Box> joined(List<Rule> rules) {
        List<double[]> lines = new ArrayList<>();
        for (Rule rule : rules) {
            double[] same = lines.stream()
                    .filter(line -> rule.y1() - line[1] < TOGETHER
                            && rule.x1() < line[2] + TOGETHER
                            && rule.x2() > line[0] - TOGETHER)
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                lines.add(new double[] {rule.x1(), rule.y1(), rule.x2(), rule.y2()});
            } else {
                same[0] = Math.min(same[0], rule.x1());
                same[2] = Math.max(same[2], rule.x2());
                same[3] = Math.max(same[3], rule.y2());
            }
        }
        return lines.stream()
                .map(line -> new Box(
                        round(line[0]), round(line[1]), round(line[2] - line[0]), round(Math.max(0, line[3] - line[1]))))
                .toList();
    }

    /** The paragraph of the lowest line of text that stands above, over the middle of the line; -1 for none. */
    private static int above(Box line, int page, List<Paragraph> paragraphs) {
        double middle = line.x() + line.width() / 2;
        int found = -1;
        double least = BELOW;
        for (Paragraph paragraph : paragraphs) {
            for (TextLine text : paragraph.lines()) {
                Box box = text.page() == page ? text.box(text.start(), text.end()) : null;
                if (box == null || box.x() > middle || box.x() + box.width() < middle) {
                    continue;
                }
                double gap = line.y() - (box.y() + box.height() * 0.8);
                if (gap > -2 && gap < least) {
                    least = gap;
                    found = paragraph.index();
                }
            }
        }
        return found;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
