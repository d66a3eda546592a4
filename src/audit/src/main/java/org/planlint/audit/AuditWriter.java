package org.planlint.audit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.io.BufferedOutputStream;
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
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.isolate.Pages;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.AuditSummary;
import org.planlint.report.CsvReportWriter;
import org.planlint.report.CsvTable;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.ReportCodec;
import org.planlint.report.RuleInfo;
import org.planlint.report.Status;
import org.planlint.report.XlsxReportWriter;
import org.planlint.report.html.AuditHtml;
import org.planlint.report.html.DocumentRow;
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

    static final String RESULTS = "results.jsonl";
    static final String SUMMARY = "summary.json";
    /** In the summary, the paths that the audit was given. */
    static final String GIVEN = "given";

    private static final String WORKBOOK = "audit.xlsx";
    private static final String DOCUMENTS = "documents.csv";
    private static final String FINDINGS = "findings.csv";
    private static final String CHANGES = "changes.csv";
    private static final String TOGETHER = "archive.jsonl";
    private static final String LIST = "list.jsonl";
    private static final String ROWS = "rows.jsonl";
    /** All that it writes but the pages. */
    static final List<String> OUTPUTS = List.of(
            RESULTS,
            TOGETHER,
            SUMMARY,
            WORKBOOK,
            DOCUMENTS,
            FINDINGS,
            CHANGES,
            "index.html",
            "agencies.html",
            "archive.html",
            "documents.html");
    /** The folder of the documents' pages. */
    public static final String PAGES = "reports";

    private final Path folder;
    private final List<String> paths;
    private final Given given;
    private final Language language;
    private final JsonReportWriter line;
    private final Pages pages;
    private final AgencyPages agencies;
    private final AuditSummary summary = new AuditSummary(PlanLint.today().getYear() + 1);
    /** The pages that documents have. */
    private final Set<String> names = new HashSet<>();

    private final OutputStream results;
    /** How many bytes of results there are. */
    private long written;
    /** What the end needs. */
    private final Path spool;

    private final OutputStream unfinished;
    private final XlsxReportWriter workbook;
    private final CsvReportWriter csv;
    private final BufferedWriter findingsFile;
    private final CsvTable findings;
    /** Rows of the lists of documents in the workbook and the table. */
    private final BufferedWriter list;
    /** Lines of the page's list of documents. */
    private final BufferedWriter rows;
    /** How many lines of each weight there are. */
    private final int[] weights = new int[DocumentRow.WEIGHTS];

    private final Catalogue catalogue;
    /** With an earlier audit, or null. */
    private final Comparison comparison;

    /**
     * @param paths   what is audited
     * @param earlier to what it is compared, or null
     * @throws IOException if the folder cannot be written to
     */
    public AuditWriter(Path folder, List<String> paths, Earlier earlier, Language language) throws IOException {
        this.folder = folder;
        this.paths = List.copyOf(paths);
        this.given = Given.of(paths);
        this.language = language;
        this.line = new JsonReportWriter(language, false);
        this.pages = new Pages(Files.createDirectories(folder.resolve(PAGES)), language);
        this.agencies = new AgencyPages(given, language);
        this.results = new BufferedOutputStream(Files.newOutputStream(folder.resolve(RESULTS)));
        this.spool = Files.createDirectories(folder.resolve("cache").resolve("unfinished"));
        Finished.forget(folder);
        Files.deleteIfExists(folder.resolve(CHANGES));
        this.unfinished = Files.newOutputStream(spool.resolve(WORKBOOK));
        this.workbook = XlsxReportWriter.ofAudit(language, unfinished);
        this.csv = new CsvReportWriter(language);
        this.findingsFile = Files.newBufferedWriter(folder.resolve(FINDINGS), StandardCharsets.UTF_8);
        this.findings = csv.table(findingsFile);
        this.list = Files.newBufferedWriter(spool.resolve(LIST), StandardCharsets.UTF_8);
        this.rows = Files.newBufferedWriter(spool.resolve(ROWS), StandardCharsets.UTF_8);
        this.catalogue = new Catalogue(spool.resolve("catalogue.mv"));
        this.comparison = earlier == null
                ? null
                : new Comparison(
                        new EarlierAudit(earlier.results(), earlier.summary(), given, spool.resolve("earlier.mv")),
                        folder.resolve(CHANGES),
                        language);
    }

    /** Adds the next document. */
    public void add(Examination examination, PlanLint engine) {
        DocumentReport document = examination.report();
        try {
            Report report = engine.report(document);
            String path = given.relative(document.path());
            int fresh = comparison == null
                    ? 0
                    : comparison.add(document, path, report.version() + " " + report.rulesDigest());
            String agency = AuditSummary.agency(document);
            int length = result(report);
            if (agency != null && (document.status() != Status.CHECKED || DocumentRow.weight(document) > 0)) {
                agencies.add(agency, written - length, length);
            }
            DocumentReport shown = document.withPath(path);
            Report here = engine.report(shown);
            workbook.add(here);
            csv.add(here, findings);
            list.append(LINES.toJson(XlsxReportWriter.row(shown, language))).append('\n');
            summary.add(document, path);
            catalogue.add(document, examination.card());
            String page = pages.name(document, engine);
            names.add(page);
            pages.write(page, document, engine);
            int weight = DocumentRow.weight(document);
            weights[weight]++;
            rows.append(String.valueOf(weight))
                    .append(DocumentRow.of(
                            shown, summary.year(document), page == null ? null : PAGES + "/" + page, fresh))
                    .append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the length of its line in bytes, without the break */
    private int result(Report report) throws IOException {
        StringBuilder text = new StringBuilder();
        line.write(report, text);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        results.write(bytes);
        results.flush();
        written += bytes.length;
        return bytes.length;
    }

    /**
     * Writes what is over all documents.
     *
     * @param header says by which rules the documents were judged, which waivers were of no use, and what was passed over; it holds
     *               none of them
     * @param judge  of what only several of them show
     */
    public AuditSummary finish(Report header, ArchiveJudge judge) throws IOException {
        List<RuleInfo> rules = header.rules();
        String version = header.version();
        list.flush();
        rows.flush();
        findingsFile.flush();
        summary.passedOver(header.passedOver());
        summary.since(comparison == null ? null : comparison.finish());
        together(judge);
        JsonObject root = new JsonObject();
        root.addProperty("schema", "planlint-audit/1");
        root.addProperty("version", version);
        root.addProperty("rules", header.rulesDigest());
        root.add(GIVEN, GSON.toJsonTree(paths));
        root.add("summary", GSON.toJsonTree(summary));
        root.add("staleWaivers", GSON.toJsonTree(header.review().staleWaivers()));
        Files.writeString(folder.resolve(SUMMARY), GSON.toJson(root) + "\n", StandardCharsets.UTF_8);
        workbook.summary(summary, given.name(), rules);
        workbook.finish(this::list, rules, this::together);
        unfinished.close();
        Files.move(spool.resolve(WORKBOOK), folder.resolve(WORKBOOK), StandardCopyOption.REPLACE_EXISTING);
        try (Writer out = Files.newBufferedWriter(folder.resolve(DOCUMENTS), StandardCharsets.UTF_8)) {
            CsvTable table = new CsvTable(out, XlsxReportWriter.DOCUMENT_COLUMNS, language);
            for (List<Object> row : (Iterable<List<Object>>) this::list) {
                table.add(row);
            }
        }
        AuditHtml overview = new AuditHtml(language, given.name(), summary, header, judge.rules());
        Map<String, String> agencyPages =
                agencies.write(summary.worstAgencies(), folder.resolve(RESULTS), folder, overview::agency);
        try (Writer out = Files.newBufferedWriter(folder.resolve("index.html"), StandardCharsets.UTF_8)) {
            overview.index(agencyPages, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("agencies.html"), StandardCharsets.UTF_8)) {
            overview.agencies(agencyPages, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("archive.html"), StandardCharsets.UTF_8)) {
            overview.archive(this::together, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("documents.html"), StandardCharsets.UTF_8)) {
            overview.documents(() -> lines(ROWS, Function.identity()), weights, out);
        }
        pages.keepOnly(names);
        return summary;
    }

    private Iterator<List<Object>> list() {
        return lines(LIST, line -> LINES.fromJson(line, ROW));
    }

    /** What only several documents show, for people in {@code archive.jsonl}, and with both languages for the pages. */
    private void together(ArchiveJudge judge) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve(TOGETHER), StandardCharsets.UTF_8);
                BufferedWriter both = Files.newBufferedWriter(spool.resolve(TOGETHER), StandardCharsets.UTF_8)) {
            catalogue.judge(judge, finding -> {
                try {
                    lines.append(line.archive(finding)).append('\n');
                    both.append(ReportCodec.GSON.toJson(finding.withPaths(finding.paths().stream()
                                    .map(given::relative)
                                    .toList())))
                            .append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                summary.add(finding);
            });
        }
    }

    private Iterator<ArchiveFinding> together() {
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
        findingsFile.close();
        catalogue.close();
        if (comparison != null) {
            comparison.close();
        }
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
