package org.planlint.audit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.isolate.Pages;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.AuditSummary;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.ReportCodec;
import org.planlint.report.RuleInfo;
import org.planlint.report.XlsxReportWriter;
import org.planlint.report.html.AuditHtml;
import org.planlint.rules.ArchiveJudge;

/**
 * Writes what an audit finds into its folder: a line a document and the workbook's findings as they come, and at the end the
 * summary, the other sheets and the pages. It holds numbers only; what the end needs of each document lies in files till then.
 */
public final class AuditWriter implements AutoCloseable {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
    /** A line of a spool. */
    private static final Gson LINES = new GsonBuilder()
            .disableHtmlEscaping()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    private static final TypeToken<List<Object>> ROW = new TypeToken<>() {};

    private static final String WORKBOOK = "audit.xlsx";
    private static final String TOGETHER = "archive.jsonl";
    private static final String LIST = "list.jsonl";
    private static final String ROWS = "rows.jsonl";
    /** All that it writes but the pages. */
    static final List<String> OUTPUTS = List.of(
            "results.jsonl", TOGETHER, "summary.json", WORKBOOK, "index.html", "archive.html", "documents.html");
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
    /** What the end needs. */
    private final Path spool;

    private final OutputStream unfinished;
    private final XlsxReportWriter workbook;
    /** Rows of the workbook's list of documents. */
    private final BufferedWriter list;
    /** Lines of the page's list of documents. */
    private final BufferedWriter rows;

    private final Catalogue catalogue;

    /** @throws IOException if the folder cannot be written to */
    public AuditWriter(Path folder, Language language) throws IOException {
        this.folder = folder;
        this.language = language;
        this.line = new JsonReportWriter(language, false);
        this.pages = new Pages(Files.createDirectories(folder.resolve(PAGES)), language);
        this.results = Files.newBufferedWriter(folder.resolve("results.jsonl"), StandardCharsets.UTF_8);
        this.spool = Files.createDirectories(folder.resolve("cache").resolve("unfinished"));
        Finished.forget(folder);
        this.unfinished = Files.newOutputStream(spool.resolve(WORKBOOK));
        this.workbook = new XlsxReportWriter(language, unfinished);
        this.list = Files.newBufferedWriter(spool.resolve(LIST), StandardCharsets.UTF_8);
        this.rows = Files.newBufferedWriter(spool.resolve(ROWS), StandardCharsets.UTF_8);
        this.catalogue = new Catalogue(spool.resolve("catalogue.mv"));
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
            workbook.add(report);
            list.append(LINES.toJson(XlsxReportWriter.row(document, language))).append('\n');
            summary.add(document);
            catalogue.add(document, examination.card());
            String page = pages.name(document, engine);
            names.add(page);
            pages.write(page, document, engine);
            rows.append(AuditHtml.row(document, page == null ? null : PAGES + "/" + page))
                    .append('\n');
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
        list.flush();
        rows.flush();
        together(judge);
        JsonObject root = new JsonObject();
        root.addProperty("schema", "planlint-audit/1");
        root.addProperty("version", version);
        root.addProperty("rules", header.rulesDigest());
        root.add("summary", GSON.toJsonTree(summary));
        root.add("staleWaivers", GSON.toJsonTree(header.review().staleWaivers()));
        Files.writeString(folder.resolve("summary.json"), GSON.toJson(root) + "\n", StandardCharsets.UTF_8);
        workbook.finish(() -> lines(LIST, line -> LINES.fromJson(line, ROW)), rules, this::findings);
        unfinished.close();
        Files.move(spool.resolve(WORKBOOK), folder.resolve(WORKBOOK), StandardCopyOption.REPLACE_EXISTING);
        AuditHtml overview = new AuditHtml(language);
        try (Writer out = Files.newBufferedWriter(folder.resolve("index.html"), StandardCharsets.UTF_8)) {
            overview.index(summary, header, judge.rules(), out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("archive.html"), StandardCharsets.UTF_8)) {
            overview.archive(summary, judge.rules(), this::findings, version, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("documents.html"), StandardCharsets.UTF_8)) {
            overview.documents(() -> lines(ROWS, Function.identity()), version, out);
        }
        pages.keepOnly(names);
        return summary;
    }

    /** What only several documents show, for people in {@code archive.jsonl}, and with both languages for the pages. */
    private void together(ArchiveJudge judge) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve(TOGETHER), StandardCharsets.UTF_8);
                BufferedWriter both = Files.newBufferedWriter(spool.resolve(TOGETHER), StandardCharsets.UTF_8)) {
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

    private Iterator<ArchiveFinding> findings() {
        return lines(TOGETHER, text -> ReportCodec.GSON.fromJson(text, ArchiveFinding.class));
    }

    private <T> Iterator<T> lines(String name, Function<String, T> read) {
        try {
            return new Lines<>(Files.newBufferedReader(spool.resolve(name), StandardCharsets.UTF_8), read);
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
        unfinished.close();
        list.close();
        rows.close();
        catalogue.close();
        for (String name : List.of(WORKBOOK, LIST, ROWS, TOGETHER)) {
            Files.deleteIfExists(spool.resolve(name));
        }
        try {
            Files.deleteIfExists(spool);
        } catch (DirectoryNotEmptyException ofSomebodyElse) {
            // It does no harm there.
        }
    }
}
