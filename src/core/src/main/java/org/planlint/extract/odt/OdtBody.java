package org.planlint.extract.odt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.ListLabel;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Xml;
import org.planlint.text.DrawnLine;
import org.planlint.text.PageFormat;
import org.planlint.text.PageNumbering;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;
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
    /** Where nothing says otherwise. */
    private static final String BLACK = "000000";
    /** No line is thicker, and none shorter, in points. */
    private static final double THICKEST = 4;

    private static final double SHORTEST = 15;
    private static final Pattern SPACES = Pattern.compile("[\\n\\t\\r ]+");

    private final DocumentBuilder builder;
    private final OdtStyles styles;
    private final Map<String, int[]> counters = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    /** Of the paragraph that is read: the lengths of the lines drawn in it, and where the number of the page stands. */
    private List<Double> drawn = new ArrayList<>();

    private int[] number;
    /** What is read now, if not the body: a header or a footer; the number that it shows. */
    private Place aside;

    private PageNumbering.Shown shown;
    /** Where the frame stands in which the walk is. */
    private Alignment across;

    private int letters;
    /** The lines below cells of the table in which the walk is; null where they are its own. */
    private List<DrawnLine> borders;
    /** Index of the paragraph right above in the same cell, or in none; -1 where there is none. */
    private int above = -1;

    /** Pages of one master page and of those that follow it, from a paragraph on. */
    private record Section(int paragraph, String master, Integer start) {}

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
        sections.add(new Section(0, null, null));
        blocks(text, null, false, 0);
        pages();
        for (String note : notes) {
            builder.aside(Place.FOOTNOTE, note, 0, Layout.UNKNOWN, List.of());
        }
    }

    int letters() {
        return letters;
    }

    private void begin(String family, String style) {
        String master = styles.masterOf(family, style);
        if (master != null) {
            int at = builder.nextIndex();
            sections.removeIf(section -> section.paragraph == at);
            sections.add(new Section(at, master, styles.pageNumberOf(family, style)));
        }
    }

    /** The formats of the sections, and what page numbers they show. */
    private void pages() throws ReadFailure {
        Map<Element, PageNumbering.Shown> known = new HashMap<>();
        int i = 0;
        for (Section section : sections) {
            Element master = styles.master(section.master);
            PageFormat format = styles.pageFormat(master, section.paragraph);
            if (format == null) {
                continue;
            }
            builder.pageFormat(format);
            String next = Xml.attr(master, "next-style-name");
            PageNumbering.Shown later = shown(next == null ? master : styles.master(next), "", known);
            PageNumbering.Shown first = next == null ? shown(master, "-first", known) : shown(master, "", known);
            builder.pageNumbering(new PageNumbering(i++, first, later, section.start, styles.numberStyle(master)));
        }
    }

    /** The number in the header or else in the footer of a master page; those of its first page where it has its own. */
    private PageNumbering.Shown shown(Element master, String type, Map<Element, PageNumbering.Shown> known)
            throws ReadFailure {
        PageNumbering.Shown found = null;
        for (String kind : new String[] {"header", "footer"}) {
            Element own = Xml.child(master, kind + type);
            Element part = own != null ? own : Xml.child(master, kind);
            if (part == null || "false".equals(Xml.attr(part, "display"))) {
                continue;
            }
            if (!known.containsKey(part)) {
                aside = kind.equals("header") ? Place.HEADER : Place.FOOTER;
                shown = null;
                blocks(part, null, false, 0);
                known.put(part, shown);
            }
            found = found != null ? found : known.get(part);
        }
        aside = null;
        return found;
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
        List<Double> outer = drawn;
        int[] outerNumber = number;
        drawn = new ArrayList<>();
        number = null;
        if (!boxed && aside == null) {
            begin("paragraph", style);
        }
        inline(p, style, null, text, runs, depth);
        letters += text.length();
        if (aside != null) {
            aside(text.toString(), styles.layout(style), runs, boxed);
        } else if (boxed) {
            builder.boxed(text.toString(), label.length(), styles.layout(style), runs);
        } else {
            builder.paragraph(text.toString(), label.length(), 0, null, styles.layout(style), runs);
            lines(style);
            above = builder.nextIndex() - 1;
        }
        drawn = outer;
        number = outerNumber;
    }

    private void lines(String style) {
        int here = builder.nextIndex() - 1;
        drawn.forEach(length -> builder.line(new DrawnLine(DrawnLine.How.DRAWN, 0, null, here, length)));
        if (styles.draws("paragraph", style, "bottom")) {
            builder.line(new DrawnLine(DrawnLine.How.BORDER, 0, null, here, null));
        }
        if (above >= 0 && styles.draws("paragraph", style, "top")) {
            builder.line(new DrawnLine(DrawnLine.How.BORDER, 0, null, above, null));
        }
    }

    private void aside(String text, Layout layout, List<Run> runs, boolean boxed) throws ReadFailure {
        if (text.isBlank()) {
            return;
        }
        int index = builder.aside(aside, text, 0, layout, runs).index();
        if (number == null || shown != null) {
            return;
        }
        int[] at = number;
        Run run = runs.stream()
                .filter(one -> one.start() < at[1] && one.end() > at[0])
                .findFirst()
                .orElse(null);
        boolean tabbed = text.substring(0, at[0]).indexOf('\t') >= 0;
        shown = new PageNumbering.Shown(
                index,
                aside,
                boxed ? across : tabbed ? null : layout.alignment(),
                (text.substring(0, at[0]) + "1" + text.substring(at[1])).strip(),
                true,
                run == null ? null : run.size(),
                run == null ? null : Boolean.valueOf(run.bold()),
                run == null ? null : Boolean.valueOf(run.italic()));
    }

    /** Who wrote it and when stands in the comment beside its paragraphs. */
    private Revision comment(Element annotation) {
        Element author = Xml.child(annotation, "creator");
        String text = Xml.children(annotation).stream()
                .filter(child -> List.of("p", "list").contains(child.getLocalName()))
                .map(child -> child.getTextContent().strip())
                .collect(Collectors.joining(" "));
        return new Revision(
                Revision.Kind.COMMENT,
                author == null ? null : author.getTextContent().strip(),
                text,
                builder.nextIndex());
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
                    case "annotation" -> builder.revision(comment(e));
                    case "text-box" -> blocks(e, null, true, depth + 1);
                    case "frame" -> {
                        Alignment outer = across;
                        across = styles.across(Xml.attr(e, "style-name"));
                        inline(e, paragraphStyle, spanStyle, text, runs, depth);
                        across = outer;
                    }
                    case "page-number" -> {
                        int start = text.length();
                        inline(e, paragraphStyle, spanStyle, text, runs, depth);
                        number = number != null ? number : new int[] {start, text.length()};
                    }
                    case "line", "connector", "custom-shape", "rect", "polyline", "path" -> {
                        Double length = length(e);
                        if (length != null) {
                            drawn.add(length);
                        }
                        if (Xml.child(e, "p") != null) {
                            // A text box of Word comes as a shape with words in it.
                            blocks(e, null, true, depth + 1);
                        } else {
                            inline(e, paragraphStyle, spanStyle, text, runs, depth);
                        }
                    }
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

    /** Of a shape that is a level line, in points; null for others. */
    private static Double length(Element shape) {
        boolean ends = Xml.attr(shape, "x1") != null;
        double width = ends
                ? Math.abs(OdtStyles.points(Xml.attr(shape, "x2")) - OdtStyles.points(Xml.attr(shape, "x1")))
                : OdtStyles.points(Xml.attr(shape, "width"));
        double height = ends
                ? Math.abs(OdtStyles.points(Xml.attr(shape, "y2")) - OdtStyles.points(Xml.attr(shape, "y1")))
                : OdtStyles.points(Xml.attr(shape, "height"));
        return width >= SHORTEST && height <= THICKEST ? Math.round(width * 10) / 10.0 : null;
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
                color == null ? BLACK : color.replace("#", ""),
                "none".equals(styles.text(span, paragraph, "display")),
                false));
    }

    private void table(Element e, int depth) throws ReadFailure {
        List<Table.Row> rows = new ArrayList<>();
        boolean[] ruled = {false};
        if (aside == null) {
            begin("table", Xml.attr(e, "style-name"));
        }
        List<DrawnLine> outer = borders;
        borders = new ArrayList<>();
        int over = above;
        rows(e, rows, ruled, depth, over);
        above = -1;
        builder.table(rows, ruled[0]);
        if (borders != null) {
            borders.forEach(builder::line);
        }
        borders = outer;
    }

    /** @param over index of the paragraph right above the table, or -1 */
    private void rows(Element parent, List<Table.Row> rows, boolean[] ruled, int depth, int over) throws ReadFailure {
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
                        above = -1;
                        blocks(cell, null, false, depth + 1);
                        int width = span == null ? 1 : Math.max(1, Math.min(span.intValue(), 100));
                        cells.add(new Table.Cell(column, width, covered, builder.close()));
                        border(Xml.attr(cell, "style-name"), cells.get(cells.size() - 1), rows.isEmpty() ? over : -1);
                        ruled[0] |= styles.drawsLines(Xml.attr(cell, "style-name"));
                        column++;
                    }
                    rows.add(new Table.Row(cells));
                }
                case "table-header-rows", "table-rows", "table-row-group" -> rows(e, rows, ruled, depth, over);
                default -> {}
            }
        }
    }

    /**
     * A border below a cell is a line, unless the table has lines down: then it is the table's. One above it is under what stands
     * over the table.
     */
    private void border(String style, Table.Cell cell, int over) {
        if (styles.draws("table-cell", style, "left")) {
            borders = null;
        }
        if (borders != null && over >= 0 && styles.draws("table-cell", style, "top")) {
            borders.add(new DrawnLine(DrawnLine.How.BORDER, 0, null, over, null));
        }
        if (borders != null
                && styles.draws("table-cell", style, "bottom")
                && !cell.blocks().isEmpty()
                && cell.blocks().get(cell.blocks().size() - 1) instanceof Paragraph last) {
            borders.add(new DrawnLine(DrawnLine.How.BORDER, 0, null, last.index(), null));
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
