package org.planlint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;

/**
 * Writes HTML as the examinations come: one file for one document; for many, an index, and beside it a folder
 * with a page for each.
 */
final class HtmlFolder {
    private final Path file;
    private final HtmlReport html;
    private final List<String> pages = new ArrayList<>();
    /** The only document so far, which may be the only one at all. */
    private Pending first;

    private record Pending(DocumentView view, PlanLint engine) {}

    HtmlFolder(Path file, Language language) {
        this.file = file;
        this.html = new HtmlReport(language);
    }

    /** @throws UncheckedIOException if a page cannot be written */
    void add(Examination examination, PlanLint engine) {
        Pending next = new Pending(engine.view(examination), engine);
        try {
            if (pages.isEmpty()) {
                first = next;
            } else {
                if (first != null) {
                    page(first, pages.get(0));
                    first = null;
                }
            }
            pages.add(name(examination.report().path(), pages.size() + 1));
            if (first == null) {
                page(next, pages.get(pages.size() - 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the one document, or the index. */
    void finish(Report report) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (first != null) {
                html.document(first.view(), report, out);
            } else {
                html.index(report, pages, out);
            }
        }
    }

    private void page(Pending pending, String page) throws IOException {
        Path target = file.resolveSibling(page);
        Files.createDirectories(target.getParent());
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            html.document(pending.view(), pending.engine().report(pending.view().report()), out);
        }
    }

    /** {@code report-pages/0001-ke-hoach.docx.html} for a plan in {@code report.html}; in letters that every address may hold. */
    private String name(String path, int number) {
        String index = file.getFileName().toString();
        int dot = index.lastIndexOf('.');
        String folder = (dot <= 0 ? index : index.substring(0, dot)) + "-pages";
        String base = Path.of(path).getFileName().toString().replaceAll("[^\\p{Alnum}._-]+", "-");
        return folder + "/"
                + String.format(Locale.ROOT, "%04d-%s.html", number, base.length() > 80 ? base.substring(0, 80) : base);
    }
}
