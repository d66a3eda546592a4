package org.planlint.isolate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.record.Records;
import org.planlint.text.PackedPath;
import org.planlint.text.Sha256;

/**
 * A document that was sent, in a file of our own naming until a worker has opened it.
 *
 * @param name   to be shown: the last part of what the sender called it
 * @param sha256 of its bytes
 * @param record what its sender says of it, as JSON, or null; it lies beside the file
 */
public record Upload(String name, Path file, String sha256, String record) implements AutoCloseable {
    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,8})$");
    private static final Pattern LAST_PART = Pattern.compile("[^/\\\\]*$");
    private static final int LONGEST_NAME = 200;
    private static final String NAMELESS = "upload";

    /** The bytes are too many, or come too slowly. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
        private final boolean tooSlow;

        Refused(boolean tooSlow) {
            super(tooSlow ? "too slow" : "too large");
            this.tooSlow = tooSlow;
        }

        public boolean isTooSlow() {
            return tooSlow;
        }
    }

    /**
     * Takes the bytes in as they come; they are not looked at.
     *
     * @param folder for the file
     * @throws Refused if they are too many or too slow
     */
    public static Upload take(String name, InputStream in, Path folder, long mostBytes, Duration longest)
            throws IOException {
        String shown = shown(name);
        Path file = file(folder, shown);
        MessageDigest digest = Sha256.start();
        long deadline = System.nanoTime() + longest.toNanos();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        boolean whole = false;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > mostBytes) {
                    throw new Refused(false);
                }
                if (System.nanoTime() > deadline) {
                    throw new Refused(true);
                }
                out.write(buffer, 0, read);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return new Upload(shown, file, HexFormat.of().formatHex(digest.digest()), null);
    }

    /** Of what its sender calls it only a plain ending is kept, which may tell what it is. */
    private static Path file(Path folder, String name) throws IOException {
        Matcher ending = ENDING.matcher(name);
        return Files.createTempFile(folder, "upload-", ending.find() ? "." + ending.group(1) : "");
    }

    /** The last part of a path, without control characters: a name is only ever shown, and leads nowhere. */
    public static String shown(String name) {
        Matcher last = LAST_PART.matcher(name == null ? "" : name);
        String part = last.find() ? last.group().replaceAll("\\p{Cntrl}", "").strip() : "";
        part = part.length() > LONGEST_NAME ? part.substring(part.length() - LONGEST_NAME) : part;
        return part.isEmpty() || part.equals("..") || part.equals(".") ? NAMELESS : part;
    }

    /**
     * The same with what its sender says of it.
     *
     * @param json null for nothing
     */
    public Upload recorded(String json) throws IOException {
        if (json == null) {
            return this;
        }
        Files.writeString(beside(), Records.fromSystem(json), StandardCharsets.UTF_8);
        return new Upload(name, file, sha256, json);
    }

    /** A document in this package; it is gone when the package is. */
    public Upload within(String entry) {
        return new Upload(
                PackedPath.path(name, entry),
                Path.of(PackedPath.path(file.toString(), entry)),
                PackedPath.path(sha256, entry),
                null);
    }

    private Path beside() {
        return file.resolveSibling(file.getFileName() + Records.BESIDE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(beside());
    }
}
