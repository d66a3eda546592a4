package org.planlint.isolate;

import java.util.Set;
import org.planlint.facts.Stage;
import org.planlint.report.Language;

/**
 * What a worker is to write findings into.
 *
 * @param file   a docx or pdf
 * @param copy   where it is to write it with notes; it is not there yet
 * @param stage  of the plan, or null
 * @param waived fingerprints of findings that get no note
 */
public record AnnotateOrder(String file, String copy, Stage stage, Set<String> waived, Language language) {
    public AnnotateOrder {
        waived = Set.copyOf(waived);
    }
}
