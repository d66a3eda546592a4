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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.report.ArchiveFinding;
import org.planlint.report.AuditSummary;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.RuleInfo;
import org.planlint.report.Status;
import org.planlint.report.XlsxReportWriter;
import org.planlint.report.html.AuditHtml;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.rules.ArchiveJudge;
import org.planlint.text.Sha256;

/**
 * Writes what an audit finds into its folder: a line a document as they come, and at the end the summary, the workbook
 * and the pages. It holds numbers only; the reports lie in a file between the two.
 */
public final class AuditWriter implements AutoCloseable {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private static final Pattern OWN_PAGE = Pattern.compile("[0-9a-f]{16}\\.html");

    private final Path folder;
    private final Language language;
    private final JsonReportWriter line;
    private final HtmlReport html;
    private final AuditSummary summary = new AuditSummary();
    /** Of each document, in their order; null for none. */
    private final List<String> pages = new ArrayList<>();
    private final BufferedWriter results;
    private final Path spool;
    private final BufferedWriter spooled;
    private final Catalogue catalogue;

    /** @throws IOException if the folder cannot be written to */
    public AuditWriter(Path folder, Language language) throws IOException {
        this.folder = folder;
        this.language = language;
        this.line = new JsonReportWriter(language, false);
        this.html = new HtmlReport(language);
        Files.createDirectories(folder.resolve("reports"));
        this.results = Files.newBufferedWriter(folder.resolve("results.jsonl"), StandardCharsets.UTF_8);
        this.spool = folder.resolve("cache").resolve("reports.jsonl");
        Files.createDirectories(spool.getParent());
        this.spooled = Files.newBufferedWriter(spool, StandardCharsets.UTF_8);
        this.catalogue = new Catalogue(folder.resolve("cache").resolve("catalogue.mv"));
    }

    /** Adds the next document. */
    public void add(Examination examination, PlanLint engine) {
        DocumentReport document = examination.report();
        try {
            Report report = engine.report(List.of(document), Report.Review.NONE);
            StringBuilder text = new StringBuilder();
            line.write(report, text);
            results.append(text);
            results.flush();
            String codec = ReportCodec.write(document);
            spooled.append(codec).append('\n');
            summary.add(document);
            catalogue.add(document, examination.card());
            String page = page(document, codec);
            pages.add(page);
            if (page != null && Files.notExists(folder.resolve(page))) {
                page(document, report, folder.resolve(page));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written whole or not at all, so that a page that is there is right: its name is of what it shows. */
    private void page(DocumentReport document, Report report, Path page) throws IOException {
        Path unfinished = folder.resolve("cache").resolve("page.html");
        try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            html.document(new DocumentView(document, null, List.of(), null, List.of()), report, out);
        }
        Files.move(unfinished, page, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where the page of a document lies; null for one without findings, which has nothing to show. */
    private String page(DocumentReport document, String codec) {
        if (document.status() == Status.CHECKED && document.findings().isEmpty()) {
            return null;
        }
        return "reports/" + Sha256.shortHex((PlanLint.programVersion() + language + codec).getBytes(StandardCharsets.UTF_8)) + ".html";
    }

    /** Pages of an earlier run that no document has any more. */
    private void dropOldPages() throws IOException {
        Set<String> wanted = new HashSet<>(pages);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("reports"), "*.html")) {
            for (Path file : files) {
                if (OWN_PAGE.matcher(file.getFileName().toString()).matches() && !wanted.contains("reports/" + file.getFileName())) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Writes what is over all documents.
     *
     * @param rules of the documents
     * @param judge of what only several of them show
     */
    public AuditSummary finish(List<RuleInfo> rules, ArchiveJudge judge, String version, String digest) throws IOException {
        spooled.flush();
        Path together = folder.resolve("cache").resolve("archive.jsonl");
        together(judge, together);
        JsonObject root = new JsonObject();
        root.addProperty("schema", "planlint-audit/1");
        root.addProperty("version", version);
        root.addProperty("rules", digest);
        root.add("summary", GSON.toJsonTree(summary));
        Files.writeString(folder.resolve("summary.json"), GSON.toJson(root) + "\n", StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(folder.resolve("audit.xlsx"))) {
            new XlsxReportWriter(language).write(this::reports, rules, () -> findings(together), out);
        }
        AuditHtml overview = new AuditHtml(language);
        try (Writer out = Files.newBufferedWriter(folder.resolve("index.html"), StandardCharsets.UTF_8)) {
            overview.index(summary, rules, judge.rules(), version, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("archive.html"), StandardCharsets.UTF_8)) {
            overview.archive(summary, judge.rules(), () -> findings(together), version, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("documents.html"), StandardCharsets.UTF_8)) {
            Iterator<String> page = pages.iterator();
            overview.documents(() -> map(reports(), document -> AuditHtml.row(document, page.next())), version, out);
        }
        Files.delete(together);
        dropOldPages();
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

    private static <T> Iterator<T> map(Iterator<DocumentReport> from, Function<DocumentReport, T> to) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public T next() {
                return to.apply(from.next());
            }
        };
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
            BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            return in.lines().onClose(() -> close(in)).map(read).iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        results.close();
        spooled.close();
        Files.deleteIfExists(spool);
        catalogue.close();
    }
}
