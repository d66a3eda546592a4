package org.planlint.extract.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.planlint.extract.CountingStream;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.LegacyFonts;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Xml;
import org.planlint.extract.word.WordStyles.ParaProps;
import org.planlint.extract.word.WordStyles.RunProps;
import org.planlint.text.Marks;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.Place;
import org.planlint.text.Revision;
import org.planlint.text.Table;

/** Walks WordprocessingML in reading order. Wrappers that it does not know are transparent. */
final class WordBody {
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
    }

    void readBody(CountingStream in) throws XMLStreamException, ReadFailure {
        counted = in;
        while (in.hasNext()) {
            if (in.next() == XMLStreamReader.START_ELEMENT && in.getLocalName().equals("body")) {
                blocks(in, "body", false);
            }
        }
    }

    /** Reads the paragraphs of a header, footer or notes part. Its separators and empty lines are left out. */
    void readAside(XMLStreamReader in, Place place) throws XMLStreamException, ReadFailure {
        int kept = page;
        page = 0;
        counted = null;
        while (in.hasNext()) {
            if (in.next() == XMLStreamReader.START_ELEMENT && in.getLocalName().equals("p")) {
                Words words = words(in, false);
                if (!words.text.toString().isBlank()) {
                    builder.aside(place, words.text.toString(), 0, words.props.layout(), words.runs);
                }
            }
        }
        page = kept;
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
        Words words = words(in, true);
        int on = words.text.length() == 0 || words.pageAtFirstWord == 0 ? startPage : words.pageAtFirstWord;
        Paragraph paragraph = boxed
                ? builder.boxed(words.text.toString(), words.label, words.props.layout(), words.runs)
                : builder.paragraph(words.text.toString(), words.label, on, null, words.props.layout(), words.runs);
        if (places != null && counted != null) {
            places.put(paragraph.index(), element, words.pieces);
        }
    }

    /** A paragraph as it is read; its properties are null until its first run or its end. */
    private static final class Words {
        final StringBuilder text = new StringBuilder();
        final List<Run> runs = new ArrayList<>();
        final List<DocxPlaces.Piece> pieces = new ArrayList<>();
        ParaProps props;
        int label;
        int pageAtFirstWord;
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
                case "r" -> {
                    if (words.props == null) {
                        words.props = styles.resolve(direct);
                        label(words, numbered);
                    }
                    run(in, words);
                }
                case "Fallback", "sdtPr", "sdtEndPr" -> Xml.skip(in);
                default -> {}
            }
        }
        if (words.props == null) {
            words.props = styles.resolve(direct);
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
        if (name.equals("ins")) {
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
            int level =
                    words.props.level != null ? words.props.level : numbering.levelOfStyle(numId, words.props.style);
            String label = numbering.next(numId, level);
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
                styles.paragraphProperty(name, attribute -> Xml.attr(in, attribute), into);
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
    }

    private void run(XMLStreamReader in, Words words) throws XMLStreamException, ReadFailure {
        Typed typed = typed(in);
        if (typed.text.length() > 0 && words.deletions <= 0) {
            append(typed, words);
        }
    }

    private Typed typed(XMLStreamReader in) throws XMLStreamException, ReadFailure {
        Typed typed = new Typed();
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("r")) {
                break;
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            int before = typed.text.length();
            int element = counted == null ? -1 : counted.element();
            content(in, typed);
            if (places != null && element >= 0 && typed.text.length() > before) {
                typed.pieces.add(new DocxPlaces.Piece(before, typed.text.length(), element));
            }
        }
        return typed;
    }

    private void content(XMLStreamReader in, Typed into) throws XMLStreamException, ReadFailure {
        switch (in.getLocalName()) {
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
            case "tab", "ptab" -> into.text.append('\t');
            case "br", "cr" -> {
                if ("page".equals(Xml.attr(in, "type"))) {
                    turnPage();
                } else {
                    into.text.append('\n');
                }
            }
            case "lastRenderedPageBreak" -> turnPage();
            case "noBreakHyphen" -> into.text.append('-');
            case "softHyphen" -> {}
            case "sym" -> into.text.append(symbol(Xml.attr(in, "char")));
            case "txbxContent" -> blocks(in, "txbxContent", true);
            case "Fallback" -> Xml.skip(in);
            default -> {}
        }
    }

    /** Resolves what was typed, and adds it to the paragraph as Word shows it. */
    private void append(Typed typed, Words words) {
        RunProps props = styles.resolve(typed.direct, words.props.style);
        String decoded = old ? LegacyFonts.decode(props.font, typed.text.toString()) : typed.text.toString();
        String shown = Boolean.TRUE.equals(props.caps) ? decoded.toUpperCase(Locale.ROOT) : decoded;
        if (words.pageAtFirstWord == 0 && !shown.isBlank()) {
            words.pageAtFirstWord = page;
        }
        if (insertions > 0 && !shown.isBlank()) {
            builder.revision(new Revision(Revision.Kind.INSERTION, null, shown, builder.nextIndex()));
        }
        int start = words.text.length();
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
                props.color,
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
        List<Table.Row> rows = new ArrayList<>();
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
                    cell(in, props);
                    ruled |= props.ruled;
                    cells.add(new Table.Cell(column, props.span, props.merged, builder.close()));
                    column += props.span;
                }
                case "sdtPr", "sdtEndPr", "Fallback" -> Xml.skip(in);
                default -> {}
            }
        }
        builder.table(rows, ruled);
    }

    private static final class CellProps {
        int span = 1;
        boolean merged;
        boolean ruled;
    }

    private void cell(XMLStreamReader in, CellProps props) throws XMLStreamException, ReadFailure {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("tc")) {
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
                case "tcBorders" -> props.ruled |= drawn(in, "tcBorders");
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
                own = drawn(in, "tblBorders");
            } else if (event == XMLStreamReader.START_ELEMENT
                    && in.getLocalName().equals("tblStyle")) {
                style = Xml.attr(in, "val");
            }
        }
        return own != null ? own : styles.drawsLines(style);
    }

    private static boolean drawn(XMLStreamReader in, String end) throws XMLStreamException {
        boolean drawn = false;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals(end)) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                String val = Xml.attr(in, "val");
                drawn |= val != null && !val.equals("nil") && !val.equals("none");
            }
        }
        return drawn;
    }

    private void section(XMLStreamReader in) throws XMLStreamException {
        double[] size = {595.3, 841.9};
        Double[] margins = new Double[4];
        boolean differentFirst = false;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("sectPr")) {
                break;
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "pgSz" -> {
                    size[0] = points(Xml.attr(in, "w"), size[0]);
                    size[1] = points(Xml.attr(in, "h"), size[1]);
                }
                case "pgMar" -> {
                    String[] names = {"top", "right", "bottom", "left"};
                    for (int i = 0; i < 4; i++) {
                        String value = Xml.attr(in, names[i]);
                        margins[i] = value == null ? null : Double.valueOf(points(value, 0));
                    }
                }
                case "sectPrChange" -> Xml.skip(in);
                case "titlePg" -> differentFirst = Xml.isOn(Xml.attr(in, "val"));
                default -> {}
            }
        }
        builder.pageFormat(new PageFormat(
                page,
                -1,
                size[0],
                size[1],
                margins[0],
                margins[1],
                margins[2],
                margins[3],
                null,
                null,
                null,
                differentFirst,
                false,
                0));
    }

    private static double points(String twips, double otherwise) {
        Double value = Xml.number(twips);
        return value == null ? otherwise : value / 20;
    }
}
