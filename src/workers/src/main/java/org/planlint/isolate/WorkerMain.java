package org.planlint.isolate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planlint.Engines;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Configurations;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.Readings;
import org.planlint.extract.signed.Authorities;
import org.planlint.fix.Fixed;
import org.planlint.fix.Refusal;
import org.planlint.record.RecordError;
import org.planlint.record.Records;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;

/** A worker's own program: it checks the files that it is told on standard input, and answers on standard output alone. */
public final class WorkerMain implements WorkerLoop.Work {
    /** It is ended from outside. */
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final Engines engines;
    private final Pages pages;
    private final Runnable onPage;

    private WorkerMain(WorkerOrders orders, Runnable onPage) throws IOException {
        this.onPage = onPage;
        this.engines = new Engines(
                new Configurations(orders.rules()),
                new Engines.Limits(
                        NO_LIMIT,
                        orders.maxBytes(),
                        1,
                        orders.asOf() == null ? null : LocalDate.parse(orders.asOf()),
                        orders.stage(),
                        orders.readings() == null ? null : new Readings(Path.of(orders.readings())),
                        orders.trust() == null ? Authorities.NONE : Authorities.of(Path.of(orders.trust())),
                        records(orders.records()),
                        orders.recognition(),
                        onPage));
        this.pages = orders.pages() == null ? null : new Pages(Path.of(orders.pages()), orders.language());
    }

    /** Takes {@link WorkerOrders} as its one argument. */
    public static void main(String[] args) throws IOException {
        PrintWriter answers = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // No library's word gets among the answers.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        WorkerMain worker = new WorkerMain(WorkerOrders.parse(args[0]), () -> WorkerLoop.page(answers));
        WorkerLoop.run(System.in, answers, PlanLint.builder().build(), worker);
        answers.flush();
        System.exit(0);
    }

    private static Records records(String list) throws IOException {
        try {
            return list == null ? Records.NONE : Records.of(Path.of(list));
        } catch (RecordError e) {
            // The program that started this worker has read the same list before.
            throw new IOException(e);
        }
    }

    @Override
    public Examination check(CheckOrder order) {
        try {
            PlanLint engine = engines.of(Path.of(order.file()));
            Examination examination = engine.examine(Path.of(order.file()), order.stage());
            if (order.view() != null) {
                // To draw the pages may take as long as to read one.
                onPage.run();
                view(order, examination, engine);
            }
            if (pages != null) {
                pages.write(pages.name(examination.report(), engine), examination, engine);
            }
            return examination;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationError e) {
            // The program that started this worker has read the same configuration before.
            throw new IllegalStateException(e);
        }
    }

    /** Writes what a page shows of it. */
    static void view(CheckOrder order, Examination examination, PlanLint engine) {
        KeptView.write(Path.of(order.view()), engine.view(examination));
    }

    @Override
    public FixAnswer fix(FixOrder order) {
        try {
            return fix(order, engines.of(Path.of(order.file())));
        } catch (ConfigurationError e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the copy that is ordered. */
    static FixAnswer fix(FixOrder order, PlanLint engine) {
        try {
            Fixed fixed = engine.fix(engine.examine(Path.of(order.file())), order.asked());
            Files.write(Path.of(order.copy()), fixed.bytes(), StandardOpenOption.CREATE_NEW);
            return FixAnswer.of(fixed);
        } catch (Refusal e) {
            return FixAnswer.refused(e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean annotate(AnnotateOrder order) {
        try {
            return annotate(order, engines.of(Path.of(order.file())));
        } catch (ConfigurationError e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the copy that is ordered, if there can be one. */
    static boolean annotate(AnnotateOrder order, PlanLint engine) {
        Examination examination = engine.examine(Path.of(order.file()), order.stage());
        DocumentReport report = examination.report();
        List<Finding> noted = report.findings().stream()
                .filter(finding -> !order.waived().contains(finding.fingerprint()))
                .toList();
        try {
            Optional<byte[]> copy =
                    engine.annotate(examination.withReport(report.withFindings(noted)), order.language());
            if (copy.isPresent()) {
                Files.write(Path.of(order.copy()), copy.get(), StandardOpenOption.CREATE_NEW);
            }
            return copy.isPresent();
        } catch (ReadFailure cannotBeNoted) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
