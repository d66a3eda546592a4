package org.planlint.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumMap;
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

/**
 * A package of documents as agencies send them to one another (QCVN 102:2016/BTTTT): a header that tells of the document, and
 * files in Base64, each as it is or in a zip. Prefixes do not matter, and elements that are not known are read over.
 */
public final class EdXml {
    private static final String ENDING = ".edxml";
    private static final String BETWEEN = "!/";
    private static final int MOST_FILES = 1000;
    private static final int DEEPEST = 100;
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
            Map.entry("messageheader/subject", RecordField.SUBJECT),
            Map.entry("signerinfo/position", RecordField.POSITION),
            Map.entry("signerinfo/fullname", RecordField.SIGNER),
            Map.entry("otherinfo/pageamount", RecordField.PAGES),
            Map.entry("otherinfo/priority", RecordField.URGENCY));

    /** The id of before 2018 says who, when and which: "000.00.00.G22,2015/09/30,7816/VPCP-TTĐT". */
    private static final Pattern OLD_ID =
            Pattern.compile("([^,]+),\\s*(\\d{4}/\\d{1,2}/\\d{1,2}),\\s*([^,/]+)/([^,]+)");

    private final Map<RecordField, List<String>> said = new EnumMap<>(RecordField.class);
    /** Base64 by the file's name. */
    private final Map<String, String> attachments = new LinkedHashMap<>();

    private EdXml() {}

    /** A file within a package; {@code goi.edxml!/ke-hoach.pdf} is its path. */
    public record Entry(String packed, String name) {
        /** The file that a path names; null for one that does not lead into a package. */
        public static Entry of(String path) {
            String text = path.replace('\\', '/');
            int at = text.toLowerCase(Locale.ROOT).indexOf(ENDING + BETWEEN);
            return at < 0
                    ? null
                    : new Entry(
                            text.substring(0, at + ENDING.length()),
                            text.substring(at + ENDING.length() + BETWEEN.length()));
        }

        /** The path of a file in the package at this one. */
        public static String path(String packed, String name) {
            return packed + BETWEEN + name;
        }
    }

    /**
     * Opens a package; its files stay packed.
     *
     * @throws ReadFailure if it is none, is not whole, or has a document type or entities, which no package needs
     */
    public static EdXml open(byte[] bytes) throws ReadFailure {
        EdXml opened = new EdXml();
        try {
            XMLStreamReader in = Xml.stream(new ByteArrayInputStream(bytes));
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

    private void read(XMLStreamReader in) throws XMLStreamException, ReadFailure {
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        String name = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE, XMLStreamReader.ENTITY_DECLARATION ->
                    throw new ReadFailure(Reason.UNSAFE, "a document type or an entity, which no package needs");
                case XMLStreamReader.START_ELEMENT -> {
                    String element = in.getLocalName().toLowerCase(Locale.ROOT);
                    if (path.isEmpty() && !element.equals("edxml")) {
                        throw new ReadFailure(Reason.UNSUPPORTED, "<" + in.getLocalName() + "> is no edXML");
                    }
                    if (path.size() > DEEPEST) {
                        throw new ReadFailure(Reason.BROKEN, "elements within elements, over " + DEEPEST);
                    }
                    path.push(element);
                    name = element.equals("attachment") ? null : name;
                    text.setLength(0);
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                    text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                case XMLStreamReader.END_ELEMENT -> {
                    String element = path.pop();
                    String within = (path.isEmpty() ? "" : path.peek()) + "/" + element;
                    String words = text.toString();
                    text.setLength(0);
                    if (within.equals("attachment/attachmentname")) {
                        name = words.strip();
                    } else if (within.equals("attachment/contenttransferencoded")
                            || element.equals("attachment") && !words.isBlank()) {
                        add(name, words);
                    } else if (FIELDS.containsKey(within)) {
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

    private void add(String name, String base64) throws ReadFailure {
        if (attachments.size() >= MOST_FILES) {
            throw new ReadFailure(Reason.TOO_LARGE, "over " + MOST_FILES + " files");
        }
        String plain = name == null || name.isEmpty() ? "attachment-" + (attachments.size() + 1) : name;
        String free = plain;
        for (int i = 2; attachments.containsKey(free); i++) {
            free = i + "-" + plain;
        }
        attachments.put(free.replace('\\', '/').replace("/", "_"), base64);
    }

    /** What its header says, as it is said of this file in it. */
    public DocumentRecord record(String entry, long most) throws ReadFailure {
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

    /**
     * The names of all files in it; those in a zip stand behind the zip's name: {@code ho-so.zip!/ke-hoach.docx}.
     *
     * @param most bytes that a file may have
     * @throws ReadFailure if one cannot be unpacked, or they are too many
     */
    public List<String> entries(long most) throws ReadFailure {
        List<String> names = new ArrayList<>();
        for (String name : attachments.keySet()) {
            byte[] bytes = decoded(name, most);
            if (!isZip(bytes)) {
                names.add(name);
                continue;
            }
            List<String> within = zipped(bytes);
            if (isOffice(within)) {
                names.add(name);
            } else {
                within.forEach(one -> names.add(name + BETWEEN + one));
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
        if (attachments.containsKey(entry)) {
            return decoded(entry, most);
        }
        int at = entry.indexOf(BETWEEN);
        if (at < 0 || !attachments.containsKey(entry.substring(0, at))) {
            throw new ReadFailure(Reason.NOT_FOUND, entry);
        }
        String wanted = entry.substring(at + BETWEEN.length());
        try (ZipInputStream zip = zip(decoded(entry.substring(0, at), most))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                if (one.getName().equals(wanted)) {
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
