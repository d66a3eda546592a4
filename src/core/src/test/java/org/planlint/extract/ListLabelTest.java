package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts as Word, Writer and HTML print them. */
class ListLabelTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "DECIMAL, 1, 1",
        "DECIMAL, 12, 12",
        "DECIMAL_ZERO, 9, 09",
        "DECIMAL_ZERO, 10, 10",
        "UPPER_ROMAN, 1, I",
        "UPPER_ROMAN, 4, IV",
        "UPPER_ROMAN, 9, IX",
        "UPPER_ROMAN, 14, XIV",
        "UPPER_ROMAN, 40, XL",
        "UPPER_ROMAN, 1999, MCMXCIX",
        "LOWER_ROMAN, 8, viii",
        "UPPER_ROMAN, 0, ''",
        "UPPER_LETTER, 1, A",
        "UPPER_LETTER, 26, Z",
        "LOWER_LETTER, 4, d",
        "LOWER_LETTER, 5, e",
        "LOWER_LETTER, 27, aa",
        "LOWER_LETTER, 28, bb",
        "LOWER_LETTER, 53, aaa",
        "LOWER_LETTER, 0, ''",
        "NONE, 3, ''"
    })
    void aCountIsPrintedInItsFormat(ListLabel format, int count, String printed) {
        assertEquals(printed, format.format(count));
    }

    @ParameterizedTest
    @CsvSource({"2600, 8", "2147483647, 8"})
    void aCountThatNoListReachesStaysShort(int count, int length) {
        assertEquals(length, ListLabel.LOWER_LETTER.format(count).length());
    }
}
