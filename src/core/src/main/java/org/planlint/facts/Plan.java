package org.planlint.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Vocabulary;

/**
 * The document as a whole. Fields are null where the document does not say.
 *
 * @param type        name of the type in capitals: KẾ HOẠCH, QUYẾT ĐỊNH …
 * @param kind        whether and how it is judged
 * @param agency      the issuing agency as printed, on one line
 * @param number      the number alone: 71; null where it is blank or illegible
 * @param symbol      the symbol alone: KH-UBND
 * @param issueDate   the day is missing where it is blank or illegible
 * @param subject     trích yếu
 * @param year        the plan's year: that of issue; without one, the year on which its events agree
 * @param regime      the law in force on the issue date
 * @param stage       as handed in, or as the file shows it; null where neither tells
 * @param attachedTo  the decision that it is attached to, as cited, or null
 * @param judgedOn    the day whose law binds it: that of issue, or the one handed in; null where neither is known
 * @param letterhead  what stood at the head of the file
 * @param titleSpan   the type's line, or null
 * @param illegible   what of number and date is filled in and cannot be read, in this order
 */
public record Plan(
        String type,
        Kind kind,
        String agency,
        String parentAgency,
        String number,
        String symbol,
        String place,
        PartialDate issueDate,
        String subject,
        Integer year,
        Regime regime,
        Stage stage,
        String attachedTo,
        LocalDate judgedOn,
        Letterhead letterhead,
        Span titleSpan,
        List<Illegible> illegible)
        implements Located {
    private static final Pattern ARMED_FORCES =
            Pattern.compile("(?iu)" + Vocabulary.of("bodies").any("armed forces"));

    public Plan {
        illegible = List.copyOf(illegible);
    }

    public enum Kind {
        /** A plan of a state body: all rules apply. */
        PLAN,
        /** A plan attached to a decision, which carries letterhead, number and signature for it. */
        ATTACHED_PLAN,
        /** A plan of a Party body, which other guidance binds. */
        PARTY_PLAN,
        /** Some other document. */
        OTHER
    }

    @Override
    public Span span() {
        return titleSpan;
    }

    /** Whether a date of something that the plan sets going lies before the plan itself. */
    public boolean hasPassed(DateMention date) {
        return date.isPlanned()
                && (year != null && date.year() != null && date.year() < year || date.isBefore(issueDate));
    }

    /** Whether day, month and year of issue are all there. */
    public boolean isDated() {
        return issueDate != null && issueDate.isComplete();
    }

    /** Whether the number, where one stands, can be read. */
    public boolean hasLegibleNumber() {
        return !illegible.contains(Illegible.NUMBER);
    }

    /** Whether a number stands on it, one that cannot be read too. */
    public boolean isNumbered() {
        return number != null || !hasLegibleNumber();
    }

    /** Whether day, month and year of issue can be read as far as they stand there. */
    public boolean hasLegibleDate() {
        return illegible.stream().allMatch(Illegible.NUMBER::equals);
    }

    /** Army and police, who sign with their rank: Decree 30/2020, PL I.I Mục II.7c. */
    public boolean isOfArmedForces() {
        return agency != null && ARMED_FORCES.matcher(agency).find();
    }

    /** A Saturday or Sunday. */
    public boolean isIssuedAtWeekend() {
        LocalDate day = issueDate == null ? null : issueDate.toLocalDate();
        return day != null && day.getDayOfWeek().getValue() > 5;
    }

    /** Not yet signed: number or day left blank, or marked DỰ THẢO. */
    public boolean isDraft() {
        return stage == Stage.DRAFT;
    }

    public boolean isPlan() {
        return kind != Kind.OTHER;
    }
}
