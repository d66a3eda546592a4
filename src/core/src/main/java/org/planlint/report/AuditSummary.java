package org.planlint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.planlint.words.BodyName;

/** The state of an archive in numbers. What is waived does not count. */
public final class AuditSummary {
    /** Of some of the documents: how many there are, how many have errors, and how many findings they have. */
    public static class Tally {
        private int documents;
        private int plans;
        private int faulty;
        private int errors;
        private int warnings;
        private int infos;

        void add(DocumentReport report) {
            documents++;
            plans += report.scope() == Scope.PLAN ? 1 : 0;
            int wrong = (int) report.count(Severity.ERROR);
            faulty += wrong > 0 ? 1 : 0;
            errors += wrong;
            warnings += (int) report.count(Severity.WARNING);
            infos += (int) report.count(Severity.INFO);
        }

        public int documents() {
            return documents;
        }

        /** Documents that were checked as plans. */
        public int plans() {
            return plans;
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

    /** Of the documents of one agency, under all spellings of its name; it is called by the most frequent one. */
    public static final class AgencyTally extends Tally {
        private String name;
        private String parent;
        /** How often each stands in a letterhead. */
        private final Map<String, Integer> spellings = new TreeMap<>();

        private final transient Map<String, Integer> parents = new TreeMap<>();

        private void add(DocumentReport report, DocumentReport.PlanSummary plan) {
            add(report);
            name = moreFrequent(spellings, plan.agency(), name);
            // None stands above one that the country has once, whatever a letterhead of two shows.
            if (plan.parentAgency() != null && !BodyName.isOfItsOwn(BodyName.of(plan.agency()))) {
                parent = moreFrequent(parents, plan.parentAgency(), parent);
            }
        }

        /** What is found often is not wrong by chance; of two as frequent, the first in the alphabet. */
        private static String moreFrequent(Map<String, Integer> counts, String counted, String until) {
            int now = counts.merge(counted, 1, Integer::sum);
            int most = until == null ? 0 : counts.get(until);
            return now > most || now == most && counted.compareTo(until) < 0 ? counted : until;
        }

        public String name() {
            return name;
        }

        /** The agency above it, or null. */
        public String parent() {
            return parent;
        }

        public Map<String, Integer> spellings() {
            return spellings;
        }
    }

    /** Of the files that could not be read for one reason. */
    public static final class UnreadTally {
        private static final int NAMED = 5;

        private final Status status;
        private final transient Text message;
        private final transient Text help;
        private int documents;
        /** The first of them. */
        private final transient List<String> paths = new ArrayList<>();

        private UnreadTally(Status status, DocumentReport.Failure failure) {
            this.status = status;
            this.message = failure.message();
            this.help = failure.help();
        }

        private void add(String path) {
            documents++;
            if (paths.size() < NAMED) {
                paths.add(path);
            }
        }

        public Status status() {
            return status;
        }

        public Text message() {
            return message;
        }

        /** What would make them readable. */
        public Text help() {
            return help;
        }

        public int documents() {
            return documents;
        }

        public List<String> paths() {
            return paths;
        }
    }

    /** Of one rule: how many findings, by their severity, since one in a draft may weigh less; and in how many documents. */
    public static final class RuleTally {
        private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
        private int findings;
        private int documents;

        /** Another finding. */
        public void add(Severity severity) {
            findings++;
            severities.merge(severity, 1, Integer::sum);
        }

        public int findings() {
            return findings;
        }

        public int of(Severity severity) {
            return severities.getOrDefault(severity, 0);
        }

        /** The one that most findings have; of two, the graver. */
        public Severity severity() {
            return severities.entrySet().stream()
                    .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                    .map(Map.Entry::getKey)
                    .orElseThrow();
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

    /** Before the state had a print of its own, no plan of it was written. */
    private static final int FIRST_YEAR = 1945;

    private final transient int lastYear;
    private final Tally all = new Tally();
    private final ScanTally scans = new ScanTally();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Tally> regimes = new TreeMap<>();
    private final Map<Integer, Tally> years = new TreeMap<>();
    /** Of documents whose year is not known, or cannot be one. */
    private final Tally otherYears = new Tally();

    private final Map<String, AgencyTally> agencies = new TreeMap<>();
    private final Map<String, UnreadTally> unread = new TreeMap<>();
    /** By type, documents that are no plans. */
    private final Map<String, Integer> others = new TreeMap<>();

    private Map<String, Integer> passedOver = Map.of();
    private Changes since;
    private final Map<String, RuleTally> rules = new TreeMap<>();
    private final Map<String, Integer> archive = new TreeMap<>();
    private int waived;
    private transient int notRead;

    /** @param lastYear a plan of a later one is none: what was read for its year is something else */
    public AuditSummary(int lastYear) {
        this.lastYear = lastYear;
    }

    /** What only several documents show. */
    public void add(ArchiveFinding finding) {
        archive.merge(finding.rule(), 1, Integer::sum);
    }

    /** @param path of the document, as it is shown */
    public void add(DocumentReport report, String path) {
        all.add(report);
        waived += (int) report.waived();
        statuses.merge(Scope.tally(report), 1, Integer::sum);
        if (report.scope() == Scope.NOT_READ) {
            notRead++;
            unread.computeIfAbsent(report.error().code(), code -> new UnreadTally(report.status(), report.error()))
                    .add(path);
        }
        String agency = agency(report);
        if (agency != null) {
            agencies.computeIfAbsent(agency, key -> new AgencyTally()).add(report, report.plan());
        }
        if (report.status() != Status.CHECKED) {
            return;
        }
        if (report.scope() == Scope.NOT_A_PLAN) {
            others.merge(report.plan().type() == null ? "" : report.plan().type(), 1, Integer::sum);
        }
        if (report.coverage().recognised() != null) {
            scans.add(report);
        }
        regimes.computeIfAbsent(report.regime(), key -> new Tally()).add(report);
        Integer year = year(report);
        (year == null ? otherYears : years.computeIfAbsent(year, key -> new Tally())).add(report);
        for (Finding finding : report.findings()) {
            if (!finding.isWaived()) {
                rules.computeIfAbsent(finding.rule(), key -> new RuleTally()).add(finding.severity());
            }
        }
        report.findings().stream()
                .filter(f -> !f.isWaived())
                .map(Finding::rule)
                .distinct()
                .forEach(rule -> rules.get(rule).documents++);
    }

    /** One key for all spellings of its agency; null where it names none. */
    public static String agency(DocumentReport report) {
        DocumentReport.PlanSummary plan = report.plan();
        if (plan == null || plan.agency() == null) {
            return null;
        }
        String key = BodyName.key(plan.agency(), plan.parentAgency(), plan.place());
        return key.isEmpty() ? null : key;
    }

    /** The document's year; null where it is not known, or cannot be one. */
    public Integer year(DocumentReport report) {
        Integer year = report.plan() == null ? null : report.plan().year();
        return year == null || year < FIRST_YEAR || year > lastYear ? null : year;
    }

    /** @param counts of files that are not read, by ending */
    public void passedOver(Map<String, Integer> counts) {
        passedOver = new TreeMap<>(counts);
    }

    /** @param changes null where there is no earlier audit */
    public void since(Changes changes) {
        since = changes;
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

    /** Of documents whose year is not known, or cannot be one. */
    public Tally otherYears() {
        return otherYears;
    }

    /** By {@link #agency}. */
    public Map<String, AgencyTally> agencies() {
        return agencies;
    }

    /** The most errors first. */
    public List<Map.Entry<String, AgencyTally>> worstAgencies() {
        return agencies.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, AgencyTally> e) ->
                                -e.getValue().errors())
                        .thenComparing(e -> -e.getValue().warnings())
                        .thenComparing(e -> -e.getValue().documents())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** Files that could not be read, by the code of the reason. */
    public Map<String, UnreadTally> unread() {
        return unread;
    }

    /** By type, documents that are no plans; without one under the empty word. */
    public Map<String, Integer> others() {
        return others;
    }

    /** Files of kinds that are not read, by ending. */
    public Map<String, Integer> passedOver() {
        return passedOver;
    }

    /** What has changed since an earlier audit, or null. */
    public Changes since() {
        return since;
    }

    public Map<String, RuleTally> rules() {
        return rules;
    }

    /** How many findings over several documents, by rule. */
    public Map<String, Integer> archive() {
        return archive;
    }
}
