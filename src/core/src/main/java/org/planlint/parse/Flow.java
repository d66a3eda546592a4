package org.planlint.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.text.Block;
import org.planlint.text.Document;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;
import org.planlint.text.Place;
import org.planlint.text.Table;
import org.planlint.text.TextLine;
import org.planlint.words.FixedWords;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/**
 * The first step: the body of a document as lines in reading order. Two columns that a file writes on one line (the
 * letterhead, the recipients beside the signature) are taken apart here, so that no parser meets them.
 */
final class Flow {
    private static final Sought NATIONAL_TITLE = new Sought(FixedWords.NATIONAL_TITLE + "|" + FixedWords.PARTY_TITLE);
    private static final Sought MOTTO = new Sought(FixedWords.MOTTO_WITH_DASH);
    private static final List<Sought> LETTERHEAD = List.of(NATIONAL_TITLE, MOTTO);
    /** What stands on the right of a letterhead; behind a gap the motto needs no dash. */
    private static final Pattern RIGHT_OF_HEAD =
            Pattern.compile(NATIONAL_TITLE.pattern().pattern() + "|" + FixedWords.MOTTO_BEGUN);

    private static final Pattern PLACE_AND_DATE = Pattern.compile("\\p{Lu}[^,;:()/]{1,40}?,?\\s*"
            + "(?:[Nn]gày[\\s.…_\\d]*[Tt]háng[\\s.…_\\d]*[Nn]ăm|(?:[Nn]gày)?\\s*\\d{1,2}\\s?[/.-]\\s?\\d{1,2}).*");
    private static final Pattern NUMBER_AND_DATE = Pattern.compile("^(" + Pieces.NUMBER_LABEL
            + " ?:?.{0,30}?/ ?[\\p{L}\\d&.\\-–]+(?: ?[-–] ?[\\p{Lu}\\d&.]+)*)\\s+(\\p{Lu}[^,]{1,40}, ?ngày ?[.…\\d "
            + Pieces.ILLEGIBLE + "].*)$");
    /** A row of a scan on which the number stands a little lower than the date. */
    private static final Pattern DATE_AND_NUMBER =
            Pattern.compile("^.{0,60}NGAY.{0,40}AM \\d{4} {1,3}([S5§][OEA](?: ?[:;.,]|.{0,10}[-/ ] ?KH ?[-/]).*)$");

    private static final Pattern RECIPIENTS_AND_MORE = Pattern.compile("^(Nơi nhận ?:?)\\s+(\\S.*)$");
    /** A recipient and the title beside it, where a picture's gap between columns was not seen. */
    private static final Pattern ITEM_AND_TITLE = Pattern.compile("^[-–~] .*?[;.,] (?<title>(?:PHO )?"
            + Vocabulary.of("signature").get("titles").folded().any() + "|(?:TM|KT|TL|TUQ)\\. ?[A-Z ]+)$");

    private static final Pattern GAP =
            Pattern.compile("\\S(\\t[\\t ]*|[ \\u00A0]{4,}|[ \\u00A0]?\\|[ \\u00A0]?)(?=\\S)");
    /** What a page's table leaves at the edges of its cells. */
    private static final String CELL_EDGES = "| \t\u00A0";

    private static final Pattern ITEM = Pattern.compile("^" + Pieces.DASH_OR_PLUS);

    private static final int FEWEST_LETTERS = 3;

    private static final int NO_PAGE = -1;

    private final Document document;
    private final List<BareLine> lines = new ArrayList<>();
    private final Map<Table, Boolean> layoutTables = new IdentityHashMap<>();
    private final List<Table> dataTables = new ArrayList<>();
    /** Paragraphs as they were read: those of tables are asked for again and again. */
    private final Map<Paragraph, NormalText> whole = new IdentityHashMap<>();

    private final Repair repair;
    /** Null while it is not known, on the first reading. */
    private Recognition recognition;

    private boolean beforeBody = true;
    private boolean atSignature;
    /** The page of the last recipients. */
    private int signaturePage = NO_PAGE;

    /** @param repair sets right what was recognised from pictures */
    Flow(Document document, Repair repair) {
        this.document = document;
        this.repair = repair;
        read();
        recognition = Recognition.of(document, lines);
        if (recognition.made()) {
            lines.clear();
            layoutTables.clear();
            dataTables.clear();
            beforeBody = true;
            atSignature = false;
            signaturePage = NO_PAGE;
            read();
            Numerals.repair(lines, recognition);
            Decimals.repair(lines, recognition);
            PlacesOfIssue.repair(lines, recognition);
            repair.titlesOfSigners(lines, recognition);
        }
    }

    private void read() {
        Set<Integer> inBody = new HashSet<>();
        document.bodyParagraphs().forEach(paragraph -> inBody.add(paragraph.index()));
        for (Paragraph paragraph : document.paragraphs()) {
            if (paragraph.place() == Place.TEXT_BOX && !inBody.contains(paragraph.index())) {
                add(paragraph, null, 0, 0);
            }
        }
        walk(document.blocks(), null, 0, 0);
    }

    /** Which of it was recognised from pictures. */
    Recognition recognition() {
        return recognition;
    }

    /** The characters as they were printed, as far as that can be told of what was recognised. */
    private NormalText normal(Paragraph paragraph, int from, int to) {
        NormalText read = from == 0 && to == paragraph.text().length()
                ? whole.computeIfAbsent(paragraph, all -> NormalText.of(all, 0, to))
                : NormalText.of(paragraph, from, to);
        return recognition == null || !recognition.made(paragraph)
                ? read
                : repair.line(read, beforeBody && paragraph.page() != signaturePage, recognition.legibility(paragraph));
    }

    Document document() {
        return document;
    }

    List<BareLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Tables that hold data, in reading order; those that only place the letterhead or signature are left out. */
    List<Table> dataTables() {
        return Collections.unmodifiableList(dataTables);
    }

    private boolean isData(Table table) {
        return table != null && !layoutTables.getOrDefault(table, false);
    }

    private void walk(List<Block> blocks, Table table, int row, int column) {
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                add(paragraph, table, row, column);
            } else if (block instanceof Table inner) {
                boolean layout = placesOnly(inner);
                layoutTables.put(inner, layout);
                if (!layout) {
                    dataTables.add(inner);
                }
                for (int r = 0; r < inner.rows().size(); r++) {
                    for (Table.Cell cell : inner.rows().get(r).cells()) {
                        walk(cell.blocks(), inner, r, cell.column());
                    }
                }
            }
        }
    }

    /** A table without lines, or one that holds the letterhead or the recipients, only places text side by side. */
    private boolean placesOnly(Table table) {
        int columns = 0;
        for (Table.Row row : table.rows()) {
            columns = Math.max(columns, row.cells().size());
            for (Table.Cell cell : row.cells()) {
                for (Block block : cell.blocks()) {
                    if (block instanceof Paragraph p) {
                        String folded = normal(p, 0, p.text().length()).folded();
                        if (NATIONAL_TITLE.in(folded)
                                || folded.startsWith(FixedWords.RECIPIENTS)
                                || MOTTO.in(folded)
                                || table.rows().size() == 1
                                        && Signatures.isTitle(p.text().strip())) {
                            return true;
                        }
                    }
                }
            }
        }
        return Boolean.FALSE.equals(table.ruled())
                && columns <= 3
                && table.rows().size() <= 4;
    }

    private void add(Paragraph paragraph, Table table, int row, int column) {
        String text = paragraph.text();
        int from = 0;
        while (from <= text.length()) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            int begin = beforeBody && table == null ? behindEdge(text, from, to) : from;
            for (int end : ends(paragraph, begin, to)) {
                int cut = beforeBody && table == null ? beforeEdge(text, begin, end) : end;
                NormalText normal = normal(paragraph, begin, cut);
                if (!normal.text().isEmpty()) {
                    split(paragraph, begin, cut, normal, table, row, column);
                }
                begin = end;
            }
            from = to + 1;
        }
    }

    private static int behindEdge(String text, int from, int to) {
        int at = from;
        while (at < to && CELL_EDGES.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int beforeEdge(String text, int from, int to) {
        int at = to;
        while (at > from && CELL_EDGES.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    /**
     * Where its lines end. Of lines in capitals on a picture, whose type and place tell little, each printed one stands by
     * itself in the letterhead, and where a title opens it.
     */
    private List<Integer> ends(Paragraph paragraph, int from, int to) {
        List<Integer> ends = new ArrayList<>();
        if (recognition != null && recognition.isOfPicture(paragraph)) {
            for (TextLine line : paragraph.lines()) {
                int at = line.start();
                if (at > from
                        && at < to
                        && (beforeBody || isCapitals(paragraph.text().substring(from, to)))) {
                    String rest = normal(paragraph, at, to).text();
                    if (beforeBody || Signatures.isTitle(rest)) {
                        ends.add(at);
                    }
                }
            }
        }
        ends.add(to);
        return ends;
    }

    private static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    private void split(Paragraph paragraph, int from, int to, NormalText normal, Table table, int row, int column) {
        int cut = isData(table) ? -1 : cut(paragraph, from, to, normal);
        if (cut > from && cut < to) {
            int left = beforeBody && table == null ? beforeEdge(paragraph.text(), from, cut) : cut;
            push(paragraph, normal(paragraph, from, left), table, row, column);
            NormalText right = normal(paragraph, cut, to);
            push(paragraph, right, table, row, ITEM.matcher(right.text()).lookingAt() ? column : column + 1);
        } else {
            push(paragraph, normal, table, row, column);
        }
    }

    private void push(Paragraph paragraph, NormalText normal, Table table, int row, int column) {
        if (normal.text().isEmpty() || !isData(table) && isStampedRest(paragraph, normal)) {
            return;
        }
        String folded = normal.folded();
        if (beforeBody
                && (lines.size() > 40
                        || folded.startsWith("KE HOACH") && normal.text().length() < 12)) {
            beforeBody = false;
        }
        if (folded.startsWith(FixedWords.RECIPIENTS)) {
            atSignature = true;
            signaturePage = paragraph.page();
        }
        lines.add(new BareLine(lines.size(), paragraph, normal, table, row, column, isData(table)));
    }

    /** What is read of a stamp or a stroke of the pen beside recipients and signature. */
    private boolean isStampedRest(Paragraph paragraph, NormalText normal) {
        return paragraph.page() == signaturePage
                && recognition != null
                && recognition.isOfPicture(paragraph)
                && normal.text().chars().filter(Character::isLetter).count() < FEWEST_LETTERS;
    }

    /** Where behind a gap the right column of the letterhead begins, or -1. */
    private int gapInHead(Paragraph paragraph, int from, int to) {
        Matcher gap = GAP.matcher(paragraph.text()).region(from, to);
        while (gap.find()) {
            NormalText right = normal(paragraph, gap.end(), to);
            if (RIGHT_OF_HEAD.matcher(right.folded()).lookingAt()
                    || PLACE_AND_DATE.matcher(right.text()).matches()) {
                return gap.end();
            }
        }
        return -1;
    }

    /** Where in the paragraph's own text the right column begins, or -1. */
    private int cut(Paragraph paragraph, int from, int to, NormalText normal) {
        String folded = normal.folded();
        for (Sought head : beforeBody ? LETTERHEAD : List.<Sought>of()) {
            Matcher m = head.first(folded);
            if (m != null && m.start() > 1 && folded.length() < 160) {
                return normal.span(m.start(), m.start() + 1).start();
            }
        }
        Matcher youth = Letterheads.YOUTH_UNION.matcher(folded);
        if (beforeBody && youth.find()) {
            boolean gapUnknown = recognition != null && recognition.isOfPicture(paragraph) && youth.start() > 1;
            return gapUnknown ? normal.span(youth.start(), youth.end()).start() : behindGap(paragraph, from, to);
        }
        Matcher m = NUMBER_AND_DATE.matcher(normal.text());
        if (beforeBody && m.matches()) {
            return normal.span(m.start(2), m.end(2)).start();
        }
        m = DATE_AND_NUMBER.matcher(folded);
        if (beforeBody && recognition != null && recognition.isOfPicture(paragraph) && m.matches()) {
            return normal.span(m.start(1), m.end(1)).start();
        }
        int gapInHead = beforeBody ? gapInHead(paragraph, from, to) : -1;
        if (gapInHead > 0) {
            return gapInHead;
        }
        m = RECIPIENTS_AND_MORE.matcher(normal.text());
        if (m.matches()) {
            return normal.span(m.start(2), m.end(2)).start();
        }
        m = ITEM_AND_TITLE.matcher(folded);
        boolean title = !beforeBody && recognition != null && recognition.isOfPicture(paragraph) && m.matches();
        if (title && isCapitals(normal.text().substring(m.start("title")))) {
            return normal.span(m.start("title"), m.end("title")).start();
        }
        if (!atSignature && Signatures.isTitle(normal.text())) {
            int cut = behindGap(paragraph, from, to);
            atSignature = cut > 0
                    && Signatures.isTitle(paragraph.text().substring(cut, to).strip());
        }
        return atSignature ? behindGap(paragraph, from, to) : -1;
    }

    /** Where the text goes on behind a gap as wide as between columns, or -1. */
    private static int behindGap(Paragraph paragraph, int from, int to) {
        Matcher gap = GAP.matcher(paragraph.text()).region(from, to);
        return gap.find() ? gap.end() : -1;
    }
}
