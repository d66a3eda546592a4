package org.planlint.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.annotate.Edit;
import org.planlint.annotate.Note;
import org.planlint.annotate.Notes;
import org.planlint.report.Finding;

/** Writes as a rule is sure that it must be written, where the words stay: letter case, marks, zeros before a figure. */
final class WordsFixer implements Fixer {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ZEROS = Pattern.compile("(?<!\\p{N})0+(?=\\p{N})");

    @Override
    public List<Planned> plan(List<Finding> findings, Reading reading) {
        List<Planned> planned = new ArrayList<>();
        for (Finding finding : findings) {
            Finding.Location at = finding.location();
            if (at == null || finding.suggestion() == null || !keepsWords(finding.suggestion())) {
                continue;
            }
            int start = at.start() - reading.document().offsets()[at.paragraph()];
            List<Note.Change> changes = Notes.changes(finding, start);
            if (!changes.isEmpty()) {
                planned.add(new Planned(Safety.SAFE, new Edit.Words(at.paragraph(), changes)));
            }
        }
        return planned;
    }

    static boolean keepsWords(Finding.Suggestion suggestion) {
        return words(suggestion.replace()).equals(words(suggestion.with()));
    }

    /** The letters and figures, whatever stands between them. */
    private static String words(String text) {
        String plain = ZEROS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return NO_WORD.matcher(plain).replaceAll("");
    }
}
