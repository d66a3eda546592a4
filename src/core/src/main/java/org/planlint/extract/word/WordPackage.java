package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.planlint.extract.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Opens the package of a docx. Where POI refuses it for what is no part of the text, as Word does not, it is opened without that:
 * strangers that a file manager has put in, and properties with dates in a form of their own (ECMA-376, part 2).
 */
public final class WordPackage {
    private static final String TYPES = "[Content_Types].xml";
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String RELATIONS = "_rels/.rels";
    /** Bytes that the list of types may have, and that of relations. */
    private static final int LONGEST_LIST = 1 << 20;

    private WordPackage() {}

    /** @throws InvalidFormatException if it is no package, with or without what does not belong */
    public static OPCPackage open(byte[] docx) throws IOException, InvalidFormatException {
        try {
            return related(docx);
        } catch (InvalidFormatException | OpenXML4JRuntimeException refused) {
            byte[] plain = withoutStrangers(docx);
            if (plain == null) {
                throw refused;
            }
            return OPCPackage.open(new ByteArrayInputStream(plain));
        }
    }

    private static OPCPackage related(byte[] docx) throws IOException, InvalidFormatException {
        OPCPackage whole = OPCPackage.open(new ByteArrayInputStream(docx));
        // POI says of relations that it refuses that there are none.
        if (whole.getRelationships().isEmpty()) {
            whole.revert();
            throw new InvalidFormatException("a package without relations");
        }
        return whole;
    }

    /**
     * The same zip, still packed, without properties, without relations to them, of which there may be one (11.1), and without parts
     * that have no type or a name below that of another part; null where there are none.
     */
    private static byte[] withoutStrangers(byte[] docx) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(docx.length);
        boolean found = false;
        try (ZipFile zip = ZipFile.builder().setByteArray(docx).get();
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(plain)) {
            ZipArchiveEntry types = zip.getEntry(TYPES);
            if (types == null) {
                return null;
            }
            Predicate<String> belongs = belongs(zip, types);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isDirectory()
                        || entry.getName().equals(PROPERTIES)
                        || !entry.getName().equals(TYPES) && !belongs.test(entry.getName())) {
                    found = true;
                } else if (entry.getName().equals(RELATIONS)) {
                    found |= others(zip, entry, out);
                } else {
                    out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
                }
            }
        }
        return found ? plain.toByteArray() : null;
    }

    /** Writes the relations but those to properties; whether there were such. */
    private static boolean others(ZipFile zip, ZipArchiveEntry relations, ZipArchiveOutputStream out)
            throws IOException {
        Document tree = tree(small(zip, relations));
        boolean found = false;
        for (Element one : Xml.children(tree.getDocumentElement())) {
            if (one.getAttribute("Type").endsWith("/core-properties")) {
                one.getParentNode().removeChild(one);
                found = true;
            }
        }
        out.putArchiveEntry(new ZipArchiveEntry(RELATIONS));
        out.write(Xml.written(tree));
        out.closeArchiveEntry();
        return found;
    }

    private static byte[] small(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LONGEST_LIST);
        }
    }

    private static Document tree(byte[] xml) throws IOException {
        try {
            return Xml.tree(new ByteArrayInputStream(xml));
        } catch (SAXException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private static boolean isBelow(String name, Set<String> parts) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (parts.contains(name.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the package says of which type a part is, by its name or by the ending of its name, and that is none of properties; its
     * name lies below that of no other part.
     */
    private static Predicate<String> belongs(ZipFile zip, ZipArchiveEntry types) throws IOException {
        Set<String> names = new HashSet<>();
        Set<String> endings = new HashSet<>();
        Set<String> properties = new HashSet<>();
        NodeList listed = tree(small(zip, types)).getElementsByTagNameNS("*", "*");
        for (int i = 0; i < listed.getLength(); i++) {
            Element one = (Element) listed.item(i);
            String path = one.getAttribute("PartName").toLowerCase(Locale.ROOT);
            String name = path.startsWith("/") ? path.substring(1) : path;
            if (one.getAttribute("ContentType").endsWith("core-properties+xml")) {
                properties.add(name);
            } else if (one.hasAttribute("PartName")) {
                names.add(name);
            } else if (one.hasAttribute("Extension")) {
                endings.add(one.getAttribute("Extension").toLowerCase(Locale.ROOT));
            }
        }
        Set<String> all = new HashSet<>();
        Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> all.add(entry.getName().toLowerCase(Locale.ROOT)));
        return name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            String file = lower.substring(lower.lastIndexOf('/') + 1);
            int dot = file.lastIndexOf('.');
            return !properties.contains(lower)
                    && !isBelow(lower, all)
                    && (names.contains(lower) || dot >= 0 && endings.contains(file.substring(dot + 1)));
        };
    }
}
