package org.planlint.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.planlint.PlanLint;
import org.planlint.extract.ReadFailure;
import org.planlint.facts.Stage;
import org.planlint.fix.Asked;
import org.planlint.isolate.AnnotateOrder;
import org.planlint.isolate.CheckOrder;
import org.planlint.isolate.FixAnswer;
import org.planlint.isolate.Upload;
import org.planlint.isolate.WorkerPool;
import org.planlint.record.EdXml;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.Status;
import org.planlint.report.Verdict;
import org.planlint.review.Waiver;
import org.planlint.review.Waivers;
import org.planlint.text.DocumentName;
import org.planlint.text.Sha256;

/**
 * Checks a document of one name and content once under the same rules, however often it is sent, and keeps what was said. The
 * document is opened by a worker.
 */
public final class CheckOnce {
    private static final int ID = 32;
    /** A package is one check among those that wait. */
    private static final int MOST_DOCUMENTS = 50;

    private static final List<Verdict> GRAVEST_FIRST =
            List.of(Verdict.NOT_ACCEPTABLE, Verdict.NOT_EVALUABLE, Verdict.ACCEPTABLE, Verdict.NOT_A_PLAN);
    /** For how long a check that failed is not made again: who sends the same over and over is to hold no worker. */
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final PlanLint engine;
    private final WorkerPool workers;
    private final Store store;
    private final KeptWaivers waivers;
    private final KeptDocuments documents;
    private final Severity failOn;
    private final Watcher watcher;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<Store.Kept>> underWay = new ConcurrentHashMap<>();

    /** Is told of each check that was in fact made. */
    public interface Watcher {
        void checked(DocumentReport report, Verdict verdict, Duration took);
    }

    /** @param failOn the mildest severity that makes a plan not acceptable */
    public CheckOnce(PlanLint engine, WorkerPool workers, Store store, Severity failOn, Watcher watcher) {
        this(engine, workers, store, null, failOn, watcher, InstantSource.system());
    }

    /**
     * @param documents where those are that are kept, or null where none is
     * @param clock     says when a report was made, and whether that is long ago
     */
    public CheckOnce(
            PlanLint engine,
            WorkerPool workers,
            Store store,
            KeptDocuments documents,
            Severity failOn,
            Watcher watcher,
            InstantSource clock) {
        this.engine = engine;
        this.workers = workers;
        this.store = store;
        this.waivers = new KeptWaivers(store);
        this.documents = documents;
        this.failOn = failOn;
        this.watcher = watcher;
        this.clock = clock;
    }

    /**
     * What is said of it, from a check that was made before, is under way, or is made now; with what reviewers let pass. Of a
     * package the gravest that is said of its documents.
     */
    public Store.Kept check(Upload upload) throws IOException, InterruptedException {
        return check(upload, Sending.PLAIN);
    }

    /** The same, by what its sender says of it. */
    public Store.Kept check(Upload upload, Sending sending) throws IOException, InterruptedException {
        return gravest(each(upload, sending));
    }

    /** Of several the gravest: what is not acceptable, then what cannot be told. */
    public static Store.Kept gravest(List<Store.Kept> several) {
        return several.stream()
                .min(Comparator.comparing(kept -> GRAVEST_FIRST.indexOf(kept.verdict())))
                .orElseThrow();
    }

    /** The same of each document: those in an edXML package are checked as by themselves, with what its header says of them, and not kept. */
    public List<Store.Kept> each(Upload upload, Sending sending) throws IOException, InterruptedException {
        if (!EdXml.isAt(upload.file())) {
            return List.of(one(upload, sending));
        }
        List<String> documents;
        try {
            documents = workers.entries(upload.file(), engine).stream()
                    .filter(DocumentName::isDocumentPath)
                    .toList();
            if (documents.isEmpty() || documents.size() > MOST_DOCUMENTS) {
                throw new ReadFailure(
                        documents.isEmpty() ? ReadFailure.Reason.NO_DOCUMENTS : ReadFailure.Reason.TOO_LARGE,
                        String.valueOf(documents.size()));
            }
        } catch (ReadFailure failure) {
            DocumentReport failed = engine.failed(upload.name(), failure).report();
            return List.of(keep(id(upload.name(), upload.sha256()), failed, sending.by(), Duration.ZERO));
        }
        List<Store.Kept> each = new ArrayList<>();
        for (String document : documents) {
            each.add(one(upload.within(document), new Sending(sending.by(), sending.stage(), false)));
        }
        return each;
    }

    /** The document is kept with its report where that is wanted and there is something to show. */
    private Store.Kept one(Upload upload, Sending sending) throws IOException, InterruptedException {
        Path view = upload.file().resolveSibling(upload.file().getFileName() + ".view");
        try {
            Store.Kept kept = checked(upload, sending, view);
            if (sending.keep() && kept.report().status() == Status.CHECKED && documents.document(kept.id()) == null) {
                if (Files.notExists(view)) {
                    workers.check(order(upload, sending, view), upload.name(), engine);
                }
                documents.take(kept.id(), upload.file(), view);
            }
            return settled(kept);
        } finally {
            Files.deleteIfExists(view);
        }
    }

    private static CheckOrder order(Upload upload, Sending sending, Path view) {
        return new CheckOrder(upload.file().toString(), sending.stage(), view == null ? null : view.toString());
    }

    /** Writes a mended copy of a docx; nothing of it is kept. */
    public FixAnswer fix(Path document, Path copy, Asked asked) throws IOException, InterruptedException {
        return workers.fix(document, copy, asked);
    }

    /**
     * Writes the findings that nobody lets pass into a copy of a document that is kept; false where there can be none.
     *
     * @param copy where; nothing is there yet
     */
    public boolean annotate(Store.Kept kept, Path copy, Language language) throws IOException, InterruptedException {
        Set<String> waived = kept.report().findings().stream()
                .filter(Finding::isWaived)
                .map(Finding::fingerprint)
                .collect(Collectors.toSet());
        return workers.annotate(new AnnotateOrder(
                documents.document(kept.id()).toString(),
                copy.toString(),
                kept.report().plan().draft() ? Stage.DRAFT : Stage.FINAL,
                waived,
                language));
    }

    private Store.Kept checked(Upload upload, Sending sending, Path view) throws IOException, InterruptedException {
        String id = id(upload.name(), upload.sha256() + recorded(upload.record()) + staged(sending.stage()));
        Optional<Store.Kept> known = known(id);
        if (known.isPresent()) {
            return known.get();
        }
        CompletableFuture<Store.Kept> own = new CompletableFuture<>();
        CompletableFuture<Store.Kept> other = underWay.putIfAbsent(id, own);
        if (other != null) {
            return wait(other);
        }
        try {
            // Another may have ended between the two looks.
            known = known(id);
            own.complete(known.isPresent() ? known.get() : checkNow(id, upload, sending, view));
        } catch (Throwable e) {
            // Whatever it is: others wait for it.
            own.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(id);
        }
        return own.join();
    }

    /** What ran out of time or broke its worker may have been unlucky, and has its chance again, though not at once. */
    private Optional<Store.Kept> known(String id) {
        return store.report(id)
                .filter(kept -> !isForNow(kept)
                        || clock.instant().isBefore(kept.received().plus(A_WHILE)));
    }

    private static boolean isForNow(Store.Kept kept) {
        return kept.report().status() == Status.TIMEOUT || kept.report().status() == Status.CRASHED;
    }

    private static Store.Kept wait(CompletableFuture<Store.Kept> other) throws IOException, InterruptedException {
        try {
            return other.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private Store.Kept checkNow(String id, Upload upload, Sending sending, Path view)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        DocumentReport report =
                workers.check(order(upload, sending, sending.keep() ? view : null), upload.name(), engine);
        if (sending.keep() && report.status() != Status.CHECKED && Files.notExists(view)) {
            // It may have been too much to draw, which is no reason to say nothing of it.
            report = workers.check(order(upload, sending, null), upload.name(), engine);
        }
        return keep(id, report, sending.by(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** What is said of a document that is not fetched, since it is larger than any that is read. */
    public Store.Kept tooLarge(String name, long bytes) {
        ReadFailure failure = new ReadFailure(ReadFailure.Reason.TOO_LARGE, String.valueOf(bytes));
        return keep(
                id(name, "too large: " + bytes), engine.failed(name, failure).report(), null, Duration.ZERO);
    }

    private Store.Kept keep(String id, DocumentReport report, String sender, Duration took) {
        Verdict verdict = Verdict.of(report, failOn);
        watcher.checked(report, verdict, took);
        Store.Kept kept = new Store.Kept(id, clock.instant(), sender, verdict, report);
        store.keep(kept);
        return kept;
    }

    // ---- what reviewers let pass ----

    public Optional<Store.Kept> report(String id) {
        return store.report(id).map(this::settled);
    }

    private Store.Kept settled(Store.Kept kept) {
        List<Waiver> about = waivers.of(kept.report().path());
        Set<String> confirmed = confirmed(kept).keySet();
        if (about.isEmpty() && confirmed.isEmpty()) {
            return kept;
        }
        DocumentReport passed = new Waivers(PlanLint.today()).apply(kept.report(), about);
        DocumentReport report = passed.withFindings(passed.findings().stream()
                .map(finding -> confirmed.contains(finding.fingerprint()) ? finding.confirmed() : finding)
                .toList());
        return kept.settled(Verdict.of(report, failOn), report);
    }

    /** Who has said of which findings, by fingerprint, that they are right. */
    public Map<String, String> confirmed(Store.Kept kept) {
        return waivers.confirmed(kept.report().path());
    }

    /**
     * Lets a finding pass in all documents of the report's name, those to come included.
     *
     * @param expires last day on which it holds, or null
     * @return the report as it is then; empty where there is no such report or finding
     */
    public Optional<Store.Kept> waive(String id, String fingerprint, String reason, String by, LocalDate expires) {
        return decide(id, fingerprint, name -> waivers.add(name, fingerprint, reason, by, expires));
    }

    /** Says of a finding in recognised text that it is right; remembered and forgotten as what was let pass. */
    public Optional<Store.Kept> confirm(String id, String fingerprint, String by) {
        return decide(id, fingerprint, name -> waivers.confirm(name, fingerprint, by));
    }

    private Optional<Store.Kept> decide(String id, String fingerprint, Consumer<String> decision) {
        Optional<Store.Kept> kept = store.report(id)
                .filter(k -> k.report().findings().stream()
                        .anyMatch(f -> f.fingerprint().equals(fingerprint)));
        kept.ifPresent(k -> {
            decision.accept(k.report().path());
            recount(k.report().path());
        });
        return kept.map(this::settled);
    }

    /** Takes back what was let pass or confirmed; empty where nothing was. */
    public Optional<Store.Kept> unwaive(String id, String fingerprint) {
        Optional<Store.Kept> kept =
                store.report(id).filter(k -> waivers.remove(k.report().path(), fingerprint));
        kept.ifPresent(k -> recount(k.report().path()));
        return kept.map(this::settled);
    }

    /** Lists and document systems show the new verdict. */
    private void recount(String name) {
        Queue queue = new Queue(store);
        for (String id : store.reportsOn(name)) {
            store.report(id).map(this::settled).ifPresent(kept -> {
                store.recount(kept);
                if (kept.report().sha256() != null) {
                    queue.again(kept.report().sha256());
                }
            });
        }
    }

    /** Names what is said of a document elsewhere; empty for nothing. */
    public static String recorded(String record) {
        return record == null ? "" : "-" + Sha256.shortHex(record.getBytes(StandardCharsets.UTF_8));
    }

    /** Another stage is another report; empty for what the document shows. */
    public static String staged(Stage stage) {
        return stage == null ? "" : "-" + stage;
    }

    /** Names the rules, and what is let pass in documents of this name: a verdict under the same is the same. */
    public String basis(String name) {
        String waived = waivers.digest(name);
        return engine.rulesDigest() + (waived.isEmpty() ? "" : "-" + waived);
    }

    private String id(String name, String sha256) {
        return Sha256.hex((engine.key(name, sha256) + "\n" + name).getBytes(StandardCharsets.UTF_8))
                .substring(0, ID);
    }
}
