package org.planlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    /** A draft's day is blank; a year alone is a year everywhere. */
    @ParameterizedTest
    @CsvSource({"2024-03-05, 05/03/2024", "2024-03, 03/2024", "2024, 2024", ","})
    void daysAreWrittenAsTheirReadersWriteThem(String iso, String vietnamese) {
        assertEquals(vietnamese, Language.VI.dayOf(iso));
        assertEquals(iso, Language.EN.dayOf(iso));
    }
}
