package org.planlint.extract.ocr;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.planlint.codec.KeptRecords;
import org.planlint.codec.RecordCodec;
import org.planlint.text.InkMap;
import org.planlint.text.Sha256;

/**
 * What was recognised of pages, kept in a folder: other rules, and other ways to understand the words, recognise nothing
 * anew. Many processes may share it.
 */
public final class PageCache {
    private static final KeptRecords<PageReading> KEPT = new KeptRecords<>(
            new RecordCodec(List.of(
                    PageReading.class,
                    PageReading.Line.class,
                    PageReading.Word.class,
                    PageReading.Rule.class,
                    InkMap.class,
                    long[].class)),
            PageReading.class);

    private final Path folder;

    /** @param folder made where it is missing, when there is something to keep */
    public PageCache(Path folder) {
        this.folder = folder;
    }

    /** Null for nothing, or for what cannot be used. */
    PageReading recall(String sha256, int page, String identity) {
        return KEPT.recall(file(sha256, page, identity));
    }

    /**
     * Keeps it, whole or not at all.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    void keep(String sha256, int page, String identity, PageReading reading) {
        KEPT.keep(file(sha256, page, identity), reading);
    }

    private Path file(String sha256, int page, String identity) {
        String settings = Sha256.shortHex(identity.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + "-" + page + "-" + settings);
    }
}
