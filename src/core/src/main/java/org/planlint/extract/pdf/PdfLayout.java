package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.TornCitation;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;
import org.planlint.extract.pdf.PdfGlyphs.Page;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.LineRule;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.Place;
import org.planlint.text.Table;
import org.planlint.text.TextLine;
import org.planlint.words.FixedWords;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * Turns the rows of characters of a pdf into what a reader sees: paragraphs, columns, ruled tables; page numbers and
 * running heads set apart.
 */
final class PdfLayout {
    private static final Pattern LIST_START = Pattern.compile(
            "^(?:[IVXLC]{1,6}\\s?[./)-]|\\d{1,2}(?:\\.\\d{1,2})*\\s?[.)/]|\\(\\d{1,2}\\)|" + Pieces.POINT_LETTER
                    + "\\s?[.)]|[-–+*•▪✓]\\s|Điều \\d+|"
                    + Pieces.DIVISION + "\\s).*",
            Pattern.DOTALL);
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("^(?:[-–]\\s?)?(?:Trang\\s?)?\\d{1,3}(?:\\s?/\\s?\\d{1,3})?(?:\\s?[-–])?$");
    private static final Pattern BANNER = Pattern.compile(
            "^" + Vocabulary.of("signature").get("banner").folded().any() + "\\s?:.*");
    private static final Pattern NOTE = Pattern.compile("^[\\[(]?\\d{1,2}[\\])]?\\s?\\p{Lu}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    /** A dash that opens an item; more of them are a line that somebody typed. */
    private static final Pattern ITEM = Pattern.compile("[-–+](?![-–_])");

    /** About a first line of 1 to 1.27 cm, in points: Decree 30, Annex I, Part I, II.6e. */
    private static final double LEAST_INDENT = 25;

    private static final double MOST_INDENT = 40;

    private static final Pattern ENDED = Pattern.compile("[.;:]$");

    /** A page taken apart: its tables with the characters in them, and the rows of all others. */
    private record Sheet(Page page, List<PdfRow> rows, List<PdfItem.Grid> grids) {
        /** From the upper edge of the paper to the highest letter; null for a page without text. */
        Double top() {
            return glyphs().map(glyph -> glyph.y() - glyph.size() * ASCENT)
                    .min(Double::compare)
                    .orElse(null);
        }

        Double bottom() {
            return glyphs().map(glyph -> page.height() - glyph.y() - glyph.size() * DESCENT)
                    .min(Double::compare)
                    .orElse(null);
        }

        private Stream<Glyph> glyphs() {
            return Stream.concat(
                            rows.stream().flatMap(row -> row.glyphs().stream()),
                            grids.stream().flatMap(grid -> grid.glyphs().stream()))
                    .filter(glyph -> !glyph.text().isBlank());
        }
    }

    /** What most long lines begin and end at. */
    private record Edges(double left, double right) {}

    /** @param number the edges of its page, if it is a page number; else null */
    private record Aside(Place place, PdfRow row, int page, Edges number) {}

    /** How far the line of a font reaches above and below its baseline, as shares of the size (Times New Roman). */
    private static final double ASCENT = 0.891;

    private static final double DESCENT = 0.216;
    /** Edges and middles of lines that lie no further apart are one, in points. */
    private static final double SAME = 4;

    /** By how much, in points, lines of one height may differ as they are printed. */
    private static final double SAME_STEP = 0.5;

    private final DocumentBuilder builder;
    private final boolean byWord;
    private final List<Format> formats = new ArrayList<>();
    private final PdfPageNumbers numbers = new PdfPageNumbers();
    /** The paragraphs that begin on each page. */
    private final Map<Integer, List<Paragraph>> printed = new HashMap<>();
    /** The last row of the paragraph above, where the next one follows it on the same page. */
    private PdfRow above;
    /** The rows of the column that is laid out now; null outside columns. */
    private List<PdfRow> side;

    private int abovePage;
    /** From line to line within the paragraph above, or null. */
    private Double aboveStep;

    private final List<Aside> asides = new ArrayList<>();
    /** Those of upright pages (false) and of pages that lie crosswise, as wide tables do (true). */
    private final Map<Boolean, Edges> edges = new HashMap<>();
    /** Those of the page that is laid out now. */
    private Edges body;

    private double bodySize;
    private double pitch;
    private List<PdfRow> open = new ArrayList<>();
    private int openPage;
    private List<Table.Row> openTable = new ArrayList<>();
    private double[] openTableXs = {};
    private PdfColumns columns;
    /** What was laid out last, held back until the next page shows whether it goes on. */
    private final List<PdfItem> held = new ArrayList<>();

    private int heldPage;

    /** @param byWord whether Word printed the pages */
    PdfLayout(DocumentBuilder builder, boolean byWord) {
        this.builder = builder;
        this.byWord = byWord;
    }

    void read(List<Page> pages) throws ReadFailure {
        List<Sheet> sheets = pages.stream().map(PdfLayout::sheet).toList();
        measure(sheets);
        body = edges.get(!pages.isEmpty() && crosswise(pages.get(0)));
        columns = new PdfColumns(body.left, body.right, bodySize);
        setAsideRunningHeads(sheets);
        formats(sheets);
        for (Sheet sheet : sheets) {
            page(sheet);
        }
        release();
        closeParagraph();
        closeTable();
        for (Sheet sheet : sheets) {
            List<Paragraph> here = printed.getOrDefault(sheet.page.number(), List.of());
            PdfLines.of(sheet.page, sheet.grids, here).forEach(builder::line);
        }
        for (Page page : pages) {
            for (String stamp : page.stamps()) {
                builder.aside(Place.STAMP, stamp, page.number(), Layout.UNKNOWN, List.of());
            }
        }
        for (Aside aside : asides) {
            Words words = words(List.of(aside.row));
            Paragraph paragraph =
                    builder.aside(aside.place, words.text, aside.page, Layout.UNKNOWN, words.runs, words.lines);
            if (aside.number != null) {
                numbers.found(aside.page, paragraph, aside.place, aside.row, aside.number.left, aside.number.right);
            }
        }
        builder.pageNumbering(numbers.numbering(printed.keySet()));
        builder.pageCount(pages.size());
    }

    /** The margins of each page: at the sides those that all pages keep which lie alike, above and below its own. */
    private void formats(List<Sheet> sheets) {
        Map<Boolean, PdfMargins> margins = new HashMap<>();
        for (boolean crosswise : new boolean[] {false, true}) {
            List<List<PdfRow>> rows = sheets.stream()
                    .filter(sheet -> crosswise(sheet.page) == crosswise)
                    .map(Sheet::rows)
                    .toList();
            margins.put(crosswise, PdfMargins.of(rows, edges.get(crosswise).right, pitch));
        }
        for (Sheet sheet : sheets) {
            PdfMargins sides = margins.get(crosswise(sheet.page));
            formats.add(new Format(
                    sheet.page.number() == 1 ? null : sheet.top(),
                    sides.right() == null ? null : Double.valueOf(sheet.page.width() - sides.right()),
                    sheet.bottom(),
                    sides.left()));
        }
    }

    /** Margins in points, a page each; null where unknown. What is above and below may be more than the margin, never less. */
    record Format(Double top, Double right, Double bottom, Double left) {}

    List<Format> formats() {
        return formats;
    }

    private static Sheet sheet(Page page) {
        List<PdfGrid> found = PdfGrid.find(page.rules());
        found.removeIf(grid -> grid.rows() * grid.columns() > 4000);
        Map<PdfGrid, List<Glyph>> members = new HashMap<>();
        List<Glyph> free = new ArrayList<>();
        for (Glyph glyph : page.glyphs()) {
            PdfGrid home = null;
            for (PdfGrid grid : found) {
                if (grid.holds(glyph.x() + glyph.width() / 2, glyph.y() - glyph.size() * 0.3)) {
                    home = grid;
                }
            }
            if (home == null) {
                free.add(glyph);
            } else {
                members.computeIfAbsent(home, k -> new ArrayList<>()).add(glyph);
            }
        }
        List<PdfItem.Grid> grids = found.stream()
                .filter(members::containsKey)
                .map(grid -> new PdfItem.Grid(grid, members.get(grid)))
                .toList();
        return new Sheet(page, PdfRow.rows(free), grids);
    }

    /** The left and right edges, the size and the line pitch that most of the document keeps. */
    private void measure(List<Sheet> sheets) {
        Edges all = edges(sheets, new Edges(85, 540));
        for (boolean crosswise : new boolean[] {false, true}) {
            List<Sheet> alike = sheets.stream()
                    .filter(sheet -> crosswise(sheet.page) == crosswise)
                    .toList();
            edges.put(crosswise, edges(alike, all));
        }
        Map<Long, Integer> sizes = new HashMap<>();
        Map<Long, Integer> pitches = new HashMap<>();
        for (Sheet sheet : sheets) {
            PdfRow last = null;
            for (PdfRow row : sheet.rows) {
                sizes.merge(Math.round(row.size() * 2), row.text().length(), Integer::sum);
                if (last != null && row.y() - last.y() < 40) {
                    pitches.merge(Math.round((row.y() - last.y()) * 2), 1, Integer::sum);
                }
                last = row;
            }
        }
        bodySize = most(sizes, 28) / 2.0;
        pitch = most(pitches, 38) / 2.0;
    }

    private static Edges edges(List<Sheet> sheets, Edges otherwise) {
        List<PdfRow> rows = sheets.stream()
                .flatMap(sheet -> sheet.rows.stream())
                .filter(row -> row.right() - row.left() > 280)
                .toList();
        return new Edges(
                share(rows.stream().map(PdfRow::left), 0.1, otherwise.left),
                share(rows.stream().map(PdfRow::right), 0.85, otherwise.right));
    }

    private static boolean crosswise(Page page) {
        return page.width() > page.height();
    }

    /** The value below which that share of all values lies: margins are edges that many long lines reach. */
    private static double share(Stream<Double> values, double share, double otherwise) {
        List<Double> sorted = values.sorted().toList();
        return sorted.isEmpty() ? otherwise : sorted.get((int) Math.round((sorted.size() - 1) * share));
    }

    private static long most(Map<Long, Integer> counts, long otherwise) {
        long best = otherwise;
        int most = 0;
        for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most || entry.getValue() == most && entry.getKey() < best) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }

    /** Page numbers, and lines that stand at the same height with the same words on most pages; notes and banners with them. */
    private void setAsideRunningHeads(List<Sheet> sheets) {
        Map<String, Integer> repeated = repeated(sheets);
        for (Sheet sheet : sheets) {
            double height = sheet.page.height();
            int number = sheet.page.number();
            List<PdfRow> of = sheet.rows;
            List<PdfRow> gone = new ArrayList<>();
            for (int k = 0; k < of.size(); k++) {
                PdfRow row = of.get(k);
                boolean top = row.y() < 80;
                boolean bottom = row.y() > height - 75;
                boolean edge = k == 0 || k == of.size() - 1;
                boolean numeral = edge
                        && (row.y() < 110 || bottom)
                        && PAGE_NUMBER.matcher(row.text().strip()).matches();
                boolean running = (top || bottom)
                        && sheets.size() >= 3
                        && repeated.getOrDefault(key(row), 0) >= Math.max(3, sheets.size() * 2 / 3);
                if (numeral || running) {
                    asides.add(new Aside(
                            row.y() < height / 2 ? Place.HEADER : Place.FOOTER,
                            row,
                            number,
                            numeral ? edges.get(crosswise(sheet.page)) : null));
                    gone.add(row);
                }
            }
            of.removeAll(gone);
            footnotes(of, number, height);
            banners(of, number);
        }
    }

    /** How often lines at the head and the foot of the pages return. */
    private static Map<String, Integer> repeated(List<Sheet> sheets) {
        Map<String, Integer> repeated = new HashMap<>();
        for (Sheet sheet : sheets) {
            for (PdfRow row : sheet.rows) {
                if (row.y() < 80 || row.y() > sheet.page.height() - 70) {
                    repeated.merge(key(row), 1, Integer::sum);
                }
            }
        }
        return repeated;
    }

    private static String key(PdfRow row) {
        return DIGITS.matcher(row.text()).replaceAll("#").strip() + "@" + Math.round(row.y() / 4);
    }

    /** Small type at the foot of the page that begins with a note's number. */
    private void footnotes(List<PdfRow> rows, int page, double height) {
        int from = rows.size();
        while (from > 0
                && rows.get(from - 1).size() < bodySize * 0.87
                && rows.get(from - 1).y() > height * 0.4) {
            from--;
        }
        while (from < rows.size()
                && !NOTE.matcher(rows.get(from).text().strip()).find()) {
            from++;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).folded().contains(FixedWords.RECIPIENTS)) {
                return;
            }
        }
        while (from < rows.size()) {
            asides.add(new Aside(Place.FOOTNOTE, rows.remove(from), page, null));
        }
    }

    /** What a program printed about a signature. */
    private void banners(List<PdfRow> rows, int page) {
        rows.removeIf(row -> {
            boolean banner = BANNER.matcher(row.folded().strip()).matches();
            if (banner) {
                asides.add(new Aside(Place.STAMP, row, page, null));
            }
            return banner;
        });
    }

    private void page(Sheet sheet) throws ReadFailure {
        List<PdfItem> items = columns.find(sheet.rows, sheet.page);
        for (PdfItem.Grid grid : sheet.grids) {
            int at = 0;
            while (at < items.size() && items.get(at).top() < grid.top()) {
                at++;
            }
            items.add(at, grid);
        }
        release();
        turnTo(edges.get(crosswise(sheet.page)));
        heldPage = sheet.page.number();
        held.addAll(items);
        if (!columns.mayGoOn()) {
            release();
        }
    }

    /** Paper that turns ends the paragraph. */
    private void turnTo(Edges page) throws ReadFailure {
        if (!page.equals(body)) {
            closeParagraph();
            body = page;
        }
    }

    private void release() throws ReadFailure {
        for (PdfItem item : held) {
            if (item instanceof PdfItem.Line line) {
                closeTable();
                line(line.row(), heldPage);
            } else if (item instanceof PdfItem.Columns pair) {
                closeParagraph();
                closeTable();
                columns(pair, heldPage);
                above = null;
            } else if (item instanceof PdfItem.Grid grid) {
                closeParagraph();
                grid(grid, heldPage);
                above = null;
            }
        }
        held.clear();
    }

    // ---- columns ----

    private void columns(PdfItem.Columns pair, int page) throws ReadFailure {
        List<Table.Cell> cells = new ArrayList<>();
        int column = 0;
        for (List<PdfRow> side : List.of(pair.left(), pair.right())) {
            builder.open();
            this.side = side;
            List<PdfRow> paragraph = new ArrayList<>();
            for (PdfRow row : side) {
                if (!paragraph.isEmpty() && !goesOn(paragraph.get(paragraph.size() - 1), row)) {
                    emit(paragraph, page);
                    paragraph = new ArrayList<>();
                }
                paragraph.add(row);
            }
            if (!paragraph.isEmpty()) {
                emit(paragraph, page);
            }
            cells.add(new Table.Cell(column++, 1, false, builder.close()));
        }
        side = null;
        builder.table(List.of(new Table.Row(cells)), false);
    }

    /**
     * In a column, only a recipient line that wraps goes on: it starts with no dash under one that has no end. Where it was
     * recognised a speck before a title in capitals is no dash.
     */
    private static boolean goesOn(PdfRow last, PdfRow row) {
        String above = last.text().strip();
        String text = row.text().strip();
        boolean item = ITEM.matcher(above).lookingAt();
        boolean titles = row.isRecognised() && isCapitals(above) && isCapitals(text);
        return item
                && !titles
                && !above.endsWith(";")
                && !above.endsWith(".")
                && !LIST_START.matcher(text).matches()
                && row.y() - last.y() < last.size() * 2;
    }

    // ---- paragraphs ----

    private void line(PdfRow row, int page) throws ReadFailure {
        if (!open.isEmpty() && startsParagraph(open.get(open.size() - 1), row, openPage == page)) {
            closeParagraph();
        }
        if (open.isEmpty()) {
            openPage = page;
        }
        open.add(row);
    }

    private boolean startsParagraph(PdfRow last, PdfRow row, boolean samePage) {
        double step = row.y() - last.y();
        if (samePage && (step > pitch * 1.45 + 2 || step < 0)) {
            return true;
        }
        String text = row.text().strip();
        if (TornCitation.joins(last.text().strip(), text)) {
            return false;
        }
        boolean room = last.right() + row.firstWordWidth() + row.size() * 0.35 < body.right - 2;
        if (room) {
            return true;
        }
        boolean indented = row.left() > body.left + row.size() * 0.9;
        if (LIST_START.matcher(text).matches()
                && (indented || ENDED.matcher(last.text().strip()).find() || samePage && step > pitch + 3)) {
            return true;
        }
        // The first line of a paragraph may end so short of the edge that it lies in the middle; it is moved in as
        // others are then, and the next is flush.
        double movedIn = last.left() - body.left;
        boolean flush = Math.abs(row.left() - body.left) < SAME
                && last.bold() == row.bold()
                && movedIn > LEAST_INDENT
                && movedIn < MOST_INDENT;
        if (centred(last) && !centred(row) && !flush) {
            return true;
        }
        if (Math.abs(last.size() - row.size()) > 1.2 || last.bold() && !row.bold() && indented) {
            return true;
        }
        return indented && last.left() < body.left + row.size() * 0.9 && !centred(last);
    }

    private static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    private boolean centred(PdfRow row) {
        double middle = (body.left + body.right) / 2;
        return Math.abs(row.center() - middle) < 12 && row.left() > body.left + 20;
    }

    private void closeParagraph() throws ReadFailure {
        if (!open.isEmpty()) {
            emit(open, openPage);
            open = new ArrayList<>();
        }
    }

    private void emit(List<PdfRow> rows, int page) throws ReadFailure {
        Words words = words(rows);
        PdfRow first = rows.get(0);
        double right = rows.stream().mapToDouble(PdfRow::right).max().orElse(0);
        double left = rows.stream().mapToDouble(PdfRow::left).min().orElse(0);
        double bottom = rows.get(rows.size() - 1).y();
        Paragraph.Box box = new Paragraph.Box(
                round(left),
                round(first.y() - first.size()),
                round(right - left),
                round(Math.abs(bottom - first.y()) + first.size() * 1.25));
        Paragraph paragraph = builder.paragraph(words.text, 0, page, box, layout(rows, page), words.runs, words.lines);
        for (TextLine line : words.lines) {
            List<Paragraph> here = printed.computeIfAbsent(line.page(), k -> new ArrayList<>());
            if (here.isEmpty() || here.get(here.size() - 1) != paragraph) {
                here.add(paragraph);
            }
        }
        above = rows.get(rows.size() - 1);
        aboveStep = step(rows);
        abovePage = words.lines.isEmpty()
                ? page
                : words.lines.get(words.lines.size() - 1).page();
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private record Words(String text, List<Run> runs, List<TextLine> lines) {}

    private static Words words(List<PdfRow> rows) {
        StringBuilder text = new StringBuilder();
        List<Run> runs = new ArrayList<>();
        List<TextLine> lines = new ArrayList<>();
        for (PdfRow row : rows) {
            if (text.length() > 0 && !TornCitation.isTornAtDash(text, row.text())) {
                text.append(' ');
            }
            row.write(text, runs, lines);
        }
        return new Words(text.toString(), runs, lines);
    }

    private Layout layout(List<PdfRow> rows, int page) {
        PdfRow first = rows.get(0);
        double left = rows.size() > 1 ? rows.get(1).left() : body.left;
        Double line = step(rows);
        return new Layout(
                side == null ? alignment(rows) : inColumn(rows),
                round(left - body.left),
                null,
                round(first.left() - left),
                spaceBefore(first, line, page),
                null,
                line == null ? null : round(line),
                line == null ? null : LineRule.EXACT,
                null);
    }

    /** From line to line within a paragraph; null for one of a single line. */
    private static Double step(List<PdfRow> rows) {
        double sum = 0;
        int steps = 0;
        for (int i = 0; i + 1 < rows.size(); i++) {
            double step = rows.get(i + 1).y() - rows.get(i).y();
            if (step > 0) {
                sum += step;
                steps++;
            }
        }
        return steps == 0 ? null : sum / steps;
    }

    /**
     * All room between this paragraph and the one above it: a page does not show to which of them it belongs. Word prints lines of one
     * height alike; else the most that it can be, since some programs leave out above a paragraph what its lines have beyond single ones.
     */
    private Double spaceBefore(PdfRow first, Double step, int page) {
        if (above == null || side != null || abovePage != page || first.y() <= above.y()) {
            return null;
        }
        double own = step != null ? step : pitch * first.size() / bodySize;
        boolean alike = byWord && step != null && aboveStep != null && Math.abs(step - aboveStep) < SAME_STEP;
        double beyond = alike || step == null ? 0 : Math.max(0, step - Layout.SINGLE_LINE * first.size());
        return Math.max(0, round(first.y() - above.y() - own + beyond));
    }

    private Alignment alignment(List<PdfRow> rows) {
        List<PdfRow> reaching = rows.subList(0, Math.max(1, rows.size() - 1));
        boolean toRight = reaching.stream().allMatch(row -> Math.abs(row.right() - body.right) < SAME);
        if (rows.size() > 1 && rows.stream().allMatch(this::centred)) {
            return Alignment.CENTER;
        }
        if (rows.size() > 1) {
            return toRight ? Alignment.JUSTIFIED : Alignment.LEFT;
        }
        boolean far = rows.get(0).left() > (body.left + body.right) / 2;
        return centred(rows.get(0)) ? Alignment.CENTER : toRight && far ? Alignment.RIGHT : Alignment.LEFT;
    }

    /** In a column the rows tell of each other: those of one middle are centred, those of one edge are not; null for one alone. */
    private Alignment inColumn(List<PdfRow> rows) {
        PdfRow first = rows.get(0);
        boolean middle = false;
        boolean edge = false;
        for (PdfRow other : side) {
            boolean wider = Math.abs((other.right() - other.left()) - (first.right() - first.left())) > SAME * 2;
            middle |= wider && Math.abs(other.center() - first.center()) < SAME * 2;
            edge |= wider && Math.abs(other.left() - first.left()) < SAME / 2;
        }
        return edge ? Alignment.LEFT : middle ? Alignment.CENTER : null;
    }

    // ---- ruled tables ----

    private void grid(PdfItem.Grid item, int page) throws ReadFailure {
        PdfGrid grid = item.grid();
        if (!openTable.isEmpty() && !sameColumns(openTableXs, grid.xs())) {
            closeTable();
        }
        openTableXs = grid.xs();
        Map<Integer, List<Glyph>> cells = new HashMap<>();
        for (Glyph g : item.glyphs()) {
            int r = field(grid.ys(), g.y() - g.size() * 0.3);
            int c = field(grid.xs(), g.x() + g.width() / 2);
            cells.computeIfAbsent(grid.cell()[r][c], k -> new ArrayList<>()).add(g);
        }
        for (int r = 0; r < grid.rows(); r++) {
            List<Table.Cell> row = new ArrayList<>();
            for (int c = 0; c < grid.columns(); ) {
                int id = grid.cell()[r][c];
                int span = 1;
                while (c + span < grid.columns() && grid.cell()[r][c + span] == id) {
                    span++;
                }
                boolean merged = r > 0 && grid.cell()[r - 1][c] == id;
                builder.open();
                if (!merged) {
                    cellText(cells.getOrDefault(id, List.of()), grid.xs()[c + span], page);
                }
                row.add(new Table.Cell(c, span, merged, builder.close()));
                c += span;
            }
            openTable.add(new Table.Row(row));
        }
    }

    private static int field(double[] edges, double at) {
        int i = 0;
        while (i + 2 < edges.length && at > edges[i + 1]) {
            i++;
        }
        return i;
    }

    private static boolean sameColumns(double[] a, double[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > 6) {
                return false;
            }
        }
        return true;
    }

    private void cellText(List<Glyph> glyphs, double rightEdge, int page) throws ReadFailure {
        List<PdfRow> paragraph = new ArrayList<>();
        for (PdfRow row : PdfRow.rows(glyphs)) {
            if (!paragraph.isEmpty()) {
                PdfRow last = paragraph.get(paragraph.size() - 1);
                boolean room = last.right() + row.firstWordWidth() + row.size() * 0.35 < rightEdge - 8;
                if (row.y() - last.y() > last.size() * 1.9
                        || LIST_START.matcher(row.text().strip()).matches() && room) {
                    emit(paragraph, page);
                    paragraph = new ArrayList<>();
                }
            }
            paragraph.add(row);
        }
        if (!paragraph.isEmpty()) {
            emit(paragraph, page);
        }
    }

    private void closeTable() {
        builder.table(openTable, true);
        openTable = new ArrayList<>();
    }
}
