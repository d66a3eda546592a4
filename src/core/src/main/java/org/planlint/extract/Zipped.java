package org.planlint.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.planlint.text.DocumentName;
import org.planlint.text.PackedPath;

/**
 * A file within a zip, written {@code kho.zip!/2019/ke-hoach.docx}. Nothing is ever unpacked to disk, so that a name
 * such as {@code ../../x} leads nowhere.
 */
public record Zipped(Path zip, String entry) {
    private static final int MOST_ENTRIES = 100_000;
    /** What stands between the names of folders, with folders that stay where they are. */
    private static final Pattern SLASHES = Pattern.compile("[/\\\\]+(?:\\.[/\\\\]+)*");

    /** The file that a path such as {@code kho.zip!/2019/ke-hoach.docx} names; null for one that does not lead into a zip. */
    public static Zipped of(Path path) {
        PackedPath packed = PackedPath.of(path.toString(), DocumentName::isZip);
        return packed != null && Files.isRegularFile(Path.of(packed.holder()))
                ? new Zipped(Path.of(packed.holder()), packed.entry())
                : null;
    }

    /**
     * The names of all files in it, in their order.
     *
     * @throws ReadFailure if it is no zip, or has too many
     */
    public static List<String> entries(Path zip) throws ReadFailure {
        List<String> names = new ArrayList<>();
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
                if (names.size() > MOST_ENTRIES) {
                    throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, "over " + MOST_ENTRIES + " files");
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
        names.sort(null);
        return names;
    }

    /**
     * A name as a path has it, which has lost what leads nowhere: a slash in front, two in a row, backslashes of a program of
     * Windows.
     */
    static String plain(String name) {
        String plain = SLASHES.matcher(name).replaceAll("/");
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    /**
     * @param found the entry that is meant, or null where there is none
     * @throws ReadFailure if it is not there, cannot be unpacked, or is larger than {@code most} bytes
     */
    byte[] bytes(ZipFile file, ZipArchiveEntry found, long most) throws ReadFailure {
        try {
            if (found == null) {
                throw new ReadFailure(ReadFailure.Reason.NOT_FOUND, entry);
            }
            if (found.getGeneralPurposeBit().usesEncryption()) {
                throw new ReadFailure(ReadFailure.Reason.ENCRYPTED, entry);
            }
            try (InputStream in = file.getInputStream(found)) {
                byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
                if (bytes.length > most) {
                    throw new ReadFailure(ReadFailure.Reason.TOO_LARGE, "over " + most + " bytes");
                }
                return bytes;
            }
        } catch (IOException | RuntimeException e) {
            throw new ReadFailure(ReadFailure.Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
    }
}
