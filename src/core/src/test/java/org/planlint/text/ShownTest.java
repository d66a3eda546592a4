package org.planlint.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTest {
    /** What is said, and what is shown of it. */
    private static final Map<String, String> SHOWN = Map.of(
            "Kế hoạch số 5.docx", "Kế hoạch số 5.docx",
            "ke\u0302\u0301 hoa\u0323ch", "ke\u0302\u0301 hoa\u0323ch",
            "a\nb\tc", "a\\u000ab\\u0009c",
            "\u001b[31ma", "\\u001b[31ma",
            "a\u0007b", "a\\u0007b",
            "a\u009bb", "a\\u009bb",
            "a\u202eb\u2066c", "a\\u202eb\\u2066c",
            "a\u2028b\u2029c", "a\\u2028b\\u2029c");

    @Test
    void whatWouldMoveTheLineStandsAsAnEscape() {
        SHOWN.forEach((said, shown) -> assertEquals(shown, Shown.line(said)));
    }
}
