package org.planlint.annotate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.util.XMLHelper;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The parts of an office file by name; those that are not put anew are copied as they lie in it, unopened. */
final class OfficePackage {
    private static final String TYPES = "[Content_Types].xml";
    private static final String TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
    /** More than any text part has; POI allows as much when it reads. */
    private static final int LONGEST_PART = 200 << 20;
    /** A copy must not depend on the hour at which it is made; zip counts from 1980. */
    private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private final byte[] file;
    private final Map<String, byte[]> changed = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();

    OfficePackage(byte[] file) {
        this.file = file;
    }

    byte[] bytes() throws IOException {
        SeekableInMemoryByteChannel out = new SeekableInMemoryByteChannel();
        try (ZipFile source = open();
                ZipArchiveOutputStream copy = new ZipArchiveOutputStream(out)) {
            Set<String> written = new HashSet<>();
            for (ZipArchiveEntry entry : Collections.list(source.getEntriesInPhysicalOrder())) {
                if (changed.containsKey(entry.getName())) {
                    write(copy, entry.getName(), written);
                } else if (!removed.contains(entry.getName())) {
                    copy.addRawArchiveEntry(entry, source.getRawInputStream(entry));
                }
            }
            for (String name : changed.keySet()) {
                write(copy, name, written);
            }
        }
        return Arrays.copyOf(out.array(), (int) out.size());
    }

    private void write(ZipArchiveOutputStream copy, String name, Set<String> written) throws IOException {
        if (written.add(name)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setLastModifiedTime(NO_TIME);
            entry.setSize(changed.get(name).length);
            copy.putArchiveEntry(entry);
            copy.write(changed.get(name));
            copy.closeArchiveEntry();
        }
    }

    private ZipFile open() throws IOException {
        return ZipFile.builder().setByteArray(file).get();
    }

    private byte[] part(String name) throws IOException {
        if (changed.containsKey(name)) {
            return changed.get(name);
        }
        try (ZipFile zip = open();
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            byte[] bytes = in.readNBytes(LONGEST_PART + 1);
            if (bytes.length > LONGEST_PART) {
                throw new IOException(name + " is over " + LONGEST_PART + " bytes");
            }
            return bytes;
        }
    }

    Document xml(String name) throws IOException {
        try {
            return XMLHelper.newDocumentBuilder().parse(new ByteArrayInputStream(part(name)));
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    void put(String name, Document xml) throws IOException {
        changed.put(name, Xml.written(xml));
    }

    boolean has(String name) throws IOException {
        try (ZipFile zip = open()) {
            return changed.containsKey(name) || !removed.contains(name) && zip.getEntry(name) != null;
        }
    }

    /**
     * The main document part.
     *
     * @throws ReadFailure if there is none
     */
    String mainPart() throws IOException, ReadFailure {
        String main = target("", "officeDocument");
        if (main == null || !has(main)) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, "no main document part");
        }
        return main;
    }

    /** The part that a relation of this kind leads to from {@code source} ("" for the package), or null. */
    String target(String source, String kind) throws IOException {
        return targets(source, kind).values().stream().findFirst().orElse(null);
    }

    /** The parts that relations of this kind lead to from {@code source}, by the relations' names. */
    Map<String, String> targets(String source, String kind) throws IOException {
        Map<String, String> targets = new LinkedHashMap<>();
        if (has(relations(source))) {
            for (Element relation : elements(xml(relations(source)))) {
                if (relation.getAttribute("Type").endsWith("/" + kind)) {
                    String target = relation.getAttribute("Target");
                    targets.put(
                            relation.getAttribute("Id"),
                            target.startsWith("/") ? target.substring(1) : folder(source) + target);
                }
            }
        }
        return targets;
    }

    /** Adds a part beside {@code source} with its relation, whose name it gives back, and its content type. */
    String add(String source, String file, String relationType, String contentType, Document content)
            throws IOException {
        String name = folder(source) + file;
        Document types = xml(TYPES);
        Element override = types.createElementNS(TYPES_NAMESPACE, "Override");
        override.setAttribute("PartName", "/" + name);
        override.setAttribute("ContentType", contentType);
        types.getDocumentElement().appendChild(override);
        put(TYPES, types);
        String relations = relations(source);
        Document list = xml(relations);
        String id = "rIdPlanLint" + file.replaceAll("[^A-Za-z0-9].*", "");
        Element relation = list.createElementNS(RELATIONS_NAMESPACE, "Relationship");
        relation.setAttribute("Id", id);
        relation.setAttribute("Type", relationType);
        relation.setAttribute("Target", file);
        list.getDocumentElement().appendChild(relation);
        put(relations, list);
        put(name, content);
        return id;
    }

    /** Takes the parts away to which relations of this kind lead from {@code source}, with what says of them. */
    void remove(String source, String kind) throws IOException {
        Map<String, String> targets = targets(source, kind);
        if (targets.isEmpty()) {
            return;
        }
        Document list = xml(relations(source));
        for (Element relation : elements(list)) {
            if (targets.containsKey(relation.getAttribute("Id"))) {
                relation.getParentNode().removeChild(relation);
            }
        }
        put(relations(source), list);
        Document types = xml(TYPES);
        for (Element type : elements(types)) {
            if (targets.values().stream()
                    .anyMatch(part -> type.getAttribute("PartName").equals("/" + part))) {
                type.getParentNode().removeChild(type);
            }
        }
        put(TYPES, types);
        for (String part : targets.values()) {
            for (String gone : new String[] {part, relations(part)}) {
                changed.remove(gone);
                removed.add(gone);
            }
        }
    }

    private static String relations(String source) {
        int slash = source.lastIndexOf('/');
        return source.isEmpty()
                ? "_rels/.rels"
                : source.substring(0, slash + 1) + "_rels/" + source.substring(slash + 1) + ".rels";
    }

    private static String folder(String source) {
        return source.substring(0, source.lastIndexOf('/') + 1);
    }

    /** All elements in the order of their start tags. */
    static List<Element> elements(Document xml) {
        List<Element> found = new ArrayList<>();
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
