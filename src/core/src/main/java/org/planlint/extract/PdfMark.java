package org.planlint.extract;

import java.nio.charset.StandardCharsets;

/**
 * Tells a pdf whose mark is not at its start or not in its form: a printer's lines may stand before it, "%PDF1.4" is written too.
 * Readers look for it in the first 1,024 bytes. ISO 32000-1, Annex H.3, note 13.
 */
final class PdfMark {
    private static final int REACH = 1024;
    private static final String MARK = "%PDF";

    private PdfMark() {}

    /** Whether a text only names the mark, which others take for one. */
    static boolean isOnlyNamed(byte[] bytes) {
        return !new String(bytes, 0, Math.min(bytes.length, MARK.length()), StandardCharsets.ISO_8859_1).equals(MARK)
                && !CutOff.hasPdfObjects(bytes);
    }

    /** Whether bytes that are of no known format are a pdf: a text that names the mark has no objects. */
    static boolean isIn(byte[] bytes) {
        String first = new String(bytes, 0, Math.min(bytes.length, REACH), StandardCharsets.ISO_8859_1);
        int at = first.indexOf(MARK);
        int version = at + MARK.length() + (first.startsWith("-", at + MARK.length()) ? 1 : 0);
        return at >= 0
                && version < first.length()
                && Character.isDigit(first.charAt(version))
                && CutOff.hasPdfObjects(bytes);
    }
}
