package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of the fonts of the 1990s becomes Unicode. */
class LegacyFontsTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        ".VnTime, µ¸¶·¹, àáảãạ",
        ".VnTime, ®¬­, đơư",
        ".VnTime, ÊÕèíóø, ấếốớúứ",
        ".VnTime, §¢¥¦, ĐÂƠƯ",
        ".VNTIME, ®, đ",
        ".VnTimeH, kÕ ho¹ch, KẾ HOẠCH",
        ".VnTime, Nghi 12/3, Nghi 12/3",
        "VNI-Times, aùaøaûaõaï, áàảãạ",
        "VNI-Times, ñôö, đơư",
        "VNI-Times, aáeáoáôùöù, ấếốớứ",
        "VNI-Times, Kế, Kế",
        "VNI-Times, KEÁ HOAÏCH, KẾ HOẠCH",
        "VNI-Times, Aân, Ân",
        "VNI-Helve, Ñaø Naüng, Đà Nẵng",
        "vni-times, ñ, đ"
    })
    void whatIsTypedIsWhatItsFontShows(String font, String typed, String shown) {
        assertEquals(shown, LegacyFonts.decode(font, typed));
    }

    @Test
    void textOfOtherFontsIsLeftAlone() {
        assertEquals("µ ® aù", LegacyFonts.decode("Times New Roman", "µ ® aù"));
        assertEquals("µ ® aù", LegacyFonts.decode(null, "µ ® aù"));
    }

    @Test
    void aDocumentWithMoreThanAFewLettersBeyondLatin1IsNotOld() {
        assertTrue(LegacyFonts.mayBeOld("KÕ ho¹ch tæ chøc héi nghÞ"));
        assertTrue(LegacyFonts.mayBeOld("KÕ ho¹ch của một đơn vị"), "a few that were pasted in");
        assertFalse(LegacyFonts.mayBeOld("Kế hoạch tổ chức hội nghị sơ kết công tác văn thư"));
    }
}
