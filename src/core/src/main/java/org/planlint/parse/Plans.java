package org.planlint.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Agenda;
import org.planlint.facts.AgendaItem;
import org.planlint.facts.Budget;
import org.planlint.facts.DateMention;
import org.planlint.facts.Illegible;
import org.planlint.facts.Organisation;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Plan;
import org.planlint.facts.Reference;
import org.planlint.facts.Regime;
import org.planlint.facts.Stage;
import org.planlint.text.DigitalSignature;
import org.planlint.words.Vocabulary;

/** Says what the document is as a whole, once everything in it is found. */
final class Plans {
    private static final Pattern BUDGET_YEAR =
            Pattern.compile("(?iu)" + Vocabulary.of("money").any("of a year") + "[^.;]{0,80}năm\\s+(20\\d{2})");
    private static final int HEAD_LINES = 25;

    private Plans() {}

    /**
     * @param asOf  the day whose law is to bind the plan, or null for that of its own date
     * @param given its stage where that is known beforehand, or null for what the file shows
     */
    static Plan of(Found found, LocalDate asOf, Stage given) {
        Structure structure = found.structure();
        Letterheads.Reading head = found.head();
        String type = structure.type();
        boolean untitled =
                type == null && head.symbol() != null && head.symbol().startsWith("KH-") && !isLetter(found.lines());
        boolean isPlan = "KẾ HOẠCH".equals(type) || untitled;
        boolean attached = isPlan && structure.attachedTo() != null;
        Plan.Kind kind = !isPlan
                ? Plan.Kind.OTHER
                : attached ? Plan.Kind.ATTACHED_PLAN : head.party() ? Plan.Kind.PARTY_PLAN : Plan.Kind.PLAN;
        PartialDate issued =
                head.date() == null || head.date().year() == null && head.date().month() == null ? null : head.date();
        List<Illegible> illegible = illegible(head);
        Integer year = year(found);
        PartialDate judged =
                asOf == null ? issued : PartialDate.of(asOf.getYear(), asOf.getMonthValue(), asOf.getDayOfMonth());
        Integer judgedYear = asOf == null ? year : Integer.valueOf(asOf.getYear());
        BareLine title = structure.title();
        return new Plan(
                type,
                kind,
                head.agency(),
                head.parentAgency(),
                head.number(),
                head.symbol(),
                head.place(),
                issued,
                structure.subject(),
                year,
                found.all(Organisation.class).isEmpty() ? found.law().regimes().of(judged, judgedYear) : Regime.OWN,
                given == null ? stage(found, illegible) : given,
                structure.attachedTo(),
                judged == null ? null : judged.latest(),
                head.letterhead(),
                title == null ? null : title.span(),
                illegible);
    }

    /**
     * Numbered or signed by the agency it is final, unless it says that it is a draft; a blank for number or day is a draft's.
     * Between the head's signature and the agency's it is neither: Decree 30/2020, Articles 13 to 18.
     */
    private static Stage stage(Found found, List<Illegible> illegible) {
        Letterheads.Reading head = found.head();
        boolean numbered = head.number() != null || illegible.contains(Illegible.NUMBER);
        List<DigitalSignature> signatures = found.document().signatures();
        boolean issued = signatures.stream().anyMatch(s -> s.kind() == DigitalSignature.Kind.AGENCY);
        if (head.draft() && !issued) {
            return Stage.DRAFT;
        }
        if (issued || numbered) {
            return Stage.FINAL;
        }
        if (!signatures.isEmpty()) {
            return null;
        }
        boolean blankDay = head.date() != null && head.date().day() == null && !illegible.contains(Illegible.DAY);
        return head.letterhead().numberLine() != null || blankDay ? Stage.DRAFT : null;
    }

    private static List<Illegible> illegible(Letterheads.Reading head) {
        List<Illegible> illegible = new ArrayList<>();
        if (!head.numberLines().isEmpty() && head.numberLines().get(0).illegible()) {
            illegible.add(Illegible.NUMBER);
        }
        if (head.dateLine() != null) {
            illegible.addAll(head.dateLine().illegible());
        }
        return illegible;
    }

    /** The plan's year: that of issue; without one, the year on which its dates agree; null for none. */
    static Integer year(Found found) {
        PartialDate issued = found.head().date();
        return issued != null && issued.year() != null ? issued.year() : agreedYear(found);
    }

    /** A letter has no title either; it opens with "V/v" and "Kính gửi". */
    private static boolean isLetter(List<Line> lines) {
        return lines.stream()
                .limit(HEAD_LINES)
                .anyMatch(line ->
                        line.folded().startsWith("KINH GUI") || line.folded().startsWith("V/V"));
    }

    /** The year on which the plan's own dates agree, not before that of the newest document it cites. */
    private static Integer agreedYear(Found found) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (DateMention date : found.all(DateMention.class)) {
            if (date.isPlanned() && date.year() != null && date.isPossible()) {
                votes.merge(date.year(), 2, Integer::sum);
            }
        }
        for (Agenda agenda : found.all(Agenda.class)) {
            for (AgendaItem item : agenda.items()) {
                if (item.date() != null && item.date().year() != null) {
                    votes.merge(item.date().year(), 1, Integer::sum);
                }
            }
        }
        for (Budget budget : found.all(Budget.class)) {
            Matcher m = BUDGET_YEAR.matcher(budget.text());
            while (m.find()) {
                votes.merge(Integer.valueOf(m.group(1)), 1, Integer::sum);
            }
        }
        int newest = found.all(Reference.class).stream()
                .filter(r -> r.date() != null && r.date().year() != null)
                .mapToInt(r -> r.date().year())
                .max()
                .orElse(0);
        Integer best = null;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            if (vote.getKey() >= newest
                    && (best == null
                            || vote.getValue() > votes.get(best)
                            || vote.getValue().equals(votes.get(best)) && vote.getKey() > best)) {
                best = vote.getKey();
            }
        }
        return best;
    }
}
