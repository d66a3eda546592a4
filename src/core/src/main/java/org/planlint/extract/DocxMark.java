package org.planlint.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Tells a docx as Word and LibreOffice write it, whose list of types is its first entry, by that list: a detector that knows all
 * formats unpacks the zip for it, and takes as long as a third of the reading. Of all else it says nothing.
 */
final class DocxMark {
    private static final int ENTRY = 0x04034B50;
    private static final int END = 0x06054B50;
    private static final int LENGTH_OF_ENTRY = 30;
    private static final int LENGTH_OF_END = 22;
    private static final int DEFLATED = 8;
    /** The flags of an entry that is encrypted or patched. */
    private static final int STRANGE = 0x2061;

    private static final String TYPES = "[Content_Types].xml";
    private static final int LONGEST_TYPES = 1 << 16;
    private static final String MAIN =
            "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"";
    /** What the main parts of other formats, and of a template or one with macros, are called. */
    private static final String[] OTHERS = {"spreadsheetml.", "presentationml.", "template", "macroEnabled", "visio"};

    private DocxMark() {}

    static boolean isPlain(byte[] bytes) {
        if (bytes.length < LENGTH_OF_ENTRY + TYPES.length() + LENGTH_OF_END) {
            return false;
        }
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int lengthOfName = zip.getShort(26) & 0xFFFF;
        int begin = LENGTH_OF_ENTRY + lengthOfName + (zip.getShort(28) & 0xFFFF);
        return zip.getInt(0) == ENTRY
                && zip.getInt(bytes.length - LENGTH_OF_END) == END
                && (zip.getShort(6) & STRANGE) == 0
                && zip.getShort(8) == DEFLATED
                && lengthOfName == TYPES.length()
                && begin < bytes.length
                && new String(bytes, LENGTH_OF_ENTRY, lengthOfName, StandardCharsets.ISO_8859_1).equals(TYPES)
                && isListOfDocx(inflated(bytes, begin));
    }

    private static boolean isListOfDocx(String types) {
        for (String other : OTHERS) {
            if (types.contains(other)) {
                return false;
            }
        }
        return types.contains(MAIN) && types.stripTrailing().endsWith(">");
    }

    /** Empty if it is longer than a list of types is, or is not packed so. */
    private static String inflated(byte[] bytes, int begin) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, begin, bytes.length - begin);
            byte[] types = new byte[LONGEST_TYPES];
            int length = inflater.inflate(types);
            return inflater.finished() ? new String(types, 0, length, StandardCharsets.UTF_8) : "";
        } catch (DataFormatException broken) {
            return "";
        } finally {
            inflater.end();
        }
    }
}
