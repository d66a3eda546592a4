package org.planlint.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** List numbers that stand nowhere in a docx are counted as Word counts them (ISO/IEC 29500-1, 17.9). */
class WordNumberingTest {
    private static String level(int at, String format, String text, String more) {
        return "<w:lvl w:ilvl='" + at + "'><w:start w:val='1'/><w:numFmt w:val='" + format + "'/><w:lvlText w:val='"
                + text + "'/>" + more + "</w:lvl>";
    }

    private static String list(int id, String... levels) {
        return "<w:abstractNum w:abstractNumId='" + id + "'>" + String.join("", levels) + "</w:abstractNum>";
    }

    private static String num(String id, int list, String... overrides) {
        return "<w:num w:numId='" + id + "'><w:abstractNumId w:val='" + list + "'/>" + String.join("", overrides)
                + "</w:num>";
    }

    private static WordNumbering numbering(String... parts) {
        return new WordNumbering(Markup.part(String.join("", parts)));
    }

    /** One list with these levels. */
    private static WordNumbering of(String... levels) {
        return numbering(list(0, levels), num("1", 0));
    }

    /** What stands before paragraphs of these levels, one after the other, without the space behind. */
    private static List<String> labels(WordNumbering numbering, String num, int... levels) {
        List<String> labels = new ArrayList<>();
        for (int level : levels) {
            labels.add(numbering.next(num, level).stripTrailing());
        }
        return labels;
    }

    @Test
    void eachLevelCountsForItselfAndAnewBelowTheNextOfTheLevelAbove() {
        assertEquals(
                List.of("1.", "1.1.", "1.2.", "1.2.a)", "2.", "2.1.", "2.1.a)"),
                labels(
                        of(
                                level(0, "decimal", "%1.", ""),
                                level(1, "decimal", "%1.%2.", ""),
                                level(2, "lowerLetter", "%1.%2.%3)", "")),
                        "1",
                        0,
                        1,
                        1,
                        2,
                        0,
                        1,
                        2));
    }

    @Test
    void aLevelAboveThatHasNotBegunStandsAtItsStart() {
        assertEquals(
                List.of("I.1.", "I.2."),
                labels(of(level(0, "upperRoman", "%1.", ""), level(1, "decimal", "%1.%2.", "")), "1", 1, 1));
    }

    @ParameterizedTest(name = "{0}: the fourth is {1}")
    @CsvSource({
        "decimal, 4",
        "decimalZero, 04",
        "upperRoman, IV",
        "lowerRoman, iv",
        "upperLetter, D",
        "lowerLetter, d",
        "none, ''",
        "unheardOf, 4"
    })
    void aCountIsPrintedInTheFormatOfItsLevel(String format, String fourth) {
        assertEquals(
                fourth, labels(of(level(0, format, "%1", "")), "1", 0, 0, 0, 0).get(3));
    }

    @Test
    void wordsLettersAreTheLatinOnesSoThatĐStandsInALabelOnlyWhereItIsTyped() {
        assertEquals(
                List.of("a)", "b)", "c)", "d)", "e)"),
                labels(of(level(0, "lowerLetter", "%1)", "")), "1", 0, 0, 0, 0, 0));
        assertEquals(List.of("đ1)"), labels(of(level(0, "decimal", "đ%1)", "")), "1", 0));
    }

    @Test
    void aNumberOfAnotherLevelIsPrintedInThatLevelsFormatUnlessTheLabelIsLegal() {
        String roman = level(0, "upperRoman", "%1.", "");
        assertEquals(List.of("I.", "I.1"), labels(of(roman, level(1, "decimal", "%1.%2", "")), "1", 0, 1));
        assertEquals(List.of("I.", "1.1"), labels(of(roman, level(1, "decimal", "%1.%2", "<w:isLgl/>")), "1", 0, 1));
        assertEquals(
                List.of("I.", "I.1"),
                labels(of(roman, level(1, "decimal", "%1.%2", "<w:isLgl w:val='0'/>")), "1", 0, 1));
    }

    @ParameterizedTest(name = "lvlRestart {0}")
    @CsvSource({"'', 1", "0, 2", "1, 1"})
    void aLevelThatDoesNotRestartCountsOn(String restart, String second) {
        WordNumbering numbering = of(
                level(0, "decimal", "%1", ""),
                level(1, "decimal", "%2", restart.isEmpty() ? "" : "<w:lvlRestart w:val='" + restart + "'/>"));
        assertEquals(List.of("1", "1", "2", second), labels(numbering, "1", 0, 1, 0, 1));
    }

    @Test
    void aLevelThatRestartsBelowTheFirstOnlyCountsOnBelowTheSecond() {
        WordNumbering numbering = of(
                level(0, "decimal", "%1", ""),
                level(1, "decimal", "%2", ""),
                level(2, "decimal", "%3", "<w:lvlRestart w:val='1'/>"));
        assertEquals(List.of("1", "1", "1", "2", "2", "2", "1", "1"), labels(numbering, "1", 0, 1, 2, 1, 2, 0, 1, 2));
    }

    @Test
    void listsOfOneKindCountOnUnlessOneOverridesItsStart() {
        String list = list(0, level(0, "decimal", "%1.", ""));
        assertEquals(List.of("3."), third(numbering(list, num("1", 0), num("2", 0))));
        assertEquals(
                List.of("1."),
                third(numbering(
                        list,
                        num("1", 0),
                        num("2", 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"))));
        assertEquals(
                List.of("5."),
                third(numbering(
                        list,
                        num("1", 0),
                        num("2", 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"))));
    }

    private static List<String> third(WordNumbering numbering) {
        labels(numbering, "1", 0, 0);
        return labels(numbering, "2", 0);
    }

    @Test
    void aListMayOverrideAWholeLevel() {
        WordNumbering numbering = numbering(
                list(0, level(0, "decimal", "%1.", "")),
                num("1", 0, "<w:lvlOverride w:ilvl='0'>" + level(0, "upperRoman", "Phần %1", "") + "</w:lvlOverride>"));
        assertEquals(List.of("Phần I", "Phần II"), labels(numbering, "1", 0, 0));
    }

    @Test
    void aListMayBeginAtNought() {
        String level = level(0, "decimal", "%1.", "").replace("w:start w:val='1'", "w:start w:val='0'");
        String below = level(1, "decimal", "%1.%2.", "");
        assertEquals(List.of("0.", "0.1.", "1.", "1.1.", "2."), labels(of(level, below), "1", 0, 1, 0, 1, 0));
    }

    @ParameterizedTest(name = "lvlRestart {0} in an override")
    @CsvSource({"0, 2", "1, 1"})
    void anOverriddenLevelRestartsAsItsOverrideSays(String restart, String second) {
        WordNumbering numbering = numbering(
                list(0, level(0, "decimal", "%1", ""), level(1, "decimal", "%2", "")),
                num(
                        "1",
                        0,
                        "<w:lvlOverride w:ilvl='1'>"
                                + level(1, "decimal", "%2", "<w:lvlRestart w:val='" + restart + "'/>")
                                + "</w:lvlOverride>"));
        assertEquals(List.of("1", "1", "2", second), labels(numbering, "1", 0, 1, 0, 1));
    }

    @Test
    void aListThatNamesAStyleTakesTheLevelsOfThatStylesList() {
        WordNumbering numbering = numbering(
                list(0, "<w:numStyleLink w:val='Plan'/>"),
                list(1, "<w:styleLink w:val='Plan'/>", level(0, "upperRoman", "%1.", "")),
                num("1", 0));
        assertEquals(List.of("I."), labels(numbering, "1", 0));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"-, -", "+, +", "o, o", "\uF0B7, •", "\u25AA, •", "'', ''"})
    void aBulletOfASymbolFontIsABulletAndADashADash(String mark, String shown) {
        assertEquals(shown, labels(of(level(0, "bullet", mark, "")), "1", 0).get(0));
    }

    @Test
    void aSpaceStandsBehindUnlessTheLevelWantsNothing() {
        assertEquals("1. ", of(level(0, "decimal", "%1.", "")).next("1", 0));
        assertEquals(
                "1. ", of(level(0, "decimal", "%1.", "<w:suff w:val='space'/>")).next("1", 0));
        assertEquals(
                "1.",
                of(level(0, "decimal", "%1.", "<w:suff w:val='nothing'/>")).next("1", 0));
    }

    @Test
    void whatTheFileDoesNotDefineHasNoNumber() {
        WordNumbering numbering = of(level(0, "decimal", "%1.", ""));
        assertEquals(
                List.of("", "", ""), List.of(numbering.next("9", 0), numbering.next("1", 1), numbering.next("1", 12)));
        assertEquals("", new WordNumbering(null).next("1", 0));
    }

    @Test
    void aParagraphThatNamesNoLevelHasThatOfItsStyle() {
        WordNumbering numbering =
                of(level(0, "decimal", "%1.", ""), level(1, "decimal", "%1.%2.", "<w:pStyle w:val='Heading2'/>"));
        assertEquals(
                List.of(1, 0, 0),
                List.of(
                        numbering.levelOfStyle("1", "Heading2"),
                        numbering.levelOfStyle("1", "Other"),
                        numbering.levelOfStyle("9", "Heading2")));
    }
}
