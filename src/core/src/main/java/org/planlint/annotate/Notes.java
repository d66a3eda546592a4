package org.planlint.annotate;

import java.util.ArrayList;
import java.util.List;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;

/** Words the findings of a report as notes on the document; what somebody lets pass is not noted. */
public final class Notes {
    private Notes() {}

    /** @param title index of the paragraph on which notes on the document as a whole hang */
    public static List<Note> of(DocumentReport report, Document document, int title, Language language) {
        int[] offsets = document.offsets();
        List<Note> notes = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.isWaived()) {
                continue;
            }
            Finding.Location at = finding.location();
            if (at == null) {
                notes.add(new Note(
                        finding.fingerprint(),
                        finding.severity(),
                        title,
                        0,
                        0,
                        List.of(),
                        text(finding, language),
                        List.of()));
                continue;
            }
            Paragraph paragraph = document.paragraphs().get(at.paragraph());
            int start = at.start() - offsets[at.paragraph()];
            int end = at.end() - offsets[at.paragraph()];
            notes.add(new Note(
                    finding.fingerprint(),
                    finding.severity(),
                    at.paragraph(),
                    start,
                    end,
                    document.areas(paragraph, start, end),
                    text(finding, language),
                    changes(finding, start)));
        }
        return notes;
    }

    private static String text(Finding finding, Language language) {
        StringBuilder text = new StringBuilder(language.words()
                        .getString("severity." + finding.severity().word()))
                .append(": ")
                .append(finding.message().in(language));
        if (!finding.advice().in(language).isEmpty()) {
            text.append('\n')
                    .append(language.words().getString("advice"))
                    .append(' ')
                    .append(finding.advice().in(language));
        }
        return text.append('\n')
                .append(language.words().getString("citation"))
                .append(' ')
                .append(finding.citation().in(language))
                .append(" (")
                .append(finding.rule())
                .append(')')
                .toString();
    }

    /**
     * A sure replacement, cut down to the characters that differ; none where it is not sure or its place is not.
     *
     * @param start where the finding's evidence begins in its paragraph
     */
    public static List<Note.Change> changes(Finding finding, int start) {
        Finding.Suggestion suggestion = finding.suggestion();
        String evidence = finding.evidence();
        if (suggestion == null || !suggestion.safe() || suggestion.replace().isEmpty()) {
            return List.of();
        }
        int at = evidence.indexOf(suggestion.replace());
        if (at < 0 || evidence.indexOf(suggestion.replace(), at + 1) >= 0) {
            return List.of();
        }
        return Difference.between(suggestion.replace(), suggestion.with(), start + at);
    }
}
