package org.planlint.audit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.isolate.ReportCodec;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.AuditSummary;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.RuleInfo;
import org.planlint.report.XlsxReportWriter;
import org.planlint.report.html.AuditHtml;
import org.planlint.rules.ArchiveJudge;

/**
 * Writes what an audit finds into its folder: a line a document as they come, and at the end the summary, the workbook
 * and the pages. It holds numbers only; the reports lie in a file between the two.
 */
public final class AuditWriter implements AutoCloseable {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    /** All that it writes but the pages. */
    static final List<String> OUTPUTS = List.of("results.jsonl", "archive.jsonl", "summary.json", "audit.xlsx", "index.html", "archive.html",
            "documents.html");
    /** The folder of the documents' pages. */
    public static final String PAGES = "reports";

    private final Path folder;
    private final Language language;
    private final JsonReportWriter line;
    private final Pages pages;
    private final AuditSummary summary = new AuditSummary();
    /** The pages that documents have. */
    private final Set<String> names = new HashSet<>();
    private final BufferedWriter results;
    private final Path spool;
    private final BufferedWriter spooled;
    /** Lines of the list of documents. */
    private final Path rowSpool;
    private final BufferedWriter rows;
    private final Catalogue catalogue;

    /** @throws IOException if the folder cannot be written to */
    public AuditWriter(Path folder, Language language) throws IOException {
        this.folder = folder;
        this.language = language;
        this.line = new JsonReportWriter(language, false);
        this.pages = new Pages(Files.createDirectories(folder.resolve(PAGES)), language);
        this.results = Files.newBufferedWriter(folder.resolve("results.jsonl"), StandardCharsets.UTF_8);
        this.spool = folder.resolve("cache").resolve("reports.jsonl");
        Files.createDirectories(spool.getParent());
        Finished.forget(folder);
        this.spooled = Files.newBufferedWriter(spool, StandardCharsets.UTF_8);
        this.rowSpool = folder.resolve("cache").resolve("rows.jsonl");
        this.rows = Files.newBufferedWriter(rowSpool, StandardCharsets.UTF_8);
        this.catalogue = new Catalogue(folder.resolve("cache").resolve("catalogue.mv"));
    }

    /** Adds the next document. */
    public void add(Examination examination, PlanLint engine) {
        DocumentReport document = examination.report();
        try {
            Report report = engine.report(document);
            StringBuilder text = new StringBuilder();
            line.write(report, text);
            results.append(text);
            results.flush();
            String codec = ReportCodec.write(document);
            spooled.append(codec).append('\n');
            summary.add(document);
            catalogue.add(document, examination.card());
            String page = pages.name(document, codec);
            names.add(page);
            pages.write(page, document, engine);
            rows.append(AuditHtml.row(document, page == null ? null : PAGES + "/" + page)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes what is over all documents.
     *
     * @param header says by which rules the documents were judged, and which waivers were of no use; it holds none of them
     * @param judge  of what only several of them show
     */
    public AuditSummary finish(Report header, ArchiveJudge judge) throws IOException {
        List<RuleInfo> rules = header.rules();
        String version = header.version();
        spooled.flush();
        rows.flush();
        Path together = folder.resolve("cache").resolve("archive.jsonl");
        together(judge, together);
        JsonObject root = new JsonObject();
        root.addProperty("schema", "planlint-audit/1");
        root.addProperty("version", version);
        root.addProperty("rules", header.rulesDigest());
        root.add("summary", GSON.toJsonTree(summary));
        root.add("staleWaivers", GSON.toJsonTree(header.review().staleWaivers()));
        Files.writeString(folder.resolve("summary.json"), GSON.toJson(root) + "\n", StandardCharsets.UTF_8);
        // One after the other: side by side they need more than the heap that an audit has.
        try (OutputStream out = Files.newOutputStream(folder.resolve("audit.xlsx"))) {
            new XlsxReportWriter(language).write(this::reports, rules, () -> findings(together), out);
        }
        AuditHtml overview = new AuditHtml(language);
        try (Writer out = Files.newBufferedWriter(folder.resolve("index.html"), StandardCharsets.UTF_8)) {
            overview.index(summary, header, judge.rules(), out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("archive.html"), StandardCharsets.UTF_8)) {
            overview.archive(summary, judge.rules(), () -> findings(together), version, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("documents.html"), StandardCharsets.UTF_8)) {
            overview.documents(() -> lines(rowSpool, Function.identity()), version, out);
        }
        Files.delete(together);
        pages.keepOnly(names);
        return summary;
    }

    /** What only several documents show, for people in {@code archive.jsonl}, and with both languages for the pages. */
    private void together(ArchiveJudge judge, Path spooled) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve("archive.jsonl"), StandardCharsets.UTF_8);
             BufferedWriter both = Files.newBufferedWriter(spooled, StandardCharsets.UTF_8)) {
            catalogue.judge(judge, finding -> {
                try {
                    lines.append(line.archive(finding)).append('\n');
                    both.append(ReportCodec.GSON.toJson(finding)).append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                summary.add(finding);
            });
        }
    }

    /** The documents once more, in their order, one at a time. */
    private Iterator<DocumentReport> reports() {
        return lines(spool, ReportCodec::read);
    }

    private static Iterator<ArchiveFinding> findings(Path spooled) {
        return lines(spooled, text -> ReportCodec.GSON.fromJson(text, ArchiveFinding.class));
    }

    private static <T> Iterator<T> lines(Path file, Function<String, T> read) {
        try {
            return new Lines<>(Files.newBufferedReader(file, StandardCharsets.UTF_8), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes through a file, which it closes at its end. */
    private static final class Lines<T> implements Iterator<T> {
        private final BufferedReader in;
        private final Function<String, T> read;
        private String next;

        Lines(BufferedReader in, Function<String, T> read) {
            this.in = in;
            this.read = read;
            advance();
        }

        private void advance() {
            try {
                next = in.readLine();
                if (next == null) {
                    in.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public T next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            T value = read.apply(next);
            advance();
            return value;
        }
    }

    @Override
    public void close() throws IOException {
        results.close();
        spooled.close();
        rows.close();
        Files.deleteIfExists(spool);
        Files.deleteIfExists(rowSpool);
        catalogue.close();
    }
}
