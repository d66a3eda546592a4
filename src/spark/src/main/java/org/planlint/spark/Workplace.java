package org.planlint.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkFiles;
import org.planlint.Engines;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.audit.Together;
import org.planlint.audit.Together.Entry;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Configurations;
import org.planlint.config.WaiverFiles;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.signed.Authorities;
import org.planlint.facts.PlanCard;
import org.planlint.isolate.WorkerPool;
import org.planlint.record.Records;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.review.Waiver;
import org.planlint.review.Waivers;
import org.planlint.rules.ArchiveJudge;
import org.planlint.text.DocumentName;

/**
 * What an executor has for all its tasks: one pool of workers, and a folder in which a file lies while it is checked. The same
 * as in {@code audit}, a file is opened by a worker only.
 */
final class Workplace implements AutoCloseable {
    /** Workers are ended from outside. */
    private static final Duration NO_LIMIT = Duration.ofDays(1);
    /** How many files a task begins for each worker before they are asked for. */
    private static final int AHEAD = 2;

    /** By the run; of one that runs there is one. */
    private static final Map<String, Workplace> OPEN = new HashMap<>();

    private final Orders orders;
    private final Tree tree;
    private final Configurations configurations;
    private final Engines engines;
    private final WaiverFiles waivers;
    private final JsonReportWriter lines;
    private final Set<Path> taken = new HashSet<>();
    /** Begun with the first file. */
    private WorkerPool workers;

    private Workplace(Orders orders) throws IOException, ConfigurationError {
        this.orders = orders;
        this.tree = new Tree(Files.createTempDirectory(
                Path.of(SparkFiles.getRootDirectory()).toAbsolutePath().normalize(), "planlint-"));
        tree.lay(orders.laid());
        this.configurations = new Configurations(orders.rules(tree));
        this.engines = new Engines(
                configurations,
                new Engines.Limits(
                        NO_LIMIT,
                        orders.maxBytes(),
                        1,
                        orders.asOf(),
                        orders.stage(),
                        null,
                        Authorities.NONE,
                        Records.NONE,
                        orders.recognition(),
                        () -> {}));
        this.waivers = new WaiverFiles(configurations, Orders.at(orders.waivers(), tree), false);
        this.lines = new JsonReportWriter(orders.language(), false);
    }

    /** The one of this run in this process, which is opened when it is first asked for. */
    static Workplace of(Orders orders) {
        synchronized (OPEN) {
            return OPEN.computeIfAbsent(orders.id(), id -> {
                try {
                    return new Workplace(orders);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (ConfigurationError e) {
                    // The program that gave the orders has read the same configurations before.
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /** Ends those of this process. One that is killed takes its workers along. */
    static void closeAll() {
        synchronized (OPEN) {
            OPEN.values().forEach(Workplace::close);
            OPEN.clear();
        }
    }

    private synchronized WorkerPool workers() throws IOException {
        if (workers == null) {
            workers = new WorkerPool(orders.settings(tree));
            workers.startAll();
        }
        return workers;
    }

    /** Checks files, several at once, and gives what is said of each document in their order. */
    Ahead<Checked> check(Iterator<Item> items, Configuration hadoop) throws IOException {
        WorkerPool pool = workers();
        Documents documents = new Documents(items, hadoop);
        return new Ahead<>(documents, orders.atOnce() * AHEAD, pool::submit, documents::close);
    }

    /** Judges what only several documents show, by the configuration that is in force at the archive. */
    synchronized ArchiveJudge judge() throws ConfigurationError {
        org.planlint.config.Configuration inForce = configurations.of(tree.of(orders.in()));
        return new ArchiveJudge(inForce.rules(), inForce.settings());
    }

    String line(ArchiveFinding finding) {
        return lines.archive(finding);
    }

    /** By what a file is judged. */
    private record Bench(PlanLint engine, List<Waiver> waivers) {}

    private synchronized Bench bench(Path file, Path document) throws ConfigurationError {
        return new Bench(engines.of(file), waivers.about(document));
    }

    /** A file that lies at its place until it is let go. */
    private final class Held implements AutoCloseable {
        private final Item item;
        private final Path place;
        private boolean held;

        Held(Item item) {
            this.item = item;
            this.place = tree.of(item.path());
        }

        /** Waits until no other file of the same name lies there. */
        void take() throws InterruptedException {
            synchronized (taken) {
                while (!taken.add(place)) {
                    taken.wait();
                }
                held = true;
            }
        }

        /** What is about its neighbour too stays beside it. */
        @Override
        public void close() throws IOException {
            synchronized (taken) {
                if (!held) {
                    return;
                }
                held = false;
            }
            try {
                Files.deleteIfExists(place);
                for (String side : item.beside()) {
                    String name = new org.apache.hadoop.fs.Path(side).getName();
                    if (name.startsWith(place.getFileName().toString())) {
                        Files.deleteIfExists(place.resolveSibling(name));
                    }
                }
            } finally {
                synchronized (taken) {
                    taken.remove(place);
                    taken.notifyAll();
                }
            }
        }
    }

    /** The work on each document of some files; a package is opened when its turn comes. */
    private final class Documents implements Iterator<Callable<Checked>> {
        private final Iterator<Item> items;
        private final Configuration hadoop;
        /** That this task has opened. */
        private final List<Held> packages = new ArrayList<>();

        private Iterator<Callable<Checked>> within =
                List.<Callable<Checked>>of().iterator();

        Documents(Iterator<Item> items, Configuration hadoop) {
            this.items = items;
            this.hadoop = hadoop;
        }

        @Override
        public boolean hasNext() {
            return within.hasNext() || items.hasNext();
        }

        @Override
        public Callable<Checked> next() {
            if (within.hasNext()) {
                return within.next();
            }
            Item item = items.next();
            if (item.isEmptyFolder()) {
                return () -> failed(item, new ReadFailure(ReadFailure.Reason.NO_DOCUMENTS, item.name()));
            }
            if (!DocumentName.isPackage(item.path())) {
                return () -> document(item);
            }
            within = within(item).iterator();
            return within.next();
        }

        private Checked document(Item item) throws IOException, InterruptedException, ConfigurationError {
            try (Held held = new Held(item)) {
                held.take();
                lay(item, held.place, hadoop);
                return checked(held.place, held.place, item.name());
            } catch (ReadFailure failure) {
                return failed(item, failure);
            }
        }

        /** The work on each document of a package, which lies there until the last of it is done. */
        private List<Callable<Checked>> within(Item item) {
            Held held = new Held(item);
            try {
                held.take();
                packages.add(held);
                try {
                    lay(item, held.place, hadoop);
                    List<Path> documents = workers.documents(
                            held.place, bench(held.place, held.place).engine(), other -> {});
                    AtomicInteger left = new AtomicInteger(documents.size());
                    return documents.stream()
                            .map(document -> (Callable<Checked>) () -> {
                                try {
                                    return checked(held.place, document, item.name());
                                } finally {
                                    if (left.decrementAndGet() == 0) {
                                        held.close();
                                    }
                                }
                            })
                            .toList();
                } catch (ReadFailure failure) {
                    held.close();
                    return List.of(() -> failed(item, failure));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ConfigurationError e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        /** Lets go of packages whose documents nobody asks for any more. */
        void close() {
            for (Held held : packages) {
                try {
                    held.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /**
     * Brings a file and what lies beside it.
     *
     * @throws ReadFailure if it is gone or closed to us
     * @throws IOException if it cannot be had now, which another try may mend
     */
    private void lay(Item item, Path place, Configuration hadoop) throws ReadFailure, IOException {
        Files.createDirectories(place.getParent());
        if (item.bytes() != null) {
            Files.write(place, item.bytes());
            return;
        }
        for (String side : item.beside()) {
            org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(side);
            copy(from, place.resolveSibling(from.getName()), from.getFileSystem(hadoop));
        }
        org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(item.uri());
        if (item.length() > orders.maxBytes() && !DocumentName.isZip(item.path())) {
            // It is told by its size that it is too large.
            try (RandomAccessFile hollow = new RandomAccessFile(place.toFile(), "rw")) {
                hollow.setLength(item.length());
            }
            return;
        }
        FileSystem system = from.getFileSystem(hadoop);
        try {
            copy(from, place, system);
        } catch (AccessControlException e) {
            throw new ReadFailure(ReadFailure.Reason.NO_PERMISSION, item.name(), e);
        } catch (FileNotFoundException e) {
            throw new ReadFailure(
                    system.exists(from) ? ReadFailure.Reason.NO_PERMISSION : ReadFailure.Reason.NOT_FOUND,
                    item.name(),
                    e);
        }
    }

    /** Whole, or not there at all: its neighbour's check may look for it at the same time. */
    private static void copy(org.apache.hadoop.fs.Path from, Path to, FileSystem system) throws IOException {
        Path part = Files.createTempFile(to.getParent(), ".part-", "");
        try (InputStream in = system.open(from)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Lets a worker check a document as {@code audit} does.
     *
     * @param file where it lies, or the package that it lies in
     * @param name of that file
     */
    private Checked checked(Path file, Path document, String name)
            throws IOException, InterruptedException, ConfigurationError {
        Bench bench = bench(file, document);
        Examination examination = workers.check(document, bench.engine(), true).examination();
        // Waivers name files by where they lie.
        DocumentReport report = new Waivers(PlanLint.today()).apply(examination.report(), bench.waivers());
        return checked(named(report, file.toString(), name), examination.card(), bench.engine());
    }

    private Checked failed(Item item, ReadFailure failure) throws IOException, ConfigurationError {
        Path place = tree.of(item.path());
        PlanLint engine = bench(place, place).engine();
        DocumentReport report = engine.failed(item.name(), failure).report();
        return checked(named(report, place.toString(), item.name()), null, engine);
    }

    private Checked checked(DocumentReport report, PlanCard card, PlanLint engine) throws IOException {
        StringBuilder line = new StringBuilder();
        lines.write(engine.report(report), line);
        line.setLength(line.length() - 1);
        List<Entry> entries = new ArrayList<>();
        Together.entries(report, card, entries::add);
        return new Checked(report, line.toString(), entries);
    }

    /** As the archive calls it, wherever it lay when it was checked. */
    private static DocumentReport named(DocumentReport report, String place, String name) {
        DocumentReport.Failure error = report.error();
        if (error != null && error.detail() != null) {
            error = new DocumentReport.Failure(
                    error.code(), error.message(), error.help(), error.detail().replace(place, name));
        }
        return new DocumentReport(
                report.path().replace(place, name),
                report.sha256(),
                report.mediaType(),
                report.status(),
                error,
                report.regime(),
                report.plan(),
                report.signatures(),
                report.record(),
                report.own(),
                report.coverage(),
                report.findings());
    }

    @Override
    public void close() {
        try {
            synchronized (this) {
                if (workers != null) {
                    workers.close();
                }
            }
            tree.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
