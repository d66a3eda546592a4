package org.planlint.extract;

import java.nio.charset.StandardCharsets;

/**
 * Tells files that stop before their end, as after a broken transfer. Libraries read what is there; but what such a file lacks its plan
 * may well have, so that nothing can be said of it.
 */
final class CutOff {
    /** The list of a zip's files ends with this record (APPNOTE 4.3.16), behind which a comment may stand. */
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};

    private static final int LONGEST_ZIP_END = 22 + 0xFFFF;
    /** ISO 32000-1, 7.5.5: what stands behind the last table of objects. */
    private static final byte[] PDF_END = "startxref".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] PDF_OBJECT = " obj".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] RTF_BYTES = "bin".getBytes(StandardCharsets.US_ASCII);

    private CutOff() {}

    /** @throws ReadFailure if the file stops before its end */
    static void refuse(byte[] bytes, String mediaType) throws ReadFailure {
        boolean whole = switch (mediaType) {
            case "application/pdf" -> isWholePdf(bytes);
            case "application/rtf", "text/rtf" -> isWholeRtf(bytes);
            default ->
                !FirstBytes.areZip(bytes) || last(bytes, ZIP_END, Math.max(0, bytes.length - LONGEST_ZIP_END)) >= 0;
        };
        if (!whole) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, "cut off after " + bytes.length + " bytes");
        }
    }

    static boolean holds(byte[] bytes, String word) {
        return last(bytes, word.getBytes(StandardCharsets.US_ASCII), 0) >= 0;
    }

    static boolean hasPdfObjects(byte[] bytes) {
        return last(bytes, PDF_OBJECT, 0) >= 0;
    }

    /** One that was written for the web or saved again has an end within; objects behind the last end belong to one that is missing. */
    private static boolean isWholePdf(byte[] bytes) {
        int end = last(bytes, PDF_END, 0);
        int object = end < 0 ? -1 : last(bytes, PDF_OBJECT, end);
        return end >= 0 && (object < 0 || !Character.isDigit(bytes[object - 1]));
    }

    /** The group that is the file is closed (RTF 1.9.1, "File Contents"); pictures may hold bytes that are no marks. */
    private static boolean isWholeRtf(byte[] bytes) {
        int depth = 0;
        for (int at = 0; at < bytes.length; at++) {
            switch (bytes[at]) {
                case '{' -> depth++;
                case '}' -> {
                    if (--depth <= 0) {
                        return true;
                    }
                }
                case '\\' ->
                    at = FirstBytes.standAt(at + 1, RTF_BYTES, bytes)
                            ? behindBytes(bytes, at + 1 + RTF_BYTES.length)
                            : at + 1;
                default -> {}
            }
        }
        return false;
    }

    /** The last of as many bytes as the number at {@code at} says. */
    private static int behindBytes(byte[] bytes, int at) {
        long count = 0;
        int digit = at;
        while (digit < bytes.length && bytes[digit] >= '0' && bytes[digit] <= '9' && count < bytes.length) {
            count = count * 10 + bytes[digit++] - '0';
        }
        return digit == at ? at - 1 : (int) Math.min(bytes.length, digit + count);
    }

    /** Where it stands last, at {@code from} or behind it; -1 where it does not. */
    private static int last(byte[] bytes, byte[] sought, int from) {
        for (int at = bytes.length - sought.length; at >= from; at--) {
            if (FirstBytes.standAt(at, sought, bytes)) {
                return at;
            }
        }
        return -1;
    }
}
