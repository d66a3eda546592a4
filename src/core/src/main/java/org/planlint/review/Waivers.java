package org.planlint.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Report.StaleWaiver;
import org.planlint.report.Status;

/** Marks the findings that reviewers let pass, and remembers which waivers still let something pass. */
public final class Waivers {
    private final LocalDate today;
    /** Those that were about some document of this run. */
    private final Set<Waiver> met = new LinkedHashSet<>();

    private final Set<Waiver> used = new LinkedHashSet<>();

    public Waivers(LocalDate today) {
        this.today = today;
    }

    /** The report with those findings waived that one of {@code waivers} lets pass; the first that does is named. */
    public DocumentReport apply(DocumentReport document, Collection<Waiver> waivers) {
        if (document.status() != Status.CHECKED) {
            return document;
        }
        List<Waiver> about = waivers.stream()
                .filter(waiver -> waiver.covers(document.path()))
                .toList();
        met.addAll(about);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : document.findings()) {
            Finding judged = finding;
            for (Waiver waiver : about) {
                if (!waiver.isOver(today) && waiver.matches(finding)) {
                    used.add(waiver);
                    judged = judged.isWaived() ? judged : judged.waived(waiver.onFinding());
                }
            }
            findings.add(judged);
        }
        return document.withFindings(findings);
    }

    /** Waivers that were about a document of this run and let nothing pass: solved, changed, mistyped or over. */
    public List<StaleWaiver> stale() {
        return met.stream()
                .filter(waiver -> !used.contains(waiver))
                .sorted(Comparator.comparing(Waiver::source).thenComparing(Waiver::line))
                .map(w -> new StaleWaiver(
                        w.source().toString(), w.line(), w.rule(), w.fingerprint(), w.reason(), w.isOver(today)))
                .toList();
    }
}
