package org.planlint.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.isolate.Spool;
import org.planlint.text.Sha256;

/**
 * A document that was sent, in a file of the service's own naming until it is checked.
 *
 * @param name   to be shown: the last part of what the sender called it
 * @param sha256 of its bytes
 */
record Upload(String name, Path file, String sha256) implements AutoCloseable {
    private static final Pattern LAST_PART = Pattern.compile("[^/\\\\]*$");
    private static final int LONGEST_NAME = 200;
    private static final String NAMELESS = "upload";

    /**
     * Takes the bytes in as they come; they are not looked at.
     *
     * @throws Problem.Raised if they are too many or too slow
     */
    static Upload take(String name, InputStream in, Path folder, long mostBytes, Duration longest) throws IOException {
        String shown = shown(name);
        Path file = Spool.file(folder, shown);
        MessageDigest digest = Sha256.start();
        long deadline = System.nanoTime() + longest.toNanos();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        boolean whole = false;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > mostBytes) {
                    throw Problem.TOO_LARGE.raised();
                }
                if (System.nanoTime() > deadline) {
                    throw Problem.TOO_SLOW.raised();
                }
                out.write(buffer, 0, read);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return new Upload(shown, file, HexFormat.of().formatHex(digest.digest()));
    }

    /** The last part of a path, without control characters: a name is only ever shown, and leads nowhere. */
    static String shown(String name) {
        Matcher last = LAST_PART.matcher(name == null ? "" : name);
        String part = last.find() ? last.group().replaceAll("\\p{Cntrl}", "").strip() : "";
        part = part.length() > LONGEST_NAME ? part.substring(part.length() - LONGEST_NAME) : part;
        return part.isEmpty() || part.equals("..") || part.equals(".") ? NAMELESS : part;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
