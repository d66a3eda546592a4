package org.planlint.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    /** Each change as [what goes|what comes] among the characters that stay. */
    private static String shown(String old, String with) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        List<Note.Change> changes = Difference.between(old, with, 100);
        for (Note.Change change : changes) {
            shown.append(old, at, change.start() - 100);
            shown.append('[').append(old, change.start() - 100, change.end() - 100);
            shown.append('|').append(change.with()).append(']');
            at = change.end() - 100;
        }
        return shown.append(old.substring(at)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "Lưu: VT, VP;Lưu: VT, VP.;Lưu: VT, VP[|.]",
                "Các phòng thuộc Sở,;Các phòng thuộc Sở.;Các phòng thuộc Sở[,|.]",
                "ngày 5 tháng 1 năm 2025;ngày 05 tháng 01 năm 2025;ngày [|0]5 tháng [|0]1 năm 2025",
                "1,000,000 đồng;1.000.000 đồng;1[,|.]000[,|.]000 đồng",
                "ủy ban Nhân dân;Ủy ban nhân dân;[ủ|Ủ]y ban [N|n]hân dân",
                "KHUBND;KH-UBND;KH[|-]UBND",
                "05 tháng 4;5 tháng 4;[0|]5 tháng 4",
                "như cũ;như cũ;như cũ"
            })
    void onlyWhatDiffersIsChanged(String old, String with, String shown) {
        assertEquals(shown, shown(old, with));
    }

    @ParameterizedTest
    @CsvSource({"ủ, Ủ", "ế, ê"})
    void aLetterGoesWithItsMarks(String old, String with) {
        String apart = Normalizer.normalize(old, Normalizer.Form.NFD);
        assertEquals("s[" + apart + "|" + with + "]y", shown("s" + apart + "y", "s" + with + "y"));
    }
}
