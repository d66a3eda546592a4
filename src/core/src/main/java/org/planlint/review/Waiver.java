package org.planlint.review;

import java.nio.file.Path;
import java.time.LocalDate;
import org.planlint.report.Finding;
import org.planlint.report.Fingerprint;
import org.planlint.rules.FileGlob;

/**
 * What a reviewer lets pass.
 *
 * @param source      the file that holds it
 * @param line        1-based
 * @param files       the documents that it is about; null for the one beside which its file lies
 * @param rule        the rule's id, or null where a fingerprint says it
 * @param fingerprint of one finding, or null for any
 * @param evidence    words that the finding quotes, or null for any
 * @param by          who answers for it
 * @param expires     last day on which it holds, or null
 */
public record Waiver(
        Path source,
        int line,
        FileGlob files,
        String rule,
        String fingerprint,
        String evidence,
        String reason,
        String by,
        LocalDate expires) {
    boolean covers(String file) {
        return files == null || files.covers(file);
    }

    boolean isOver(LocalDate today) {
        return expires != null && today.isAfter(expires);
    }

    /** Words are compared without spaces, case and diacritics. A fingerprint alone decides. */
    boolean matches(Finding finding) {
        if (fingerprint != null) {
            return fingerprint.equals(finding.fingerprint());
        }
        return rule.equals(finding.rule())
                && (evidence == null || Fingerprint.fold(evidence).equals(Fingerprint.fold(finding.evidence())));
    }

    Finding.Waiver onFinding() {
        return new Finding.Waiver(reason, by, expires);
    }
}
