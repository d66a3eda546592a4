package org.planlint.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What an archive's catalogue keeps of one plan, for the rules over many plans.
 *
 * @param path      where the file lies
 * @param agency    the issuing agency as printed
 * @param body      the agency, told from others, or null
 * @param number    the number, or null where it has none or one with a letter
 * @param symbol    the symbol in capitals without spaces, or null
 * @param issued    the date of issue, or null where it is not complete
 * @param year      the plan's year, or null
 * @param citations the plans that it cites with number, date and issuer
 * @param planned   the whole days on which it sets something going, each once
 * @param sketch    of its words, or null for a text too short to be likened
 */
public record PlanCard(
        String path,
        String agency,
        Body body,
        Integer number,
        String symbol,
        LocalDate issued,
        Integer year,
        String subject,
        List<PlanCitation> citations,
        List<LocalDate> planned,
        Sketch sketch) {
    public PlanCard {
        citations = List.copyOf(citations);
        planned = List.copyOf(planned);
    }

    /** The register in which its number was given, or null where the plan does not say. */
    public String register() {
        return body == null || symbol == null || issued == null || number == null
                ? null
                : register(body.key(), issued.getYear(), symbol);
    }

    static String register(String body, int year, String symbol) {
        return body + "\t" + year + "\t" + symbol;
    }

    /** "71/KH-UBND". */
    public String fullNumber() {
        return number + "/" + symbol;
    }

    /** "12/3/2024". */
    public String issuedInWords() {
        return words(issued);
    }

    static String words(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    /** Where these lie, in order. */
    public static List<String> paths(List<PlanCard> plans) {
        return plans.stream().map(PlanCard::path).sorted().toList();
    }

    /** Whether both bear one number; the same plan may lie in the archive in two formats. */
    public boolean hasNumberOf(PlanCard other) {
        return Objects.equals(number, other.number) && Objects.equals(register(), other.register());
    }

    /** Whether it cannot be another copy of the same plan: it has another date, or speaks of something else. */
    public boolean isOtherThan(PlanCard other) {
        return !issued.equals(other.issued) || Topic.differ(subject, other.subject);
    }

    /** Whether it plans something for a day of a year before its own. */
    public boolean hasDaysOfEarlierYears() {
        return year != null && planned.stream().anyMatch(day -> day.getYear() < year);
    }

    public PlanCard at(String otherPath, Body otherBody, List<PlanCitation> otherCitations) {
        return new PlanCard(
                otherPath, agency, otherBody, number, symbol, issued, year, subject, otherCitations, planned, sketch);
    }

    /** What is asked of it among the plans of its register. */
    public PlanCard forRegister() {
        return new PlanCard(path, agency, body, number, symbol, issued, year, subject, List.of(), List.of(), null);
    }

    /** What is asked of it among the plans of its agency. */
    public PlanCard forCopies() {
        return new PlanCard(path, agency, body, number, symbol, issued, year, null, List.of(), planned, sketch);
    }
}
