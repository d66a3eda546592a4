package org.planlint.connect;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.planlint.PlanLint;
import org.planlint.connect.Connections.Source;
import org.planlint.host.Alarm;
import org.planlint.host.EventSource;
import org.planlint.host.Policy;
import org.planlint.host.Signature;
import org.planlint.isolate.Upload;
import org.planlint.record.RecordError;
import org.planlint.record.Records;
import org.planlint.report.DocumentReport;
import org.planlint.report.Language;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.store.CheckOnce;
import org.planlint.store.Queue;
import org.planlint.store.Sending;
import org.planlint.store.Store;

/**
 * Keeps the verdicts in one document system up to date. It asks the system for what has changed, again and again, and hears its
 * notifications, which only make that sooner. What is to be looked at is on disk before it is begun and until the verdict is
 * written, and a verdict is about a content and the rules: so nothing is lost when either side is ended, nothing is checked
 * twice, and the change that writing a verdict is leads to no other.
 */
public final class Connector implements EventSource, AutoCloseable {
    private static final int AT_ONCE = 4;
    /** In a notification: what its sender says of the document. */
    private static final String RECORD = "record";
    /** An event older than its signature may be is refused for that. */
    private static final Duration REMEMBERED = Signature.WINDOW.multipliedBy(3);

    private static final Duration FETCH = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** How long at most until what is due is looked for. */
    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    /**
     * What all connectors of a program have in common.
     *
     * @param folder   for documents on their way
     * @param maxBytes the largest document that is fetched
     * @param place    where the service shows its reports, as {@code http://planlint.example/v1/reports/}, or null
     */
    public record Desk(
            PlanLint engine,
            CheckOnce checks,
            Queue queue,
            Policy policy,
            Alarm alarm,
            Path folder,
            long maxBytes,
            String place,
            Language language) {}

    private final Source source;
    private final DocumentSystem system;
    private final Desk desk;
    private final Sending sending;
    private final HtmlReport pages;
    private final Semaphore bell = new Semaphore(0);
    private final ExecutorService hands =
            Executors.newFixedThreadPool(AT_ONCE, task -> thread(task, "planlint-connector-hand"));
    private final Thread loop;
    private final Thread ear;
    private volatile boolean closed;

    Connector(Source source, DocumentSystem system, Desk desk) {
        this.source = source;
        this.system = system;
        this.desk = desk;
        this.sending = new Sending(null, source.stage(), false);
        this.pages = new HtmlReport(desk.language());
        this.loop = thread(this::run, "planlint-connector-" + source.name());
        this.ear = thread(this::listen, "planlint-connector-ear-" + source.name());
    }

    /** Connects to the system that the source is; nothing is asked of it before the start. */
    public static Connector of(Source source, Desk desk) {
        return new Connector(source, SystemKind.named(source.kind()).connect(source), desk);
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    public void start() {
        loop.start();
        ear.start();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public String secret() {
        return source.secret();
    }

    @Override
    public int notified(String event, JsonObject notification) {
        List<String> documents = system.named(notification);
        String id = event;
        if (documents.isEmpty() && notification.has("specversion") && Rest.word(notification, "subject") != null) {
            // A CloudEvent that somebody has made for us: its subject is the document.
            id = event == null ? Rest.word(notification, "id") : event;
            documents = List.of(Rest.word(notification, "subject"));
        }
        if (notification.get(RECORD) instanceof JsonObject record) {
            tell(documents, record.toString());
        }
        return heard(id, documents);
    }

    private void tell(List<String> documents, String record) {
        try {
            Records.given(record);
        } catch (RecordError e) {
            throw new Unreadable(e);
        }
        desk.queue().tell(source.name(), documents, record);
    }

    private int heard(String event, List<String> documents) {
        if (documents.isEmpty()) {
            return 0;
        }
        if (event == null) {
            desk.queue().add(source.name(), documents);
        } else if (!desk.queue().take(source.name(), event, documents)) {
            return 0;
        }
        bell.release();
        return documents.size();
    }

    private void run() {
        // Until it has answered once it counts as down; what was given up before has its chance again.
        boolean down = true;
        boolean said = false;
        long next = System.nanoTime();
        while (!closed) {
            try {
                if (System.nanoTime() - next >= 0) {
                    next = System.nanoTime() + source.every().toNanos();
                    look();
                    if (down) {
                        desk.queue().retry(source.name());
                    }
                    down = false;
                    said = false;
                }
                work();
            } catch (IOException | RuntimeException e) {
                // Said once for each time that the system is down; it is asked again as often as ever.
                if (!said && !closed) {
                    desk.alarm().raise(source.name(), "", "không hỏi được / cannot be asked: " + words(e));
                }
                down = true;
                said = true;
            } catch (InterruptedException e) {
                return;
            }
            try {
                if (bell.tryAcquire(
                        Math.max(1, Math.min(next - System.nanoTime(), LOOK_UP.toNanos())), TimeUnit.NANOSECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Hears the system apart from all else: who tells nothing, or cannot be reached, holds nothing up. */
    private void listen() {
        boolean said = false;
        while (!closed) {
            try {
                system.listen(this::heard);
                return;
            } catch (IOException e) {
                if (!said && !closed) {
                    desk.alarm().raise(source.name(), "", "không nghe được / cannot be heard: " + words(e));
                }
                said = true;
            }
            try {
                Thread.sleep(source.every().toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Names the rules, and the stage by which they judge. */
    private String rules() {
        return desk.engine().rulesDigest() + CheckOnce.staged(source.stage());
    }

    /** Under other rules all documents are looked at anew. */
    private void look() throws IOException {
        desk.queue().forgetEvents(REMEMBERED);
        String rules = rules();
        String since = desk.queue()
                .followed(source.name())
                .filter(followed -> followed.rules().equals(rules))
                .map(Queue.Followed::until)
                .orElse(null);
        DocumentSystem.Changes changes = system.changes(since);
        List<Queue.Found> documents = changes.documents().stream()
                .filter(found -> !isSeen(found.id(), found.version(), rules))
                .toList();
        if (!documents.isEmpty() || !changes.until().equals(since)) {
            desk.queue().follow(new Queue.Followed(source.name(), rules, changes.until()), documents);
        }
    }

    private boolean isSeen(String document, String version, String rules) {
        return version != null
                && desk.queue()
                        .seen(source.name(), document)
                        .filter(seen ->
                                seen.version().equals(version) && seen.rules().equals(rules))
                        .isPresent();
    }

    private void work() throws InterruptedException {
        for (List<Queue.Work> due = desk.queue().due(source.name(), AT_ONCE * 4);
                !due.isEmpty() && !closed;
                due = desk.queue().due(source.name(), AT_ONCE * 4)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (Queue.Work work : due) {
                tasks.add(() -> {
                    handle(work);
                    return null;
                });
            }
            for (Future<Void> done : hands.invokeAll(tasks)) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        }
    }

    private void handle(Queue.Work work) throws InterruptedException {
        try {
            Optional<DocumentSystem.Remote> document = system.document(work.document());
            if (document.isPresent()) {
                judge(document.get());
            }
            desk.queue().done(work);
        } catch (IOException | RuntimeException e) {
            if (closed) {
                return;
            }
            if (work.attempts() + 1 >= source.attempts()) {
                desk.queue().giveUp(work, words(e));
                desk.alarm().raise(source.name(), work.document(), words(e));
            } else {
                Duration wait = Duration.ofSeconds(1L << Math.min(work.attempts(), 10));
                desk.queue()
                        .later(
                                work,
                                Instant.now().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT),
                                words(e));
            }
        }
    }

    private void judge(DocumentSystem.Remote document) throws IOException, InterruptedException {
        String rules = rules();
        if (isSeen(document.id(), document.version(), rules)) {
            return;
        }
        if (document.bytes() > desk.maxBytes()) {
            tell(document, "", Held.NOTHING, rules, () -> desk.checks().tooLarge(document.name(), document.bytes()));
            return;
        }
        try (InputStream content = system.content(document);
                Upload upload = Upload.take(document.name(), content, desk.folder(), desk.maxBytes(), FETCH)) {
            Held held = held(document, upload.sha256());
            try (Upload recorded = upload.recorded(held.record())) {
                tell(document, upload.sha256(), held, rules, () -> desk.checks().check(recorded, sending));
            }
        } catch (Upload.Refused refused) {
            if (refused.isTooSlow()) {
                throw refused;
            }
            tell(document, "", Held.NOTHING, rules, () -> desk.checks().tooLarge(document.name(), desk.maxBytes() + 1));
        }
    }

    /**
     * What is said of a document beside it.
     *
     * @param told   what a notification said, or null
     * @param fields what the system's own fields say, by the record's names; these go before
     */
    private record Held(String told, Map<String, String> fields) {
        static final Held NOTHING = new Held(null, Map.of());

        /** As JSON; null for nothing. */
        String record() {
            JsonObject record = told == null
                    ? new JsonObject()
                    : JsonParser.parseString(told).getAsJsonObject();
            fields.forEach(record::addProperty);
            return record.isEmpty() ? null : record.toString();
        }
    }

    private Held held(DocumentSystem.Remote document, String sha256) throws IOException {
        return new Held(desk.queue().told(source.name(), document.id(), sha256).orElse(null), fields(document));
    }

    /** Those fields of the record that the system's own fill; blank ones are none. */
    private Map<String, String> fields(DocumentSystem.Remote document) throws IOException {
        Map<String, String> names = source.record();
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = system.fields(document, new LinkedHashSet<>(names.values()));
        Map<String, String> held = new TreeMap<>();
        names.forEach((field, name) -> {
            if (values.containsKey(name) && !values.get(name).isBlank()) {
                held.put(field, values.get(name));
            }
        });
        return held;
    }

    private interface Check {
        Store.Kept make() throws IOException, InterruptedException;
    }

    /** Writes the verdict, unless the one that stands there is about the same. */
    private void tell(DocumentSystem.Remote document, String sha256, Held held, String rules, Check check)
            throws IOException, InterruptedException {
        if (!about(document, sha256, held).equals(document.written())) {
            Store.Kept kept = check.make();
            StringWriter page = new StringWriter();
            pages.document(DocumentView.of(kept.report()), desk.engine().report(kept.report()), page);
            if (Policy.isFailure(kept.report())) {
                desk.alarm()
                        .raise(
                                source.name(),
                                document.id(),
                                kept.report().status().word());
            }
            // The verdict is about the record as it stands then, so that what is filled in leads to no other check.
            Held now = fill(document, kept.report()) ? new Held(held.told(), fields(document)) : held;
            system.write(
                    document,
                    new Judged(
                            kept.report(),
                            kept.verdict(),
                            desk.policy().decide(kept.report(), kept.verdict()),
                            about(document, sha256, now),
                            Instant.now(),
                            page.toString(),
                            desk.place() == null ? null : desk.place() + kept.id(),
                            desk.language()));
        }
        // The version is the one from before the content was fetched: what changed since then comes again.
        desk.queue().saw(new Queue.Seen(source.name(), document.id(), document.version(), sha256, rules));
    }

    private DocumentSystem.About about(DocumentSystem.Remote document, String sha256, Held held) {
        return new DocumentSystem.About(
                sha256,
                desk.checks().basis(document.name())
                        + CheckOnce.recorded(held.record())
                        + CheckOnce.staged(source.stage()));
    }

    /**
     * Fills what the system leaves blank from what the document surely says, and says whether anything was. Two fields of the
     * record may stand in one of the system.
     */
    private boolean fill(DocumentSystem.Remote document, DocumentReport report) throws IOException {
        Map<String, String> own = Filling.of(source, report);
        if (own.isEmpty()) {
            return false;
        }
        Map<String, String> names = source.record();
        Map<String, String> missing = new LinkedHashMap<>();
        own.forEach((field, value) -> missing.put(names.get(field), value));
        fields(document).keySet().forEach(field -> missing.remove(names.get(field)));
        try {
            return !missing.isEmpty() && !system.fill(document, missing).isEmpty();
        } catch (IOException refused) {
            // The verdict is written all the same.
            desk.alarm()
                    .raise(source.name(), document.id(), "không điền được / cannot be filled in: " + words(refused));
            return false;
        }
    }

    private static String words(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** Lets go of what is under way; it waits on disk. */
    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        ear.interrupt();
        hands.shutdownNow();
        try {
            hands.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        system.close();
    }
}
