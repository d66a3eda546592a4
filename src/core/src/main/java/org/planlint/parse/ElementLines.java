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
import org.planlint.text.Span;

/** Finds what stands under the motto, the agency and the subject, which the decree underlines by a drawn line. */
final class ElementLines {
    /** Dashes behind the words of a line. */
    private static final Pattern TYPED_BEHIND = Pattern.compile(".*\\S\\s*[-–—_]{4,}\\s*$");
    /** How far, in lines of text, a drawn line may lie below the words. */
    private static final double REACH = 1.2;
    /** Points by which a stroke that underlines words may lie over their lower edge. */
    private static final double ABOVE_EDGE = 4;

    private final Found soFar;
    private final List<Element> elements;

    private ElementLines(Found soFar, List<Element> elements) {
        this.soFar = soFar;
        this.elements = elements;
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
        return found;
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
            return new ElementLine(element.kind(), null, null, span);
        }
        Line next = next(line);
        if (TYPED_BEHIND.matcher(line.text()).matches() || next != null && Structure.isRule(next.text())) {
            return new ElementLine(element.kind(), How.TYPED, null, span);
        }
        DrawnLine drawn = paragraph.lines().isEmpty() ? anchored(line) : printed(paragraph, span);
        if (drawn != null) {
            How how = drawn.how() == DrawnLine.How.BORDER ? How.BORDER : How.DRAWN;
            return new ElementLine(element.kind(), how, ratio(drawn, paragraph, span), span);
        }
        if (Boolean.TRUE.equals(Face.of(paragraph, span.start(), span.end()).underline())) {
            return new ElementLine(element.kind(), How.UNDERLINE, null, span);
        }
        boolean none = paragraph.lines().isEmpty()
                && soFar.document().shows(Capability.LINES, 0)
                && inHead().isEmpty();
        return new ElementLine(element.kind(), none ? How.NO_LINE : null, null, span);
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
    private List<DrawnLine> inHead() {
        int end = soFar.lines().stream()
                .filter(line -> line.zone == Line.Zone.HEAD || line.zone == Line.Zone.TITLE)
                .mapToInt(line -> line.paragraph.index())
                .max()
                .orElse(0);
        return soFar.document().lines().stream()
                .filter(line -> line.paragraph() < 0 || line.paragraph() <= end + 2)
                .toList();
    }

    private DrawnLine anchored(Line line) {
        List<DrawnLine> inHead = inHead();
        for (DrawnLine drawn : inHead) {
            if (drawn.paragraph() >= line.paragraph.index()
                    && drawn.paragraph() <= line.paragraph.index() + 1) {
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

    /** By the length of the words above; null where either is unknown. */
    private static Double ratio(DrawnLine drawn, Paragraph paragraph, Span span) {
        var areas = paragraph.areas(span.start(), span.end());
        return drawn.length() == null || areas.size() != 1 || areas.get(0).box().width() == 0
                ? null
                : drawn.length() / areas.get(0).box().width();
    }
}
