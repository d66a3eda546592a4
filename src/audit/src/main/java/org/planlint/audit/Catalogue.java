package org.planlint.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.planlint.audit.Together.Entry;
import org.planlint.audit.Together.Kind;
import org.planlint.facts.PlanCard;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.DocumentReport;
import org.planlint.rules.ArchiveJudge;

/**
 * What is kept of every document of an archive for the rules over all of them, on disk and sorted, so that what belongs
 * together comes together and only that is held at once.
 */
final class Catalogue implements AutoCloseable {
    private final Path file;
    private final MVStore store;
    private final Map<Kind, MVMap<byte[], byte[]>> entries = new EnumMap<>(Kind.class);

    /** @throws IOException if the file cannot be written */
    Catalogue(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
        try {
            // Behind the back of who reads for over 45 seconds, tidying up takes pieces away that are still to be read.
            this.store = new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(8)
                    .autoCommitBufferSize(1024)
                    .autoCompactFillRate(0)
                    .backgroundExceptionHandler(Catalogue::isMetInFront)
                    .open();
        } catch (MVStoreException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
        for (Kind kind : Kind.values()) {
            entries.put(kind, open(kind.name()));
        }
    }

    /** A store that cannot write is closed then, and says why to who uses it next: once is enough. */
    static void isMetInFront(Thread writer, Throwable why) {}

    /** In UTF-8: the store writes strings letter by letter. */
    private MVMap<byte[], byte[]> open(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param card null for what has none */
    void add(DocumentReport report, PlanCard card) {
        Together.entries(
                report, card, entry -> entries.get(entry.kind()).put(bytes(entry.key()), bytes(entry.value())));
    }

    /** Lets the rules judge what belongs together, and hands over what they find. */
    void judge(ArchiveJudge judge, Consumer<ArchiveFinding> each) {
        store.commit();
        entries.forEach((kind, map) -> Together.judge(sorted(kind, map), judge, each));
    }

    private static Iterator<Entry> sorted(Kind kind, MVMap<byte[], byte[]> map) {
        Cursor<byte[], byte[]> cursor = map.cursor(null);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Entry next() {
                String key = new String(cursor.next(), StandardCharsets.UTF_8);
                return new Entry(kind, key, new String(cursor.getValue(), StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public void close() throws IOException {
        store.closeImmediately();
        Files.deleteIfExists(file);
    }
}
