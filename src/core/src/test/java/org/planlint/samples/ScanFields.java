package org.planlint.samples;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlint.PlanLint.Understanding;
import org.planlint.facts.Agenda;
import org.planlint.facts.AgendaItem;
import org.planlint.facts.DateMention;
import org.planlint.facts.DateRole;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Plan;
import org.planlint.facts.Section;
import org.planlint.facts.Signature;
import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;

/**
 * What is compared of a plan: as it was typed, and as it was read from a scan of it. Null and empty where nothing was understood.
 *
 * @param sections paths of the numbered ones
 * @param dates    of the text, with their ends where they have any; that of issue, which most clerks fill in by hand, has its own
 * @param times    of the programme: when its items begin and end
 */
record ScanFields(
        String type,
        String number,
        String symbol,
        String place,
        PartialDate date,
        String agency,
        String signer,
        String position,
        List<String> sections,
        List<String> dates,
        List<String> times,
        List<String> words) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final PartialDate NO_DATE = new PartialDate(null, null, null);

    /** @param read null for a file that could not be read */
    static ScanFields of(Understanding read) {
        if (read == null) {
            return new ScanFields(
                    null, null, null, null, NO_DATE, null, null, null, List.of(), List.of(), List.of(), List.of());
        }
        Plan plan = read.facts().plan();
        Signature signature = read.facts().first(Signature.class);
        return new ScanFields(
                plan.type(),
                plan.number(),
                plan.symbol(),
                plan.place(),
                plan.issueDate() == null ? NO_DATE : plan.issueDate(),
                plan.agency(),
                signature == null ? null : signature.name(),
                signature == null ? null : signature.position(),
                read.facts().all(Section.class).stream()
                        .filter(section -> section.value() > 0)
                        .map(Section::path)
                        .toList(),
                read.facts().all(DateMention.class).stream()
                        .filter(date -> date.role() != DateRole.ISSUE)
                        .map(date -> date.date() + (date.end() == null ? "" : " - " + date.end()))
                        .toList(),
                read.facts().all(Agenda.class).stream()
                        .flatMap(agenda -> agenda.items().stream())
                        .filter(item -> item.start() != null)
                        .map(item -> AgendaItem.clock(item.start()) + " - " + AgendaItem.clock(item.end()))
                        .toList(),
                read.document().bodyParagraphs().stream()
                        .map(Paragraph::text)
                        .flatMap(NO_WORD::splitAsStream)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** Whether two are the same but for their diacritics, as somebody reads a name under a stamp. */
    static boolean alike(String a, String b) {
        return a != null && b != null && NormalText.fold(a).equals(NormalText.fold(b));
    }

    /** Those of {@code all} that are not among {@code others}, each as often as it stands there more often. */
    static List<String> without(Collection<String> all, Collection<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(other -> left.merge(other, 1, Integer::sum));
        List<String> without = new ArrayList<>();
        for (String one : all) {
            if (left.merge(one, -1, Integer::sum) < 0) {
                without.add(one);
            }
        }
        return without;
    }
}
