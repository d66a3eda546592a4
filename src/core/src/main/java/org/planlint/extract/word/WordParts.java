package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.util.ZipArchiveThresholdInputStream;
import org.planlint.extract.Xml;

/**
 * The parts of a docx that are asked for, as the relations lead to them (ECMA-376, part 2, 9.3). POI, which opens a package whole, took
 * as long for it as for all that is read of most. Its guards against bombs stand before each part.
 */
final class WordParts implements Closeable {
    private static final String TYPES = "[content_types].xml";
    private static final String ROOT = "/";

    private final ZipFile zip;
    /** By names in small letters, which differ in nothing else (part 2, 9.1.1). */
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    /** Of parts whose relations were asked for. */
    private final Map<String, Map<String, Relation>> relations = new HashMap<>();

    private record Relation(String type, String target) {}

    private WordParts(ZipFile zip) throws InvalidFormatException {
        this.zip = zip;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName().replace('\\', '/');
            String key = key(name.equalsIgnoreCase(TYPES) ? name : PackagingURIHelper.encode(name));
            if (entries.put(key, entry) != null) {
                throw new InvalidFormatException("two entries of one name: " + name);
            }
        }
    }

    /**
     * What does not belong to it, as what a file manager has put in, is not looked at.
     *
     * @throws IOException            if it is no zip
     * @throws InvalidFormatException if it is no package: it has no list of types, or two parts of one name (part 2, 9.1.1), of which
     *                                another program may show the other
     */
    static WordParts open(byte[] docx) throws IOException, InvalidFormatException {
        WordParts parts = new WordParts(ZipFile.builder()
                .setByteArray(docx)
                .setIgnoreLocalFileHeader(true)
                .get());
        if (!parts.entries.containsKey(TYPES)) {
            throw new InvalidFormatException("no list of types");
        }
        return parts;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The parts to which relations of a type lead from the package itself, by the relations' ids, as far as they are there. */
    Map<String, String> related(String type) throws IOException, InvalidFormatException {
        return related(ROOT, type);
    }

    /** The same from a part. */
    Map<String, String> related(String from, String type) throws IOException, InvalidFormatException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Map.Entry<String, Relation> relation : relations(from).entrySet()) {
            if (relation.getValue().type.equals(type)) {
                String part = part(from, relation.getValue().target);
                if (entries.containsKey(key(part))) {
                    found.put(relation.getKey(), part);
                }
            }
        }
        return found;
    }

    /** Whether a relation of a type leads anywhere from the package itself. */
    boolean relates(String type) throws IOException {
        return relations(ROOT).values().stream().anyMatch(relation -> relation.type.equals(type));
    }

    /**
     * A part that is there.
     *
     * @throws IOException if it cannot be unpacked, or is a bomb
     */
    byte[] bytes(String part) throws IOException {
        try (InputStream in = new ZipArchiveThresholdInputStream(zip.getInputStream(entries.get(key(part))))) {
            return in.readAllBytes();
        }
    }

    private static String key(String name) {
        return (name.startsWith(ROOT) ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    private static String part(String from, String target) throws InvalidFormatException {
        try {
            URI to = PackagingURIHelper.resolvePartUri(URI.create(from), PackagingURIHelper.toURI(target));
            return PackagingURIHelper.createPartName(to).getName();
        } catch (URISyntaxException e) {
            throw new InvalidFormatException(target, e);
        }
    }

    /** Those within the package, by their ids and in the order of these. */
    private Map<String, Relation> relations(String from) throws IOException {
        Map<String, Relation> known = relations.get(from);
        if (known == null) {
            int slash = from.lastIndexOf('/');
            String list = from.substring(0, slash) + "/_rels" + from.substring(slash) + ".rels";
            known = entries.containsKey(key(list)) ? read(bytes(list)) : Map.of();
            relations.put(from, known);
        }
        return known;
    }

    private static Map<String, Relation> read(byte[] list) throws IOException {
        Map<String, Relation> found = new TreeMap<>();
        try {
            XMLStreamReader in = Xml.stream(new ByteArrayInputStream(list));
            while (in.hasNext()) {
                if (in.next() == XMLStreamReader.START_ELEMENT
                        && in.getLocalName().equals("Relationship")) {
                    String id = Xml.attr(in, "Id");
                    String type = Xml.attr(in, "Type");
                    String target = Xml.attr(in, "Target");
                    if (id != null
                            && type != null
                            && target != null
                            && !"External".equals(Xml.attr(in, "TargetMode"))) {
                        found.put(id, new Relation(type, target));
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        return found;
    }
}
