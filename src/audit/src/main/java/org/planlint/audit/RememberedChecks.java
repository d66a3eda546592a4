package org.planlint.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.planlint.InOrder;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.extract.ReadFailure;
import org.planlint.isolate.Answer;
import org.planlint.isolate.Checker;
import org.planlint.isolate.WorkerPool;
import org.planlint.isolate.WorkerSettings;
import org.planlint.report.DocumentReport;
import org.planlint.report.Status;
import org.planlint.text.PackedPath;
import org.planlint.text.Sha256;

/**
 * Asks workers only for files that were not judged before: the key is of content, rules and configuration, never of time
 * stamps. What is remembered survives the death of this process but for the last second, so that an audit that was killed
 * goes on where it stood.
 */
public final class RememberedChecks implements Checker {
    /** What may end otherwise with more memory is remembered for these limits alone. */
    private static final Set<Status> BY_LIMITS = EnumSet.of(Status.TOO_LARGE, Status.CRASHED);

    /** Bytes by which an answer is known. */
    private static final int DIGEST = 16;

    /** The state of a file that cannot be read; its report is not remembered. */
    private static final String UNREADABLE = "unreadable";

    private final WorkerPool workers;
    private final MVStore store;
    /** Where the answer is. */
    private final MVMap<byte[], Long> numbers;
    /** As they came. */
    private final MVMap<Long, byte[]> answers;

    private final AtomicLong next;
    /** Of the files that were judged: one of another checksum is new, and needs no hash. */
    private final MVMap<Long, Boolean> checksums;

    private final Map<Path, String> hashes = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();

    /**
     * @param file where it is kept
     * @throws AlreadyRunning if another process has it
     * @throws IOException    if it cannot be read
     */
    public RememberedChecks(WorkerPool workers, Path file) throws IOException {
        this.workers = workers;
        try {
            // Its usual file is closed under all threads when one is interrupted over it, as those are whose audit
            // cannot go on.
            this.store = new MVStore.Builder()
                    .fileName("async:" + file)
                    .compress()
                    .cacheSize(8)
                    .autoCommitBufferSize(1024)
                    .backgroundExceptionHandler(Catalogue::isMetInFront)
                    .open();
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new AlreadyRunning(file, e);
            }
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
        this.numbers = store.openMap(
                "numbers by digest",
                new MVMap.Builder<byte[], Long>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
        this.answers = store.openMap(
                "answers",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        this.next = new AtomicLong(answers.isEmpty() ? 0 : answers.lastKey() + 1);
        this.checksums = store.openMap("checksums");
    }

    /** Says that files will have to be opened: workers start while those are looked for. */
    public void expectWork() throws IOException {
        workers.startAll();
    }

    @Override
    public void check(List<Path> files, PlanLint engine, Consumer<Examination> each) {
        workers.each(files, file -> workers.submit(() -> check(file, engine)), each);
    }

    private Examination check(Path file, PlanLint engine) throws IOException, InterruptedException {
        Within within = Within.of(file);
        if (within != null) {
            String whole = hashed(within.whole());
            String key = whole == null ? null : key(file, within, whole, engine);
            Examination known = key == null ? null : known(key);
            return known != null ? under(file, known) : ask(file, engine, null, read -> key);
        }
        Long checksum = checksum(file);
        Examination known = null;
        if (checksum != null && checksums.containsKey(checksum)) {
            String sha256 = hashed(file);
            known = sha256 == null ? null : known(engine.key(file, sha256));
        }
        if (known != null) {
            return under(file, known);
        }
        return ask(file, engine, checksum, report -> {
            // The worker's own hash is that of what it judged, whatever has become of the file since.
            String sha256 = report.sha256() != null ? report.sha256() : hash(file);
            if (sha256 == null) {
                return null;
            }
            hashes.put(file, sha256);
            return engine.key(file, sha256);
        });
    }

    /**
     * Names what is remembered of each file, in their order; null for one of which nothing is. What is hashed here is not
     * hashed again.
     */
    public void remembered(List<Path> files, PlanLint engine, Consumer<String> each) {
        InOrder.each(files, 1024, file -> workers.submit(() -> remembered(file, engine)), each);
    }

    private String remembered(Path file, PlanLint engine) {
        Within within = Within.of(file);
        String sha256 = hashed(within == null ? file : within.whole());
        if (sha256 == null) {
            return UNREADABLE;
        }
        String key = key(file, within, sha256, engine);
        return number(key) != null ? key : number(key + limits()) != null ? key + limits() : null;
    }

    /** Null where the file cannot be read. */
    private static Long checksum(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return Checksum.of(file);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** As it was when it was first needed in this run, a zip's once for all its files; null where it cannot be read. */
    private String hashed(Path file) {
        return hashes.computeIfAbsent(file, RememberedChecks::hash);
    }

    private static Examination under(Path file, Examination known) {
        return known.withReport(known.report().withPath(file.toString()));
    }

    /** @param sha256 of the file, or of the zip or package that it lies in */
    private static String key(Path file, Within within, String sha256, PlanLint engine) {
        return within == null
                ? engine.key(file, sha256)
                : engine.key(file.toString(), PackedPath.path(sha256, within.entry()));
    }

    /** A file in a zip or a package, which changes where that does. */
    private record Within(Path whole, String entry) {
        private static Within of(Path file) {
            PackedPath packed = PackedPath.of(file.toString());
            return packed != null && Files.isRegularFile(Path.of(packed.holder()))
                    ? new Within(Path.of(packed.holder()), packed.entry())
                    : null;
        }
    }

    /**
     * @param checksum of the file, or null
     * @param key      names what was judged, or null for what is not to be remembered
     */
    private Examination ask(Path file, PlanLint engine, Long checksum, Function<DocumentReport, String> key)
            throws IOException, InterruptedException {
        asked.increment();
        Answer answer = workers.check(file, engine, true);
        DocumentReport report = answer.examination().report();
        String found = key.apply(report);
        // That time ran out may be so of a machine that had much to do.
        if (found != null && answer.bytes() != null && report.status() != Status.TIMEOUT) {
            long number = next.getAndIncrement();
            answers.put(number, answer.bytes());
            numbers.put(digest(BY_LIMITS.contains(report.status()) ? found + limits() : found), number);
            if (checksum != null) {
                checksums.put(checksum, true);
            }
        }
        return answer.examination();
    }

    private Examination known(String key) {
        Long number = number(key);
        number = number == null ? number(key + limits()) : number;
        byte[] answer = number == null ? null : answers.get(number);
        try {
            return answer == null ? null : Answer.of(answer).examination();
        } catch (IllegalArgumentException ofAnotherProgram) {
            return null;
        }
    }

    private Long number(String key) {
        return numbers.get(digest(key));
    }

    /** Short: with each new entry the store writes anew those that lie beside it. */
    private static byte[] digest(String key) {
        return Arrays.copyOf(Sha256.of(key.getBytes(StandardCharsets.UTF_8)), DIGEST);
    }

    private String limits() {
        WorkerSettings settings = workers.settings();
        return " " + settings.heap() + " " + settings.file().toSeconds() + " "
                + settings.silence().toSeconds() + " " + settings.program();
    }

    @Override
    public List<String> entries(Path zip, PlanLint engine) throws ReadFailure, IOException {
        return workers.entries(zip, engine);
    }

    /** Of the bytes, which are not looked at here; null where they cannot be had, which the worker will say. */
    private static String hash(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return Sha256.hex(file);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** How many files had to be opened. */
    public int asked() {
        return asked.intValue();
    }

    @Override
    public void close() {
        workers.close();
        try {
            // Closing, which writes, would go round for ever on a full disk.
            store.commit();
        } catch (MVStoreException full) {
            store.closeImmediately();
            throw full;
        }
        store.close();
    }
}
