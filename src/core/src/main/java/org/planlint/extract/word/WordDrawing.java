package org.planlint.extract.word;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.planlint.extract.Xml;

/** Finds level lines among the drawings of a run, those of DrawingML and of VML. */
final class WordDrawing {
    private static final double EMU = 12_700;
    /** No line is thicker, and none shorter. */
    private static final double THICKEST = 4;

    private static final double SHORTEST = 15;
    private static final Pattern MEASURE = Pattern.compile("(-?[\\d.]+)\\s*(pt|in|cm|mm|px)?");

    private double width;
    private double height;
    private boolean text;
    private boolean group;
    private boolean grouped;

    void begins(String name, XMLStreamReader in) {
        switch (name) {
            case "drawing", "pict" -> {
                width = 0;
                height = 0;
                text = false;
                group = false;
                grouped = false;
            }
            case "extent" -> size(emu(in, "cx"), emu(in, "cy"));
            case "wgp", "group" -> group = true;
            case "wsp" -> grouped |= group;
            case "ext" -> {
                if (grouped && Xml.attr(in, "cx") != null && isLine(emu(in, "cx"), emu(in, "cy"))) {
                    size(-1, 0);
                }
            }
            case "line" -> {
                double[] from = point(Xml.attr(in, "from"));
                double[] to = point(Xml.attr(in, "to"));
                if (group) {
                    size(-1, 0);
                } else if (from != null && to != null) {
                    size(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
                }
            }
            case "shape", "rect" -> {
                String style = Xml.attr(in, "style");
                if (!group && style != null) {
                    size(measure(style, "width"), measure(style, "height"));
                }
            }
            default -> {}
        }
    }

    /** What has words is no line. */
    void holdsText() {
        text = true;
    }

    void ends(String name, List<Double> lines) {
        if ((name.equals("drawing") || name.equals("pict")) && !text) {
            if (width < 0) {
                lines.add(null);
            } else if (isLine(width, height)) {
                lines.add((double) Math.round(width * 10) / 10);
            }
            width = 0;
        }
    }

    private void size(double across, double down) {
        width = across;
        height = down;
    }

    private static boolean isLine(double width, double height) {
        return width >= SHORTEST && height <= THICKEST;
    }

    private static double emu(XMLStreamReader in, String name) {
        Double value = Xml.number(Xml.attr(in, name));
        return value == null ? 0 : value / EMU;
    }

    /** A property of a style such as {@code width:170.1pt}; 0 where it has none. */
    private static double measure(String style, String name) {
        for (String one : style.split(";")) {
            int colon = one.indexOf(':');
            if (colon > 0 && one.substring(0, colon).strip().equals(name)) {
                return points(one.substring(colon + 1));
            }
        }
        return 0;
    }

    private static double[] point(String pair) {
        String[] both = pair == null ? new String[0] : pair.split(",");
        return both.length == 2 ? new double[] {points(both[0]), points(both[1])} : null;
    }

    private static double points(String length) {
        Matcher found = MEASURE.matcher(length.strip().toLowerCase(Locale.ROOT));
        Double value = found.matches() ? Xml.number(found.group(1)) : null;
        if (value == null) {
            return 0;
        }
        return switch (String.valueOf(found.group(2))) {
            case "in" -> value * 72;
            case "cm" -> value * 72 / 2.54;
            case "mm" -> value * 72 / 25.4;
            case "px" -> value * 0.75;
            default -> value;
        };
    }
}
