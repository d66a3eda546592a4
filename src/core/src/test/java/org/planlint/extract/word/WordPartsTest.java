package org.planlint.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.PlanLint;
import org.planlint.extract.Source;
import org.planlint.report.DocumentReport;
import org.planlint.report.Status;
import org.planlint.text.Paragraph;

/** Packages that Word opens and stricter programs refuse: what is no part of the text does not keep it from being read. */
class WordPartsTest {
    private static final Path SOUND = Path.of("samples/02-toa-dam-nam-cu.docx");
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> parts = new LinkedHashMap<>();

    WordPartsTest() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(SOUND)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private void assertReadAsItWas() throws IOException {
        DocumentReport report = PLANLINT.check("a.docx", zip());
        assertEquals(PLANLINT.check("a.docx", Files.readAllBytes(SOUND)).findings(), report.findings());
    }

    @Test
    void strangersOfAFileManagerAreNoParts() throws IOException {
        parts.put("Thumbs.db", "x");
        parts.put("word/.DS_Store", "x");
        parts.put("__MACOSX/word/._document.xml~", "x");
        assertReadAsItWas();
    }

    /** What ECMA-376, part 2, 11.1 and 11.2, forbids and programs write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dcterms:created xsi:type=\"dcterms:W3CDTF\">05/3/2024</dcterms:created>",
                "<dcterms:created>2024-03-05T00:00:00Z</dcterms:created>",
                "<dcterms:created xsi:type=\"xsd:dateTime\">2024-03-05T00:00:00Z</dcterms:created>",
                "<dcterms:modified xsi:type=\"dcterms:W3CDTF\"></dcterms:modified>",
                "<dc:title xml:lang=\"vi\">Kế hoạch</dc:title>",
                "<dc:title>Một</dc:title><dc:title>Hai</dc:title>",
                "<cp:unknown>x</cp:unknown>",
                "<dc:title>hỏng"
            })
    void propertiesInAFormOfTheirOwnAreNotAsked(String property) throws IOException {
        parts.put(
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + property
                        + "</cp:coreProperties>");
        assertReadAsItWas();
    }

    @Test
    void aNameMayBeginWithThatOfAnotherPart() throws IOException {
        parts.put("word/document.xml/anh.xml", "<a/>");
        assertReadAsItWas();
    }

    @Test
    void aRelationMayLeadNowhere() throws IOException {
        relate("word/_rels/document.xml.rels", OFFICE + "header", "header9.xml");
        assertReadAsItWas();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/word/%C4%91%E1%BA%A7u.xml", "đầu.xml", "../WORD/đầu.xml", "..\\word\\đầu.xml"})
    void aPartMayHaveAnyNameAndBeNamedInManyWays(String target) throws IOException {
        parts.put("word/đầu.xml", "<hdr><p><r><t>Mật</t></r></p></hdr>");
        relate("word/_rels/document.xml.rels", OFFICE + "header", target);
        assertTrue(texts().contains("Mật"));
    }

    @Test
    void aRelationThatLeadsOutIsNotFollowed() throws IOException {
        parts.put("word/x.xml", "<hdr><p><r><t>Mật</t></r></p></hdr>");
        relate("word/_rels/document.xml.rels", OFFICE + "header\" TargetMode=\"External", "x.xml");
        assertFalse(texts().contains("Mật"));
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        parts.put("word/x.xml", "<hdr>" + " ".repeat(20_000_000) + "</hdr>");
        relate("word/_rels/document.xml.rels", OFFICE + "header", "x.xml");
        assertEquals(Status.TOO_LARGE, PLANLINT.check("a.docx", zip()).status());
    }

    /** Who reads it next may see the other of the two. */
    @Test
    void twoPartsOfOneNameAreRefused() throws IOException {
        parts.put("Word/Document.xml", "<document><body><p><r><t>Khác</t></r></p></body></document>");
        assertEquals(Status.UNREADABLE, PLANLINT.check("a.docx", zip()).status());
    }

    private List<String> texts() throws IOException {
        try {
            return new DocxReader()
                    .read(new Source("a.docx", zip(), "")).paragraphs().stream()
                            .map(Paragraph::text)
                            .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** ECMA-376, part 2, 11.1: one at most. */
    @Test
    void propertiesMayBeRelatedTwice() throws IOException {
        for (String part : new String[] {"docProps/core.xml", "docProps/core2.xml", "docProps/none.xml"}) {
            relate(
                    "_rels/.rels",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    part);
        }
        parts.computeIfAbsent(
                "docProps/core.xml",
                name -> "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                        + "core-properties\"/>");
        assertReadAsItWas();
    }

    @Test
    void whatIsNoPackageIsStillRefused() throws IOException {
        parts.remove("[Content_Types].xml");
        parts.put("Thumbs.db", "x");
        byte[] none = zip();
        assertThrows(InvalidFormatException.class, () -> WordParts.open(none).close());
    }

    private void relate(String rels, String type, String target) {
        parts.merge(
                rels,
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "</Relationships>",
                (there, none) -> there);
        parts.computeIfPresent(
                rels,
                (name, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id=\"to-" + target.replace('/', '-') + "\" Type=\"" + type + "\" Target=\""
                                + target + "\"/></Relationships>"));
    }
}
