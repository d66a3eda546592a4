package org.planlint.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The verdict on one or many files.
 *
 * @param rulesDigest names the rule packs that gave it
 * @param rules       those that were asked, by id
 * @param review      what reviewers have settled before
 * @param passedOver  by ending, how many files of folders and zips are of kinds that are not read
 */
public record Report(
        String version,
        String rulesDigest,
        List<RuleInfo> rules,
        List<DocumentReport> documents,
        Review review,
        Map<String, Integer> passedOver) {
    public Report {
        rules = List.copyOf(rules);
        documents = List.copyOf(documents);
        passedOver = Collections.unmodifiableMap(new TreeMap<>(passedOver));
    }

    public Report(
            String version, String rulesDigest, List<RuleInfo> rules, List<DocumentReport> documents, Review review) {
        this(version, rulesDigest, rules, documents, review, Map.of());
    }

    public Report withPassedOver(Map<String, Integer> counts) {
        return new Report(version, rulesDigest, rules, documents, review, counts);
    }

    /**
     * @param staleWaivers waivers that let nothing pass any more
     * @param known        findings that stood in the baseline and are left out; null without a baseline
     * @param solved       entries of the baseline that are no longer found; null without a baseline
     */
    public record Review(List<StaleWaiver> staleWaivers, Integer known, Integer solved) {
        public static final Review NONE = new Review(List.of(), null, null);

        public Review {
            staleWaivers = List.copyOf(staleWaivers);
        }
    }

    /**
     * @param source the file that holds it
     * @param line   1-based
     * @param expired whether its last day is over; else nothing matches it
     */
    public record StaleWaiver(
            String source, int line, String rule, String fingerprint, String reason, boolean expired) {}

    /** The ids of the rules that judge how a document looks. */
    public Set<String> layoutRules() {
        return rules.stream().filter(RuleInfo::isOfLayout).map(RuleInfo::id).collect(Collectors.toSet());
    }

    public long checked() {
        return documents.stream().filter(d -> d.status() == Status.CHECKED).count();
    }

    /** How many were judged as this. */
    public long count(Scope scope) {
        return documents.stream().filter(d -> d.scope() == scope).count();
    }

    public boolean isComplete() {
        return checked() == documents.size();
    }

    /** How many findings of this severity count. */
    public long count(Severity severity) {
        return documents.stream().mapToLong(d -> d.count(severity)).sum();
    }

    public long waived() {
        return documents.stream().mapToLong(DocumentReport::waived).sum();
    }

    public boolean has(Severity atLeast) {
        return documents.stream()
                .flatMap(d -> d.findings().stream())
                .anyMatch(f -> f.severity().atLeast(atLeast) && !f.isWaived());
    }
}
