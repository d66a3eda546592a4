package org.planlint.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planlint.text.Block;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.Table;

/** The plan as it was read, with the evidence of each finding cut out, ready for the template. */
final class PlanText {
    /**
     * Letters of one type under the same findings.
     *
     * @param findings numbers of those whose evidence it belongs to
     * @param severity of the gravest of them, "waived", or null
     * @param opens    those whose evidence begins here
     * @param closes   those whose evidence ends here
     */
    record Segment(
            String text,
            String type,
            List<Integer> findings,
            String severity,
            List<Integer> opens,
            List<Integer> closes) {}

    /** @param level 1 to 4 for a heading, 0 for text */
    record ParagraphView(int level, String classes, List<Segment> segments) {}

    /** One of both is null. */
    record BlockView(ParagraphView paragraph, TableView table) {}

    record TableView(boolean ruled, List<List<CellView>> rows) {}

    record CellView(int columns, int rows, List<BlockView> blocks) {}

    /** Evidence in one paragraph. */
    private record Mark(int start, int end, FindingView finding) {}

    private final Document document;
    private final Map<Integer, List<Mark>> marks;
    private final Map<Integer, Integer> levels;
    private final Integer title;

    PlanText(DocumentView view, List<FindingView> findings) {
        this.document = view.document();
        this.title = view.title();
        int[] offsets = document.offsets();
        this.marks = findings.stream()
                .filter(f -> f.finding().location() != null)
                .collect(Collectors.groupingBy(
                        f -> f.finding().location().paragraph(),
                        Collectors.mapping(
                                f -> {
                                    int from = offsets[f.finding().location().paragraph()];
                                    return new Mark(
                                            f.finding().location().start() - from,
                                            f.finding().location().end() - from,
                                            f);
                                },
                                Collectors.toList())));
        this.levels = levels(view.headings());
    }

    /** By paragraph; none is more than one below the heading before it, as a list of headings wants it that is read aloud. */
    private static Map<Integer, Integer> levels(List<DocumentView.Heading> headings) {
        Map<Integer, Integer> levels = new TreeMap<>();
        headings.forEach(h -> levels.merge(h.paragraph(), Math.min(h.level() + 1, 4), Math::min));
        int before = 0;
        for (Map.Entry<Integer, Integer> heading : levels.entrySet()) {
            before = Math.min(heading.getValue(), before + 1);
            heading.setValue(before);
        }
        return levels;
    }

    List<BlockView> body() {
        return blocks(document.blocks());
    }

    /** Headers, footers, notes and stamps, each once. */
    List<BlockView> asides() {
        return document.paragraphs().stream()
                .filter(p -> p.place() != Place.BODY && p.place() != Place.CELL && p.place() != Place.TEXT_BOX)
                .filter(p -> !p.text().isBlank())
                .collect(Collectors.toMap(
                        p -> marks.containsKey(p.index()) ? p.index() : p.text().strip(),
                        Function.identity(),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .map(p -> new BlockView(paragraph(p), null))
                .toList();
    }

    private List<BlockView> blocks(List<Block> blocks) {
        List<BlockView> views = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Table table) {
                views.add(new BlockView(null, table(table)));
            } else if (block instanceof Paragraph paragraph && !paragraph.text().isBlank()) {
                views.add(new BlockView(paragraph(paragraph), null));
            }
        }
        return views;
    }

    /** A cell that goes on the one above it is part of it, unless it holds words of its own. */
    private TableView table(Table table) {
        List<List<CellView>> rows = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            List<CellView> cells = new ArrayList<>();
            for (Table.Cell cell : table.rows().get(r).cells()) {
                if (!goesOn(table, r, cell)) {
                    int below = 1;
                    while (r + below < table.rows().size() && hasContinuation(table, r + below, cell.column())) {
                        below++;
                    }
                    cells.add(new CellView(cell.span(), below, blocks(cell.blocks())));
                }
            }
            rows.add(cells);
        }
        return new TableView(!Boolean.FALSE.equals(table.ruled()), rows);
    }

    private boolean hasContinuation(Table table, int row, int column) {
        return table.rows().get(row).cells().stream().anyMatch(c -> c.column() == column && goesOn(table, row, c));
    }

    private boolean goesOn(Table table, int row, Table.Cell cell) {
        return row > 0
                && cell.merged()
                && blocks(cell.blocks()).isEmpty()
                && table.rows().get(row - 1).cells().stream().anyMatch(c -> c.column() == cell.column());
    }

    private ParagraphView paragraph(Paragraph p) {
        List<String> classes = new ArrayList<>();
        Paragraph.Layout layout = p.layout();
        if (p.index() == (title == null ? -1 : title)) {
            classes.add("title");
        }
        if (layout.alignment() != null) {
            classes.add(
                    switch (layout.alignment()) {
                        case CENTER -> "center";
                        case RIGHT -> "right";
                        case JUSTIFIED -> "justify";
                        case LEFT -> "left";
                    });
        }
        if (layout.firstLineIndent() != null && layout.firstLineIndent() > 5) {
            classes.add("indent");
        }
        if (p.place() == Place.CELL) {
            classes.add("cell");
        }
        if (!document.capabilities().contains(Capability.LAYOUT)) {
            classes.add("plain");
        }
        return new ParagraphView(levels.getOrDefault(p.index(), 0), String.join(" ", classes), segments(p));
    }

    private List<Segment> segments(Paragraph p) {
        List<Mark> here = marks.getOrDefault(p.index(), List.of());
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, p.text().length()));
        here.forEach(mark -> cuts.addAll(List.of(mark.start(), mark.end())));
        p.runs().forEach(run -> cuts.addAll(List.of(run.start(), run.end())));
        List<Segment> segments = new ArrayList<>();
        Integer from = null;
        for (int to : cuts) {
            if (from != null && to <= p.text().length()) {
                segments.add(segment(p, from, to, here));
            }
            from = to;
        }
        return segments;
    }

    private static Segment segment(Paragraph p, int from, int to, List<Mark> marks) {
        List<FindingView> over = marks.stream()
                .filter(m -> m.start() <= from && to <= m.end())
                .map(Mark::finding)
                .toList();
        String type = p.runs().stream()
                .filter(run -> run.start() <= from && to <= run.end())
                .findFirst()
                .map(run -> (run.bold() ? "b " : "") + (run.italic() ? "i " : "") + (run.underline() ? "u" : ""))
                .orElse("")
                .strip();
        String severity = over.stream()
                .min(Comparator.comparing(FindingView::rank))
                .map(FindingView::severity)
                .orElse(null);
        return new Segment(
                p.text().substring(from, to),
                type,
                over.stream().map(FindingView::number).toList(),
                severity,
                marks.stream()
                        .filter(m -> m.start() == from)
                        .map(m -> m.finding().number())
                        .toList(),
                marks.stream()
                        .filter(m -> m.end() == to)
                        .map(m -> m.finding().number())
                        .toList());
    }
}
