package org.planlint.extract.odt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final Map<String, Element> layouts = new HashMap<>();
    private final Map<String, Element> masters = new LinkedHashMap<>();

    void read(org.w3c.dom.Document tree) {
        for (Element part : Xml.children(tree.getDocumentElement())) {
            switch (part.getLocalName()) {
                case "font-face-decls", "styles", "automatic-styles", "master-styles" ->
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
            case "page-layout" -> layouts.put(Xml.attr(e, "name"), e);
            case "master-page" -> masters.put(Xml.attr(e, "name"), e);
            default -> {}
        }
    }

    /** The master page of this name; the usual one where the file has none of it; null where it has none at all. */
    Element master(String name) {
        Element usual = masters.getOrDefault("Standard", masters.values().stream().findFirst().orElse(null));
        return masters.getOrDefault(name, usual);
    }

    /** The master page that a style of this family begins; null for none. */
    String masterOf(String family, String style) {
        Element own = styles.get(family + "/" + style);
        String master = own == null ? null : Xml.attr(own, "master-page-name");
        return master == null || master.isEmpty() ? null : master;
    }

    /** The number that the page is given on which a style of this family begins; null where the count goes on. */
    Integer pageNumberOf(String family, String style) {
        Double number = Xml.number(property(family, style, family + "-properties", "page-number"));
        return number == null || number < 1 ? null : Integer.valueOf(number.intValue());
    }

    /** How the pages of a master page are set; null where the file does not say. Room for its header counts as margin. */
    PageFormat pageFormat(Element master, int fromParagraph) {
        Element layout = master == null ? null : layouts.get(Xml.attr(master, "page-layout-name"));
        Element p = layout == null ? null : Xml.child(layout, "page-layout-properties");
        if (p == null || Xml.attr(p, "page-width") == null) {
            return null;
        }
        double top = margin(p, "top");
        double bottom = margin(p, "bottom");
        double header = room(layout, master, "header");
        double footer = room(layout, master, "footer");
        return new PageFormat(
                0,
                fromParagraph,
                points(Xml.attr(p, "page-width")),
                points(Xml.attr(p, "page-height")),
                top + header,
                margin(p, "right"),
                bottom + footer,
                margin(p, "left"),
                points(Xml.attr(p, "margin-gutter")),
                header > 0 ? Double.valueOf(top) : null,
                footer > 0 ? Double.valueOf(bottom) : null,
                Xml.child(master, "header-first") != null || Xml.attr(master, "next-style-name") != null,
                false,
                0);
    }

    /** How the figures of its page numbers are written; null where it says nothing. */
    String numberStyle(Element master) {
        Element layout = layouts.get(Xml.attr(master, "page-layout-name"));
        Element p = layout == null ? null : Xml.child(layout, "page-layout-properties");
        return p == null ? null : Xml.attr(p, "num-format");
    }

    private static double margin(Element properties, String side) {
        String own = Xml.attr(properties, "margin-" + side);
        return points(own != null ? own : Xml.attr(properties, "margin"));
    }

    /** What a header takes from the body. Writer counts the space below it into its height. */
    private static double room(Element layout, Element master, String kind) {
        Element shown = Xml.child(master, kind);
        Element p = Xml.path(layout, kind + "-style", "header-footer-properties");
        if (p == null || shown == null || "false".equals(Xml.attr(shown, "display"))) {
            return 0;
        }
        String height = Xml.attr(p, "min-height");
        return points(height != null ? height : Xml.attr(p, "height"));
    }

    /** Whether a line is drawn at this side of a paragraph or cell. */
    boolean draws(String family, String style, String side) {
        String value = property(family, style, family + "-properties", "border-" + side);
        value = value != null ? value : property(family, style, family + "-properties", "border");
        return value != null && !value.equals("none") && !value.isEmpty();
    }

    /** Where a frame of this style stands across the page; null where it does not say, or gives a measure. */
    Alignment across(String frameStyle) {
        String place = property("graphic", frameStyle, "graphic-properties", "horizontal-pos");
        return switch (String.valueOf(place)) {
            case "center" -> Alignment.CENTER;
            case "left" -> Alignment.LEFT;
            case "right" -> Alignment.RIGHT;
            default -> null;
        };
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
