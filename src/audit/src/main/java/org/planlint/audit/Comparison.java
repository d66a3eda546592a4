package org.planlint.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.planlint.audit.EarlierAudit.Known;
import org.planlint.audit.EarlierAudit.Was;
import org.planlint.report.AuditSummary;
import org.planlint.report.Changes;
import org.planlint.report.CsvTable;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.State;
import org.planlint.report.Status;

/** Holds each document against what an earlier audit found in it, and writes what is new and what is solved as rows. */
final class Comparison implements AutoCloseable {
    private final EarlierAudit earlier;
    private final Changes changes = new Changes();
    private final Language language;
    private final ResourceBundle words;
    private final BufferedWriter out;
    private final CsvTable rows;

    Comparison(EarlierAudit earlier, Path file, Language language) throws IOException {
        this.earlier = earlier;
        this.language = language;
        this.words = language.words();
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.rows = new CsvTable(out, List.of("change", "path", "agency", "severity", "rule", "message"), language);
    }

    /**
     * @param rules by which program and rules it is judged today
     * @return how many of its findings are new
     */
    int add(DocumentReport document, String path, String rules) throws IOException {
        String agency = AuditSummary.agency(document);
        Known known = earlier.take(path, document.sha256());
        Map<String, Was> before = new HashMap<>(known == null ? Map.of() : known.findings());
        if (known == null) {
            changes.newDocument();
        } else if (!known.rules().equals(rules)) {
            changes.judgedOtherwise();
        }
        if (document.status() != Status.CHECKED) {
            before.values().forEach(was -> changes.unknown());
            return 0;
        }
        int fresh = 0;
        for (Finding finding : document.findings()) {
            boolean stood = before.remove(finding.fingerprint()) != null;
            if (finding.isWaived()) {
                if (stood) {
                    changes.letPass();
                }
            } else if (stood) {
                changes.standing(finding.rule(), agency);
            } else {
                fresh++;
                changes.fresh(finding.rule(), agency, known == null || !known.read());
                row(
                        "fresh",
                        path,
                        document,
                        finding.severity().word(),
                        finding.rule(),
                        finding.message().in(language));
            }
        }
        for (Was was : before.values()) {
            State state = document.coverage().states().get(was.rule());
            if (state == null || state == State.NOT_EVALUATED || state == State.ERROR) {
                changes.unknown();
            } else {
                changes.solved(was.rule(), agency);
                row("solved", path, document, was.severity(), was.rule(), was.message());
            }
        }
        return fresh;
    }

    private void row(String change, String path, DocumentReport document, String severity, String rule, String message)
            throws IOException {
        rows.add(
                words.getString("change." + change),
                path,
                document.plan() == null ? null : document.plan().agency(),
                words.getString("html.one." + severity),
                rule,
                message);
    }

    /** With what went with its files, which this audit did not meet. */
    Changes finish() throws IOException {
        earlier.gone(known -> changes.goneDocument(known.findings().size()));
        out.flush();
        return changes;
    }

    @Override
    public void close() throws IOException {
        out.close();
        earlier.close();
    }
}
