package org.planlint.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.planlint.PlanLint;
import org.planlint.isolate.Upload;
import org.planlint.isolate.WorkerOrders;
import org.planlint.isolate.WorkerPool;
import org.planlint.isolate.WorkerSettings;
import org.planlint.record.RecordError;
import org.planlint.record.Records;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.Severity;
import org.planlint.report.Verdict;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.spi.DocumentChecker;
import org.planlint.spi.Outcome;

/** The plugin's entry point. Documents are opened in processes of their own and never in the host's. */
public final class PlanChecker implements DocumentChecker {
    private static final Set<String> SETTINGS =
            new TreeSet<>(List.of("language", "failOn", "timeoutSeconds", "workers", "heapMb"));

    private PlanLint engine;
    private WorkerPool workers;
    private JsonReportWriter json;
    private HtmlReport html;
    private Severity failOn;

    @Override
    public void open(Map<String, Object> settings) {
        for (String name : settings.keySet()) {
            if (!SETTINGS.contains(name)) {
                throw new IllegalArgumentException("unknown setting " + name + "; there are " + SETTINGS);
            }
        }
        Language language = Language.valueOf(word(settings, "language", "vi"));
        failOn = Severity.valueOf(word(settings, "failOn", "error"));
        int seconds = number(settings, "timeoutSeconds", 30, 1, 600);
        within(() -> {
            engine = PlanLint.builder().build();
            json = new JsonReportWriter(language);
            html = new HtmlReport(language);
            workers = new WorkerPool(new WorkerSettings(
                    number(settings, "workers", 2, 1, 64),
                    number(settings, "heapMb", 512, 128, 8192),
                    Duration.ofSeconds(seconds),
                    Duration.ofSeconds(seconds),
                    null,
                    WorkerOrders.SHIPPED_RULES.program(),
                    true));
            return null;
        });
    }

    private static String word(Map<String, Object> settings, String name, String otherwise) {
        return String.valueOf(settings.getOrDefault(name, otherwise)).toUpperCase(Locale.ROOT);
    }

    private static int number(Map<String, Object> settings, String name, int otherwise, int least, int most) {
        Object value = settings.getOrDefault(name, otherwise);
        if (value instanceof Number number && number.intValue() >= least && number.intValue() <= most) {
            return number.intValue();
        }
        throw new IllegalArgumentException(name + " is from " + least + " to " + most + ", not " + value);
    }

    @Override
    public Outcome check(String name, byte[] content) {
        return check(name, content, null);
    }

    @Override
    public Outcome check(String name, byte[] content, String record) {
        if (engine == null) {
            throw new IllegalStateException("not open");
        }
        return within(() -> {
            requireRecord(record);
            try (Upload taken = Upload.take(
                            name,
                            new ByteArrayInputStream(content),
                            Path.of(System.getProperty("java.io.tmpdir")),
                            Long.MAX_VALUE,
                            Duration.ofDays(1));
                    Upload upload = taken.recorded(record)) {
                return outcome(workers.check(upload.file(), name, engine));
            }
        });
    }

    private static void requireRecord(String record) {
        try {
            if (record != null) {
                Records.given(record);
            }
        } catch (RecordError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Outcome outcome(DocumentReport report) throws IOException {
        Report whole = engine.report(report);
        StringBuilder data = new StringBuilder();
        json.write(whole, data);
        StringWriter page = new StringWriter();
        html.document(DocumentView.of(report), whole, page);
        return new Outcome(
                Verdict.of(report, failOn).word(),
                report.status().word(),
                (int) report.count(Severity.ERROR),
                (int) report.count(Severity.WARNING),
                (int) report.count(Severity.INFO),
                data.toString(),
                page.toString());
    }

    private interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Libraries look for their parts through the thread's class loader, which in a host is not the plugin's. */
    private static <T> T within(Work<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PlanChecker.class.getClassLoader());
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            thread.interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
    }
}
