package org.planlint.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.extract.Xml;
import org.planlint.extract.word.WordStyles.ParaProps;
import org.planlint.extract.word.WordStyles.RunProps;
import org.planlint.text.Paragraph.Alignment;
import org.planlint.text.Paragraph.Layout;
import org.planlint.text.Paragraph.LineRule;

/** From the defaults through the style, what it is based on and the run itself to what Word shows (ISO/IEC 29500-1, 17.7.2). */
class WordStylesTest {
    private static WordStyles styles(String... parts) {
        return new WordStyles(Markup.part(String.join("", parts)), Map.of());
    }

    private static String defaults(String run, String paragraph) {
        return "<w:docDefaults><w:rPrDefault><w:rPr>" + run + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>" + paragraph
                + "</w:pPr></w:pPrDefault></w:docDefaults>";
    }

    private static String style(String kind, String id, String basedOn, String run, String paragraph) {
        return "<w:style w:type='" + kind + "' w:styleId='" + id + "'>"
                + (basedOn == null ? "" : "<w:basedOn w:val='" + basedOn + "'/>") + "<w:rPr>" + run + "</w:rPr><w:pPr>"
                + paragraph + "</w:pPr></w:style>";
    }

    private static String paragraphStyle(String id, String basedOn, String run) {
        return style("paragraph", id, basedOn, run, "");
    }

    /** A run with these properties in a paragraph of this style. */
    private static RunProps run(WordStyles styles, String properties, String paragraphStyle) {
        RunProps direct = new RunProps();
        for (WordElement e : Markup.part(properties).children()) {
            styles.runProperty(e.name(), e::attr, direct);
        }
        return styles.resolve(direct, paragraphStyle);
    }

    private static ParaProps paragraph(WordStyles styles, String properties) {
        ParaProps direct = new ParaProps();
        for (WordElement e : Markup.part(properties).children()) {
            styles.paragraphProperty(e.name(), e::attr, direct);
        }
        return styles.resolve(direct);
    }

    @Test
    void aRunGoesOverItsStyleItsStyleOverWhatItIsBasedOnAndThatOverTheDefaults() {
        WordStyles styles = styles(
                defaults("<w:sz w:val='20'/><w:rFonts w:ascii='Arial'/><w:i/><w:color w:val='FF0000'/>", ""),
                paragraphStyle("Base", null, "<w:sz w:val='24'/><w:rFonts w:ascii='Tahoma'/><w:i w:val='0'/>"),
                paragraphStyle("Own", "Base", "<w:sz w:val='26'/><w:rFonts w:ascii='Times New Roman'/>"));
        RunProps shown = run(styles, "<w:sz w:val='28'/>", "Own");
        assertEquals(28, shown.size, "its own, in half points");
        assertEquals("Times New Roman", shown.font, "of its style");
        assertEquals(false, shown.italic, "of what the style is based on");
        assertEquals("FF0000", shown.color, "of the defaults");
        assertNull(shown.bold, "set nowhere");
    }

    @Test
    void aCharacterStyleGoesOverTheStyleOfTheParagraph() {
        WordStyles styles = styles(
                paragraphStyle("Body", null, "<w:sz w:val='26'/><w:b/>"),
                style("character", "Mark", null, "<w:b w:val='0'/>", ""));
        RunProps shown = run(styles, "<w:rStyle w:val='Mark'/>", "Body");
        assertEquals(false, shown.bold);
        assertEquals(26, shown.size);
        assertEquals(true, run(styles, "<w:rStyle w:val='Mark'/><w:b/>", "Body").bold, "the run goes over both");
    }

    @Test
    void aParagraphThatNamesNoStyleHasTheDefaultOne() {
        WordStyles styles = styles(
                "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:rPr><w:sz w:val='26'/></w:rPr>"
                        + "<w:pPr><w:jc w:val='both'/></w:pPr></w:style>",
                paragraphStyle("Other", null, "<w:sz w:val='30'/>"),
                "<w:style w:type='character' w:default='1' w:styleId='Font'><w:rPr><w:sz w:val='40'/></w:rPr></w:style>");
        assertEquals(26, run(styles, "", null).size);
        assertEquals("both", paragraph(styles, "").alignment);
        assertNull(paragraph(styles, "<w:pStyle w:val='Other'/>").alignment, "one that names a style has not");
    }

    @Test
    void aStyleThatIsNotThereIsNone() {
        assertEquals(20, run(styles(defaults("<w:sz w:val='20'/>", "")), "", "Missing").size);
        assertNull(run(new WordStyles(null, Map.of()), "", "Missing").size);
    }

    @Test
    void stylesThatAreBasedOnEachOtherEnd() {
        WordStyles styles = styles(
                style("paragraph", "A", "B", "<w:b/>", "<w:jc w:val='center'/>"),
                style("paragraph", "B", "A", "<w:i/>", "<w:ind w:left='720'/>"));
        RunProps shown = run(styles, "", "A");
        assertEquals(List.of(true, true), List.of(shown.bold, shown.italic));
        assertEquals(720, paragraph(styles, "<w:pStyle w:val='A'/>").left);
        assertFalse(styles.drawsLines("A"));
    }

    @ParameterizedTest(name = "w:val {0} is {1}")
    @CsvSource({", true", "1, true", "true, true", "on, true", "0, false", "false, false", "off, false"})
    void aToggleIsOnUnlessItsValueSaysOff(String value, boolean on) {
        String val = value == null ? "" : " w:val='" + value + "'";
        WordStyles styles = styles(paragraphStyle(
                "Opposite",
                null,
                Arrays.stream("b i caps vanish".split(" "))
                        .map(name -> "<w:" + name + " w:val='" + (on ? 0 : 1) + "'/>")
                        .reduce("", String::concat)));
        RunProps shown =
                run(styles, "<w:b" + val + "/><w:i" + val + "/><w:caps" + val + "/><w:vanish" + val + "/>", "Opposite");
        assertEquals(List.of(on, on, on, on), List.of(shown.bold, shown.italic, shown.caps, shown.hidden));
    }

    @ParameterizedTest(name = "<w:{0} w:val={1}>: {2}")
    @CsvSource({"u, single, true", "u, none, false", "u, , false", "highlight, yellow, true", "highlight, none, false"})
    void linesBelowAndColoursBehindAreOnWhereTheyAreNamed(String element, String value, boolean on) {
        RunProps shown = run(styles(), "<w:" + element + (value == null ? "" : " w:val='" + value + "'") + "/>", null);
        assertEquals(on, element.equals("u") ? shown.underline : shown.highlighted);
    }

    @Test
    void theColourThatIsLeftToWordIsBlack() {
        assertEquals("000000", run(styles(), "<w:color w:val='auto'/>", null).color);
        assertEquals("1F497D", run(styles(), "<w:color w:val='1F497D'/>", null).color);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "w:asciiTheme='majorHAnsi', Cambria",
        "w:asciiTheme='minorHAnsi', Calibri",
        "w:asciiTheme='minorHAnsi' w:ascii='Arial', Calibri",
        "w:ascii='Arial' w:hAnsi='Tahoma', Arial",
        "w:hAnsi='Tahoma', Tahoma"
    })
    void aFontOfTheThemeGoesBeforeOneThatIsNamed(String attributes, String font) throws XMLStreamException {
        String theme = "<a:theme xmlns:a='a'><a:fontScheme><a:majorFont><a:latin typeface='Cambria'/></a:majorFont>"
                + "<a:minorFont><a:latin typeface='Calibri'/></a:minorFont></a:fontScheme></a:theme>";
        WordStyles styles = new WordStyles(
                Markup.part(""),
                WordStyles.themeFonts(Xml.stream(new ByteArrayInputStream(theme.getBytes(StandardCharsets.UTF_8)))));
        assertEquals(font, run(styles, "<w:rFonts " + attributes + "/>", null).font);
    }

    @Test
    void whatSaysNothingOfTheTextIsLeftOut() {
        String styles =
                "<w:styles>é<w:latentStyles w:count='2'><w:lsdException w:name='heading 1'/></w:latentStyles><w:style>"
                        + "<w:tblStylePr w:type='a'/><w:tblPr/><w:tblStylePr w:type='b'><w:rPr/></w:tblStylePr></w:style>";
        assertEquals(
                "<w:styles>é<w:style><w:tblPr/></w:style>",
                new String(WordStyles.withoutUnread(styles.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        for (String whole : List.of("<w:styles/>", "<w:styles><w:tblStylePr w:type='a'>")) {
            byte[] same = whole.getBytes(StandardCharsets.UTF_8);
            assertSame(same, WordStyles.withoutUnread(same));
        }
    }

    @Test
    void aParagraphGoesOverItsStyleAndTheDefaults() {
        WordStyles styles = styles(
                defaults("", "<w:spacing w:after='160' w:line='259' w:lineRule='auto'/>"),
                style(
                        "paragraph",
                        "Base",
                        null,
                        "",
                        "<w:jc w:val='center'/><w:spacing w:before='60'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='7'/></w:numPr>"),
                style("paragraph", "Own", "Base", "", "<w:jc w:val='both'/>"));
        ParaProps shown = paragraph(styles, "<w:pStyle w:val='Own'/><w:ind w:firstLine='720'/>");
        assertEquals(
                new Layout(Alignment.JUSTIFIED, 0.0, 0.0, 36.0, 3.0, 8.0, 259 / 240.0, LineRule.MULTIPLE, "Own"),
                shown.layout());
        assertEquals("7", shown.numId);
        assertEquals(1, shown.level);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "left, LEFT",
        "start, LEFT",
        "center, CENTER",
        "right, RIGHT",
        "end, RIGHT",
        "both, JUSTIFIED",
        "distribute, JUSTIFIED"
    })
    void alignmentHasItsNamesOfBothEditions(String value, Alignment alignment) {
        assertEquals(
                alignment,
                paragraph(styles(), "<w:jc w:val='" + value + "'/>").layout().alignment());
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({
        "w:left='720' w:right='360', 36, 18, 0",
        "w:start='720' w:end='360', 36, 18, 0",
        "w:left='720' w:hanging='360', 36, 0, -18",
        "w:firstLine='567', 0, 0, 28.35",
        "w:hanging='360' w:firstLine='567', 0, 0, -18"
    })
    void indentsAreInPointsAndAHangingOneIsBelowZero(String attributes, double left, double right, double firstLine) {
        Layout layout = paragraph(styles(), "<w:ind " + attributes + "/>").layout();
        assertEquals(
                List.of(left, right, firstLine),
                List.of(layout.leftIndent(), layout.rightIndent(), layout.firstLineIndent()));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "w:line='360', 1.5, MULTIPLE",
        "w:line='360' w:lineRule='auto', 1.5, MULTIPLE",
        "w:line='360' w:lineRule='exact', 18, EXACT",
        "w:line='360' w:lineRule='atLeast', 18, AT_LEAST",
        "w:before='0', 1, MULTIPLE"
    })
    void lineSpacingIsANumberOfLinesOrOfPoints(String attributes, double line, LineRule rule) {
        Layout layout = paragraph(styles(), "<w:spacing " + attributes + "/>").layout();
        assertEquals(line, layout.line());
        assertEquals(rule, layout.lineRule());
    }

    @Test
    void aTableStyleDrawsTheLinesOfWhatItIsBasedOn() {
        String grid =
                "<w:style w:type='table' w:styleId='Grid'><w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr></w:style>";
        String bare =
                "<w:style w:type='table' w:styleId='Bare'><w:basedOn w:val='Grid'/><w:tblPr><w:tblBorders><w:top w:val='nil'/></w:tblBorders></w:tblPr></w:style>";
        WordStyles styles = styles(grid, bare, style("table", "Own", "Grid", "", ""));
        assertTrue(styles.drawsLines("Own"));
        assertFalse(styles.drawsLines("Bare"), "its own lines go before");
        assertFalse(styles.drawsLines("Missing"));
        assertFalse(styles.drawsLines(null));
    }
}
