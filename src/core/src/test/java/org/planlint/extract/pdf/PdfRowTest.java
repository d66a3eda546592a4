package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.extract.pdf.PdfGlyphs.Glyph;
import org.planlint.text.Paragraph.Box;
import org.planlint.text.Paragraph.Run;
import org.planlint.text.TextLine;

/** Characters become rows, and rows words. */
class PdfRowTest {
    private static List<String> texts(Printed printed) {
        return printed.rows().stream().map(PdfRow::text).toList();
    }

    @Test
    void rowsComeFromTheTopDownAndTheirCharactersFromTheLeft() {
        Printed page = new Printed()
                .at(200, 140, "hai")
                .at(85, 120, "Dòng")
                .at(85, 140, "dòng")
                .at(200, 120, "một");
        Collections.reverse(page.glyphs());
        assertEquals(List.of("Dòng một", "dòng hai"), texts(page));
    }

    @ParameterizedTest(name = "{0} of 14 points lower: {1} rows")
    @CsvSource({"3, 1", "6, 1", "7, 2", "14, 2"})
    void aBaselineLessThanHalfAHeightLowerIsTheSame(double lower, int rows) {
        assertEquals(
                rows,
                new Printed()
                        .at(85, 100, "một dòng chữ dài")
                        .at(300, 100 + lower, "một dòng chữ nữa")
                        .rows()
                        .size());
    }

    @Test
    void spacesAloneAreNoRow() {
        Printed page = new Printed().at(85, 100, "chữ").glyph(new Glyph(" ", 1, 85, 200, 7, 14, "Serif", false, false));
        assertEquals(List.of("chữ"), texts(page));
    }

    @ParameterizedTest(name = "gap {0}, printed space {1}")
    @CsvSource({"0, false, ab", "2.4, false, ab", "2.7, false, a b", "0.5, true, ab", "1, true, a b"})
    void aGapIsASpaceAndASmallerOneWhereASpaceIsPrinted(double gap, boolean space, String text) {
        Printed page = new Printed().at(100, 100, "a").at(107 + gap, 100, "b");
        if (space) {
            page.glyph(new Glyph(" ", 1, 107, 100, gap, 14, "Serif", false, false));
        }
        assertEquals(text, page.row().text());
    }

    @ParameterizedTest(name = "{0} with {1} points between its letters")
    @CsvSource({
        "KẾ HOẠCH, 4, KẾ HOẠCH",
        "KẾ HOẠCH, 10, KẾ HOẠCH",
        "ABCDE, 12, A B C D E",
        "ABCD, 4, A B C D",
        "123456, 4, 1 2 3 4 5 6"
    })
    void aTitleThatIsSpacedOutIsOneWordEach(String words, double between, String text) {
        Printed page = new Printed();
        for (int i = 0; i < words.length(); i++) {
            page.at(200 + i * (7 + between), 100, words.substring(i, i + 1));
        }
        assertEquals(text, page.row().text());
    }

    @ParameterizedTest(name = "{0} and a raised {1}")
    @CsvSource({
        "kế hoạch, 1, kế hoạch",
        "kế hoạch, 12, kế hoạch",
        "diện tích m, 2, diện tích m2",
        "số mũ 10, 6, số mũ 106",
        "ngày, a, ngàya"
    })
    void aRaisedNumberIsANoteMarkButBehindMetresAndDigitsAPower(String words, String raised, String text) {
        Printed page = new Printed().at(100, 100, words).sized(8, 100 + words.length() * 7, 94, raised);
        assertEquals(text, page.row().text());
    }

    @Test
    void aSmallNumberOnTheBaselineIsText() {
        assertEquals(
                "kế hoạch1",
                new Printed()
                        .at(100, 100, "kế hoạch")
                        .sized(8, 156, 100, "1")
                        .row()
                        .text());
    }

    @Test
    void aSmallRowThatStandsHigherThanAMarkIsARowOfItsOwn() {
        assertEquals(
                List.of("1", "một dòng chữ"),
                texts(new Printed().sized(8, 184, 88, "1").at(100, 100, "một dòng chữ")));
    }

    @Test
    void sizeAndBaselineAreThoseOfTheLettersAndNotOfTheMarks() {
        PdfRow row =
                new Printed().at(100, 100, "kế hoạch").sized(8, 156, 94, "1").row();
        assertEquals(100, row.y());
        assertTrue(row.size() > 13, "size " + row.size());
    }

    @Test
    void edgesAndCentreAreOfWhatIsPrinted() {
        PdfRow row = new Printed()
                .at(100, 100, "ab")
                .glyph(new Glyph(" ", 1, 50, 100, 7, 14, "Serif", false, false))
                .row();
        assertEquals(List.of(100.0, 114.0, 107.0), List.of(row.left(), row.right(), row.center()));
    }

    @Test
    void aRowIsBoldIfMostOfItIs() {
        assertTrue(new Printed().bold(100, 100, "đậm").at(130, 100, "ab").row().bold());
        assertFalse(
                new Printed().bold(100, 100, "đậm").at(130, 100, "abc").row().bold());
    }

    @Test
    void foldedWordsAreTheSameHoweverTheLettersAreComposed() {
        Printed page = new Printed();
        String decomposed = Normalizer.normalize("NƠI NHẬN", Normalizer.Form.NFD);
        double x = 100;
        for (char c : decomposed.toCharArray()) {
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (c != ' ') {
                page.glyph(new Glyph(String.valueOf(c), 1, x, 100, mark ? 0 : 7, 14, "Serif", false, false));
            }
            x += mark ? 0 : 7;
        }
        assertEquals("NOI NHAN", page.row().folded());
    }

    @Test
    void theFirstWordEndsAtTheFirstGap() {
        assertEquals(21, new Printed().at(100, 100, "xin chào").row().firstWordWidth());
        assertEquals(28, new Printed().at(100, 100, "chào").row().firstWordWidth());
    }

    @Test
    void aRowIsPartedByTheMiddlesOfItsCharacters() {
        PdfRow row = new Printed().at(100, 100, "trái").at(300, 100, "phải").row();
        assertEquals("trái", row.leftOf(200).text());
        assertEquals("phải", row.rightOf(200).text());
        assertEquals("t", row.leftOf(104).text());
        assertNull(row.leftOf(103), "nothing stands there");
        assertNull(row.rightOf(330), "nothing stands there");
    }

    @Test
    void gapsAreFoundByWhereTheNextWordBegins() {
        PdfRow row = new Printed()
                .at(100, 100, "aa")
                .at(130, 100, "bb")
                .at(200, 100, "cc")
                .row();
        assertArrayEquals(new double[] {114, 130}, row.firstGap(0, 595, 10));
        assertArrayEquals(new double[] {144, 200}, row.firstGap(0, 595, 20));
        assertArrayEquals(new double[] {144, 200}, row.widestGap(0, 595, 10));
        assertArrayEquals(new double[] {114, 130}, row.widestGap(0, 150, 10));
        assertNull(row.firstGap(210, 595, 10));
        assertNull(row.widestGap(0, 595, 60));
        PdfRow spacedOut = new Printed()
                .at(100, 100, "K")
                .at(111, 100, "Ế")
                .at(133, 100, "H")
                .at(144, 100, "O")
                .at(155, 100, "A")
                .row();
        assertNull(spacedOut.firstGap(0, 595, 10), "a title that is spaced out stands in one column");
    }

    @Test
    void eachStretchOfOneTypeIsARun() {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder("trước ");
        new Printed().bold(100, 100, "đậm").at(128, 100, "thường").row().write(text, runs, null);
        assertEquals("trước đậm thường", text.toString());
        assertEquals(
                List.of(
                        new Run(6, 10, "Serif", 14.0, true, false, false, null, false, false),
                        new Run(10, 16, "Serif", 14.0, false, false, false, null, false, false)),
                runs);
    }

    @Test
    void eachCharacterKnowsWhereItStandsAndALigatureSharesItsWidth() {
        List<TextLine> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder("trước ");
        new Printed()
                .glyph(new Glyph("fi", 3, 100, 200, 12, 10, "Serif", false, false))
                .glyph(new Glyph("n", 3, 120, 200, 5, 10, "Serif", false, false))
                .row()
                .write(text, null, lines);
        assertEquals("trước fi n", text.toString());
        TextLine line = lines.get(0);
        assertEquals(3, line.page());
        assertEquals(new Box(100, 190.5, 6, 12), line.box(6, 7), "f");
        assertEquals(new Box(106, 190.5, 6, 12), line.box(7, 8), "i");
        assertEquals(new Box(112, 190.5, 8, 12), line.box(8, 9), "the space");
        assertEquals(new Box(120, 190.5, 5, 12), line.box(9, 10), "n");
    }
}
