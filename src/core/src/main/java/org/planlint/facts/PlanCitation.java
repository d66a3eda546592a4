package org.planlint.facts;

import java.time.LocalDate;
import java.util.List;

/**
 * A plan that another plan cites with number, date and issuer.
 *
 * @param evidence as it stands in the citing file
 * @param about    the words that follow, which may name its subject; or null
 */
public record PlanCitation(
        String path, String evidence, Body body, int number, String symbol, LocalDate date, String about) {
    public String register() {
        return PlanCard.register(body.key(), date.getYear(), symbol);
    }

    public String fullNumber() {
        return number + "/" + symbol;
    }

    public String dateInWords() {
        return PlanCard.words(date);
    }

    /** The citing file, then the cited. */
    public List<String> paths(PlanCard cited) {
        return List.of(path, cited.path());
    }

    public boolean hasNumberOf(PlanCitation other) {
        return number == other.number && register().equals(other.register());
    }

    /** In the order of the files, then of the words. */
    public boolean isBefore(PlanCitation other) {
        return path.equals(other.path) ? evidence.compareTo(other.evidence) < 0 : path.compareTo(other.path) < 0;
    }

    /** Whether it says, or does not contradict, that it is about what that plan is about. */
    public boolean mayBeAbout(PlanCard plan) {
        return !Topic.differ(plan.subject(), about);
    }

    public PlanCitation at(String otherPath, Body otherBody) {
        return new PlanCitation(otherPath, evidence, otherBody, number, symbol, date, about);
    }
}
