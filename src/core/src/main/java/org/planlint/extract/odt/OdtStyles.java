package org.planlint.extract.odt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlint.extract.ListLabel;
import org.planlint.extract.Xml;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.LineRule;
import org.w3c.dom.Element;

/** The styles of an OpenDocument text, common and automatic, resolved through their parents and defaults. */
final class OdtStyles {
    /** What one level of a list prints before its items. */
    record Level(ListLabel format, String prefix, String suffix, int shown, int start, String bullet) {}

    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, Element> defaults = new HashMap<>();
    private final Map<String, Level[]> lists = new HashMap<>();
    private final Map<String, String> fonts = new HashMap<>();
    private final List<PageFormat> pageFormats = new ArrayList<>();

    void read(org.w3c.dom.Document tree) {
        for (Element part : Xml.children(tree.getDocumentElement())) {
            switch (part.getLocalName()) {
                case "font-face-decls", "styles", "automatic-styles" ->
                    Xml.children(part).forEach(this::style);
                default -> {}
            }
        }
    }

    private void style(Element e) {
        switch (e.getLocalName()) {
            case "font-face" -> fonts.put(Xml.attr(e, "name"), unquote(Xml.attr(e, "font-family")));
            case "style" -> styles.put(Xml.attr(e, "family") + "/" + Xml.attr(e, "name"), e);
            case "default-style" -> defaults.put(Xml.attr(e, "family"), e);
            case "list-style" -> lists.put(Xml.attr(e, "name"), levels(e));
            case "outline-style" -> lists.put("Outline", levels(e));
            case "page-layout" -> {
                Element p = Xml.child(e, "page-layout-properties");
                if (p != null && Xml.attr(p, "page-width") != null) {
                    pageFormats.add(new PageFormat(
                            0,
                            -1,
                            points(Xml.attr(p, "page-width")),
                            points(Xml.attr(p, "page-height")),
                            points(Xml.attr(p, "margin-top")),
                            points(Xml.attr(p, "margin-right")),
                            points(Xml.attr(p, "margin-bottom")),
                            points(Xml.attr(p, "margin-left")),
                            null,
                            null,
                            null,
                            null,
                            false,
                            0));
                }
            }
            default -> {}
        }
    }

    List<PageFormat> pageFormats() {
        return pageFormats;
    }

    private static Level[] levels(Element listStyle) {
        Level[] levels = new Level[10];
        for (Element e : Xml.children(listStyle)) {
            Double at = Xml.number(Xml.attr(e, "level"));
            if (at == null || at < 1 || at > 10) {
                continue;
            }
            String format = Xml.attr(e, "num-format");
            boolean bullet = e.getLocalName().equals("list-level-style-bullet");
            Double shown = Xml.number(Xml.attr(e, "display-levels"));
            Double start = Xml.number(Xml.attr(e, "start-value"));
            String mark = Xml.attr(e, "bullet-char");
            levels[at.intValue() - 1] = new Level(
                    bullet || format == null
                            ? ListLabel.NONE
                            : switch (format) {
                                case "1" -> ListLabel.DECIMAL;
                                case "I" -> ListLabel.UPPER_ROMAN;
                                case "i" -> ListLabel.LOWER_ROMAN;
                                case "A" -> ListLabel.UPPER_LETTER;
                                case "a" -> ListLabel.LOWER_LETTER;
                                default -> ListLabel.NONE;
                            },
                    orEmpty(Xml.attr(e, "num-prefix")),
                    orEmpty(Xml.attr(e, "num-suffix")),
                    shown == null ? 1 : shown.intValue(),
                    start == null ? 1 : start.intValue(),
                    bullet && mark != null ? mark.length() == 1 && (mark.charAt(0) < 0x2100) ? mark : "•" : null);
        }
        return levels;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    Level level(String list, int at) {
        Level[] levels = lists.get(list);
        return levels == null || at >= levels.length ? null : levels[at];
    }

    /** The list style that a paragraph's style names, or null. */
    String listOf(String paragraphStyle) {
        Set<String> seen = new HashSet<>();
        for (String name = paragraphStyle; name != null && seen.add(name); ) {
            Element style = styles.get("paragraph/" + name);
            if (style == null) {
                return null;
            }
            String list = Xml.attr(style, "list-style-name");
            if (list != null) {
                return list.isEmpty() ? null : list;
            }
            name = Xml.attr(style, "parent-style-name");
        }
        return null;
    }

    /** A text property of a span in a paragraph, or null. */
    String text(String spanStyle, String paragraphStyle, String property) {
        String value = property("text", spanStyle, "text-properties", property);
        return value != null ? value : property("paragraph", paragraphStyle, "text-properties", property);
    }

    String font(String spanStyle, String paragraphStyle) {
        String name = text(spanStyle, paragraphStyle, "font-name");
        return name != null ? fonts.getOrDefault(name, name) : unquote(text(spanStyle, paragraphStyle, "font-family"));
    }

    Layout layout(String style) {
        String align = paragraph(style, "text-align");
        Alignment alignment = align == null
                ? Alignment.LEFT
                : switch (align) {
                    case "center" -> Alignment.CENTER;
                    case "end", "right" -> Alignment.RIGHT;
                    case "justify" -> Alignment.JUSTIFIED;
                    default -> Alignment.LEFT;
                };
        String exact = paragraph(style, "line-height");
        String least = paragraph(style, "line-height-at-least");
        boolean percent = exact != null && exact.endsWith("%");
        Double line = percent
                ? Double.valueOf(Xml.number(exact.replace("%", "")) / 100)
                : exact != null && !exact.equals("normal")
                        ? points(exact)
                        : least != null ? points(least) : Double.valueOf(1);
        LineRule rule = percent || exact == null && least == null || "normal".equals(exact)
                ? LineRule.MULTIPLE
                : exact != null ? LineRule.EXACT : LineRule.AT_LEAST;
        return new Layout(
                alignment,
                points(paragraph(style, "margin-left")),
                points(paragraph(style, "margin-right")),
                points(paragraph(style, "text-indent")),
                points(paragraph(style, "margin-top")),
                points(paragraph(style, "margin-bottom")),
                line,
                rule,
                style);
    }

    private String paragraph(String style, String property) {
        return property("paragraph", style, "paragraph-properties", property);
    }

    boolean drawsLines(String cellStyle) {
        for (String side : new String[] {"border", "border-top", "border-left", "border-bottom"}) {
            String value = property("table-cell", cellStyle, "table-cell-properties", side);
            if (value != null && !value.equals("none")) {
                return true;
            }
        }
        return false;
    }

    private String property(String family, String name, String group, String property) {
        Set<String> seen = new HashSet<>();
        for (String at = name; at != null && seen.add(at); ) {
            Element style = styles.get(family + "/" + at);
            if (style == null) {
                break;
            }
            Element properties = Xml.child(style, group);
            String value = properties == null ? null : Xml.attr(properties, property);
            if (value != null) {
                return value;
            }
            at = Xml.attr(style, "parent-style-name");
        }
        Element fallback = name == null && family.equals("text") ? null : defaults.get(family);
        Element properties = fallback == null ? null : Xml.child(fallback, group);
        return properties == null ? null : Xml.attr(properties, property);
    }

    private static String unquote(String name) {
        return name == null ? null : name.replace("'", "").replace("\"", "");
    }

    /** A length such as 1.27cm, 14pt or 0.5in in points; 0 for none or a percentage. */
    static double points(String length) {
        if (length == null || length.length() < 3) {
            return 0;
        }
        Double value = Xml.number(length.substring(0, length.length() - 2));
        if (value == null) {
            return 0;
        }
        return switch (length.substring(length.length() - 2)) {
            case "cm" -> value * 72 / 2.54;
            case "mm" -> value * 72 / 25.4;
            case "in" -> value * 72;
            default -> value;
        };
    }
}
