package org.planlint.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.ReadFailure.Reason;
import org.planlint.extract.Xml;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.DocumentRecord.Source;
import org.planlint.facts.RecordField;
import org.planlint.text.DocumentName;
import org.planlint.text.PackedPath;

/**
 * A package of documents as agencies send them to one another (QCVN 102:2016/BTTTT): a header that tells of the document, and
 * files in Base64, each as it is or in a zip. Prefixes do not matter, and elements that are not known are read over.
 */
public final class EdXml {
    private static final int MOST_FILES = 1000;
    private static final int DEEPEST = 100;
    /** Bytes before the first tag. */
    private static final int MOST_BEFORE = 64;
    /** Packages within packages: a system that passes one on puts it into one of its own. */
    private static final int MOST_NESTED = 4;

    /** By the element and the one around it. */
    private static final Map<String, RecordField> FIELDS = Map.ofEntries(
            Map.entry("from/organid", RecordField.AGENCY_ID),
            Map.entry("from/organname", RecordField.AGENCY),
            Map.entry("to/organname", RecordField.RECIPIENTS),
            Map.entry("messageheader/documentid", RecordField.DOCUMENT_ID),
            Map.entry("code/codenumber", RecordField.NUMBER),
            Map.entry("code/codenotation", RecordField.SYMBOL),
            Map.entry("promulgationinfo/place", RecordField.PLACE),
            Map.entry("promulgationinfo/promulgationdate", RecordField.DATE),
            Map.entry("documenttype/typename", RecordField.TYPE),
            Map.entry("messageheader/documenttype", RecordField.TYPE),
            Map.entry("messageheader/subject", RecordField.SUBJECT),
            Map.entry("signerinfo/position", RecordField.POSITION),
            Map.entry("signerinfo/fullname", RecordField.SIGNER),
            Map.entry("signerinfo/signer", RecordField.SIGNER),
            Map.entry("otherinfo/pageamount", RecordField.PAGES),
            Map.entry("otherinfo/priority", RecordField.URGENCY));

    /** The id of before 2018 says who, when and which: "000.00.00.G22,2015/09/30,7816/VPCP-TTĐT". */
    private static final Pattern OLD_ID =
            Pattern.compile("([^,]+),\\s*(\\d{4}/\\d{1,2}/\\d{1,2}),\\s*([^,/]+)/([^,]+)");

    /** Some systems write the envelope alone, without the element around it. */
    private static final List<String> ROOTS = List.of("edxml", "edxmlenvelope");

    /** What such a file begins with: its first element, behind what need not be there. */
    private static final Pattern BEGINNING = Pattern.compile("(?is)[^<]{0," + MOST_BEFORE
            + "}+(?:<\\?.*?\\?>|<!--.*?-->|\\s++)*+<(?:[a-z0-9_.-]{1,40}:)?(?:" + String.join("|", ROOTS) + ")[\\s/>]");

    private static final String ATTACHMENT = "attachment";
    private static final String REFERENCE = "reference";

    /** What is told of a file. */
    private enum Part {
        NAME,
        ID,
        CONTENT
    }

    /** By the elements that systems write them in. */
    private static final Map<String, Part> PARTS = Map.ofEntries(
            Map.entry("attachmentname", Part.NAME),
            Map.entry("filename", Part.NAME),
            Map.entry("contentid", Part.ID),
            Map.entry("contenttransferencoded", Part.CONTENT),
            Map.entry("content", Part.CONTENT),
            Map.entry(ATTACHMENT, Part.CONTENT));

    /** In front of an id where it is meant as an address. */
    private static final Pattern CONTENT_ID = Pattern.compile("^cid:");

    /** So many bytes tell what a file is. */
    public static final int FIRST_BYTES = 4096;

    /** In front of Base64 that a page of the web made. */
    private static final Pattern DATA_ADDRESS = Pattern.compile("^data:[^,]{0,200},");

    /** Endings by how files begin. */
    private static final Map<Pattern, String> ENDINGS = Map.of(
            Pattern.compile("%PDF-"), ".pdf",
            Pattern.compile("\u00D0\u00CF\u0011\u00E0"), ".doc",
            Pattern.compile("\\{\\\\rtf"), ".rtf",
            Pattern.compile("(?s)PK\u0003\u0004.{26}(?:\\[Content_Types\\]\\.xml|_rels/|docProps/|word/)"), ".docx",
            Pattern.compile("(?s)PK\u0003\u0004.{26}mimetypeapplication/vnd\\.oasis\\.opendocument\\.text"), ".odt");

    private final Map<RecordField, List<String>> said = new EnumMap<>(RecordField.class);
    /** Base64 by the file's name. */
    private final Map<String, String> attachments = new LinkedHashMap<>();
    /** How the list of contents calls a file, by its id. */
    private final Map<String, String> names = new HashMap<>();
    /** What a receiver answers, with its words: "02: Từ chối"; null in a package of documents. */
    private String status;

    private EdXml() {}

    /** Whether a file is one: by its name, and where that says only that it is XML by how it begins. */
    public static boolean isAt(Path file) {
        String name = file.toString();
        if (DocumentName.isEdXml(name) || !DocumentName.mayBeEdXml(name)) {
            return DocumentName.isEdXml(name);
        }
        // A pipe has no beginning until somebody writes into it.
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return isBegunBy(in.readNBytes(FIRST_BYTES));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether bytes begin as those of a package do. */
    public static boolean isBegunBy(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, FIRST_BYTES), StandardCharsets.ISO_8859_1);
        return BEGINNING.matcher(head.replace("\0", "")).lookingAt();
    }

    /**
     * Opens a package; its files stay packed. What stands before its first tag is passed over: gateways leave spaces and lengths there.
     *
     * @throws ReadFailure if it is none, is not whole, or has a document type or entities, which no package needs
     */
    public static EdXml open(byte[] bytes) throws ReadFailure {
        EdXml opened = new EdXml();
        try {
            XMLStreamReader in = Xml.prefixedStream(fromFirstTag(bytes));
            try {
                opened.read(in);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            throw new ReadFailure(
                    Reason.BROKEN,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        return opened;
    }

    private static ByteArrayInputStream fromFirstTag(byte[] bytes) {
        int from = 0;
        while (from < Math.min(MOST_BEFORE, bytes.length) && bytes[from] != '<') {
            from++;
        }
        boolean isTag = from < bytes.length && bytes[from] == '<';
        return isTag ? new ByteArrayInputStream(bytes, from, bytes.length - from) : new ByteArrayInputStream(bytes);
    }

    private void read(XMLStreamReader in) throws XMLStreamException, ReadFailure {
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        Map<Part, String> file = new EnumMap<>(Part.class);
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE, XMLStreamReader.ENTITY_DECLARATION ->
                    throw new ReadFailure(Reason.UNSAFE, "a document type or an entity, which no package needs");
                case XMLStreamReader.START_ELEMENT -> {
                    String element = Xml.local(in).toLowerCase(Locale.ROOT);
                    if (path.isEmpty() && !ROOTS.contains(element)) {
                        throw new ReadFailure(Reason.UNSUPPORTED, "<" + in.getLocalName() + "> is no edXML");
                    }
                    if (path.size() > DEEPEST) {
                        throw new ReadFailure(Reason.BROKEN, "elements within elements, over " + DEEPEST);
                    }
                    if (isFile(element) && !isFile(path.peek())) {
                        file.clear();
                    }
                    path.push(element);
                    text.setLength(0);
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                    text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                case XMLStreamReader.END_ELEMENT -> {
                    String element = path.pop();
                    String within = (path.isEmpty() ? "" : path.peek()) + "/" + element;
                    String words = text.toString();
                    text.setLength(0);
                    if (isFile(path.peek())) {
                        if (PARTS.containsKey(element) && !words.isBlank()) {
                            file.put(PARTS.get(element), words.strip());
                        }
                    } else if (element.equals(ATTACHMENT)) {
                        add(file, file.getOrDefault(Part.CONTENT, words.strip()));
                    } else if (element.equals(REFERENCE) && file.containsKey(Part.ID)) {
                        names.put(id(file), file.getOrDefault(Part.NAME, ""));
                    } else if (within.equals("messageheader/statuscode")) {
                        status = words.strip();
                    } else if (within.equals("messageheader/description") && status != null) {
                        status += ": " + words.strip();
                    } else if (FIELDS.containsKey(within) && !words.isBlank()) {
                        said.computeIfAbsent(FIELDS.get(within), field -> new ArrayList<>())
                                .add(words);
                    }
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
    }

    /** Whether an element tells of a file. */
    private static boolean isFile(String element) {
        return ATTACHMENT.equals(element) || REFERENCE.equals(element);
    }

    private static String id(Map<Part, String> file) {
        return CONTENT_ID.matcher(file.getOrDefault(Part.ID, "")).replaceFirst("");
    }

    private void add(Map<Part, String> file, String content) throws ReadFailure {
        if (content.isEmpty()) {
            return;
        }
        if (attachments.size() >= MOST_FILES) {
            throw new ReadFailure(Reason.TOO_LARGE, "over " + MOST_FILES + " files");
        }
        String base64 = DATA_ADDRESS.matcher(content).replaceFirst("");
        String name = file.getOrDefault(Part.NAME, names.getOrDefault(id(file), ""));
        String plain = name.isEmpty() ? "attachment-" + (attachments.size() + 1) + ending(base64) : name;
        String free = plain;
        for (int i = 2; attachments.containsKey(free); i++) {
            free = i + "-" + plain;
        }
        attachments.put(free.replace('\\', '/').replace("/", "_"), base64);
    }

    /** Of a file without a name, by its first bytes; nothing for a zip that is packed, and for what is not known. */
    private static String ending(String base64) {
        byte[] first;
        try (InputStream in = Base64.getMimeDecoder()
                .wrap(new ByteArrayInputStream(base64.strip().getBytes(StandardCharsets.ISO_8859_1)))) {
            first = in.readNBytes(FIRST_BYTES);
        } catch (IOException broken) {
            return "";
        }
        String head = new String(first, StandardCharsets.ISO_8859_1);
        return ENDINGS.entrySet().stream()
                .filter(known -> known.getKey().matcher(head).lookingAt())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** What the header of the package says that a file lies in, as it is said of this file. */
    public DocumentRecord record(String entry, long most) throws ReadFailure {
        Leaf leaf = leaf(entry, most, 1);
        return leaf.packed().ownRecord(leaf.entry(), most);
    }

    private DocumentRecord ownRecord(String entry, long most) throws ReadFailure {
        List<String> documents =
                entries(most).stream().filter(DocumentName::isDocumentPath).toList();
        Map<RecordField, List<String>> values = new EnumMap<>(said);
        if (!attachments.isEmpty()) {
            values.put(RecordField.ATTACHMENTS, List.copyOf(attachments.keySet()));
        }
        Matcher old = OLD_ID.matcher(
                values.getOrDefault(RecordField.DOCUMENT_ID, List.of("")).get(0).strip());
        if (old.matches()) {
            RecordField[] told = {RecordField.AGENCY_ID, RecordField.DATE, RecordField.NUMBER, RecordField.SYMBOL};
            for (int i = 0; i < told.length; i++) {
                if (values.getOrDefault(told[i], List.of("")).get(0).isBlank()) {
                    values.put(told[i], List.of(old.group(i + 1)));
                }
            }
        }
        return RecordNames.tidy(Source.EDXML, documents.equals(List.of(entry)), values);
    }

    /** A package and the name of a file that lies in it, and in none within it. */
    private record Leaf(EdXml packed, String entry) {}

    private Leaf leaf(String entry, long most, int depth) throws ReadFailure {
        PackedPath inner = PackedPath.of(entry, DocumentName::mayBeEdXml);
        if (inner == null) {
            return new Leaf(this, entry);
        }
        requireDepth(depth);
        return open(ownBytes(inner.holder(), most)).leaf(inner.entry(), most, depth + 1);
    }

    private static void requireDepth(int depth) throws ReadFailure {
        if (depth > MOST_NESTED) {
            throw new ReadFailure(Reason.TOO_LARGE, "packages within packages, over " + MOST_NESTED);
        }
    }

    /**
     * The names of all files in it; those in a zip or a package stand behind its name: {@code ho-so.zip!/ke-hoach.docx}. A package
     * within it that cannot be opened is a file as any other.
     *
     * @param most bytes that a file may have, and all packages within it together
     * @throws ReadFailure if one cannot be unpacked, they are too many or too large, or it only answers another package
     */
    public List<String> entries(long most) throws ReadFailure {
        List<String> names = new ArrayList<>();
        entries("", most, new long[] {most}, 1, names);
        if (names.isEmpty() && status != null) {
            throw new ReadFailure(Reason.STATUS_MESSAGE, status);
        }
        return names;
    }

    /** @param left bytes that packages within it may still have */
    private void entries(String before, long most, long[] left, int depth, List<String> names) throws ReadFailure {
        for (String own : ownEntries(most)) {
            String name = before + own;
            byte[] bytes = packedWithin(own, most);
            if (bytes == null) {
                names.add(name);
            } else {
                requireDepth(depth);
                left[0] -= bytes.length;
                if (left[0] < 0) {
                    throw new ReadFailure(Reason.TOO_LARGE, "packages within packages, over " + most + " bytes");
                }
                EdXml inner = openOrNull(bytes);
                if (inner == null) {
                    names.add(name);
                } else {
                    inner.entries(PackedPath.path(name, ""), most, left, depth + 1, names);
                }
            }
            if (names.size() > MOST_FILES) {
                throw new ReadFailure(Reason.TOO_LARGE, "over " + MOST_FILES + " files");
            }
        }
    }

    /** A file of it that is a package as well; null for another. */
    private byte[] packedWithin(String own, long most) throws ReadFailure {
        if (DocumentName.isEdXml(own)) {
            return ownBytes(own, most);
        }
        try {
            byte[] bytes = DocumentName.mayBeEdXml(own) ? ownBytes(own, most) : null;
            return bytes != null && isBegunBy(bytes) ? bytes : null;
        } catch (ReadFailure ofThisFile) {
            return null;
        }
    }

    private static EdXml openOrNull(byte[] bytes) {
        try {
            return open(bytes);
        } catch (ReadFailure none) {
            return null;
        }
    }

    /** The names in an attached zip; null for another file, and for one that says why when it is read itself. */
    private List<String> unzipped(String name, long most) {
        try {
            byte[] bytes = decoded(name, most);
            List<String> within = isZip(bytes) ? zipped(bytes) : null;
            return within == null || isOffice(within) ? null : within;
        } catch (ReadFailure ofThisFile) {
            return null;
        }
    }

    /** Without those of packages within it. */
    private List<String> ownEntries(long most) throws ReadFailure {
        List<String> names = new ArrayList<>();
        for (String name : attachments.keySet()) {
            List<String> within = unzipped(name, most);
            if (within == null) {
                names.add(name);
            } else {
                within.forEach(one -> names.add(PackedPath.path(name, one)));
            }
            if (names.size() > MOST_FILES) {
                throw new ReadFailure(Reason.TOO_LARGE, "over " + MOST_FILES + " files");
            }
        }
        return names;
    }

    /**
     * A file of it, unpacked.
     *
     * @throws ReadFailure if it is not there, cannot be unpacked, or has more than {@code most} bytes
     */
    public byte[] bytes(String entry, long most) throws ReadFailure {
        Leaf leaf = leaf(entry, most, 1);
        return leaf.packed().ownBytes(leaf.entry(), most);
    }

    private byte[] ownBytes(String entry, long most) throws ReadFailure {
        if (attachments.containsKey(entry)) {
            return decoded(entry, most);
        }
        PackedPath packed = PackedPath.of(entry, attachments::containsKey);
        if (packed == null) {
            throw new ReadFailure(Reason.NOT_FOUND, entry);
        }
        try (ZipInputStream zip = zip(decoded(packed.holder(), most))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                if (one.getName().equals(packed.entry())) {
                    byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
                    if (bytes.length > most) {
                        throw new ReadFailure(Reason.TOO_LARGE, "over " + most + " bytes");
                    }
                    return bytes;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ReadFailure(Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
        throw new ReadFailure(Reason.NOT_FOUND, entry);
    }

    private byte[] decoded(String name, long most) throws ReadFailure {
        String base64 = attachments.get(name);
        if (base64.length() / 4 * 3 > most * 2) {
            throw new ReadFailure(Reason.TOO_LARGE, "over " + most + " bytes");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
            if (bytes.length > most) {
                throw new ReadFailure(Reason.TOO_LARGE, bytes.length + " bytes, over " + most);
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new ReadFailure(Reason.BROKEN, name + ": " + e.getMessage(), e);
        }
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** A docx or an odt is a zip as well. */
    private static boolean isOffice(List<String> names) {
        return names.contains("[Content_Types].xml") || names.contains("mimetype");
    }

    private static List<String> zipped(byte[] bytes) throws ReadFailure {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = zip(bytes)) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                if (!one.isDirectory()) {
                    names.add(one.getName());
                }
                if (names.size() > MOST_FILES) {
                    throw new ReadFailure(Reason.TOO_LARGE, "over " + MOST_FILES + " files");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ReadFailure(Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
        return names;
    }

    private static ZipInputStream zip(byte[] bytes) {
        return new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    }
}
