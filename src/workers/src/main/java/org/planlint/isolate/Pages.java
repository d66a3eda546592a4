package org.planlint.isolate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.Status;
import org.planlint.report.WholeFile;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.text.Sha256;

/**
 * The pages of an audit's documents, each named by what it shows. Workers write them, and the audit itself where a waiver has changed what a page shows.
 */
public final class Pages {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}\\.html");

    private final Path folder;
    private final Language language;
    private final HtmlReport html;

    public Pages(Path folder, Language language) {
        this.folder = folder;
        this.language = language;
        this.html = new HtmlReport(language);
    }

    /**
     * The file of a document's page; null for one without findings, which has nothing to show.
     *
     * @param engine the one that has judged it: a page depends on what a report does, and on the waivers
     */
    public String name(DocumentReport document, PlanLint engine) {
        if (document.status() == Status.CHECKED && document.findings().isEmpty()) {
            return null;
        }
        StringJoiner shown = new StringJoiner("\n");
        shown.add(engine.key(document.path(), String.valueOf(document.sha256())))
                .add(language.code())
                .add(document.path())
                .add(document.status().word())
                .add(String.valueOf(document.error()));
        document.findings().stream()
                .filter(Finding::isWaived)
                .forEach(finding -> shown.add(finding.fingerprint() + finding.waiver()));
        return Sha256.shortHex(shown.toString().getBytes(StandardCharsets.UTF_8)) + ".html";
    }

    /** Writes the page where it is not there yet. */
    public void write(String name, DocumentReport document, PlanLint engine) throws IOException {
        write(name, engine, () -> DocumentView.of(document));
    }

    /** The same, with lines of scans as they look. */
    public void write(String name, Examination examination, PlanLint engine) throws IOException {
        write(name, engine, () -> DocumentView.of(examination.report(), engine.lines(examination)));
    }

    private void write(String name, PlanLint engine, Supplier<DocumentView> shown) throws IOException {
        if (name == null || Files.exists(folder.resolve(name))) {
            return;
        }
        DocumentView view = shown.get();
        Report report = engine.report(view.report());
        WholeFile.write(folder.resolve(name), out -> html.document(view, report, out));
    }

    /** Drops those of an earlier run that no document has any more, and what a killed worker has left. */
    public void keepOnly(Set<String> wanted) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{html,tmp}")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(WholeFile.UNFINISHED) || NAME.matcher(name).matches() && !wanted.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }
}
