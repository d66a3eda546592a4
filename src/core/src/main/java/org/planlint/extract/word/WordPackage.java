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
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Opens the package of a docx. Where POI refuses it for what is no part of the text, as Word does not, it is opened without that:
 * strangers that a file manager has put in, and properties with dates in a form of their own (ECMA-376, part 2).
 */
public final class WordPackage {
    private static final String TYPES = "[Content_Types].xml";
    private static final String PROPERTIES = "docProps/core.xml";
    /** Bytes that the list of types may have. */
    private static final int LONGEST_TYPES = 1 << 20;

    private WordPackage() {}

    /** @throws InvalidFormatException if it is no package, with or without what does not belong */
    public static OPCPackage open(byte[] docx) throws IOException, InvalidFormatException {
        try {
            return OPCPackage.open(new ByteArrayInputStream(docx));
        } catch (InvalidFormatException | OpenXML4JRuntimeException refused) {
            byte[] plain = withoutStrangers(docx);
            if (plain == null) {
                throw refused;
            }
            return OPCPackage.open(new ByteArrayInputStream(plain));
        }
    }

    /** The same zip without parts that have no type and without properties, still packed; null where there are none. */
    private static byte[] withoutStrangers(byte[] docx) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(docx.length);
        boolean found = false;
        try (ZipFile zip = ZipFile.builder().setByteArray(docx).get();
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(plain)) {
            ZipArchiveEntry types = zip.getEntry(TYPES);
            if (types == null) {
                return null;
            }
            Predicate<String> typed = typed(zip, types);
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isDirectory()
                        || entry.getName().equals(PROPERTIES)
                        || !entry.getName().equals(TYPES) && !typed.test(entry.getName())) {
                    found = true;
                } else {
                    out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
                }
            }
        }
        return found ? plain.toByteArray() : null;
    }

    /** Whether the package says of which type a part is: by its name or by the ending of its name. */
    private static Predicate<String> typed(ZipFile zip, ZipArchiveEntry types) throws IOException {
        Set<String> names = new HashSet<>();
        Set<String> endings = new HashSet<>();
        try (InputStream in = zip.getInputStream(types)) {
            byte[] xml = in.readNBytes(LONGEST_TYPES);
            NodeList all = Xml.tree(new ByteArrayInputStream(xml)).getElementsByTagNameNS("*", "*");
            for (int i = 0; i < all.getLength(); i++) {
                Element one = (Element) all.item(i);
                if (one.hasAttribute("PartName")) {
                    names.add(one.getAttribute("PartName").substring(1).toLowerCase(Locale.ROOT));
                } else if (one.hasAttribute("Extension")) {
                    endings.add(one.getAttribute("Extension").toLowerCase(Locale.ROOT));
                }
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        return name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            String file = lower.substring(lower.lastIndexOf('/') + 1);
            int dot = file.lastIndexOf('.');
            return names.contains(lower) || dot >= 0 && endings.contains(file.substring(dot + 1));
        };
    }
}
