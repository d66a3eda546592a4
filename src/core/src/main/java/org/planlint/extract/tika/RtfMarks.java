package org.planlint.extract.tika;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Keeps in an rtf what Tika drops: list numbers, which writers print once more as text in a group that Tika passes
 * over, and tables, whose rows and cells are marked here with private characters before Tika sees the file.
 */
final class RtfMarks {
    static final char ROW_STARTS = '\uE000';
    static final char CELL_ENDS = '\uE001';
    static final char ROW_ENDS = '\uE002';

    private static final Pattern LIST_TEXT = Pattern.compile("\\{\\\\(?:listtext|pntext)(?![a-z])");
    private static final Pattern ROW_START = Pattern.compile("\\\\trowd(?![a-z])");
    private static final Pattern CELL_END = Pattern.compile("\\\\cell(?![a-z])");
    private static final Pattern ROW_END = Pattern.compile("\\\\row(?![a-z])");

    private RtfMarks() {}

    static boolean isMark(char c) {
        return c >= ROW_STARTS && c <= ROW_ENDS;
    }

    static byte[] mark(byte[] bytes) {
        String rtf = new String(bytes, StandardCharsets.ISO_8859_1);
        rtf = LIST_TEXT.matcher(rtf).replaceAll("{");
        rtf = ROW_START.matcher(rtf).replaceAll(word(ROW_STARTS) + "\\\\trowd");
        rtf = CELL_END.matcher(rtf).replaceAll(word(CELL_ENDS) + "\\\\cell");
        rtf = ROW_END.matcher(rtf).replaceAll(word(ROW_ENDS) + "\\\\row");
        return rtf.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A character above 32767 is written as a negative number in rtf; the second one is for readers without Unicode. */
    private static String word(char mark) {
        return "{\\\\uc0\\\\u" + (short) mark + " }";
    }
}
