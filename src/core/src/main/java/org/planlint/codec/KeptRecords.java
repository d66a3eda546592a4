package org.planlint.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Records that are kept a file each. Many processes may share them.
 *
 * @param codec writes them
 * @param kind  of record
 */
public record KeptRecords<T>(RecordCodec codec, Class<T> kind) {
    /** Null for nothing, or for what cannot be used. */
    public T recall(Path file) {
        if (Files.notExists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return codec.read(in, kind);
        } catch (IOException | IllegalArgumentException unusable) {
            return null;
        }
    }

    /**
     * Keeps it, whole or not at all; its folder is made where it is missing.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public void keep(Path file, T kept) {
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), "kept", ".tmp");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                codec.write(kept, out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
