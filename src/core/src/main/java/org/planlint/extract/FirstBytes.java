package org.planlint.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What the first bytes of a file tell beyond doubt. A detector that knows all formats holds a thousand other marks against them. */
final class FirstBytes {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** [MS-CFB] 2.2. */
    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    /** The first entry says what the package is, not packed, and another entry comes behind it. OpenDocument 1.2, part 3, 3.3. */
    private static final byte[] ODT =
            "mimetypeapplication/vnd.oasis.opendocument.textPK\3\4".getBytes(StandardCharsets.US_ASCII);

    /** APPNOTE 4.3.7. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final int NAME_OF_ENTRY = 30;

    private FirstBytes() {}

    /** Whether it is a pdf; other programs' files that are one by their bytes have names of their own. */
    static boolean arePdf(String name, byte[] bytes) {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf") && standAt(0, PDF, bytes);
    }

    static boolean areZip(byte[] bytes) {
        return standAt(0, ZIP, bytes);
    }

    static boolean areOdt(byte[] bytes) {
        return areZip(bytes) && standAt(NAME_OF_ENTRY, ODT, bytes);
    }

    /** Whether it is a file of files, as a doc is. */
    static boolean areOle(byte[] bytes) {
        return standAt(0, OLE, bytes);
    }

    /** Whether {@code sought} stands at a place of the file. */
    static boolean standAt(int at, byte[] sought, byte[] bytes) {
        return at + sought.length <= bytes.length
                && bytes[at] == sought[0]
                && Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length);
    }
}
