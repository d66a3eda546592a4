package org.planlint.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Body;
import org.planlint.facts.DateMention;
import org.planlint.facts.Facts;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Plan;
import org.planlint.facts.PlanCard;
import org.planlint.facts.PlanCitation;
import org.planlint.facts.Reference;
import org.planlint.facts.Sketch;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.words.BodyName;
import org.planlint.words.Pieces;

/** Makes of what was understood of one plan the card that an archive's catalogue keeps. */
public final class Cards {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");
    private static final Pattern CITED = Pattern.compile("(\\d{1,6})/(?:" + Pieces.YEAR + "/)?(KH.*)");
    private static final Pattern WORD_BREAK = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST_DAYS = 200;
    private static final int RUN = 3;

    private Cards() {}

    /** Null for what is no plan, for a draft, which has no place in a register, and for a scan, whose figures may be misread. */
    public static PlanCard of(Document document, Facts facts) {
        Plan plan = facts.plan();
        if (!plan.isPlan()
                || plan.isDraft()
                || plan.kind() == Plan.Kind.ATTACHED_PLAN
                || !document.capabilities().contains(Capability.TYPED_TEXT)) {
            return null;
        }
        Body body = body(plan.agency(), plan.parentAgency());
        Integer number = plan.number() != null && DIGITS.matcher(plan.number()).matches()
                ? Integer.valueOf(plan.number())
                : null;
        LocalDate issued = plan.issueDate() == null ? null : plan.issueDate().toLocalDate();
        List<LocalDate> planned = facts.all(DateMention.class).stream()
                .filter(DateMention::isPlanned)
                .map(DateMention::date)
                .map(PartialDate::toLocalDate)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_DAYS)
                .toList();
        return new PlanCard(
                document.name(),
                plan.agency(),
                body,
                number,
                symbol(plan.symbol()),
                issued,
                plan.year(),
                plan.subject(),
                citations(document, facts),
                planned,
                sketch(document));
    }

    /** The plans that it cites with all that tells which is meant, each once. */
    private static List<PlanCitation> citations(Document document, Facts facts) {
        Map<String, PlanCitation> found = new LinkedHashMap<>();
        for (Reference reference : facts.all(Reference.class)) {
            Matcher m = CITED.matcher(reference.number());
            LocalDate date = reference.date() == null ? null : reference.date().toLocalDate();
            Body body = cited(reference.issuer(), facts.plan());
            if (m.matches()
                    && reference.type().toLowerCase(Locale.ROOT).equals("kế hoạch")
                    && date != null
                    && body != null
                    && !reference.hasOtherYear()) {
                found.putIfAbsent(
                        reference.number() + date,
                        new PlanCitation(
                                document.name(),
                                reference.span().text(),
                                body,
                                Integer.parseInt(m.group(1)),
                                symbol(m.group(2)),
                                date,
                                reference.about()));
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The issuer of a cited plan: "UBND tỉnh" is the agency itself or its parent where one of these is a province's committee. */
    private static Body cited(String issuer, Plan plan) {
        String name = BodyName.of(issuer);
        if (name.isEmpty() || name.equals("UY BAN NHAN DAN")) {
            return null;
        }
        String own = BodyName.of(plan.agency());
        String parent = BodyName.of(plan.parentAgency());
        if (isOrBegins(own, name)) {
            return body(plan.agency(), plan.parentAgency());
        }
        if (isOrBegins(parent, name)) {
            return body(plan.parentAgency(), null);
        }
        return BodyName.isOfItsOwn(name) ? new Body(name, false) : null;
    }

    private static boolean isOrBegins(String whole, String beginning) {
        return whole.equals(beginning) || whole.startsWith(beginning + " ");
    }

    private static Body body(String agency, String parent) {
        String name = BodyName.of(agency);
        if (name.isEmpty()) {
            return null;
        }
        String above = BodyName.of(parent);
        boolean alone = BodyName.isOfItsOwn(name);
        return alone || above.isEmpty() ? new Body(name, !alone) : new Body(name + " / " + above, false);
    }

    private static String symbol(String printed) {
        return printed == null
                ? null
                : SPACES.matcher(NormalTitle.of(printed))
                        .replaceAll("")
                        .replace('–', '-')
                        .replace('—', '-');
    }

    private static Sketch sketch(Document document) {
        List<Integer> words = new ArrayList<>();
        for (Paragraph paragraph : document.bodyParagraphs()) {
            for (String word : WORD_BREAK.split(NormalTitle.of(paragraph.text()))) {
                if (!word.isEmpty()) {
                    words.add(Character.isDigit(word.charAt(0)) ? 0 : word.hashCode());
                }
            }
        }
        int[] runs = new int[Math.max(0, words.size() - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = words.subList(i, i + RUN).hashCode();
        }
        return Sketch.of(runs);
    }
}
