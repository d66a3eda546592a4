package org.planlint.extract.word;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.planlint.extract.Xml;
import org.planlint.text.PageFormat;

/**
 * A section of a docx: its paper, and what its headers and footers are.
 *
 * @param parts       relation ids of its headers and footers, by kind and type: {@code header/default}, {@code footer/first}
 * @param start       the number that its first page is given; null where the count goes on
 * @param numberStyle of its page numbers; null where it says nothing
 */
record WordSection(PageFormat format, Map<String, String> parts, Integer start, String numberStyle) {
    private static final String[] SIDES = {"top", "right", "bottom", "left", "gutter", "header", "footer"};

    /** Reads a w:sectPr to its end. */
    static WordSection read(XMLStreamReader in, int fromParagraph, int fromPage) throws XMLStreamException {
        double[] size = {595.3, 841.9};
        Double[] margins = new Double[SIDES.length];
        boolean differentFirst = false;
        Map<String, String> parts = new HashMap<>();
        Double start = null;
        String numberStyle = null;
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
                    for (int i = 0; i < SIDES.length; i++) {
                        margins[i] = points(Xml.attr(in, SIDES[i]), null);
                    }
                }
                case "titlePg" -> differentFirst = Xml.isOn(Xml.attr(in, "val"));
                case "pgNumType" -> {
                    start = Xml.number(Xml.attr(in, "start"));
                    numberStyle = Xml.attr(in, "fmt");
                }
                case "headerReference", "footerReference" ->
                    parts.put(
                            in.getLocalName().replace("Reference", "/") + Xml.attr(in, "type"), Xml.attr(in, "id"));
                case "sectPrChange" -> Xml.skip(in);
                default -> {}
            }
        }
        PageFormat format = new PageFormat(
                fromPage,
                fromParagraph,
                size[0],
                size[1],
                margins[0],
                margins[1],
                margins[2],
                margins[3],
                margins[4],
                margins[5],
                margins[6],
                differentFirst,
                false,
                0);
        return new WordSection(format, parts, start == null ? null : start.intValue(), numberStyle);
    }

    boolean namesEven() {
        return parts.keySet().stream().anyMatch(part -> part.endsWith("/even"));
    }

    private static Double points(String twips, Double otherwise) {
        Double value = Xml.number(twips);
        return value == null ? otherwise : Double.valueOf(value / 20);
    }
}
