package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
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

/**
 * Reads docx: POI opens the package with its guards against bombs, the parts are read as streams, and styles and
 * list numbers are resolved here, since POI leaves both to its caller.
 */
public final class DocxReader implements Reader {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    /** In the properties that Word keeps of the whole file. */
    private static final Pattern PAGES = Pattern.compile("<Pages>(\\d{1,5})</Pages>");
    /** What a page holds at least and at most, on the average of the file. */
    private static final int FEWEST_LETTERS = 150;

    private static final int MOST_LETTERS = 5000;
    /** Where no page was shown, the number may be that of the template. */
    private static final int USUAL_LETTERS = 3000;

    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    @Override
    public Document read(Source source) throws Exception {
        return read(source, null);
    }

    /** @param places takes down where each character came from; null if nobody asks */
    Document read(Source source, DocxPlaces places) throws Exception {
        try (OPCPackage pack = WordPackage.open(source.bytes())) {
            PackagePart main = mainPart(pack);
            WordStyles styles = new WordStyles(styleSheet(main), themeFonts(main));
            WordNumbering numbering = new WordNumbering(tree(main, "numbering"));
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
            byte[] xml = bytes(main);
            String text = new String(xml, StandardCharsets.UTF_8);
            boolean paged = text.contains("lastRenderedPageBreak");
            WordBody body = new WordBody(builder, styles, numbering, paged, LegacyFonts.mayBeOld(text), places);
            try (InputStream in = new ByteArrayInputStream(xml)) {
                body.readBody(new CountingStream(Xml.stream(in)));
            }
            Map<String, PageNumbering.Shown> numbers = new HashMap<>();
            numbers.putAll(asides(main, "header", Place.HEADER, body));
            numbers.putAll(asides(main, "footer", Place.FOOTER, body));
            WordPages pages = new WordPages(body.sections(), numbers, evenDiffers(main, body.sections()));
            body.sections().forEach(section -> builder.pageFormat(section.format()));
            pages.numberings().forEach(builder::pageNumbering);
            pageCount(pack, body.pages(), body.letters()).ifPresent(builder::pageCount);
            asides(main, "footnotes", Place.FOOTNOTE, body);
            for (PackagePart part : parts(main, "comments")) {
                body.readComments(Xml.stream(new ByteArrayInputStream(bytes(part))));
            }
            if (paged) {
                builder.with(Capability.PAGES);
            }
            if (pack.getRelationshipsByType(PackageRelationshipTypes.DIGITAL_SIGNATURE_ORIGIN)
                            .size()
                    > 0) {
                PackageSignatures.ofOoxml(source.bytes(), source.authorities()).forEach(builder::signature);
            }
            return builder.build();
        }
    }

    private static PackagePart mainPart(OPCPackage pack) throws Exception {
        for (String type : new String[] {PackageRelationshipTypes.CORE_DOCUMENT, STRICT + "officeDocument"}) {
            var relations = pack.getRelationshipsByType(type);
            if (relations.size() > 0) {
                return pack.getPart(relations.getRelationship(0));
            }
        }
        throw new ReadFailure(ReadFailure.Reason.BROKEN, "no main document part");
    }

    /** Reads all of a kind; what page numbers they show, by the ids of their relations. */
    private static Map<String, PageNumbering.Shown> asides(PackagePart main, String kind, Place place, WordBody body)
            throws Exception {
        Map<String, PageNumbering.Shown> numbers = new HashMap<>();
        for (Map.Entry<String, PackagePart> part : related(main, kind).entrySet()) {
            numbers.put(
                    part.getKey(), body.readAside(Xml.stream(new ByteArrayInputStream(bytes(part.getValue()))), place));
        }
        return numbers;
    }

    /** Whether even pages have headers of their own, where some section names any. */
    private static boolean evenDiffers(PackagePart main, List<WordSection> sections) throws Exception {
        if (sections.stream().noneMatch(WordSection::namesEven)) {
            return false;
        }
        WordElement settings = tree(main, "settings");
        WordElement even = settings == null ? null : settings.child("evenAndOddHeaders");
        return even != null && Xml.isOn(even.attr("val"));
    }

    /** As Word counted them, where its two counts and the length of the text do not gainsay it. */
    private static OptionalInt pageCount(OPCPackage pack, int breaks, int letters) throws Exception {
        int noted = 0;
        for (PackagePart part : pack.getPartsByRelationshipType(PackageRelationshipTypes.EXTENDED_PROPERTIES)) {
            Matcher pages = PAGES.matcher(new String(bytes(part), StandardCharsets.UTF_8));
            noted = pages.find() ? Integer.parseInt(pages.group(1)) : 0;
        }
        int pages = breaks > 1 ? breaks : noted;
        boolean sure = pages > 0
                && (breaks <= 1 || noted == 0 || noted > 1)
                && letters <= (breaks > 1 ? pages * MOST_LETTERS : pages * USUAL_LETTERS)
                && letters > (pages - 1) * FEWEST_LETTERS;
        return sure ? OptionalInt.of(pages) : OptionalInt.empty();
    }

    private static List<PackagePart> parts(PackagePart main, String kind) throws Exception {
        return List.copyOf(related(main, kind).values());
    }

    /** Those that are there, by the ids of their relations: one may lead to a part that somebody has taken away. */
    private static Map<String, PackagePart> related(PackagePart main, String kind) throws Exception {
        Map<String, PackagePart> found = new LinkedHashMap<>();
        for (String namespace : new String[] {OFFICE, STRICT}) {
            for (PackageRelationship relation : main.getRelationshipsByType(namespace + kind)) {
                if (relation.getTargetMode() == TargetMode.INTERNAL) {
                    PackagePart part =
                            main.getPackage().getPart(PackagingURIHelper.createPartName(relation.getTargetURI()));
                    if (part != null) {
                        found.put(relation.getId(), part);
                    }
                }
            }
        }
        return found;
    }

    private static WordElement styleSheet(PackagePart main) throws Exception {
        List<PackagePart> found = parts(main, "styles");
        return found.isEmpty()
                ? null
                : WordElement.read(Xml.stream(new ByteArrayInputStream(WordStyles.withoutUnread(bytes(found.get(0))))));
    }

    private static Map<String, String> themeFonts(PackagePart main) throws Exception {
        List<PackagePart> found = parts(main, "theme");
        if (found.isEmpty()) {
            return Map.of();
        }
        try (InputStream in = found.get(0).getInputStream()) {
            return WordStyles.themeFonts(Xml.stream(in));
        }
    }

    private static WordElement tree(PackagePart main, String kind) throws Exception {
        List<PackagePart> found = parts(main, kind);
        if (found.isEmpty()) {
            return null;
        }
        try (InputStream in = found.get(0).getInputStream()) {
            return WordElement.read(Xml.stream(in));
        }
    }

    private static byte[] bytes(PackagePart part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
