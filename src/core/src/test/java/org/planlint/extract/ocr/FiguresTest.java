package org.planlint.extract.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlint.extract.ocr.Recognizer.Word;

/** Figures count where the engine is sure of them, or where it reads the same twice. */
class FiguresTest {
    private static Word word(String text, int confidence) {
        return new Word(text, 100, 40, 200, 70, confidence);
    }

    private static Word compared(Word word, Word... others) {
        return Figures.compared(word, List.of(others));
    }

    @Test
    void twoReadingsThatAgreeAreSure() {
        assertEquals(word("22/8/2019", 95), compared(word("22/8/2019", 88), word("22/8/2019", 90)));
    }

    @Test
    void ofTwoThatDoNotTheSurerStandsAndStaysUnsure() {
        Word settled = compared(word("13/6/2012", 80), word("15/6/2019", 94));
        assertEquals("15/6/2019", settled.text());
        assertTrue(settled.confidence() < Figures.SURE);
    }

    @Test
    void aReadingThatIsAsGoodAsNoneDisputesNothing() {
        assertEquals(word("12", 96), compared(word("12", 96), word("1|2", 10)));
    }

    @Test
    void aFigureIsNotGivenUpForASpeck() {
        assertEquals("8", compared(word("§", 92), word("8", 60)).text());
    }

    @Test
    void wordsWithoutFiguresAndFiguresElsewhereAreLeft() {
        assertEquals(word("Nội", 70), compared(word("Nội", 70), word("Nôi", 96)));
        Word elsewhere = new Word("2019", 300, 40, 400, 70, 96);
        assertEquals(word("2018", 70), compared(word("2018", 70), elsewhere));
    }
}
