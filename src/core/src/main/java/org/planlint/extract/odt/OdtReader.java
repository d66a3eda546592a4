package org.planlint.extract.odt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Reader;
import org.planlint.extract.Source;
import org.planlint.extract.Xml;
import org.planlint.extract.signed.PackageSignatures;
import org.planlint.text.Capability;
import org.planlint.text.Document;

/** Reads OpenDocument text with its styles and list numbers, both of which Tika leaves out. */
public final class OdtReader implements Reader {
    private static final int MAX_PART = 100 << 20;
    private static final String SIGNATURES = "META-INF/documentsignatures.xml";
    private static final String META = "meta.xml";
    private static final Set<String> PARTS =
            Set.of("content.xml", "styles.xml", META, "META-INF/manifest.xml", SIGNATURES);
    /** In what Writer keeps of the whole file. */
    private static final Pattern PAGES = Pattern.compile("page-count=\"(\\d{1,5})\"");
    /** What a page holds at most, on the average of the file. */
    private static final int MOST_LETTERS = 5000;

    @Override
    public Document read(Source source) throws Exception {
        Map<String, byte[]> parts = parts(source.bytes());
        byte[] manifest = parts.get("META-INF/manifest.xml");
        if (manifest != null && new String(manifest, StandardCharsets.UTF_8).contains("encryption-data")) {
            throw new ReadFailure(ReadFailure.Reason.ENCRYPTED, "encryption-data");
        }
        byte[] content = parts.get("content.xml");
        if (content == null) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, "no content.xml");
        }
        DocumentBuilder builder = new DocumentBuilder(
                source,
                Capability.FONTS,
                Capability.COLOURS,
                Capability.HEADERS,
                Capability.PAGE_NUMBERS,
                Capability.LINES,
                Capability.LAYOUT,
                Capability.PAGE_FORMAT,
                Capability.SIGNATURES,
                Capability.REVISIONS);
        OdtStyles styles = new OdtStyles();
        if (parts.containsKey("styles.xml")) {
            styles.read(Xml.tree(new ByteArrayInputStream(parts.get("styles.xml"))));
        }
        org.w3c.dom.Document tree = Xml.tree(new ByteArrayInputStream(content));
        styles.read(tree);
        OdtBody body = new OdtBody(builder, styles);
        body.read(tree.getDocumentElement());
        Matcher pages = PAGES.matcher(new String(parts.getOrDefault(META, new byte[0]), StandardCharsets.UTF_8));
        if (pages.find() && body.letters() <= (long) Integer.parseInt(pages.group(1)) * MOST_LETTERS) {
            builder.pageCount(Integer.parseInt(pages.group(1)));
        }
        if (parts.containsKey(SIGNATURES)) {
            PackageSignatures.ofOdf(source.bytes(), source.authorities()).forEach(builder::signature);
        }
        return builder.build();
    }

    /** As they follow each other; by the list at the zip's end where they cannot be told apart without, as encrypted ones. */
    private static Map<String, byte[]> parts(byte[] bytes) throws IOException, ReadFailure {
        try {
            return partsInOrder(bytes);
        } catch (ZipException needsTheList) {
            return listedParts(bytes);
        }
    }

    private static Map<String, byte[]> listedParts(byte[] bytes) throws IOException, ReadFailure {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (String name : PARTS) {
                ZipArchiveEntry entry = zip.getEntry(name);
                if (entry != null) {
                    parts.put(name, part(name, zip.getInputStream(entry)));
                }
            }
        }
        return parts;
    }

    private static byte[] part(String name, InputStream in) throws IOException, ReadFailure {
        byte[] part = in.readNBytes(MAX_PART + 1);
        if (part.length > MAX_PART) {
            throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, name);
        }
        return part;
    }

    private static Map<String, byte[]> partsInOrder(byte[] bytes) throws IOException, ReadFailure {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!PARTS.contains(entry.getName())) {
                    continue;
                }
                parts.put(entry.getName(), part(entry.getName(), zip));
            }
        }
        return parts;
    }
}
