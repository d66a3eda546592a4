package org.planlint.extract.ocr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlint.extract.ocr.PageReading.Rule;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Word;
import org.planlint.text.InkMap;
import org.planlint.text.Paragraph;

/** What is seen on the picture of a page beside its letters. */
class PrintTest {
    private static final Straight LEVEL = Straight.of(0, 2480, 3508);

    @Test
    void colouredInkFadesAndBlackStays() {
        Drawn page = new Drawn(300, 300)
                .in(new Color(200, 30, 40))
                .box(20, 20, 40, 40)
                .in(new Color(40, 60, 170))
                .box(100, 20, 40, 40)
                .in(new Color(45, 40, 60))
                .box(180, 20, 40, 40)
                .in(new Color(110, 110, 145))
                .box(100, 100, 40, 40)
                .in(new Color(85, 30, 35))
                .box(180, 100, 40, 40);
        GreyPicture print = GreyPicture.withoutColours(page.picture(), 300);
        assertEquals(255, print.shade(40, 40), "a red stamp");
        assertEquals(255, print.shade(120, 40), "a blue pen");
        assertTrue(print.shade(200, 40) < 80, "black that a scanner tinges");
        assertEquals(255, print.shade(120, 120), "a pale pen");
        assertTrue(print.shade(200, 120) < 80, "black with a red stamp over it");
        InkMap ink = Ink.of(page.grey()).map();
        assertTrue(ink.cells(new Paragraph.Box(5, 5, 10, 10)) > 10, "but the stamp is ink");
        assertTrue(ink.cells(new Paragraph.Box(24, 5, 10, 10)) > 10, "and so is the pen");
    }

    @Test
    void stampsAndPensFadeByHowLightTheyAre() {
        Drawn page = new Drawn(300, 300)
                .in(new Color(20, 20, 22))
                .box(10, 200, 200, 60)
                .in(new Color(213, 69, 76))
                .box(20, 20, 60, 60)
                .in(new Color(173, 30, 38))
                .box(40, 20, 10, 60)
                .in(new Color(40, 60, 160))
                .box(100, 20, 40, 40);
        GreyPicture print = GreyPicture.ofPrint(page.picture(), 300);
        assertEquals(255, print.shade(30, 40), "a red stamp");
        assertTrue(print.shade(45, 40) < 40, "print that an opaque stamp lies over");
        assertEquals(255, print.shade(120, 40), "a blue pen");
        assertTrue(print.shade(100, 230) < 40, "print");
    }

    @Test
    void whereNoColoursAreSeenWhatIsLighterThanPrintIsAStamp() {
        Drawn page = new Drawn(300, 300)
                .in(new Color(20, 20, 20))
                .box(10, 200, 200, 60)
                .in(new Color(115, 115, 115))
                .box(20, 20, 60, 60)
                .in(new Color(60, 60, 60))
                .box(40, 20, 10, 60);
        GreyPicture print = GreyPicture.ofPrint(page.picture(), 300);
        assertEquals(255, print.shade(30, 40), "a stamp");
        assertTrue(print.shade(45, 40) < 60, "print under it");
    }

    @Test
    void figuresInColouredInkAreDoubted() {
        Drawn page = new Drawn(300, 300)
                .in(new Color(40, 60, 160))
                .box(20, 20, 40, 40)
                .in(new Color(30, 25, 35))
                .box(100, 20, 40, 40);
        List<Line> lines = List.of(
                new Line(List.of(new Word("23", 18, 18, 62, 62, 95), new Word("24", 98, 18, 142, 62, 95)), 60, 0, 44));
        List<Word> words = ColouredFigures.doubted(
                        GreyPicture.ofColours(page.picture(), 300), Ink.of(page.grey()), lines)
                .get(0)
                .words();
        assertEquals(50, words.get(0).confidence(), "a blue pen");
        assertEquals(95, words.get(1).confidence(), "print");
    }

    @Test
    void inkIsWhatIsDarkerThanThePaperAroundIt() {
        Drawn page = new Drawn(600, 300)
                .in(new Color(150, 150, 150))
                .box(300, 0, 300, 300)
                .in(new Color(60, 60, 60))
                .box(100, 100, 12, 12)
                .box(400, 100, 12, 12);
        Ink ink = Ink.of(page.grey());
        assertTrue(ink.isBlack(105, 105));
        assertTrue(ink.isBlack(405, 105));
        assertFalse(ink.isBlack(450, 200), "a grey ground is paper");
    }

    @Test
    void aCellOfTheMapThatAFrameCoversIsNotBare() {
        InkMap ink = Ink.of(new Drawn(300, 300).box(0, 0, 150, 50).grey()).map();
        Paragraph.Box whole = new Paragraph.Box(0, 0, 72, 72);
        assertEquals(18 * 6, ink.cells(whole));
        assertEquals(9 * 6, ink.cells(whole, List.of(new Paragraph.Box(0, 0, 18, 20))));
    }

    @Test
    void quartersAreTurnedAlikeInGreyAndInInk() {
        GreyPicture page = new Drawn(90, 60).box(10, 5, 20, 8).grey();
        for (int quarters = 0; quarters < 4; quarters++) {
            GreyPicture turned = page.turned(quarters);
            Ink ink = Ink.of(page).turned(quarters);
            for (int y = 0; y < turned.height(); y++) {
                for (int x = 0; x < turned.width(); x++) {
                    assertEquals(turned.shade(x, y) == 0, ink.isBlack(x, y), quarters + ": " + x + ", " + y);
                }
            }
            assertArrayEquals(page.shades(), turned.turned((4 - quarters) % 4).shades());
        }
    }

    @Test
    void linesAreFoundAndLettersAreNone() {
        Drawn page = new Drawn(2480, 3508)
                .box(300, 400, 1500, 4)
                .box(300, 400, 4, 300)
                .box(600, 900, 100, 6)
                .box(900, 900, 400, 40);
        List<Rule> rules = RuledLines.find(Ink.of(page.grey()));
        assertEquals(2, rules.size(), rules.toString());
        assertEquals(96.5, rules.get(0).y1(), 0.5);
        assertEquals(72, rules.get(0).x1(), 0.5);
        assertEquals(432, rules.get(0).x2(), 1.5);
        assertEquals(72.5, rules.get(1).x1(), 0.5);
    }

    @Test
    void aLineThatFallsRunsLevelWhenItsPageIsStraight() {
        Drawn page = new Drawn(2480, 3508).turned(0.02, 1240, 1754).box(300, 400, 1500, 4);
        Straight straight = Straight.of(0.02, 2480, 3508);
        List<Rule> rules = RuledLines.find(Ink.of(page.grey()).straightened(straight));
        assertEquals(1, rules.size(), rules.toString());
        assertEquals(96.5, rules.get(0).y1(), 0.7);
    }

    /** "II" whose serifs touch, read "H", and "III" read "HI"; "IV" as it is; a figure 1. */
    @Test
    void strokesSayHowManyOnesThereAre() {
        assertEquals(
                "II.",
                numeral(
                        "H.",
                        new Drawn(300, 100)
                                .box(10, 20, 8, 50)
                                .box(30, 20, 8, 50)
                                .box(10, 20, 28, 4)));
        assertEquals(
                "III.",
                numeral(
                        "HI.",
                        new Drawn(300, 100)
                                .box(10, 20, 8, 50)
                                .box(30, 20, 8, 50)
                                .box(50, 20, 8, 50)));
        assertEquals(
                "II.",
                numeral(
                        "I.",
                        new Drawn(300, 100)
                                .box(10, 20, 8, 50)
                                .box(30, 20, 8, 50)
                                .box(46, 64, 6, 6)));
        assertEquals("1.", numeral("1.", new Drawn(300, 100).box(10, 20, 8, 50)));
        assertEquals("IN", numeral("IN", new Drawn(300, 100).box(10, 20, 8, 50).box(30, 20, 40, 50)));
    }

    /** "VII." without its mark, "II." read "L." or "%"; but an L is none, and no stroke is a mark. */
    @Test
    void marksThatTheEngineLeftOutAreSeen() {
        Drawn two = new Drawn(300, 100).box(10, 20, 8, 50).box(30, 20, 8, 50);
        assertEquals("%", numeral("%", two));
        assertEquals("HL", numeral("HL", two));
        two.box(46, 64, 6, 6);
        assertEquals("II.", numeral("%", two));
        Drawn joined = new Drawn(300, 100)
                .box(10, 20, 8, 50)
                .box(30, 20, 8, 50)
                .box(10, 20, 28, 4)
                .box(46, 64, 6, 6);
        assertEquals("II.", numeral("%", joined), "by their serifs");
        assertEquals("II.", numeral("%", joined.box(8, 80, 8, 18)), "with the line below");
        Drawn cross = new Drawn(300, 100).box(24, 20, 8, 50).box(8, 40, 40, 8).box(54, 64, 6, 6);
        assertEquals("+", numeral("+", cross));
        assertEquals("II.", numeral("HL", two));
        assertEquals("II.", numeral("II", two));
        assertEquals("I.", numeral("L.", new Drawn(300, 100).box(10, 20, 8, 50).box(24, 64, 6, 6)));
        assertEquals("L.", numeral("L.", new Drawn(300, 100).box(10, 20, 8, 50).box(10, 62, 36, 8)));
    }

    /** "IV." of which the engine saw "V." alone, or whose serifs join; and "I.MỤC" read "IL.MỤC". */
    @Test
    void strokesBesideABroadLetterAreCounted() {
        Drawn five = new Drawn(300, 100).box(30, 20, 6, 50).box(64, 20, 6, 50).box(30, 64, 40, 6);
        assertEquals("V.", numeral(26, "V.", five));
        five.box(10, 20, 8, 50);
        assertEquals("IV.", numeral(26, "V.", five));
        five.box(10, 20, 30, 4);
        assertEquals("IV.", numeral(8, "1V.", five));
        Drawn one = new Drawn(300, 100).box(10, 20, 8, 50).box(24, 64, 6, 6).box(40, 20, 8, 50);
        assertEquals("I.MỤC", numeral(8, "IL.MỤC", one));
    }

    private static String numeral(String read, Drawn page) {
        return numeral(8, read, page);
    }

    private static String numeral(int left, String read, Drawn page) {
        Line line = new Line(
                List.of(
                        new Word(read, left, 15, 80, read.equals("%") ? 99 : 75, 90),
                        new Word("NỘI", 100, 15, 160, 75, 96)),
                70,
                0,
                50);
        return RomanNumerals.counted(Ink.of(page.grey()), List.of(line))
                .get(0)
                .words()
                .get(0)
                .text();
    }

    @Test
    void pointsGoBackToWhereTheyCameFrom() {
        Straight straight = Straight.of(0.03, 2480, 3508);
        double x = straight.x(100, 3000);
        double y = straight.y(100, 3000);
        assertEquals(100, straight.backX(x, y), 1e-6);
        assertEquals(3000, straight.backY(x, y), 1e-6);
        assertEquals(100, LEVEL.x(100, 3000));
    }
}
