package org.planlint.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.planlint.PlanLint;
import org.planlint.config.ConfigurationError;
import org.planlint.isolate.Checker;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.PassedOver;
import org.planlint.report.Report;
import org.planlint.report.WholeFile;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.text.DocumentName;
import org.planlint.text.Sha256;

/**
 * A folder that is the document system of a small office: beside each document lies what is said of it. It looks again and
 * again and asks no events of the file system, which a remote folder does not give and a busy one loses. What it has done it
 * reads from the reports beside the documents, so that it may be ended and begun at any time.
 */
final class FolderWatch {
    /** A file that has the stamp of the last look is no longer being written. */
    private record Stamp(long size, FileTime time) {}

    private final Path folder;
    private final EngineOptions engines;
    private final Checker checker;
    private final JsonReportWriter json;
    private final HtmlReport html;
    private Map<Path, Stamp> before = new HashMap<>();
    /** Those whose report is right, by what they were then. */
    private final Map<Path, Stamp> done = new HashMap<>();

    FolderWatch(Path folder, EngineOptions engines, Checker checker, Language language) {
        this.folder = folder;
        this.engines = engines;
        this.checker = checker;
        this.json = new JsonReportWriter(language);
        this.html = new HtmlReport(language);
    }

    /** Looks once, and hands over each report that it has written. */
    void look(Consumer<DocumentReport> each) throws IOException, ConfigurationError {
        Map<Path, Stamp> now = new HashMap<>();
        for (Path file : Paths.below(folder, null, new PassedOver())) {
            Stamp stamp = stamp(file);
            if (stamp == null) {
                continue;
            }
            now.put(file, stamp);
            if (stamp.equals(before.get(file)) && !stamp.equals(done.get(file))) {
                PlanLint engine = engines.engine(file);
                if (!isRight(file, engine)) {
                    new Batch(engines, List.of(file.toString()), checker, null)
                            .check(Progress.none(), (examination, by) -> {
                                write(file, examination.report(), by);
                                each.accept(examination.report());
                            });
                }
                done.put(file, stamp);
            }
        }
        done.keySet().retainAll(now.keySet());
        before = now;
    }

    /** Null for a file that has gone. */
    private static Stamp stamp(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime());
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    /** Whether the report beside a document is about its present bytes, by the present rules. */
    private static boolean isRight(Path file, PlanLint engine) throws IOException {
        try {
            JsonObject report = JsonParser.parseString(Files.readString(beside(file, DocumentName.REPORT_DATA)))
                    .getAsJsonObject();
            String rules = report.getAsJsonObject("tool").get("rules").getAsString();
            String sha256 = report.getAsJsonArray("documents")
                    .get(0)
                    .getAsJsonObject()
                    .get("sha256")
                    .getAsString();
            return rules.equals(engine.rulesDigest())
                    && sha256.equals(Sha256.hex(file))
                    && Files.exists(beside(file, DocumentName.REPORT_PAGE));
        } catch (NoSuchFileException
                | JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NullPointerException none) {
            return false;
        }
    }

    private void write(Path file, DocumentReport report, PlanLint engine) {
        Report whole = engine.report(report);
        try {
            WholeFile.write(
                    beside(file, DocumentName.REPORT_PAGE), out -> html.document(DocumentView.of(report), whole, out));
            WholeFile.write(beside(file, DocumentName.REPORT_DATA), out -> json.write(whole, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
