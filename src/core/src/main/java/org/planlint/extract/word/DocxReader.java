package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
import org.planlint.text.Place;

/**
 * Reads docx: POI opens the package with its guards against bombs, the parts are read as streams, and styles and
 * list numbers are resolved here, since POI leaves both to its caller.
 */
public final class DocxReader implements Reader {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    @Override
    public Document read(Source source) throws Exception {
        return read(source, null);
    }

    /** @param places takes down where each character came from; null if nobody asks */
    Document read(Source source, DocxPlaces places) throws Exception {
        try (OPCPackage pack = WordPackage.open(source.bytes())) {
            PackagePart main = mainPart(pack);
            WordStyles styles = new WordStyles(tree(main, "styles"), tree(main, "theme"));
            WordNumbering numbering = new WordNumbering(tree(main, "numbering"));
            DocumentBuilder builder = new DocumentBuilder(
                    source,
                    Capability.FONTS,
                    Capability.LAYOUT,
                    Capability.PAGE_FORMAT,
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
            asides(main, "header", Place.HEADER, body);
            asides(main, "footer", Place.FOOTER, body);
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

    private static void asides(PackagePart main, String kind, Place place, WordBody body) throws Exception {
        for (PackagePart part : parts(main, kind)) {
            body.readAside(Xml.stream(new ByteArrayInputStream(bytes(part))), place);
        }
    }

    /** Those that are there: a relation may lead to a part that somebody has taken away. */
    private static List<PackagePart> parts(PackagePart main, String kind) throws Exception {
        List<PackagePart> found = new ArrayList<>();
        for (String namespace : new String[] {OFFICE, STRICT}) {
            for (PackageRelationship relation : main.getRelationshipsByType(namespace + kind)) {
                if (relation.getTargetMode() == TargetMode.INTERNAL) {
                    PackagePart part =
                            main.getPackage().getPart(PackagingURIHelper.createPartName(relation.getTargetURI()));
                    if (part != null) {
                        found.add(part);
                    }
                }
            }
        }
        return found;
    }

    private static org.w3c.dom.Document tree(PackagePart main, String kind) throws Exception {
        List<PackagePart> found = parts(main, kind);
        if (found.isEmpty()) {
            return null;
        }
        try (InputStream in = found.get(0).getInputStream()) {
            return Xml.tree(in);
        }
    }

    private static byte[] bytes(PackagePart part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
