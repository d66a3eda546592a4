package org.planlint.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.extract.Source;
import org.planlint.text.Document;
import org.planlint.text.DrawnLine;
import org.planlint.text.PageFormat;
import org.planlint.text.PageNumbering;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Place;

/** Sections, page numbers, lines and inherited layout of a docx, as Word shows them. */
class DocxLayoutTest {
    private static final String NUMBER =
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"
                    + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:rPr><w:sz w:val='28'/></w:rPr><w:t>2</w:t></w:r>"
                    + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    private static final String A4 =
            "<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1134' w:right='851' w:bottom='1134' "
                    + "w:left='1701' w:header='567' w:footer='567' w:gutter='113'/>";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private static String p(String properties, String words) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + (words.startsWith("<") ? words : run(words)) + "</w:p>";
    }

    private static String run(String words) {
        return "<w:r><w:t>" + words + "</w:t></w:r>";
    }

    private static String section(String inner) {
        return "<w:sectPr>" + inner + A4 + "</w:sectPr>";
    }

    private static String uses(String kind, String type, String id) {
        return "<w:" + kind + "Reference w:type='" + type + "' r:id='" + id + "'/>";
    }

    private DocxLayoutTest with(String part, String inner) {
        parts.put(part, inner);
        return this;
    }

    private Document read(String body) throws Exception {
        String root = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
                + "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' xmlns:wp='wp' xmlns:a='a' "
                + "xmlns:wps='wps' xmlns:v='v'>";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        StringBuilder types = new StringBuilder(
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>");
        String relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
        StringBuilder inner = new StringBuilder(relations);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", types.toString());
            put(
                    zip,
                    "_rels/.rels",
                    relations + "<Relationship Id='r' Type='" + office
                            + "officeDocument' Target='word/document.xml'/></Relationships>");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                String kind = part.getKey().replaceAll("\\d", "");
                inner.append("<Relationship Id='" + part.getKey() + "' Type='" + office + kind + "' Target='"
                        + part.getKey() + ".xml'/>");
                put(zip, "word/" + part.getKey() + ".xml", "<w:" + kind + root + part.getValue() + "</w:" + kind + ">");
            }
            put(zip, "word/_rels/document.xml.rels", inner + "</Relationships>");
            put(zip, "word/document.xml", "<w:document" + root + "<w:body>" + body + "</w:body></w:document>");
        }
        return new DocxReader()
                .read(new Source(
                        "x.docx",
                        out.toByteArray(),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private PageNumbering numbering(String section) throws Exception {
        return read(p("", "Chữ") + section(section)).pageNumberings().get(0);
    }

    @Test
    void aSectionBeginsBehindTheParagraphThatEndsTheOneBefore() throws Exception {
        List<PageFormat> formats = read(p("", "Một") + p(section(""), "Hai") + p("", "Ba") + section(""))
                .pageFormats();
        assertEquals(
                List.of(0, 2), formats.stream().map(PageFormat::fromParagraph).toList());
        assertEquals(5.65, formats.get(0).gutter(), 0.01);
        assertEquals(28.35, formats.get(0).header(), 0.01);
    }

    @Test
    void titlePgLeavesTheFirstPageBare() throws Exception {
        with("header1", p("<w:jc w:val='center'/>", NUMBER));
        PageNumbering shown = numbering(uses("header", "default", "header1") + "<w:titlePg/>");
        assertNull(shown.first());
        assertEquals(
                new PageNumbering.Shown(1, Place.HEADER, Alignment.CENTER, "1", true, 14.0, false, false),
                shown.later());
        assertNotNull(numbering(uses("header", "default", "header1")).first(), "without it");
    }

    @Test
    void evenHeadersCountOnlyWhereTheSettingsSayEvenPagesDiffer() throws Exception {
        String both = uses("header", "default", "header1") + uses("header", "even", "header2");
        with("header1", p("", "")).with("header2", p("", NUMBER));
        assertNull(numbering(both).later(), "a dead part");
        with("header1", p("", NUMBER)).with("header2", p("", "")).with("settings", "<w:evenAndOddHeaders/>");
        assertNull(numbering(both).later(), "even pages are bare");
        with("header2", p("", NUMBER));
        assertNotNull(numbering(both).later());
    }

    @ParameterizedTest
    @CsvSource({
        "<w:framePr w:xAlign='center'/>,, CENTER",
        "<w:framePr w:x='5000'/>,,",
        "<w:jc w:val='right'/>,, RIGHT",
        "<w:tabs><w:tab w:val='center' w:pos='4680'/><w:tab w:val='right' w:pos='9360'/></w:tabs>, <w:r><w:tab/></w:r>, CENTER",
        "<w:tabs><w:tab w:val='center' w:pos='4680'/></w:tabs>, <w:r><w:tab/><w:tab/></w:r>,",
        "<w:jc w:val='left'/>, <w:r><w:ptab w:alignment='center'/></w:r>, CENTER"
    })
    void theNumberStandsWhereItsFrameItsTabsOrItsParagraphPutIt(String properties, String before, Alignment expected)
            throws Exception {
        with("footer1", p(properties, (before == null ? "" : before) + NUMBER));
        PageNumbering.Shown shown =
                numbering(uses("footer", "default", "footer1")).later();
        assertEquals(expected, shown.alignment());
        assertEquals(Place.FOOTER, shown.place());
    }

    @Test
    void aNumberKeepsTheFormInWhichItIsPrinted() throws Exception {
        with("header1", p("", run("- ") + NUMBER + run(" -")));
        assertEquals(
                "- 1 -", numbering(uses("header", "default", "header1")).later().form());
        with("header1", p("", "35"));
        PageNumbering.Shown typed =
                numbering(uses("header", "default", "header1")).later();
        assertEquals("1", typed.form());
        assertFalse(typed.field());
    }

    @Test
    void aSectionWithoutHeadersHasThoseOfTheOneBefore() throws Exception {
        with("header1", p("", NUMBER));
        List<PageNumbering> all = read(p(section(uses("header", "default", "header1")), "Một")
                        + p("", "Hai")
                        + section("<w:pgNumType w:start='1'/>"))
                .pageNumberings();
        assertNotNull(all.get(1).later());
        assertEquals(1, all.get(1).start());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<w:drawing><wp:anchor><wp:extent cx='2159000' cy='0'/><wps:wsp/></wp:anchor></w:drawing> | 170",
                "<w:drawing><wp:anchor><wp:extent cx='2159000' cy='6350'/></wp:anchor></w:drawing> | 170",
                "<w:pict><v:line from='10pt,5pt' to='180pt,5pt'/></w:pict> | 170",
                "<w:pict><v:shape type='#_x0000_t32' style='position:absolute;margin-left:5pt;width:170pt;height:0'/></w:pict> | 170",
                "<w:drawing><wp:inline><wp:extent cx='2159000' cy='900000'/></wp:inline></w:drawing> |"
            })
    void levelShapesAreLines(String shape, Double length) throws Exception {
        Document d = read(p("", "<w:r>" + shape + "</w:r>" + run("Độc lập")));
        assertEquals(
                length == null ? List.of() : List.of(length),
                d.lines().stream().map(DrawnLine::length).toList());
    }

    @Test
    void bordersAreLinesUnlessTheyMakeATable() throws Exception {
        Document d = read(p("<w:pBdr><w:bottom w:val='single'/></w:pBdr>", "Một")
                + cell("<w:bottom w:val='single'/>")
                + cell("<w:left w:val='single'/><w:bottom w:val='single'/>"));
        assertEquals(List.of(0, 1), d.lines().stream().map(DrawnLine::paragraph).toList());
        assertEquals(100, d.lines().get(1).length());
    }

    private static String cell(String borders) {
        return "<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/><w:tcBorders>" + borders
                + "</w:tcBorders></w:tcPr>" + p("", "Ô") + "</w:tc></w:tr></w:tbl>";
    }

    @Test
    void aTableStyleLiesBetweenTheDefaultsAndThoseOfTheParagraph() throws Exception {
        with(
                "styles",
                "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Calibri'/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
                        + "<w:spacing w:after='160'/></w:pPr></w:pPrDefault></w:docDefaults>"
                        + "<w:style w:type='table' w:styleId='T'><w:pPr><w:spacing w:after='0'/></w:pPr><w:rPr>"
                        + "<w:rFonts w:ascii='Times New Roman'/></w:rPr></w:style>");
        Document d = read("<w:tbl><w:tblPr><w:tblStyle w:val='T'/></w:tblPr><w:tr><w:tc>" + p("", "Ô")
                + "</w:tc></w:tr></w:tbl>" + p("", "Dưới"));
        assertEquals(0, d.paragraphs().get(0).layout().spaceAfter());
        assertEquals("Times New Roman", d.paragraphs().get(0).runs().get(0).font());
        assertEquals(8, d.paragraphs().get(1).layout().spaceAfter());
        assertEquals("Calibri", d.paragraphs().get(1).runs().get(0).font());
    }

    @Test
    void aListLevelIndentsWhatNamesNoIndentOfItsOwn() throws Exception {
        with(
                "numbering",
                "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:lvlText w:val='-'/><w:pPr><w:ind w:left='720' "
                        + "w:hanging='360'/></w:pPr></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>");
        String list = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>";
        Document d = read(p(list, "Một") + p(list + "<w:ind w:left='0' w:firstLine='567'/>", "Hai"));
        Layout first = d.paragraphs().get(0).layout();
        assertEquals(List.of(36.0, -18.0), List.of(first.leftIndent(), first.firstLineIndent()));
        Layout second = d.paragraphs().get(1).layout();
        assertEquals(List.of(0.0, 28.35), List.of(second.leftIndent(), second.firstLineIndent()));
    }

    @Test
    void paragraphsOfOneStyleCloseUpWhereTheyShould() throws Exception {
        String close = "<w:spacing w:before='120' w:after='120'/><w:contextualSpacing/>";
        Document d = read(p(close, "Một") + p(close, "Hai") + p("<w:pStyle w:val='X'/>" + close, "Ba"));
        assertEquals(6, d.paragraphs().get(0).layout().spaceBefore());
        assertEquals(0, d.paragraphs().get(0).layout().spaceAfter());
        assertEquals(0, d.paragraphs().get(1).layout().spaceBefore());
        assertEquals(6, d.paragraphs().get(1).layout().spaceAfter(), "another style below");
    }

    @Test
    void spaceInLinesIsOverSpaceInTwips() throws Exception {
        Document d = read(p("<w:spacing w:before='20' w:beforeLines='50' w:after='40' w:afterLines='0'/>", "Một"));
        assertEquals(6, d.paragraphs().get(0).layout().spaceBefore());
        assertEquals(2, d.paragraphs().get(0).layout().spaceAfter());
    }

    @Test
    void aPageTurnedByHandIsTurnedOnce() throws Exception {
        Document d = read(p("", "Một")
                + p("", "<w:r><w:br w:type='page'/></w:r>")
                + p("", "<w:r><w:lastRenderedPageBreak/><w:t>Hai</w:t></w:r>"));
        assertEquals(2, d.paragraphs().get(2).page());
    }
}
