package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.planlint.extract.CountingStream;
import org.planlint.extract.DocumentBuilder;
import org.planlint.extract.LegacyFonts;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Reader;
import org.planlint.extract.Source;
import org.planlint.extract.Xml;
import org.planlint.extract.signed.PackageSignatures;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.PageNumbering;
import org.planlint.text.Place;

/** Reads docx: the parts are read as streams, and styles and list numbers are resolved here, since POI leaves both to its caller. */
public final class DocxReader implements Reader {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    /** In the properties that Word keeps of the whole file. */
    private static final Pattern PAGES = Pattern.compile("<Pages>(\\d{1,5})</Pages>");
    /** What a page holds at least and at most, on the average of the file. */
    private static final int FEWEST_LETTERS = 150;

    private static final int MOST_LETTERS = 5000;
    /** Where no page was shown, the number may be that of the template. */
    private static final int USUAL_LETTERS = 3000;

    private static final String EVEN_DIFFERS = "evenAndOddHeaders";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    @Override
    public Document read(Source source) throws Exception {
        return read(source, null);
    }

    /** @param places takes down where each character came from; null if nobody asks */
    Document read(Source source, DocxPlaces places) throws Exception {
        try (WordParts parts = WordParts.open(source.bytes())) {
            String main = mainPart(parts);
            WordStyles styles = new WordStyles(styleSheet(parts, main), themeFonts(parts, main));
            WordNumbering numbering = new WordNumbering(tree(parts, main, "numbering"));
            DocumentBuilder builder = new DocumentBuilder(
                    source,
                    Capability.FONTS,
                    Capability.COLOURS,
                    Capability.LAYOUT,
                    Capability.PAGE_FORMAT,
                    Capability.PAGE_NUMBERS,
                    Capability.LINES,
                    Capability.HEADERS,
                    Capability.SIGNATURES,
                    Capability.REVISIONS);
            byte[] xml = parts.bytes(main);
            String text = new String(xml, StandardCharsets.UTF_8);
            boolean paged = text.contains("lastRenderedPageBreak");
            WordBody body = new WordBody(builder, styles, numbering, paged, LegacyFonts.mayBeOld(text), places);
            body.readBody(new CountingStream(Xml.stream(new ByteArrayInputStream(xml))));
            Map<String, PageNumbering.Shown> numbers = new HashMap<>();
            numbers.putAll(asides(parts, main, "header", Place.HEADER, body));
            numbers.putAll(asides(parts, main, "footer", Place.FOOTER, body));
            WordPages pages = new WordPages(body.sections(), numbers, evenDiffers(parts, main, body.sections()));
            body.sections().forEach(section -> builder.pageFormat(section.format()));
            pages.numberings().forEach(builder::pageNumbering);
            pageCount(parts, body.pages(), body.letters()).ifPresent(builder::pageCount);
            asides(parts, main, "footnotes", Place.FOOTNOTE, body);
            for (String part : related(parts, main, "comments").values()) {
                body.readComments(stream(parts, part));
            }
            if (paged) {
                builder.with(Capability.PAGES);
            }
            if (parts.relates(PackageRelationshipTypes.DIGITAL_SIGNATURE_ORIGIN)) {
                PackageSignatures.ofOoxml(source.bytes(), source.authorities()).forEach(builder::signature);
            }
            return builder.build();
        }
    }

    private static String mainPart(WordParts parts) throws Exception {
        for (String type : new String[] {PackageRelationshipTypes.CORE_DOCUMENT, STRICT + "officeDocument"}) {
            for (String part : parts.related(type).values()) {
                return part;
            }
        }
        throw new ReadFailure(ReadFailure.Reason.BROKEN, "no main document part");
    }

    /** Reads all of a kind; what page numbers they show, by the ids of their relations. */
    private static Map<String, PageNumbering.Shown> asides(
            WordParts parts, String main, String kind, Place place, WordBody body) throws Exception {
        Map<String, PageNumbering.Shown> numbers = new HashMap<>();
        for (Map.Entry<String, String> part : related(parts, main, kind).entrySet()) {
            numbers.put(part.getKey(), body.readAside(stream(parts, part.getValue()), place));
        }
        return numbers;
    }

    /** Whether even pages have headers of their own, where some section names any. */
    private static boolean evenDiffers(WordParts parts, String main, List<WordSection> sections) throws Exception {
        if (sections.stream().noneMatch(WordSection::namesEven)) {
            return false;
        }
        byte[] settings = first(parts, main, "settings");
        if (settings == null || !new String(settings, StandardCharsets.ISO_8859_1).contains(EVEN_DIFFERS)) {
            return false;
        }
        WordElement even =
                WordElement.read(Xml.stream(new ByteArrayInputStream(settings))).child(EVEN_DIFFERS);
        return even != null && Xml.isOn(even.attr("val"));
    }

    /** As Word counted them, where its two counts and the length of the text do not gainsay it. */
    private static OptionalInt pageCount(WordParts parts, int breaks, int letters) throws Exception {
        int noted = 0;
        for (String part :
                parts.related(PackageRelationshipTypes.EXTENDED_PROPERTIES).values()) {
            Matcher pages = PAGES.matcher(new String(parts.bytes(part), StandardCharsets.UTF_8));
            noted = pages.find() ? Integer.parseInt(pages.group(1)) : 0;
        }
        int pages = breaks > 1 ? breaks : noted;
        boolean sure = pages > 0
                && (breaks <= 1 || noted == 0 || noted > 1)
                && letters <= (breaks > 1 ? pages * MOST_LETTERS : pages * USUAL_LETTERS)
                && letters > (pages - 1) * FEWEST_LETTERS;
        return sure ? OptionalInt.of(pages) : OptionalInt.empty();
    }

    /** Those that are there, by the ids of their relations: one may lead to a part that somebody has taken away. */
    private static Map<String, String> related(WordParts parts, String main, String kind) throws Exception {
        Map<String, String> found = new LinkedHashMap<>(parts.related(main, OFFICE + kind));
        found.putAll(parts.related(main, STRICT + kind));
        return found;
    }

    /** The first of a kind; null for none. */
    private static byte[] first(WordParts parts, String main, String kind) throws Exception {
        for (String part : related(parts, main, kind).values()) {
            return parts.bytes(part);
        }
        return null;
    }

    private static WordElement styleSheet(WordParts parts, String main) throws Exception {
        byte[] styles = first(parts, main, "styles");
        return styles == null
                ? null
                : WordElement.read(Xml.stream(new ByteArrayInputStream(WordStyles.withoutUnread(styles))));
    }

    private static Map<String, String> themeFonts(WordParts parts, String main) throws Exception {
        byte[] theme = first(parts, main, "theme");
        return theme == null ? Map.of() : WordStyles.themeFonts(Xml.stream(new ByteArrayInputStream(theme)));
    }

    private static WordElement tree(WordParts parts, String main, String kind) throws Exception {
        byte[] xml = first(parts, main, kind);
        return xml == null ? null : WordElement.read(Xml.stream(new ByteArrayInputStream(xml)));
    }

    private static XMLStreamReader stream(WordParts parts, String part) throws Exception {
        return Xml.stream(new ByteArrayInputStream(parts.bytes(part)));
    }
}
