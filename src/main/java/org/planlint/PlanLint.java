package org.planlint;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.ReadFailure.Reason;
import org.planlint.facts.Facts;
import org.planlint.facts.Plan;
import org.planlint.facts.Signature;
import org.planlint.parse.PlanParser;
import org.planlint.report.Coverage;
import org.planlint.report.DocumentReport;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.Status;
import org.planlint.rules.Judge;
import org.planlint.rules.Law;
import org.planlint.rules.RuleBase;
import org.planlint.rules.Settings;
import org.planlint.text.Document;

/**
 * The front door: checks plans and says what is wrong with them.
 *
 * <pre>{@code
 * Report report = PlanLint.builder().build().check(List.of(Path.of("ke-hoach.docx")));
 * }</pre>
 *
 * <p>Safe for use by many threads. No file makes it throw: what cannot be checked has a status that says why.
 */
public final class PlanLint {
    private static final String VERSION = version();

    private final Language language;
    private final long maxBytes;
    private final Duration timeout;
    private final int jobs;
    private final Extractor extractor = new Extractor();
    private final PlanParser parser = new PlanParser(Law.tables());
    private final RuleBase rules;
    private final Settings settings;
    private final String digest;
    private final LocalDate asOf;
    private final LocalDate today;
    private final Judge judge;
    /** Threads that files run on; one that is stuck in a file is left behind and another takes its place. */
    private final ExecutorService workers = Executors.newCachedThreadPool(PlanLint::daemon);

    private PlanLint(Builder builder) {
        this.language = builder.language;
        this.maxBytes = builder.maxBytes;
        this.timeout = builder.timeout;
        this.jobs = builder.jobs;
        this.rules = builder.rules;
        this.settings = builder.settings;
        this.digest = rules.digest() + (builder.settingsDigest.isEmpty() ? "" : "+" + builder.settingsDigest);
        this.asOf = builder.asOf;
        this.today = builder.today;
        this.judge = new Judge(rules, settings, language);
    }

    /** Today where the plans are issued; the one clock of the program. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Settings, each with a sound default. */
    public static final class Builder {
        private Language language = Language.VI;
        private long maxBytes = 100L << 20;
        private Duration timeout = Duration.ofSeconds(60);
        private int jobs = 1;
        private RuleBase rules = RuleBase.shipped();
        private Settings settings = Settings.NONE;
        private String settingsDigest = "";
        private LocalDate asOf;
        private LocalDate today = PlanLint.today();

        public Builder language(Language language) {
            this.language = language;
            return this;
        }

        /** Largest file that is opened, in bytes. */
        public Builder maxBytes(long maxBytes) {
            this.maxBytes = maxBytes;
            return this;
        }

        /** Longest time for one file; it is given up then, though its thread may run on. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** How many files are checked at once. The report does not depend on it. */
        public Builder jobs(int jobs) {
            this.jobs = Math.max(1, jobs);
            return this;
        }

        /** The rules that judge; by default the shipped ones. */
        public Builder rules(RuleBase rules) {
            this.rules = rules;
            return this;
        }

        /** What an office sets otherwise. {@code digest} names it in the report. */
        public Builder settings(Settings settings, String digest) {
            this.settings = settings;
            this.settingsDigest = digest;
            return this;
        }

        /** Judges by the law of this day instead of the plan's own; null for the plan's own. */
        public Builder asOf(LocalDate day) {
            this.asOf = day;
            return this;
        }

        /** The day on which exceptions may be over. */
        public Builder today(LocalDate day) {
            this.today = day;
            return this;
        }

        public PlanLint build() {
            return new PlanLint(this);
        }
    }

    /** What was read and understood of one file, for those who want to see why a finding stands. */
    public record Understanding(Document document, Facts facts) {
    }

    /** Checks files in the order given. */
    public Report check(List<Path> files) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs, PlanLint::daemon);
        try {
            List<Future<DocumentReport>> pending = new ArrayList<>();
            for (Path file : files) {
                pending.add(pool.submit(() -> check(file)));
            }
            List<DocumentReport> documents = new ArrayList<>();
            for (Future<DocumentReport> future : pending) {
                documents.add(future.get());
            }
            return new Report(VERSION, digest, documents);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Checks one file. */
    public DocumentReport check(Path file) {
        String name = file.toString();
        try {
            return check(name, bytes(file));
        } catch (ReadFailure failure) {
            return failed(name, null, null, failure);
        }
    }

    /** Checks the bytes of a file; {@code name} is only shown, and may help where the bytes do not say what they are. */
    public DocumentReport check(String name, byte[] bytes) {
        String sha256 = sha256(bytes);
        String[] mediaType = new String[1];
        try {
            return within(() -> {
                mediaType[0] = extractor.detect(name, bytes);
                Document document = extractor.read(name, bytes, mediaType[0]);
                Facts facts = parser.parse(document, asOf);
                Judge.Verdict verdict = judge.judge(document, facts, settings.exempt(name, today));
                return new DocumentReport(name, sha256, mediaType[0], Status.CHECKED, null,
                        facts.plan().regime().name(), summary(facts), verdict.coverage(), verdict.findings());
            });
        } catch (ReadFailure failure) {
            return failed(name, sha256, mediaType[0], failure);
        }
    }

    /**
     * Reads and understands one file without judging it.
     *
     * @throws ReadFailure if it cannot be read
     */
    public Understanding understand(Path file) throws ReadFailure {
        byte[] bytes = bytes(file);
        return within(() -> {
            Document document = extractor.read(file.toString(), bytes, extractor.detect(file.toString(), bytes));
            return new Understanding(document, parser.parse(document, asOf));
        });
    }

    /** The report of a path at which there is nothing to check. */
    public DocumentReport failed(String path, ReadFailure failure) {
        return failed(path, null, null, failure);
    }

    public Report report(List<DocumentReport> documents) {
        return new Report(VERSION, digest, documents);
    }

    // ---- reading within limits ----

    private byte[] bytes(Path file) throws ReadFailure {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new ReadFailure(Reason.NOT_A_FILE, file.toString());
            }
            long size = Files.size(file);
            if (size > maxBytes) {
                throw new ReadFailure(Reason.TOO_LARGE, size + " bytes, over " + maxBytes);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ReadFailure(Reason.NOT_FOUND, file.toString(), e);
        } catch (AccessDeniedException e) {
            throw new ReadFailure(Reason.NO_PERMISSION, file.toString(), e);
        } catch (IOException e) {
            throw new ReadFailure(Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
    }

    private interface Work<T> {
        T run() throws ReadFailure;
    }

    /** Runs a file's work on another thread, which is left behind when its time is over. */
    private <T> T within(Work<T> work) throws ReadFailure {
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return work.run();
            } catch (StackOverflowError | OutOfMemoryError e) {
                throw new ReadFailure(Reason.CRASHED, e.getClass().getSimpleName(), e);
            }
        });
        workers.execute(task);
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new ReadFailure(Reason.TIMEOUT, timeout.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadFailure(Reason.CRASHED, "interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReadFailure failure) {
                throw failure;
            }
            throw new ReadFailure(Reason.CRASHED, String.valueOf(e.getCause()), e.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(null, task, "planlint", 4L << 20);
        thread.setDaemon(true);
        return thread;
    }

    // ---- reports ----

    private DocumentReport failed(String path, String sha256, String mediaType, ReadFailure failure) {
        Status status = switch (failure.reason()) {
            case UNSUPPORTED -> Status.UNSUPPORTED;
            case ENCRYPTED -> Status.ENCRYPTED;
            case TIMEOUT -> Status.TIMEOUT;
            case TOO_LARGE -> Status.TOO_LARGE;
            case CRASHED -> Status.CRASHED;
            default -> Status.UNREADABLE;
        };
        ResourceBundle words = language.words();
        String key = "failure." + failure.reason().name();
        String code = failure.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        DocumentReport.Failure error = new DocumentReport.Failure(code, words.getString(key), words.getString(key + ".help"),
                failure.getMessage());
        return new DocumentReport(path, sha256, mediaType, status, error, null, null, Coverage.NONE,
                List.of());
    }

    private static DocumentReport.PlanSummary summary(Facts facts) {
        Plan plan = facts.plan();
        Signature signature = facts.signature();
        return new DocumentReport.PlanSummary(plan.type(), plan.kind().name(), plan.number(), plan.symbol(),
                plan.agency(), plan.parentAgency(), plan.place(),
                plan.issueDate() == null ? null : plan.issueDate().toString(), plan.year(), plan.subject(),
                signature == null ? null : new DocumentReport.Signer(signature.authority(), signature.position(),
                        signature.name()),
                !facts.budgets().isEmpty(), plan.draft(), plan.attachedTo());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version() {
        String version = PlanLint.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** The program's version. */
    public static String programVersion() {
        return VERSION;
    }
}
