package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.Element;
import org.planlint.facts.Element.Kind;
import org.planlint.facts.ElementLine;
import org.planlint.facts.ElementLine.How;
import org.planlint.text.Capability;
import org.planlint.text.DrawnLine;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.Span;

/** Finds what stands under the motto, the agency and the subject, which the decree underlines by a drawn line. */
final class ElementLines {
    /** Dashes behind the words of a line. */
    private static final Pattern TYPED_BEHIND = Pattern.compile(".*\\S\\s*[-–—_]{4}\\s*$");
    /** How far, in lines of text, a drawn line may lie below the words. */
    private static final double REACH = 1.2;
    /** Points by which a stroke that underlines words may lie over their lower edge. */
    private static final double ABOVE_EDGE = 4;

    /** How far down the frame of words the stroke that underlines them may stand. */
    private static final double FEET = 0.92;
    /** Points by which its ends may differ from theirs. */
    private static final double ALIKE = 3;

    private static final double LONGER_THAN_WORDS = 1.3;

    private final Found soFar;
    private final List<Element> elements;
    /** Those that stand under nothing yet. */
    private final List<DrawnLine> inHead;

    private ElementLines(Found soFar, List<Element> elements) {
        this.soFar = soFar;
        this.elements = elements;
        this.inHead = new ArrayList<>(inHead(soFar));
    }

    static List<ElementLine> find(Found soFar) {
        ElementLines lines = new ElementLines(soFar, soFar.all(Element.class));
        List<ElementLine> found = new ArrayList<>();
        for (Kind kind : new Kind[] {Kind.MOTTO, Kind.AGENCY, Kind.SUBJECT}) {
            Element last = lines.last(kind);
            if (last != null) {
                found.add(lines.under(last));
            }
        }
        // A line that stands under none of them may be that of one that seems to have none.
        return lines.inHead.isEmpty()
                ? found
                : found.stream()
                        .map(line -> line.how() == How.NO_LINE
                                ? new ElementLine(line.under(), null, List.of(), line.span())
                                : line)
                        .toList();
    }

    /** The line is drawn under the last of a component's lines. */
    private Element last(Kind kind) {
        return elements.stream()
                .filter(element -> element.kind() == kind)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private ElementLine under(Element element) {
        Span span = element.span();
        Paragraph paragraph = soFar.document().paragraphs().get(span.paragraph());
        Line line = soFar.lineAt(span);
        if (line == null) {
            return new ElementLine(element.kind(), null, List.of(), span);
        }
        Line next = next(line);
        if (TYPED_BEHIND.matcher(line.text()).matches() || next != null && Structure.isRule(next.text())) {
            return new ElementLine(element.kind(), How.TYPED, List.of(), span);
        }
        boolean onPage = !paragraph.lines().isEmpty();
        DrawnLine drawn = onPage ? printed(paragraph, span) : anchored(line);
        boolean underlined = onPage
                ? drawn != null && isUnderline(drawn, paragraph, span)
                : Boolean.TRUE.equals(
                        Face.of(paragraph, span.start(), span.end()).underline());
        if (underlined && (onPage || drawn == null)) {
            return new ElementLine(element.kind(), How.UNDERLINE, List.of(), span);
        }
        if (drawn != null) {
            List<Double> ratios = ratios(drawn, element.kind());
            boolean border = drawn.how() == DrawnLine.How.BORDER || isOfItsCell(ratios);
            return new ElementLine(
                    element.kind(), border ? How.BORDER : How.DRAWN, isOfItsCell(ratios) ? List.of() : ratios, span);
        }
        // Borders within text boxes are not read in every format.
        boolean none = !onPage
                && paragraph.place() != Place.TEXT_BOX
                && soFar.document().shows(Capability.LINES, 0);
        return new ElementLine(element.kind(), none ? How.NO_LINE : null, List.of(), span);
    }

    /** A stroke that is much longer than all words above it is the border of their paragraph or cell. */
    private static boolean isOfItsCell(List<Double> ratios) {
        return !ratios.isEmpty() && ratios.stream().allMatch(ratio -> ratio > LONGER_THAN_WORDS);
    }

    /** What underlines words stands right at their feet, and begins and ends where they do. */
    private static boolean isUnderline(DrawnLine drawn, Paragraph paragraph, Span span) {
        Paragraph.Box words = paragraph.areas(span.start(), span.end()).get(0).box();
        return drawn.box().y() < words.y() + words.height() * FEET
                && Math.abs(drawn.box().x() - words.x()) < ALIKE
                && Math.abs(drawn.box().x() + drawn.box().width() - words.x() - words.width()) < ALIKE;
    }

    /** The line below it in the same column, or null. */
    private Line next(Line line) {
        List<Line> lines = soFar.lines();
        for (int i = line.index + 1; i < Math.min(lines.size(), line.index + 4); i++) {
            Line below = lines.get(i);
            if (below.table == line.table && below.column == line.column) {
                return below;
            }
        }
        return null;
    }

    /** Lines that are anchored in the head or the title; in some files in another line than the one they stand under. */
    private static List<DrawnLine> inHead(Found soFar) {
        int end = soFar.lines().stream()
                .filter(line -> line.zone == Line.Zone.HEAD || line.zone == Line.Zone.TITLE)
                .mapToInt(line -> line.paragraph.index())
                .max()
                .orElse(0);
        return soFar.document().lines().stream()
                .filter(line -> line.paragraph() < 0 || line.paragraph() <= end + 2)
                .toList();
    }

    /** Each line stands under one of them, but a group of shapes, whose lengths are unknown, may be several. */
    private DrawnLine anchored(Line line) {
        for (DrawnLine drawn : inHead) {
            if (drawn.paragraph() >= line.paragraph.index() && drawn.paragraph() <= line.paragraph.index() + 1) {
                if (drawn.length() != null || drawn.how() == DrawnLine.How.BORDER) {
                    inHead.remove(drawn);
                }
                return drawn;
            }
        }
        return null;
    }

    private DrawnLine printed(Paragraph paragraph, Span span) {
        var areas = paragraph.areas(span.start(), span.end());
        if (areas.size() != 1) {
            return null;
        }
        Paragraph.Box words = areas.get(0).box();
        double bottom = words.y() + words.height();
        return soFar.document().lines().stream()
                .filter(line -> line.page() == areas.get(0).page() && line.box() != null)
                .filter(line -> line.box().y() > bottom - ABOVE_EDGE
                        && line.box().y() < bottom + REACH * words.height()
                        && line.box().x() < words.x() + words.width()
                        && line.box().x() + line.box().width() > words.x())
                .findFirst()
                .orElse(null);
    }

    /** By the length of the words above, of each line of a name of several; none where either is unknown. */
    private List<Double> ratios(DrawnLine drawn, Kind kind) {
        return elements.stream()
                .filter(element -> drawn.length() != null && element.kind() == kind)
                .flatMap(element -> soFar
                        .document()
                        .paragraphs()
                        .get(element.span().paragraph())
                        .areas(element.span().start(), element.span().end())
                        .stream())
                .filter(area -> area.box().width() > 0)
                .map(area -> drawn.length() / area.box().width())
                .toList();
    }
}
