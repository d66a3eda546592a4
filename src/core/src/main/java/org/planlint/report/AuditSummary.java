package org.planlint.report;

import java.util.Map;
import java.util.TreeMap;

/** The state of an archive in numbers. What is waived does not count. */
public final class AuditSummary {
    /** Of some of the documents: how many there are, how many have errors, and how many findings they have. */
    public static final class Tally {
        private int documents;
        private int faulty;
        private int errors;
        private int warnings;
        private int infos;

        private void add(DocumentReport report) {
            documents++;
            int wrong = (int) report.count(Severity.ERROR);
            faulty += wrong > 0 ? 1 : 0;
            errors += wrong;
            warnings += (int) report.count(Severity.WARNING);
            infos += (int) report.count(Severity.INFO);
        }

        public int documents() {
            return documents;
        }

        /** Documents with an error. */
        public int faulty() {
            return faulty;
        }

        public int errors() {
            return errors;
        }

        public int warnings() {
            return warnings;
        }

        public int infos() {
            return infos;
        }
    }

    /** Of one rule: how many findings, and in how many documents. */
    public static final class RuleTally {
        private final Severity severity;
        private int findings;
        private int documents;

        private RuleTally(Severity severity) {
            this.severity = severity;
        }

        public int findings() {
            return findings;
        }

        public int documents() {
            return documents;
        }
    }

    /** Of documents whose pages were recognised, in part or all. */
    public static final class ScanTally {
        private int documents;
        private int pages;
        private int ofPages;
        private int confidence;
        private int toReview;
        /** The sum of the pages' confidence. */
        private transient long sure;

        private void add(DocumentReport report) {
            Coverage.Recognised recognised = report.coverage().recognised();
            documents++;
            pages += recognised.pages();
            ofPages += recognised.of();
            sure += (long) recognised.confidence() * recognised.pages();
            confidence = pages == 0 ? 0 : (int) (sure / pages);
            toReview += (int) report.toReview();
        }

        public int documents() {
            return documents;
        }

        /** That were recognised. */
        public int pages() {
            return pages;
        }

        /** That are pictures. */
        public int ofPages() {
            return ofPages;
        }

        /** How sure the engine is of the words of a page on average, 0 to 100. */
        public int confidence() {
            return confidence;
        }

        /** Findings that somebody has to look at. */
        public int toReview() {
            return toReview;
        }
    }

    private final Tally all = new Tally();
    private final ScanTally scans = new ScanTally();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Tally> regimes = new TreeMap<>();
    private final Map<Integer, Tally> years = new TreeMap<>();
    private final Map<String, Tally> agencies = new TreeMap<>();
    private final Map<String, RuleTally> rules = new TreeMap<>();
    private final Map<String, Integer> archive = new TreeMap<>();
    private int waived;
    private transient int notRead;

    /** What only several documents show. */
    public void add(ArchiveFinding finding) {
        archive.merge(finding.rule(), 1, Integer::sum);
    }

    public void add(DocumentReport report) {
        all.add(report);
        waived += (int) report.waived();
        statuses.merge(Scope.tally(report), 1, Integer::sum);
        if (report.scope() == Scope.NOT_READ) {
            notRead++;
        }
        if (report.status() != Status.CHECKED) {
            return;
        }
        if (report.coverage().recognised() != null) {
            scans.add(report);
        }
        regimes.computeIfAbsent(report.regime(), key -> new Tally()).add(report);
        if (report.plan().year() != null) {
            years.computeIfAbsent(report.plan().year(), key -> new Tally()).add(report);
        }
        if (report.plan().agency() != null) {
            agencies.computeIfAbsent(report.plan().agency(), key -> new Tally()).add(report);
        }
        for (Finding finding : report.findings()) {
            if (!finding.isWaived()) {
                rules.computeIfAbsent(finding.rule(), key -> new RuleTally(finding.severity())).findings++;
            }
        }
        report.findings().stream()
                .filter(f -> !f.isWaived())
                .map(Finding::rule)
                .distinct()
                .forEach(rule -> rules.get(rule).documents++);
    }

    public Tally all() {
        return all;
    }

    public ScanTally scans() {
        return scans;
    }

    public int waived() {
        return waived;
    }

    /** Whether all could be read. */
    public boolean isComplete() {
        return notRead == 0;
    }

    /** How many documents ended in each; of those that were checked, those that are no plan apart: not-a-plan. */
    public Map<String, Integer> statuses() {
        return statuses;
    }

    /** By the norm on form in force on the plan's date. */
    public Map<String, Tally> regimes() {
        return regimes;
    }

    public Map<Integer, Tally> years() {
        return years;
    }

    public Map<String, Tally> agencies() {
        return agencies;
    }

    public Map<String, RuleTally> rules() {
        return rules;
    }

    /** How many findings over several documents, by rule. */
    public Map<String, Integer> archive() {
        return archive;
    }
}
