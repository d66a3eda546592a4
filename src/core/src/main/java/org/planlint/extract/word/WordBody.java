package org.planlint.extract.word;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.planlint.extract.CountingStream;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.LegacyFonts;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Xml;
import org.planlint.extract.word.WordStyles.ParaProps;
import org.planlint.extract.word.WordStyles.RunProps;
import org.planlint.text.DrawnLine;
import org.planlint.text.Marks;
import org.planlint.text.PageNumbering;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.Place;
import org.planlint.text.Revision;
import org.planlint.text.Table;

/** Walks WordprocessingML in reading order. Wrappers that it does not know are transparent. */
final class WordBody {
    /** Where nothing says otherwise. */
    private static final String BLACK = "000000";

    private final DocumentBuilder builder;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final boolean paged;
    private final boolean old;
    private final DocxPlaces places;
    /** The body's stream while it is read; null in headers, footers and notes, whose places nobody asks for. */
    private CountingStream counted;

    private int page;
    private int insertions;
    private int depth;
    private boolean ownDeletion;
    private boolean ownInsertion;
    /** The style of the table in which the stream stands; null outside tables, empty for none. */
    private String tableStyle;
    /** A page was turned by hand; the turning that Word noted behind it is the same one. */
    private boolean turned;

    private int letters;

    private final List<WordSection> sections = new ArrayList<>();
    /** Where the section begins that is read; its page is 0 until its first words come. */
    private int sectionParagraph;

    private int sectionPage;
    private boolean sectionEnds;
    /** The paragraph before this one in the same cell or the body; null for none. */
    private Neighbour above;

    private record Neighbour(Paragraph paragraph, ParaProps props) {}

    /** The number that the header or footer shows which is read; null for none. */
    private PageNumbering.Shown number;

    private Place asidePlace;

    WordBody(
            DocumentBuilder builder,
            WordStyles styles,
            WordNumbering numbering,
            boolean paged,
            boolean old,
            DocxPlaces places) {
        this.builder = builder;
        this.styles = styles;
        this.numbering = numbering;
        this.paged = paged;
        this.old = old;
        this.places = places;
        this.page = paged ? 1 : 0;
        this.sectionPage = page;
    }

    /** The sections in their order. */
    List<WordSection> sections() {
        return sections;
    }

    /** How many characters the body has. */
    int letters() {
        return letters;
    }

    /** How many pages Word counted when it last showed the file; 0 where it left no word of it. */
    int pages() {
        return page;
    }

    void readBody(CountingStream in) throws XMLStreamException, ReadFailure {
        counted = in;
        while (in.hasNext()) {
            if (in.next() == XMLStreamReader.START_ELEMENT && in.getLocalName().equals("body")) {
                blocks(in, "body", false);
            }
        }
    }

    /**
     * Reads the paragraphs of a header, footer or notes part. Its separators and empty lines are left out.
     *
     * @return the page number that it shows; null for none
     */
    PageNumbering.Shown readAside(XMLStreamReader in, Place place) throws XMLStreamException, ReadFailure {
        int kept = page;
        page = 0;
        counted = null;
        number = null;
        asidePlace = place;
        int tables = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.START_ELEMENT && in.getLocalName().equals("p")) {
                Words words = words(in, false);
                int index = -1;
                if (!words.text.toString().isBlank()) {
                    index = builder.aside(place, words.text.toString(), 0, words.props.layout(), words.runs)
                            .index();
                }
                number = number != null ? number : shown(words, index, place, tables > 0);
            } else if (event == XMLStreamReader.START_ELEMENT) {
                tables += in.getLocalName().equals("tbl") ? 1 : 0;
                if (in.getLocalName().equals("Fallback")) {
                    Xml.skip(in);
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                tables -= in.getLocalName().equals("tbl") ? 1 : 0;
            }
        }
        page = kept;
        return number;
    }

    /** In a cell or a box its own alignment says nothing of its place on the page. */
    private static PageNumbering.Shown shown(Words words, int paragraph, Place place, boolean apart) {
        return words.number.shown(
                words.text.toString(),
                words.runs,
                paragraph,
                place,
                before -> apart ? null : words.number.alignment(words.props, before));
    }

    void readComments(XMLStreamReader in) throws XMLStreamException, ReadFailure {
        String author = null;
        StringBuilder text = new StringBuilder();
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.START_ELEMENT && in.getLocalName().equals("comment")) {
                author = Xml.attr(in, "author");
                text.setLength(0);
            } else if (event == XMLStreamReader.START_ELEMENT
                    && in.getLocalName().equals("t")) {
                text.append(in.getElementText());
            } else if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("comment")) {
                if (!Marks.AUTHOR.equals(author) && !Marks.FIXER.equals(author)) {
                    builder.revision(new Revision(Revision.Kind.COMMENT, author, text.toString(), -1));
                }
            }
        }
    }

    private void blocks(XMLStreamReader in, String end, boolean boxed) throws XMLStreamException, ReadFailure {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals(end)) {
                return;
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "p" -> paragraph(in, boxed);
                case "tbl" -> table(in);
                case "sectPr" -> section(in);
                case "sdtPr", "sdtEndPr", "Fallback", "tcPr" -> Xml.skip(in);
                default -> {}
            }
        }
    }

    private void paragraph(XMLStreamReader in, boolean boxed) throws XMLStreamException, ReadFailure {
        int startPage = page;
        int element = counted == null ? -1 : counted.element();
        Neighbour before = boxed ? null : above;
        Words words = words(in, true);
        int on = words.text.length() == 0 || words.pageAtFirstWord == 0 ? startPage : words.pageAtFirstWord;
        closeUp(before, words.props);
        Paragraph paragraph = boxed
                ? builder.boxed(words.text.toString(), words.label, words.props.layout(), words.runs)
                : builder.paragraph(words.text.toString(), words.label, on, null, words.props.layout(), words.runs);
        if (!boxed) {
            above = new Neighbour(paragraph, words.props);
        }
        if (counted == null) {
            number = number != null ? number : shown(words, paragraph.index(), asidePlace, true);
        }
        lines(words, paragraph, on, before);
        sectionPage = sectionPage == 0 && words.pageAtFirstWord > 0 ? words.pageAtFirstWord : sectionPage;
        if (sectionEnds && !boxed) {
            nextSection();
        }
        if (places != null && counted != null) {
            places.put(paragraph.index(), element, words.pieces);
        }
    }

    /** Leaves out the spaces between two of one style that want none. */
    private void closeUp(Neighbour before, ParaProps here) {
        if (before == null || !Objects.equals(before.props.style, here.style)) {
            return;
        }
        if (Boolean.TRUE.equals(before.props.contextual)) {
            builder.closeUp(before.paragraph);
        }
        if (Boolean.TRUE.equals(here.contextual)) {
            here.before = 0.0;
        }
    }

    private void lines(Words words, Paragraph paragraph, int on, Neighbour before) {
        for (Double length : words.lines) {
            builder.line(new DrawnLine(DrawnLine.How.DRAWN, on, null, paragraph.index(), length));
        }
        if (Boolean.TRUE.equals(words.props.ruledBelow)) {
            builder.line(new DrawnLine(DrawnLine.How.BORDER, on, null, paragraph.index(), null));
        }
        if (Boolean.TRUE.equals(words.props.ruledAbove)
                && before != null
                && !Boolean.TRUE.equals(before.props.ruledAbove)) {
            builder.line(new DrawnLine(DrawnLine.How.BORDER, on, null, before.paragraph.index(), null));
        }
    }

    /** A paragraph as it is read; its properties are null until its first run or its end. */
    static final class Words {
        final StringBuilder text = new StringBuilder();
        final List<Run> runs = new ArrayList<>();
        final List<DocxPlaces.Piece> pieces = new ArrayList<>();
        ParaProps props;
        int label;
        int pageAtFirstWord;
        /** The lengths in points of the lines that are drawn in it; null where a group hides one. */
        final List<Double> lines = new ArrayList<>();

        final WordPageNumber number = new WordPageNumber();
        /** Deletions that are open where the stream stands. */
        int deletions;
    }

    /** Reads a w:p: its text with list number, and its runs. Text boxes in it become paragraphs before it. */
    private Words words(XMLStreamReader in, boolean numbered) throws XMLStreamException, ReadFailure {
        if (++depth > 60) {
            throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, "text boxes nested too deeply");
        }
        Words words = new Words();
        ParaProps direct = new ParaProps();
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                if (in.getLocalName().equals("p")) {
                    break;
                }
                changeEnds(in.getLocalName(), words);
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "pPr" -> paragraphProperties(in, direct);
                case "ins", "del", "moveFrom" -> changeBegins(in, words);
                case "fldSimple" -> words.number.begins(Xml.attr(in, "instr"), words.text.length());
                case "r" -> {
                    if (words.props == null) {
                        words.props = styles.resolve(direct, numbering, tableStyle);
                        label(words, numbered);
                    }
                    run(in, words);
                }
                case "Fallback", "sdtPr", "sdtEndPr" -> Xml.skip(in);
                default -> {}
            }
        }
        if (words.props == null) {
            words.props = styles.resolve(direct, numbering, tableStyle);
        }
        depth--;
        return words;
    }

    private void changeBegins(XMLStreamReader in, Words words) throws XMLStreamException {
        boolean inserts = in.getLocalName().equals("ins");
        if (inserts ? isOwn(in) : isMended(in)) {
            Xml.skip(in);
        } else if (inserts && isMended(in)) {
            ownInsertion = true;
        } else if (inserts) {
            insertions++;
        } else {
            ownDeletion = isOwn(in);
            words.deletions += ownDeletion ? 0 : 1;
        }
    }

    private void changeEnds(String name, Words words) {
        if (name.equals("fldSimple")) {
            words.number.ends(words.text.length());
        } else if (name.equals("ins")) {
            insertions -= ownInsertion ? 0 : 1;
            ownInsertion = false;
        } else if (name.equals("del") || name.equals("moveFrom")) {
            words.deletions -= ownDeletion ? 0 : 1;
            ownDeletion = false;
        }
    }

    /** A proposal of PlanLint's own, which nobody has accepted yet: what it deletes still stands, what it inserts does not. */
    private static boolean isOwn(XMLStreamReader in) {
        return Marks.AUTHOR.equals(Xml.attr(in, "author"));
    }

    /** What PlanLint was asked to mend stands as it mended it. */
    private static boolean isMended(XMLStreamReader in) {
        return Marks.FIXER.equals(Xml.attr(in, "author"));
    }

    private void label(Words words, boolean numbered) {
        String numId = words.props.numId;
        if (numbered && numId != null && !numId.equals("0")) {
            String label = numbering.next(numId, numbering.levelOf(words.props));
            words.text.append(label);
            words.label = label.length();
        }
    }

    private void paragraphProperties(XMLStreamReader in, ParaProps into) throws XMLStreamException {
        int level = 1;
        while (level > 0) {
            int event = in.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                String name = in.getLocalName();
                if (name.equals("sectPr")) {
                    section(in);
                    continue;
                }
                if (name.equals("pPrChange") || name.equals("rPr")) {
                    Xml.skip(in);
                    continue;
                }
                level++;
                WordStyles.paragraphProperty(name, attribute -> Xml.attr(in, attribute), into);
            } else if (event == XMLStreamReader.END_ELEMENT) {
                level--;
            }
        }
    }

    /** A w:r as it was typed: style, old fonts and capitals are not resolved yet. */
    private static final class Typed {
        final RunProps direct = new RunProps();
        final StringBuilder text = new StringBuilder();
        final List<DocxPlaces.Piece> pieces = new ArrayList<>();
        final WordDrawing drawing = new WordDrawing();
    }

    private void run(XMLStreamReader in, Words words) throws XMLStreamException, ReadFailure {
        Typed typed = typed(in, words);
        if (typed.text.length() > 0 && words.deletions <= 0) {
            append(typed, words);
        }
    }

    private Typed typed(XMLStreamReader in, Words words) throws XMLStreamException, ReadFailure {
        Typed typed = new Typed();
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("r")) {
                break;
            }
            if (event == XMLStreamReader.END_ELEMENT) {
                typed.drawing.ends(in.getLocalName(), words.lines);
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            int before = typed.text.length();
            int element = counted == null ? -1 : counted.element();
            content(in, typed, words);
            if (places != null && element >= 0 && typed.text.length() > before) {
                typed.pieces.add(new DocxPlaces.Piece(before, typed.text.length(), element));
            }
        }
        return typed;
    }

    private void content(XMLStreamReader in, Typed into, Words words) throws XMLStreamException, ReadFailure {
        String name = in.getLocalName();
        switch (name) {
            case "fldChar" -> words.number.mark(Xml.attr(in, "fldCharType"), words.text.length() + into.text.length());
            case "instrText" ->
                words.number.instruction(
                        in.getElementText(), () -> styles.resolve(into.direct, words.props.style, tableStyle));
            case "rPr" -> runProperties(in, into.direct);
            case "t" -> into.text.append(in.getElementText());
            case "delText" -> {
                String gone = in.getElementText();
                if (ownDeletion) {
                    into.text.append(gone);
                } else if (!gone.isBlank()) {
                    builder.revision(new Revision(Revision.Kind.DELETION, null, gone, builder.nextIndex()));
                }
            }
            case "tab" -> into.text.append('\t');
            case "ptab" -> {
                into.text.append('\t');
                words.number.aligned(Xml.attr(in, "alignment"));
            }
            case "br", "cr" -> {
                if ("page".equals(Xml.attr(in, "type"))) {
                    turnPage();
                    turned = true;
                } else {
                    into.text.append('\n');
                }
            }
            case "lastRenderedPageBreak" -> {
                if (!turned) {
                    turnPage();
                }
                turned = false;
            }
            case "pgNum" -> words.number.alone(words.text.length() + into.text.length());
            case "noBreakHyphen" -> into.text.append('-');
            case "softHyphen" -> {}
            case "sym" -> into.text.append(symbol(Xml.attr(in, "char")));
            case "txbxContent" -> {
                into.drawing.holdsText();
                String outer = tableStyle;
                tableStyle = null;
                blocks(in, "txbxContent", true);
                tableStyle = outer;
            }
            case "Fallback" -> Xml.skip(in);
            default -> into.drawing.begins(name, in);
        }
    }

    /** Resolves what was typed, and adds it to the paragraph as Word shows it. */
    private void append(Typed typed, Words words) {
        RunProps props = styles.resolve(typed.direct, words.props.style, tableStyle);
        String decoded = old ? LegacyFonts.decode(props.font, typed.text.toString()) : typed.text.toString();
        String shown = Boolean.TRUE.equals(props.caps) ? decoded.toUpperCase(Locale.ROOT) : decoded;
        if (!shown.isBlank()) {
            words.pageAtFirstWord = words.pageAtFirstWord == 0 ? page : words.pageAtFirstWord;
            turned = false;
        }
        if (insertions > 0 && !shown.isBlank()) {
            builder.revision(new Revision(Revision.Kind.INSERTION, null, shown, builder.nextIndex()));
        }
        int start = words.text.length();
        letters += shown.length();
        words.text.append(shown);
        if (shown.length() == typed.text.length()) {
            words.pieces.addAll(DocxPlaces.shift(typed.pieces, start));
        } else if (!typed.pieces.isEmpty()) {
            words.pieces.add(new DocxPlaces.Piece(
                    start, words.text.length(), typed.pieces.get(0).element()));
        }
        words.runs.add(new Run(
                start,
                words.text.length(),
                props.font,
                props.size == null ? null : props.size / 2,
                Boolean.TRUE.equals(props.bold),
                Boolean.TRUE.equals(props.italic),
                Boolean.TRUE.equals(props.underline),
                props.color == null ? BLACK : props.color,
                Boolean.TRUE.equals(props.hidden),
                Boolean.TRUE.equals(props.highlighted)));
    }

    private void turnPage() {
        if (paged) {
            page++;
        }
    }

    /** A character of a symbol font; the ones that plans use are dashes and bullets. */
    private static String symbol(String code) {
        try {
            int c = Integer.parseInt(code, 16);
            return c >= 0xF020 && c <= 0xF07E ? String.valueOf((char) (c - 0xF000)) : "•";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private void runProperties(XMLStreamReader in, RunProps into) throws XMLStreamException {
        int level = 1;
        while (level > 0) {
            int event = in.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                if (in.getLocalName().equals("rPrChange")) {
                    Xml.skip(in);
                    continue;
                }
                level++;
                styles.runProperty(in.getLocalName(), attribute -> Xml.attr(in, attribute), into);
            } else if (event == XMLStreamReader.END_ELEMENT) {
                level--;
            }
        }
    }

    private void table(XMLStreamReader in) throws XMLStreamException, ReadFailure {
        String outer = tableStyle;
        tableStyle = "";
        rows(in);
        tableStyle = outer;
        above = null;
    }

    private void rows(XMLStreamReader in) throws XMLStreamException, ReadFailure {
        List<Table.Row> rows = new ArrayList<>();
        List<CellProps> lined = new ArrayList<>();
        Paragraph over = above == null ? null : above.paragraph;
        boolean ruled = false;
        List<Table.Cell> cells = new ArrayList<>();
        int column = 0;
        while (in.hasNext()) {
            int event = in.next();
            String name = event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT
                    ? in.getLocalName()
                    : "";
            if (event == XMLStreamReader.END_ELEMENT) {
                if (name.equals("tbl")) {
                    break;
                }
                if (name.equals("tr")) {
                    rows.add(new Table.Row(cells));
                }
                continue;
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (name) {
                case "tblPr" -> ruled = tableProperties(in);
                case "tr" -> {
                    cells = new ArrayList<>();
                    column = 0;
                }
                case "gridBefore" -> {
                    Double skipped = Xml.number(Xml.attr(in, "val"));
                    column += skipped == null ? 0 : skipped.intValue();
                }
                case "tc" -> {
                    CellProps props = new CellProps();
                    builder.open();
                    above = null;
                    cell(in, props);
                    ruled |= props.ruled;
                    props.over = rows.isEmpty() ? over : null;
                    lined.add(props);
                    cells.add(new Table.Cell(column, props.span, props.merged, builder.close()));
                    column += props.span;
                }
                case "sdtPr", "sdtEndPr", "Fallback" -> Xml.skip(in);
                default -> {}
            }
        }
        builder.table(rows, ruled);
        boolean grid = lined.stream().anyMatch(cell -> cell.sides.contains("left") || cell.sides.contains("start"));
        for (CellProps cell : lined) {
            if (!grid && cell.sides.contains("top") && cell.over != null) {
                builder.line(
                        new DrawnLine(DrawnLine.How.BORDER, cell.over.page(), null, cell.over.index(), cell.width));
            }
            if (!grid && cell.sides.contains("bottom") && cell.last != null) {
                builder.line(
                        new DrawnLine(DrawnLine.How.BORDER, cell.last.page(), null, cell.last.index(), cell.width));
            }
        }
    }

    private static final class CellProps {
        int span = 1;
        boolean merged;
        boolean ruled;
        /** Of its borders those that are drawn. */
        Set<String> sides = Set.of();
        /** In points. */
        Double width;

        /** Above the table, of a cell of its first row; the cell's upper border is a line under it. */
        Paragraph over;

        Paragraph last;
    }

    private void cell(XMLStreamReader in, CellProps props) throws XMLStreamException, ReadFailure {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("tc")) {
                props.last = above == null ? null : above.paragraph;
                return;
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "p" -> paragraph(in, false);
                case "tbl" -> table(in);
                case "gridSpan" -> {
                    Double span = Xml.number(Xml.attr(in, "val"));
                    props.span = span == null ? 1 : Math.max(1, Math.min(span.intValue(), 100));
                }
                case "vMerge" -> props.merged = !"restart".equals(Xml.attr(in, "val"));
                case "tcBorders" -> {
                    props.sides = drawn(in, "tcBorders");
                    props.ruled |= !props.sides.isEmpty();
                }
                case "tcW" -> {
                    if ("dxa".equals(Xml.attr(in, "type"))) {
                        props.width = points(Xml.attr(in, "w"), 0);
                    }
                }
                case "sdtPr", "sdtEndPr", "Fallback" -> Xml.skip(in);
                default -> {}
            }
        }
    }

    private boolean tableProperties(XMLStreamReader in) throws XMLStreamException {
        Boolean own = null;
        String style = null;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("tblPr")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && in.getLocalName().equals("tblBorders")) {
                own = !drawn(in, "tblBorders").isEmpty();
            } else if (event == XMLStreamReader.START_ELEMENT
                    && in.getLocalName().equals("tblStyle")) {
                style = Xml.attr(in, "val");
                tableStyle = style == null ? "" : style;
            }
        }
        return own != null ? own : styles.drawsLines(style);
    }

    /** Those sides of a border that are drawn. */
    private static Set<String> drawn(XMLStreamReader in, String end) throws XMLStreamException {
        Set<String> drawn = new HashSet<>();
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals(end)) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                String val = Xml.attr(in, "val");
                if (val != null && !val.equals("nil") && !val.equals("none")) {
                    drawn.add(in.getLocalName());
                }
            }
        }
        return drawn;
    }

    private void section(XMLStreamReader in) throws XMLStreamException {
        sections.add(WordSection.read(in, sectionParagraph, sectionPage));
        sectionEnds = true;
    }

    /** The section ends with the paragraph that has just been read. */
    private void nextSection() {
        sectionEnds = false;
        sectionParagraph = builder.nextIndex();
        sectionPage = 0;
    }

    private static double points(String twips, double otherwise) {
        Double value = Xml.number(twips);
        return value == null ? otherwise : value / 20;
    }
}
