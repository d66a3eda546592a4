package org.planlint.extract.word;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.planlint.extract.Xml;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.LineRule;

/** The styles of a docx: what a run or paragraph looks like once defaults, theme and inheritance are resolved. */
final class WordStyles {
    /** Run properties; null means not set here. Size in half points, as in the file. */
    static final class RunProps {
        String font;
        Double size;
        Boolean bold;
        Boolean italic;
        Boolean underline;
        Boolean caps;
        Boolean hidden;
        Boolean highlighted;
        String color;
        String style;

        RunProps over(RunProps base) {
            RunProps r = new RunProps();
            r.font = font != null ? font : base.font;
            r.size = size != null ? size : base.size;
            r.bold = bold != null ? bold : base.bold;
            r.italic = italic != null ? italic : base.italic;
            r.underline = underline != null ? underline : base.underline;
            r.caps = caps != null ? caps : base.caps;
            r.hidden = hidden != null ? hidden : base.hidden;
            r.highlighted = highlighted != null ? highlighted : base.highlighted;
            r.color = color != null ? color : base.color;
            return r;
        }
    }

    /** Paragraph properties; null means not set here. Measures in twentieths of a point. */
    static final class ParaProps {
        String style;
        String alignment;
        Double left;
        Double right;
        Double firstLine;
        Double before;
        Double after;
        Double line;
        String lineRule;
        /** Whether the spaces between paragraphs of one style are left out. */
        Boolean contextual;

        String numId;
        Integer level;
        /** Whether a line is drawn above or below. */
        Boolean ruledAbove;

        Boolean ruledBelow;
        /** Of a frame: its place across the page; empty for one that is not said. */
        String frame;
        /** Tab stops from left to right: what stands at each is set to its left, centre or right. */
        SortedMap<Double, String> tabs;

        ParaProps over(ParaProps base) {
            ParaProps p = new ParaProps();
            p.style = style != null ? style : base.style;
            p.alignment = alignment != null ? alignment : base.alignment;
            p.left = left != null ? left : base.left;
            p.right = right != null ? right : base.right;
            p.firstLine = firstLine != null ? firstLine : base.firstLine;
            p.before = before != null ? before : base.before;
            p.after = after != null ? after : base.after;
            p.line = line != null ? line : base.line;
            p.lineRule = lineRule != null ? lineRule : base.lineRule;
            p.contextual = contextual != null ? contextual : base.contextual;
            p.numId = numId != null ? numId : base.numId;
            p.level = level != null ? level : base.level;
            p.ruledAbove = ruledAbove != null ? ruledAbove : base.ruledAbove;
            p.ruledBelow = ruledBelow != null ? ruledBelow : base.ruledBelow;
            p.frame = frame != null ? frame : base.frame;
            p.tabs = joined(base.tabs);
            return p;
        }

        private SortedMap<Double, String> joined(SortedMap<Double, String> base) {
            if (tabs == null || base == null) {
                return tabs == null ? base : tabs;
            }
            SortedMap<Double, String> all = new TreeMap<>(base);
            all.putAll(tabs);
            return all;
        }

        Layout layout() {
            return layout(align(alignment));
        }

        /** What w:jc says, or w:xAlign; to the left where it says nothing. */
        static Alignment align(String word) {
            return word == null
                    ? Alignment.LEFT
                    : switch (word) {
                        case "center" -> Alignment.CENTER;
                        case "right", "end" -> Alignment.RIGHT;
                        case "both", "distribute" -> Alignment.JUSTIFIED;
                        default -> Alignment.LEFT;
                    };
        }

        private Layout layout(Alignment align) {
            LineRule rule = "exact".equals(lineRule)
                    ? LineRule.EXACT
                    : "atLeast".equals(lineRule) ? LineRule.AT_LEAST : LineRule.MULTIPLE;
            double lines = line == null ? 1 : rule == LineRule.MULTIPLE ? line / 240 : line / 20;
            return new Layout(
                    align,
                    points(left),
                    points(right),
                    points(firstLine),
                    points(before),
                    points(after),
                    lines,
                    rule,
                    style);
        }

        private static double points(Double twips) {
            return twips == null ? 0 : twips / 20;
        }
    }

    /** The space that Word sets where it is left to it. */
    private static final double AUTOMATIC = 280;

    /** Styles that are not in the file, and how a table's style sets its first row and other parts. */
    private static final List<String> UNREAD = List.of("w:latentStyles", "w:tblStylePr");
    /** Properties that hold others. */
    private static final Set<String> NESTED = Set.of("numPr", "pBdr", "tabs");

    private final Map<String, WordElement> styles = new HashMap<>();
    private final Map<String, RunProps> runCache = new HashMap<>();
    private final Map<String, ParaProps> paraCache = new HashMap<>();
    private final Map<String, String> themeFonts;
    private final RunProps runDefaults = new RunProps();
    private ParaProps paraDefaults = new ParaProps();
    private String defaultParagraphStyle;
    private String defaultTableStyle;

    /** @param themeFonts as {@link #themeFonts} reads them */
    WordStyles(WordElement styleSheet, Map<String, String> themeFonts) {
        this.themeFonts = themeFonts;
        if (styleSheet == null) {
            return;
        }
        for (WordElement e : styleSheet.children()) {
            if (e.name().equals("docDefaults")) {
                WordElement run = e.path("rPrDefault", "rPr");
                if (run != null) {
                    readRun(run, runDefaults);
                }
                WordElement para = e.path("pPrDefault", "pPr");
                if (para != null) {
                    paraDefaults = readParagraph(para);
                }
            } else if (e.name().equals("style")) {
                String id = e.attr("styleId");
                styles.put(id, e);
                boolean preset = e.attr("default") != null && Xml.isOn(e.attr("default"));
                if (preset && "paragraph".equals(e.attr("type"))) {
                    defaultParagraphStyle = id;
                } else if (preset && "table".equals(e.attr("type"))) {
                    defaultTableStyle = id;
                }
            }
        }
    }

    /** The part without what is often its longer half and says nothing of the text. */
    static byte[] withoutUnread(byte[] styleSheet) {
        String whole = new String(styleSheet, StandardCharsets.ISO_8859_1);
        String text = whole;
        for (String name : UNREAD) {
            text = without(text, name);
        }
        return text.length() == whole.length() ? styleSheet : text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String without(String text, String name) {
        String opening = "<" + name + " ";
        String closing = "</" + name + ">";
        StringBuilder kept = new StringBuilder();
        int done = 0;
        for (int from = text.indexOf(opening); from >= 0; from = text.indexOf(opening, done)) {
            int slash = text.indexOf('>', from) - 1;
            boolean empty = slash > from && text.charAt(slash) == '/';
            int end = empty ? slash : text.indexOf(closing, from);
            if (end < 0) {
                break;
            }
            kept.append(text, done, from);
            done = end + (empty ? "/>".length() : closing.length());
        }
        return done == 0 ? text : kept.append(text, done, text.length()).toString();
    }

    /**
     * The fonts of a theme for Latin letters, by "major" and "minor"; what stands behind them is not read.
     *
     * @throws XMLStreamException if it is not well formed up to there
     */
    static Map<String, String> themeFonts(XMLStreamReader theme) throws XMLStreamException {
        Map<String, String> fonts = new HashMap<>();
        String kind = null;
        while (theme.hasNext() && fonts.size() < 2) {
            boolean opens = theme.next() == XMLStreamReader.START_ELEMENT;
            String name = opens ? theme.getLocalName() : "";
            if (name.equals("majorFont") || name.equals("minorFont")) {
                kind = name.substring(0, "major".length());
            } else if (name.equals("latin") && kind != null) {
                String typeface = Xml.attr(theme, "typeface");
                fonts.putIfAbsent(kind, typeface == null ? "" : typeface);
            }
        }
        return fonts;
    }

    /** The paragraph's properties with its style chain and the defaults below. */
    ParaProps resolve(ParaProps direct) {
        return resolve(direct, WordNumbering.NONE, null);
    }

    /**
     * The same in a table, whose style lies between, and in a list, whose indents are over those of a style that does not name it.
     *
     * @param table null outside tables; empty for one without a style
     */
    ParaProps resolve(ParaProps direct, WordNumbering lists, String table) {
        String style = direct.style != null ? direct.style : defaultParagraphStyle;
        ParaProps ofStyle = styleParagraph(style);
        ParaProps all = direct.over(ofStyle);
        ParaProps level = lists.indents(all);
        if (level != null) {
            all = direct.numId != null ? direct.over(level).over(ofStyle) : all.over(level);
        }
        return (table == null ? all : all.over(styleParagraph(tableStyle(table)))).over(paraDefaults);
    }

    private String tableStyle(String named) {
        return named.isEmpty() ? defaultTableStyle : named;
    }

    /** The run's properties over its character style, its paragraph's style and the defaults. */
    RunProps resolve(RunProps direct, String paragraphStyle) {
        return resolve(direct, paragraphStyle, null);
    }

    /** The same in a table, see {@link #resolve(ParaProps, WordNumbering, String)}. */
    RunProps resolve(RunProps direct, String paragraphStyle, String table) {
        RunProps result = direct;
        if (direct.style != null) {
            result = result.over(styleRun(direct.style));
        }
        String style = paragraphStyle != null ? paragraphStyle : defaultParagraphStyle;
        result = result.over(styleRun(style));
        return (table == null ? result : result.over(styleRun(tableStyle(table)))).over(runDefaults);
    }

    /** Whether a table style draws lines. */
    boolean drawsLines(String tableStyle) {
        Set<String> seen = new HashSet<>();
        for (String id = tableStyle; id != null && seen.add(id); ) {
            WordElement style = styles.get(id);
            if (style == null) {
                return false;
            }
            WordElement borders = style.path("tblPr", "tblBorders");
            if (borders != null) {
                return borders.hasLines();
            }
            id = style.val("basedOn");
        }
        return false;
    }

    private RunProps styleRun(String id) {
        RunProps known = runCache.get(id);
        return known != null ? known : styleRun(id, new HashSet<>());
    }

    private RunProps styleRun(String id, Set<String> seen) {
        if (id == null || !seen.add(id) || !styles.containsKey(id)) {
            return new RunProps();
        }
        RunProps known = runCache.get(id);
        if (known == null) {
            WordElement style = styles.get(id);
            RunProps own = new RunProps();
            WordElement run = style.child("rPr");
            if (run != null) {
                readRun(run, own);
            }
            known = own.over(styleRun(style.val("basedOn"), seen));
            runCache.put(id, known);
        }
        return known;
    }

    private ParaProps styleParagraph(String id) {
        ParaProps known = paraCache.get(id);
        return known != null ? known : styleParagraph(id, new HashSet<>());
    }

    private ParaProps styleParagraph(String id, Set<String> seen) {
        if (id == null || !seen.add(id) || !styles.containsKey(id)) {
            return new ParaProps();
        }
        ParaProps known = paraCache.get(id);
        if (known == null) {
            WordElement style = styles.get(id);
            WordElement para = style.child("pPr");
            ParaProps own = para == null ? new ParaProps() : readParagraph(para);
            known = own.over(styleParagraph(style.val("basedOn"), seen));
            known.style = null;
            paraCache.put(id, known);
        }
        return known;
    }

    private void readRun(WordElement rPr, RunProps into) {
        for (WordElement e : rPr.children()) {
            runProperty(e.name(), e::attr, into);
        }
    }

    /** Reads one child of w:rPr, from a tree or from a stream. */
    void runProperty(String name, java.util.function.UnaryOperator<String> attr, RunProps into) {
        String val = attr.apply("val");
        switch (name) {
            case "rFonts" -> {
                String theme = attr.apply("asciiTheme");
                String font = theme == null
                        ? attr.apply("ascii")
                        : themeFonts.get(theme.startsWith("major") ? "major" : "minor");
                into.font = font != null ? font : attr.apply("hAnsi");
            }
            case "sz" -> into.size = Xml.number(val);
            case "b" -> into.bold = Xml.isOn(val);
            case "i" -> into.italic = Xml.isOn(val);
            case "u" -> into.underline = val != null && !val.equals("none");
            case "caps" -> into.caps = Xml.isOn(val);
            case "vanish" -> into.hidden = Xml.isOn(val);
            case "highlight" -> into.highlighted = val != null && !val.equals("none");
            case "color" -> into.color = val == null || val.equals("auto") ? "000000" : val;
            case "rStyle" -> into.style = val;
            default -> {}
        }
    }

    static ParaProps readParagraph(WordElement pPr) {
        ParaProps p = new ParaProps();
        for (WordElement e : pPr.children()) {
            paragraphProperty(e.name(), e::attr, p);
            if (NESTED.contains(e.name())) {
                for (WordElement inner : e.children()) {
                    paragraphProperty(inner.name(), inner::attr, p);
                }
            }
        }
        return p;
    }

    /** Reads one child of w:pPr, w:numPr, w:pBdr or w:tabs. */
    static void paragraphProperty(String name, java.util.function.UnaryOperator<String> attr, ParaProps into) {
        switch (name) {
            case "pStyle" -> into.style = attr.apply("val");
            case "jc" -> into.alignment = attr.apply("val");
            case "ind" -> {
                into.left = first(Xml.number(attr.apply("left")), Xml.number(attr.apply("start")), into.left);
                into.right = first(Xml.number(attr.apply("right")), Xml.number(attr.apply("end")), into.right);
                Double hanging = Xml.number(attr.apply("hanging"));
                Double firstLine = Xml.number(attr.apply("firstLine"));
                into.firstLine = hanging != null ? Double.valueOf(-hanging) : firstLine;
            }
            case "spacing" -> {
                into.before = space(attr, "before");
                into.after = space(attr, "after");
                into.line = Xml.number(attr.apply("line"));
                into.lineRule = attr.apply("lineRule");
            }
            case "contextualSpacing" -> into.contextual = Xml.isOn(attr.apply("val"));
            case "top" -> into.ruledAbove = Xml.isOn(attr.apply("val")) && !"nil".equals(attr.apply("val"));
            case "bottom" -> into.ruledBelow = Xml.isOn(attr.apply("val")) && !"nil".equals(attr.apply("val"));
            case "framePr" -> into.frame = attr.apply("xAlign") == null ? "" : attr.apply("xAlign");
            case "tab" -> {
                Double at = Xml.number(attr.apply("pos"));
                if (at != null && attr.apply("val") != null) {
                    into.tabs = into.tabs == null ? new TreeMap<>() : into.tabs;
                    into.tabs.put(at, attr.apply("val"));
                }
            }
            case "numId" -> into.numId = attr.apply("val");
            case "ilvl" -> {
                Double level = Xml.number(attr.apply("val"));
                into.level = level == null ? null : Integer.valueOf(level.intValue());
            }
            default -> {}
        }
    }

    /** What is said in lines, or left to the program, is over what is said in twips. */
    private static Double space(java.util.function.UnaryOperator<String> attr, String side) {
        String auto = attr.apply(side + "Autospacing");
        Double lines = Xml.number(attr.apply(side + "Lines"));
        return auto != null && Xml.isOn(auto)
                ? Double.valueOf(AUTOMATIC)
                : lines != null && lines != 0 ? Double.valueOf(lines * 2.4) : Xml.number(attr.apply(side));
    }

    private static Double first(Double... values) {
        for (Double v : values) {
            if (v != null) {
                return v;
            }
        }
        return null;
    }
}
