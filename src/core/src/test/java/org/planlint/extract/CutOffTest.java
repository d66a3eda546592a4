package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that stops before its end is told by its last bytes. */
class CutOffTest {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void isWhole(String mediaType, byte[] file) {
        assertDoesNotThrow(() -> CutOff.refuse(file, mediaType));
    }

    private static void isCut(String mediaType, byte[] file) {
        assertEquals(
                ReadFailure.Reason.BROKEN,
                assertThrows(ReadFailure.class, () -> CutOff.refuse(file, mediaType))
                        .reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n1 0 obj\nendobj\nxref\nstartxref\n9\n%%EOF",
                "%PDF-1.7\nstartxref\n0\n%%EOF\n1 0 obj\nendobj\nstartxref\n9\n%%EOF",
                "%PDF-1.7\nstartxref\n9\n%%EOF\n\0\0\0",
                "%PDF-1.7\nstartxref\n9\n%%EOF\nan obj"
            })
    void aPdfEndsBehindAllOfItsObjects(String file) {
        isWhole("application/pdf", bytes(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7\n1 0 obj\nendobj\nxref\n", "%PDF-1.7\nstartxref\n0\n%%EOF\n1 0 obj\nendobj\n"})
    void aPdfWithObjectsBehindItsLastEndIsCut(String file) {
        isCut("application/pdf", bytes(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\rtf1 Ke hoach}",
                "{\\rtf1 {\\b Ke} hoach}\0\0",
                "{\\rtf1 \\} \\{}",
                "{\\rtf1 \\bin3 {{{}",
                "{\\rtf1 \\\\}"
            })
    void anRtfEndsWhereItsFirstGroupDoes(String file) {
        isWhole("application/rtf", bytes(file));
        isWhole("text/rtf", bytes(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\rtf1 {\\b Ke} hoach",
                "{\\rtf1 Ke \\}",
                "{\\rtf1 \\bin3 }}}",
                "{\\rtf1 \\bin99999999999 }",
                "{\\rtf1 \\\\{}"
            })
    void anRtfWhoseFirstGroupIsOpenIsCut(String file) {
        isCut("application/rtf", bytes(file));
        isCut("text/rtf", bytes(file));
    }

    @Test
    void aZipEndsWithItsListOfFilesAndAComment() {
        byte[] file = Arrays.copyOf(bytes("PK\3\4 word/document.xml PK\5\6"), 200);
        isWhole(DOCX, file);
        isWhole(DOCX, Arrays.copyOf(file, 60_000));
        isCut(DOCX, Arrays.copyOf(file, 20));
        isCut(DOCX, Arrays.copyOf(file, 100_000));
    }

    @Test
    void whatIsNoZipIsNotLookedAt() {
        isWhole("text/plain", bytes("Ke hoach"));
        isWhole("application/msword", bytes("\u00D0\u00CF\u0011\u00E0"));
    }
}
