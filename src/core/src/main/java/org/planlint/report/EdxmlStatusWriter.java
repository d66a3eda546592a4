package org.planlint.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.planlint.text.DocumentName;
import org.planlint.text.PackedPath;
import org.planlint.text.Shown;

/**
 * Writes what a receiver answers to a package (QCVN 102:2016/BTTTT): 02, the registry does not take it, with the reasons that go
 * into the message; else 01, it has come. A file that could not be checked is no reason, but is named.
 */
public final class EdxmlStatusWriter implements ReportWriter {
    private final Language language;
    private final Severity threshold;

    /** @param threshold from which severity a finding is a reason, or null for none */
    public EdxmlStatusWriter(Language language, Severity threshold) {
        this.language = language;
        this.threshold = threshold;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Map<String, List<DocumentReport>> packages = new LinkedHashMap<>();
        for (DocumentReport document : report.documents()) {
            packages.computeIfAbsent(packageOf(document.path()), path -> new ArrayList<>())
                    .add(document);
        }
        ResourceBundle words = language.words();
        for (Map.Entry<String, List<DocumentReport>> one : packages.entrySet()) {
            List<String> reasons = new ArrayList<>();
            List<String> unchecked = new ArrayList<>();
            for (DocumentReport document : one.getValue()) {
                String name = document.path().equals(one.getKey())
                        ? ""
                        : document.path().substring(one.getKey().length() + 2) + ": ";
                if (document.error() != null) {
                    unchecked.add(name + document.error().message().in(language));
                }
                document.findings().stream()
                        .filter(f -> threshold != null && f.severity().atLeast(threshold) && !f.isWaived())
                        .forEach(f -> reasons.add(name + f.message().in(language)));
            }
            out.append(Shown.line(one.getKey()))
                    .append(": ")
                    .append(words.getString(reasons.isEmpty() ? "edxml.01" : "edxml.02"))
                    .append('\n');
            for (String reason : reasons) {
                out.append("- ").append(Shown.line(reason)).append('\n');
            }
            for (String reason : unchecked) {
                out.append("- ")
                        .append(words.getString("edxml.unchecked"))
                        .append(' ')
                        .append(Shown.line(reason))
                        .append('\n');
            }
        }
    }

    private static String packageOf(String path) {
        PackedPath sent = PackedPath.of(path, DocumentName::mayBeEdXml);
        return sent == null ? path : sent.holder();
    }
}
