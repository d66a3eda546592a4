package org.planlint.connect;

import java.time.Instant;
import java.util.Locale;
import org.planlint.host.Policy.Decision;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.Verdict;

/**
 * A verdict as it is written into a document system.
 *
 * @param about what it is about
 * @param page  the report as a page that needs nothing but itself
 * @param place where the service shows the report, or null where none does
 */
public record Judged(
        DocumentReport report,
        Verdict verdict,
        Decision decision,
        DocumentSystem.About about,
        Instant checked,
        String page,
        String place,
        Language language) {
    private static final int SHOWN = 5;

    public int errors() {
        return (int) report.count(Severity.ERROR);
    }

    public int warnings() {
        return (int) report.count(Severity.WARNING);
    }

    public int infos() {
        return (int) report.count(Severity.INFO);
    }

    /** The verdict and the gravest findings in a few lines, for systems that show text only. */
    public String summary() {
        StringBuilder text =
                new StringBuilder("PlanLint: ").append(verdict.text().in(language));
        if (report.error() != null) {
            return text.append(". ")
                    .append(report.error().message().in(language))
                    .toString();
        }
        // What is no plan has not passed: noughts would look as if it had.
        if (verdict != Verdict.NOT_A_PLAN || !report.findings().isEmpty()) {
            text.append(
                    language == Language.EN
                            ? " (%d errors, %d warnings, %d infos)".formatted(errors(), warnings(), infos())
                            : " (%d lỗi, %d cảnh báo, %d gợi ý)".formatted(errors(), warnings(), infos()));
        }
        report.findings().stream()
                .filter(finding -> !finding.isWaived() && finding.severity() != Severity.INFO)
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .limit(SHOWN)
                .forEach(finding -> text.append('\n').append(line(finding)));
        return place == null ? text.toString() : text.append('\n').append(place).toString();
    }

    private String line(Finding finding) {
        return "- " + finding.rule().toLowerCase(Locale.ROOT) + ": "
                + finding.message().in(language);
    }
}
