package org.planlint.annotate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The parts of an office file by name; all but those that are put anew are written as they were. */
final class OfficePackage {
    private static final String TYPES = "[Content_Types].xml";
    private static final String TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
    /** Zip counts from 1980; a copy must not depend on the hour at which it is made. */
    private static final FileTime NO_TIME = FileTime.fromMillis(315_532_800_000L);

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    OfficePackage(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setLastModifiedTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    Document xml(String name) throws IOException {
        try {
            return XMLHelper.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(name)));
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    void put(String name, Document xml) throws IOException {
        try {
            Transformer transformer = XMLHelper.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            xml.setXmlStandalone(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(xml), new StreamResult(out));
            parts.put(name, out.toByteArray());
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /** The part that a relation of this kind leads to from {@code source} ("" for the package), or null. */
    String target(String source, String kind) throws IOException {
        String relations = relations(source);
        if (!parts.containsKey(relations)) {
            return null;
        }
        NodeList all = xml(relations).getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < all.getLength(); i++) {
            Element relation = (Element) all.item(i);
            if (relation.getAttribute("Type").endsWith("/" + kind)) {
                String target = relation.getAttribute("Target");
                return target.startsWith("/") ? target.substring(1) : folder(source) + target;
            }
        }
        return null;
    }

    /** Adds a part beside {@code source} with its relation and its content type, if it is not there yet. */
    void add(String source, String file, String relationType, String contentType, Document content) throws IOException {
        String name = folder(source) + file;
        Document types = xml(TYPES);
        Element override = types.createElementNS(TYPES_NAMESPACE, "Override");
        override.setAttribute("PartName", "/" + name);
        override.setAttribute("ContentType", contentType);
        types.getDocumentElement().appendChild(override);
        put(TYPES, types);
        String relations = relations(source);
        Document list = xml(relations);
        Element relation = list.createElementNS(RELATIONS_NAMESPACE, "Relationship");
        relation.setAttribute("Id", "rIdPlanLint");
        relation.setAttribute("Type", relationType);
        relation.setAttribute("Target", file);
        list.getDocumentElement().appendChild(relation);
        put(relations, list);
        put(name, content);
    }

    private static String relations(String source) {
        int slash = source.lastIndexOf('/');
        return source.isEmpty() ? "_rels/.rels" : source.substring(0, slash + 1) + "_rels/" + source.substring(slash + 1) + ".rels";
    }

    private static String folder(String source) {
        return source.substring(0, source.lastIndexOf('/') + 1);
    }

    /** All elements in the order of their start tags. */
    static java.util.List<Element> elements(Document xml) {
        java.util.List<Element> found = new java.util.ArrayList<>();
        Node node = xml.getDocumentElement();
        while (node != null) {
            if (node instanceof Element element) {
                found.add(element);
            }
            Node next = node.getFirstChild();
            while (next == null && node != null) {
                next = node.getNextSibling();
                node = next == null ? node.getParentNode() : node;
            }
            node = next;
        }
        return found;
    }
}
