package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyllablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nghiêng", "quyết", "khuỷu", "giếng", "gì", "giữ", "quốc", "thuở", "yêu", "ngoằn", "xoong", "được",
                "cập", "lý", "quýt", "khuya", "ủy", "hòa", "a", "ương", "ghế", "kỹ", "nghỉ", "tuyến", "huênh", "ướt"
            })
    void aWordOfTheLanguage(String word) {
        assertTrue(Syllables.possible(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nguời", "hơp", "ngẽn", "trừơng", "nhiệmm", "thuồc", "chât", "kế́", "đươc", "qưyết", "cẻ", "ghà",
                "kông", "ngê", "tổố", "êng", "trrong", "phấ"
            })
    void noWordOfTheLanguage(String word) {
        assertFalse(Syllables.possible(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kông", "đắk", "lắk", "kon", "păh", "ngẹt"})
    void namesMayBeOtherwise(String name) {
        assertFalse(Syllables.possible(name));
        assertTrue(Syllables.possibleName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brôm", "krông", "xtiêng", "zơ", "mnông"})
    void borrowedWords(String word) {
        assertTrue(Syllables.isBorrowed(word));
    }
}
