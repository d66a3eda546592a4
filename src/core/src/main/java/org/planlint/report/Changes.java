package org.planlint.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What has changed between two audits of an archive. What could not be judged this time is neither solved nor standing, and what
 * went with its file was mended by nobody.
 */
public final class Changes {
    /** Findings that are new, no longer there, and still there. */
    public static final class Delta {
        private int fresh;
        private int solved;
        private int standing;

        public int fresh() {
            return fresh;
        }

        public int solved() {
            return solved;
        }

        public int standing() {
            return standing;
        }

        private boolean isChange() {
            return fresh + solved > 0;
        }
    }

    private boolean otherRules;
    private final Delta all = new Delta();
    private final Map<String, Delta> rules = new TreeMap<>();
    private final Map<String, Delta> agencies = new TreeMap<>();
    private int freshInNewDocuments;
    private int unknown;
    private int letPass;
    private int gone;
    private int newDocuments;
    private int goneDocuments;

    /** @param agency key of the document's, or null */
    public void fresh(String rule, String agency, boolean inNewDocument) {
        freshInNewDocuments += inNewDocument ? 1 : 0;
        count(rule, agency, delta -> delta.fresh++);
    }

    public void solved(String rule, String agency) {
        count(rule, agency, delta -> delta.solved++);
    }

    public void standing(String rule, String agency) {
        count(rule, agency, delta -> delta.standing++);
    }

    private void count(String rule, String agency, Consumer<Delta> one) {
        one.accept(all);
        one.accept(rules.computeIfAbsent(rule, key -> new Delta()));
        if (agency != null) {
            one.accept(agencies.computeIfAbsent(agency, key -> new Delta()));
        }
    }

    /** A finding of which the rule, or the file, could not be asked this time. */
    public void unknown() {
        unknown++;
    }

    /** A finding that somebody has let pass since. */
    public void letPass() {
        letPass++;
    }

    public void newDocument() {
        newDocuments++;
    }

    /** @param findings that went with it */
    public void goneDocument(int findings) {
        goneDocuments++;
        gone += findings;
    }

    /** Some document was judged by other rules, or another program: a difference may be theirs. */
    public void judgedOtherwise() {
        otherRules = true;
    }

    public boolean otherRules() {
        return otherRules;
    }

    public Delta all() {
        return all;
    }

    /** By rule. */
    public Map<String, Delta> rules() {
        return rules;
    }

    /** By the key of the agency. */
    public Map<String, Delta> agencies() {
        return agencies;
    }

    /** Those with the most change first; those without any are left out. */
    public static List<Map.Entry<String, Delta>> sorted(Map<String, Delta> deltas) {
        return deltas.entrySet().stream()
                .filter(entry -> entry.getValue().isChange())
                .sorted((a, b) -> {
                    int more = Integer.compare(
                            b.getValue().fresh + b.getValue().solved, a.getValue().fresh + a.getValue().solved);
                    return more != 0 ? more : a.getKey().compareTo(b.getKey());
                })
                .toList();
    }

    public int freshInNewDocuments() {
        return freshInNewDocuments;
    }

    public int unknowns() {
        return unknown;
    }

    public int passed() {
        return letPass;
    }

    public int gone() {
        return gone;
    }

    public int newDocuments() {
        return newDocuments;
    }

    public int goneDocuments() {
        return goneDocuments;
    }
}
