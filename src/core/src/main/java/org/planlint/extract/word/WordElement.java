package org.planlint.extract.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a part in which others are looked up: styles, lists, settings. Prefixes do not matter.
 *
 * @param attributes names and values by turns
 * @param children   the elements right below, in their order
 */
record WordElement(String name, List<String> attributes, List<WordElement> children) {
    /**
     * The root of a part with all below it.
     *
     * @throws XMLStreamException if it is not well formed, or has a document type
     */
    static WordElement read(XMLStreamReader in) throws XMLStreamException {
        Deque<WordElement> open = new ArrayDeque<>();
        WordElement closed = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    WordElement element = at(in);
                    if (!open.isEmpty()) {
                        open.peek().children.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamReader.END_ELEMENT -> closed = open.pop();
                case XMLStreamReader.DTD -> throw new XMLStreamException("a document type");
                default -> {}
            }
        }
        return closed;
    }

    private static WordElement at(XMLStreamReader in) {
        int count = in.getAttributeCount();
        List<String> attributes = new ArrayList<>(2 * count);
        for (int i = 0; i < count; i++) {
            attributes.add(in.getAttributeLocalName(i));
            attributes.add(in.getAttributeValue(i));
        }
        return new WordElement(in.getLocalName(), attributes, new ArrayList<>(2));
    }

    /** The attribute of this name; null for none. */
    String attr(String attribute) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(attribute)) {
                return attributes.get(i + 1);
            }
        }
        return null;
    }

    /** The first element of this name right below; null for none. */
    WordElement child(String child) {
        for (WordElement one : children) {
            if (one.name.equals(child)) {
                return one;
            }
        }
        return null;
    }

    /** The first child, its first child and so on; null where one is missing. */
    WordElement path(String... names) {
        WordElement at = this;
        for (String next : names) {
            at = at == null ? null : at.child(next);
        }
        return at;
    }

    /** Attribute w:val of a child; null where either is missing. */
    String val(String child) {
        WordElement one = child(child);
        return one == null ? null : one.attr("val");
    }

    /** Whether any side of a border element is drawn. */
    boolean hasLines() {
        return children.stream()
                .map(side -> side.attr("val"))
                .anyMatch(val -> val != null && !val.equals("nil") && !val.equals("none"));
    }
}
