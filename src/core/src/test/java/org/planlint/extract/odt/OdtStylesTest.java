package org.planlint.extract.odt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.extract.ListLabel;
import org.planlint.extract.Xml;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.LineRule;
import org.xml.sax.SAXException;

/** Styles through their parents and defaults to what Writer shows (OpenDocument 1.3, part 3, 16.2). */
class OdtStylesTest {
    private static OdtStyles styles(String... inner) {
        OdtStyles styles = new OdtStyles();
        read(styles, "<x:styles>" + String.join("", inner) + "</x:styles>");
        return styles;
    }

    private static void read(OdtStyles styles, String inner) {
        String xml = "<x:root xmlns:x=\"x\">" + inner + "</x:root>";
        try {
            styles.read(Xml.tree(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException | SAXException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static String style(String family, String name, String parent, String properties) {
        return "<x:style x:family='" + family + "' x:name='" + name + "'"
                + (parent == null ? "" : " x:parent-style-name='" + parent + "'") + ">" + properties + "</x:style>";
    }

    private static String text(String attributes) {
        return "<x:text-properties " + attributes + "/>";
    }

    private static String paragraph(String attributes) {
        return "<x:paragraph-properties " + attributes + "/>";
    }

    @Test
    void aSpanGoesOverItsParagraphAParagraphOverItsParentAndThatOverTheDefaults() {
        OdtStyles styles = styles(
                "<x:default-style x:family='paragraph'>" + text("x:font-size='10pt' x:color='#111111'")
                        + "</x:default-style>",
                style("paragraph", "Base", null, text("x:font-size='12pt' x:font-weight='bold' x:font-style='italic'")),
                style("paragraph", "Own", "Base", text("x:font-size='13pt' x:font-weight='normal'")),
                style("text", "Mark", null, text("x:font-size='14pt'")));
        assertEquals(
                List.of("14pt", "normal", "italic", "#111111"),
                List.of(
                        styles.text("Mark", "Own", "font-size"),
                        styles.text("Mark", "Own", "font-weight"),
                        styles.text("Mark", "Own", "font-style"),
                        styles.text("Mark", "Own", "color")));
        assertEquals("13pt", styles.text(null, "Own", "font-size"));
        assertNull(styles.text("Mark", "Own", "display"), "set nowhere");
    }

    @Test
    void automaticStylesOfTheContentHaveParentsInTheCommonOnes() {
        OdtStyles styles = styles(style("paragraph", "Standard", null, text("x:font-size='13pt'")));
        read(styles, "<x:automatic-styles>" + style("paragraph", "P1", "Standard", "") + "</x:automatic-styles>");
        assertEquals("13pt", styles.text(null, "P1", "font-size"));
    }

    @Test
    void stylesThatAreEachOthersParentsEnd() {
        OdtStyles styles =
                styles(style("paragraph", "A", "B", ""), style("paragraph", "B", "A", text("x:font-size='13pt'")));
        assertEquals("13pt", styles.text(null, "A", "font-size"));
        assertNull(styles.text(null, "A", "color"));
        assertNull(styles.listOf("A"));
    }

    @Test
    void aFontIsTheFamilyThatItsDeclarationNames() {
        OdtStyles styles = styles(
                style("paragraph", "Declared", null, text("x:font-name='F1'")),
                style("paragraph", "Named", null, text("x:font-name='Arial'")),
                style("paragraph", "Family", null, text("x:font-family=\"'Times New Roman'\"")));
        read(
                styles,
                "<x:font-face-decls><x:font-face x:name='F1' x:font-family=\"'Liberation Serif'\"/></x:font-face-decls>");
        assertEquals(
                List.of("Liberation Serif", "Arial", "Times New Roman"),
                List.of(styles.font(null, "Declared"), styles.font(null, "Named"), styles.font(null, "Family")));
        assertNull(styles.font(null, "Missing"));
    }

    @ParameterizedTest(name = "{0} = {1} pt")
    @CsvSource({"14pt, 14", "2.54cm, 72", "25.4mm, 72", "0.5in, 36", "-1in, -72", "0, 0", "auto, 0", ", 0"})
    void lengthsAreInPoints(String length, double points) {
        assertEquals(points, OdtStyles.points(length), 1e-9);
    }

    @Test
    void layoutIsInPoints() {
        OdtStyles styles = styles(style(
                "paragraph",
                "P1",
                null,
                paragraph("x:text-align='justify' x:margin-left='1in' x:margin-right='0.5in' "
                        + "x:text-indent='-36pt' x:margin-top='3pt' x:margin-bottom='6pt' x:line-height='150%'")));
        assertEquals(
                new Layout(Alignment.JUSTIFIED, 72.0, 36.0, -36.0, 3.0, 6.0, 1.5, LineRule.MULTIPLE, "P1"),
                styles.layout("P1"));
        assertEquals(
                new Layout(Alignment.LEFT, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, LineRule.MULTIPLE, null), styles.layout(null));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "x:line-height='130%', 1.3, MULTIPLE",
        "x:line-height='normal', 1, MULTIPLE",
        "x:line-height='18pt', 18, EXACT",
        "x:line-height-at-least='18pt', 18, AT_LEAST"
    })
    void lineSpacingIsANumberOfLinesOrOfPoints(String attribute, double line, LineRule rule) {
        Layout layout =
                styles(style("paragraph", "P1", null, paragraph(attribute))).layout("P1");
        assertEquals(line, layout.line());
        assertEquals(rule, layout.lineRule());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"start, LEFT", "left, LEFT", "center, CENTER", "end, RIGHT", "right, RIGHT", "justify, JUSTIFIED"})
    void alignmentIsWhatTheStyleSays(String value, Alignment alignment) {
        assertEquals(
                alignment,
                styles(style("paragraph", "P1", null, paragraph("x:text-align='" + value + "'")))
                        .layout("P1")
                        .alignment());
    }

    private static OdtStyles.Level level(String element, String attributes) {
        return styles("<x:list-style x:name='L1'><x:" + element + " x:level='2' " + attributes + "/></x:list-style>")
                .level("L1", 1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"1, DECIMAL", "I, UPPER_ROMAN", "i, LOWER_ROMAN", "A, UPPER_LETTER", "a, LOWER_LETTER", "'', NONE"})
    void aLevelPrintsItsCountBetweenPrefixAndSuffix(String format, ListLabel label) {
        assertEquals(
                new OdtStyles.Level(label, "(", ")", 2, 3, null),
                level(
                        "list-level-style-number",
                        "x:num-format='" + format
                                + "' x:num-prefix='(' x:num-suffix=')' x:display-levels='2' x:start-value='3'"));
        assertEquals(
                new OdtStyles.Level(label, "", "", 1, 1, null),
                level("list-level-style-number", "x:num-format='" + format + "'"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"-, -", "+, +", "\u25AA, •", "\uF0B7, •"})
    void aBulletThatIsNoPlainMarkIsABullet(String mark, String shown) {
        assertEquals(
                shown,
                level("list-level-style-bullet", "x:bullet-char='" + mark + "'").bullet());
    }

    @Test
    void whatAListDoesNotDefineIsNoLevel() {
        OdtStyles styles = styles("<x:list-style x:name='L1'><x:list-level-style-number x:level='11'/></x:list-style>");
        assertNull(styles.level("L1", 0));
        assertNull(styles.level("L1", 10));
        assertNull(styles.level("L2", 0));
    }

    @Test
    void theOutlineIsAListToo() {
        assertEquals(
                ListLabel.UPPER_ROMAN,
                styles("<x:outline-style><x:outline-level-style x:level='1' x:num-format='I'/></x:outline-style>")
                        .level("Outline", 0)
                        .format());
    }

    @Test
    void aParagraphIsInTheListOfTheNearestStyleThatNamesOneAndAnEmptyNameEndsIt() {
        OdtStyles styles = styles(
                "<x:style x:family='paragraph' x:name='Base' x:list-style-name='L1'/>",
                style("paragraph", "Own", "Base", ""),
                "<x:style x:family='paragraph' x:name='None' x:parent-style-name='Base' x:list-style-name=''/>");
        assertEquals("L1", styles.listOf("Own"));
        assertNull(styles.listOf("None"));
        assertNull(styles.listOf("Missing"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "x:border='0.5pt solid #000000', true",
        "x:border-left='0.5pt solid #000000', true",
        "x:border='none', false",
        "'', false"
    })
    void aCellWithABorderDrawsLines(String attributes, boolean draws) {
        OdtStyles styles = styles(style("table-cell", "C1", null, "<x:table-cell-properties " + attributes + "/>"));
        assertEquals(draws, styles.drawsLines("C1"));
    }

    private static final double CM = 72 / 2.54;

    private static PageFormat format(String properties, String more, String master) {
        OdtStyles styles = styles(
                "<x:page-layout x:name='L'><x:page-layout-properties " + properties + "/>" + more + "</x:page-layout>",
                "<x:master-page x:name='Standard' x:page-layout-name='L'>" + master + "</x:master-page>");
        return styles.pageFormat(styles.master(null), 0);
    }

    @Test
    void aPageFormatIsThatOfItsMasterPage() {
        PageFormat format = format(
                "x:page-width='21cm' x:page-height='29.7cm' x:margin-top='2cm' x:margin-right='1.5cm' "
                        + "x:margin-bottom='2cm' x:margin-left='3cm'",
                "",
                "");
        assertEquals(21 * CM, format.width(), 1e-6);
        assertEquals(29.7 * CM, format.height(), 1e-6);
        assertEquals(3 * CM, format.left(), 1e-6);
        assertEquals(1.5 * CM, format.right(), 1e-6);
        assertEquals(2 * CM, format.top(), 1e-6);
        assertNull(format("", "", ""), "one that names no width");
    }

    @Test
    void theRoomOfAHeaderBelongsToTheMargin() {
        String room = "<x:header-style><x:header-footer-properties x:min-height='1cm' x:margin-bottom='0.5cm'/></x:header-style>";
        String paper = "x:page-width='21cm' x:page-height='29.7cm' x:margin='1cm'";
        PageFormat format = format(paper, room, "<x:header/>");
        assertEquals(2 * CM, format.top(), 1e-6, "Writer counts the space into the height");
        assertEquals(1 * CM, format.header(), 1e-6);
        assertEquals(1 * CM, format.left(), 1e-6, "one measure for all sides");
        assertEquals(1 * CM, format(paper, room, "<x:header x:display='false'/>").top(), 1e-6);
        assertEquals(1 * CM, format(paper, room, "").top(), 1e-6, "a master page without a header");
    }
}
