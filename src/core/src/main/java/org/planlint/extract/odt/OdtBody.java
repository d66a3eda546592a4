package org.planlint.extract.odt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.ListLabel;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Xml;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.Place;
import org.planlint.text.Revision;
import org.planlint.text.Table;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Walks the body of an OpenDocument text in reading order. */
final class OdtBody {
    private static final int MAX_DEPTH = 80;
    private static final Pattern SPACES = Pattern.compile("[\\n\\t\\r ]+");

    private final DocumentBuilder builder;
    private final OdtStyles styles;
    private final Map<String, int[]> counters = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Where in a list the walk is: its style and its level from 0. */
    private record ListPlace(String style, int level) {}

    OdtBody(DocumentBuilder builder, OdtStyles styles) {
        this.builder = builder;
        this.styles = styles;
    }

    void read(Element root) throws ReadFailure {
        Element text = Xml.path(root, "body", "text");
        if (text == null) {
            throw new ReadFailure(ReadFailure.Reason.UNSUPPORTED, "no office:text");
        }
        blocks(text, null, false, 0);
        for (String note : notes) {
            builder.aside(Place.FOOTNOTE, note, 0, Layout.UNKNOWN, List.of());
        }
    }

    private void blocks(Element parent, ListPlace list, boolean boxed, int depth) throws ReadFailure {
        if (depth > MAX_DEPTH) {
            throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, "nested deeper than " + MAX_DEPTH);
        }
        for (Element e : Xml.children(parent)) {
            switch (e.getLocalName()) {
                case "p", "h" -> paragraph(e, list, boxed, depth);
                case "list" -> list(e, list, boxed, depth);
                case "table" -> table(e, depth);
                case "tracked-changes" -> changes(e);
                case "forms", "sequence-decls", "variable-decls", "soft-page-break" -> {}
                case "text-box" -> blocks(e, null, true, depth + 1);
                default -> blocks(e, list, boxed, depth + 1);
            }
        }
    }

    private void list(Element e, ListPlace outer, boolean boxed, int depth) throws ReadFailure {
        String own = Xml.attr(e, "style-name");
        String style = own != null ? own : outer != null ? outer.style() : null;
        int level = outer == null ? 0 : outer.level() + 1;
        boolean goesOn = "true".equals(Xml.attr(e, "continue-numbering")) || Xml.attr(e, "continue-list") != null;
        if (style != null && level == 0 && !goesOn) {
            counters.remove(style);
        }
        for (Element item : Xml.children(e)) {
            if (item.getLocalName().equals("list-header")) {
                blocks(item, null, boxed, depth + 1);
                continue;
            }
            Double start = Xml.number(Xml.attr(item, "start-value"));
            if (start != null && style != null) {
                counts(style)[Math.min(level, 9)] = start.intValue() - 1;
            }
            boolean first = true;
            for (Element child : Xml.children(item)) {
                switch (child.getLocalName()) {
                    case "p", "h" -> {
                        paragraph(child, first ? new ListPlace(style, level) : null, boxed, depth);
                        first = false;
                    }
                    case "list" -> list(child, new ListPlace(style, level), boxed, depth + 1);
                    default -> {}
                }
            }
        }
    }

    private int[] counts(String style) {
        return counters.computeIfAbsent(style, k -> new int[10]);
    }

    private String label(ListPlace place) {
        if (place == null || place.style() == null) {
            return "";
        }
        int at = Math.min(place.level(), 9);
        OdtStyles.Level level = styles.level(place.style(), at);
        if (level == null) {
            return "";
        }
        if (level.bullet() != null) {
            return level.bullet() + " ";
        }
        int[] counts = counts(place.style());
        for (int i = 0; i <= at; i++) {
            OdtStyles.Level above = styles.level(place.style(), i);
            if (counts[i] == 0 && above != null) {
                counts[i] = above.start() - (i == at ? 1 : 0);
            }
        }
        counts[at]++;
        java.util.Arrays.fill(counts, at + 1, counts.length, 0);
        if (level.format() == ListLabel.NONE) {
            return level.prefix().isEmpty() && level.suffix().isEmpty() ? "" : level.prefix() + level.suffix() + " ";
        }
        StringBuilder out = new StringBuilder(level.prefix());
        for (int i = Math.max(0, at - level.shown() + 1); i <= at; i++) {
            OdtStyles.Level part = styles.level(place.style(), i);
            out.append(part == null ? "" : part.format().format(counts[i]));
            if (i < at) {
                out.append('.');
            }
        }
        return out.append(level.suffix()).append(' ').toString();
    }

    private void paragraph(Element p, ListPlace list, boolean boxed, int depth) throws ReadFailure {
        String style = Xml.attr(p, "style-name");
        ListPlace place = list;
        if (list == null && p.getLocalName().equals("h") && styles.listOf(style) != null) {
            Double outline = Xml.number(Xml.attr(p, "outline-level"));
            place = new ListPlace(styles.listOf(style), outline == null ? 0 : Math.max(0, outline.intValue() - 1));
        }
        StringBuilder text = new StringBuilder();
        List<Run> runs = new ArrayList<>();
        String label = label(place);
        text.append(label);
        inline(p, style, null, text, runs, depth);
        if (boxed) {
            builder.boxed(text.toString(), label.length(), styles.layout(style), runs);
        } else {
            builder.paragraph(text.toString(), label.length(), 0, null, styles.layout(style), runs);
        }
    }

    private void inline(
            Node parent, String paragraphStyle, String spanStyle, StringBuilder text, List<Run> runs, int depth)
            throws ReadFailure {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Text words) {
                int start = text.length();
                text.append(SPACES.matcher(words.getData()).replaceAll(" "));
                run(start, text.length(), spanStyle, paragraphStyle, runs);
            } else if (n instanceof Element e) {
                switch (e.getLocalName()) {
                    case "s" -> {
                        Double count = Xml.number(Xml.attr(e, "c"));
                        text.append(" ".repeat(count == null ? 1 : Math.min(count.intValue(), 500)));
                    }
                    case "tab" -> text.append('\t');
                    case "line-break" -> text.append('\n');
                    case "span" -> inline(e, paragraphStyle, Xml.attr(e, "style-name"), text, runs, depth);
                    case "note" -> {
                        Element body = Xml.child(e, "note-body");
                        if (body != null) {
                            notes.add(body.getTextContent().strip());
                        }
                    }
                    case "annotation" ->
                        builder.revision(new Revision(
                                Revision.Kind.COMMENT, null, e.getTextContent().strip(), builder.nextIndex()));
                    case "text-box" -> blocks(e, null, true, depth + 1);
                    case "soft-page-break",
                            "bookmark",
                            "bookmark-start",
                            "bookmark-end",
                            "annotation-end",
                            "image" -> {}
                    default -> inline(e, paragraphStyle, spanStyle, text, runs, depth);
                }
            }
        }
    }

    private void run(int start, int end, String span, String paragraph, List<Run> runs) {
        if (end <= start) {
            return;
        }
        String size = styles.text(span, paragraph, "font-size");
        String color = styles.text(span, paragraph, "color");
        String underline = styles.text(span, paragraph, "text-underline-style");
        runs.add(new Run(
                start,
                end,
                styles.font(span, paragraph),
                size == null || size.endsWith("%") ? null : Double.valueOf(OdtStyles.points(size)),
                "bold".equals(styles.text(span, paragraph, "font-weight")),
                "italic".equals(styles.text(span, paragraph, "font-style")),
                underline != null && !underline.equals("none"),
                color == null ? null : color.replace("#", ""),
                "none".equals(styles.text(span, paragraph, "display")),
                false));
    }

    private void table(Element e, int depth) throws ReadFailure {
        List<Table.Row> rows = new ArrayList<>();
        boolean[] ruled = {false};
        rows(e, rows, ruled, depth);
        builder.table(rows, ruled[0]);
    }

    private void rows(Element parent, List<Table.Row> rows, boolean[] ruled, int depth) throws ReadFailure {
        for (Element e : Xml.children(parent)) {
            switch (e.getLocalName()) {
                case "table-row" -> {
                    List<Table.Cell> cells = new ArrayList<>();
                    int column = 0;
                    for (Element cell : Xml.children(e)) {
                        Double span = Xml.number(Xml.attr(cell, "number-columns-spanned"));
                        boolean covered = cell.getLocalName().equals("covered-table-cell");
                        boolean below = covered
                                && !cells.isEmpty()
                                && cells.get(cells.size() - 1).column()
                                                + cells.get(cells.size() - 1).span()
                                        > column;
                        if (below) {
                            column++;
                            continue;
                        }
                        builder.open();
                        blocks(cell, null, false, depth + 1);
                        int width = span == null ? 1 : Math.max(1, Math.min(span.intValue(), 100));
                        cells.add(new Table.Cell(column, width, covered, builder.close()));
                        ruled[0] |= styles.drawsLines(Xml.attr(cell, "style-name"));
                        column++;
                    }
                    rows.add(new Table.Row(cells));
                }
                case "table-header-rows", "table-rows", "table-row-group" -> rows(e, rows, ruled, depth);
                default -> {}
            }
        }
    }

    private void changes(Element tracked) {
        for (Element region : Xml.children(tracked)) {
            for (Element change : Xml.children(region)) {
                Revision.Kind kind = switch (change.getLocalName()) {
                    case "deletion" -> Revision.Kind.DELETION;
                    case "insertion" -> Revision.Kind.INSERTION;
                    default -> null;
                };
                if (kind != null) {
                    builder.revision(
                            new Revision(kind, null, change.getTextContent().strip(), -1));
                }
            }
        }
    }
}
