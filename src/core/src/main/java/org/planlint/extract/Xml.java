package org.planlint.extract;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.util.XMLHelper;
import org.codehaus.stax2.XMLInputFactory2;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reading of office XML: no document type, no entity, nothing from outside; prefixes do not matter. */
public final class Xml {
    private static final XMLInputFactory PREFIXED = prefixed();
    /** A builder takes longer to make than a small part to read. */
    private static final ThreadLocal<DocumentBuilder> TREES = ThreadLocal.withInitial(XMLHelper::newDocumentBuilder);

    private Xml() {}

    private static XMLInputFactory prefixed() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // JDK 24 set narrower limits: one file is to end alike on all.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setProperty("jdk.xml.elementAttributeLimit", "10000");
        return factory;
    }

    /** @throws XMLStreamException if it does not begin as XML */
    public static XMLStreamReader stream(InputStream in) throws XMLStreamException {
        // One for each part, since a factory keeps the names of all that it has read.
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory.createXMLStreamReader(in);
    }

    /**
     * The same of XML whose prefixes nobody declared, as some systems write it. A prefix is a part of the name: {@link #local}.
     *
     * @throws XMLStreamException if it does not begin as XML
     */
    public static XMLStreamReader prefixedStream(InputStream in) throws XMLStreamException {
        return PREFIXED.createXMLStreamReader(in);
    }

    /** The name of the element at which the stream stands, without its prefix. */
    public static String local(XMLStreamReader in) {
        String name = in.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    /**
     * @throws IOException  if it cannot be read to its end
     * @throws SAXException if it is not well formed, or has a document type
     */
    public static org.w3c.dom.Document tree(InputStream in) throws IOException, SAXException {
        return TREES.get().parse(in);
    }

    /**
     * The tree as a part of a package, in UTF-8.
     *
     * @throws IOException if it holds what XML cannot
     */
    public static byte[] written(org.w3c.dom.Document tree) throws IOException {
        try {
            Transformer transformer = XMLHelper.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            tree.setXmlStandalone(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(tree), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    /**
     * Passes over the element at which the stream stands, to its end.
     *
     * @throws XMLStreamException if it is not well formed
     */
    public static void skip(XMLStreamReader in) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = in.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** The attribute of this local name at the element where the stream stands; null for none. */
    public static String attr(XMLStreamReader in, String name) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                return in.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute of this local name; null for none. */
    public static String attr(Element e, String name) {
        var attributes = e.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node a = attributes.item(i);
            if (name.equals(a.getLocalName())) {
                return a.getNodeValue();
            }
        }
        return null;
    }

    /** The elements right below, in their order. */
    public static List<Element> children(Element e) {
        List<Element> found = new ArrayList<>();
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }

    /** The first element of this local name right below; null for none. */
    public static Element child(Element e, String name) {
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child && name.equals(child.getLocalName())) {
                return child;
            }
        }
        return null;
    }

    /** The first child, its first child and so on, by local names; null where one is missing. */
    public static Element path(Element e, String... names) {
        Element at = e;
        for (String name : names) {
            at = at == null ? null : child(at, name);
        }
        return at;
    }

    /** What w:val says of a toggle (ISO/IEC 29500-1, 17.17.4): on where it is missing. */
    public static boolean isOn(String val) {
        return val == null || !(val.equals("0") || val.equals("false") || val.equals("off") || val.equals("none"));
    }

    /** The number, in the unit of the attribute that it stands in; null for none. */
    public static Double number(String text) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
