package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.BudgetNeed;
import org.planlint.facts.BudgetNeed.Reason;
import org.planlint.facts.PlanText;
import org.planlint.facts.Subject;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Finds by what a plan shows that it costs money. */
final class BudgetNeeds {
    private static final Vocabulary MONEY = Vocabulary.of("money");
    private static final Vocabulary SUBJECTS = Vocabulary.of("subjects");
    private static final Phrases ASKED_FOR = MONEY.get("asked for");

    private static final Pattern COSTLY = Pattern.compile(
            "(?iu)" + Pieces.NO_LETTER_BEFORE + SUBJECTS.any("events", "costs money") + Pieces.NO_LETTER_AFTER);
    private static final Pattern FREE = Pattern.compile("(?iu)^(?:" + SUBJECTS.any("before what is done") + "\\s+)*"
            + SUBJECTS.any("costs nothing") + Pieces.NO_LETTER_AFTER);
    private static final Pattern OTHER_EVENT = Pattern.compile("(?iu)" + SUBJECTS.any("of another event") + "[^,;]*");
    private static final Pattern ASKS = Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE
            + MONEY.any("advises", "provides", "reckons") + "\\s[^.;:]{0,60}?" + ASKED_FOR.any()
            + Pieces.NO_LETTER_AFTER);
    private static final Pattern GOVERNMENT = Pattern.compile("^(?:UY BAN NHAN DAN|UBND)");
    private static final Pattern GOVERNMENT_SYMBOL = Pattern.compile("UBND(?:-\\p{Lu}+)?$");

    private BudgetNeeds() {}

    static List<BudgetNeed> find(Found soFar) {
        List<BudgetNeed> found = new ArrayList<>();
        List<Subject> subjects = soFar.all(Subject.class);
        if (soFar.all(PlanText.class).isEmpty()) {
            return found;
        }
        for (Subject subject : subjects) {
            if (FREE.matcher(subject.text()).lookingAt()) {
                continue;
            }
            if (COSTLY.matcher(OTHER_EVENT.matcher(subject.text()).replaceAll(""))
                    .find()) {
                found.add(new BudgetNeed(Reason.SUBJECT, subject.span()));
            }
            if (isOfGovernment(soFar.head())) {
                found.add(new BudgetNeed(Reason.GOVERNMENT, subject.span()));
            }
        }
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.BODY
                    && ASKED_FOR.in(line.lower())
                    && ASKS.matcher(line.text()).find()) {
                found.add(new BudgetNeed(Reason.ASKS_FOR_MONEY, line.span()));
            }
        }
        return found;
    }

    private static boolean isOfGovernment(Letterheads.Reading head) {
        if (head.agency() != null) {
            return GOVERNMENT.matcher(NormalTitle.of(head.agency())).lookingAt();
        }
        return head.symbol() != null && GOVERNMENT_SYMBOL.matcher(head.symbol()).find();
    }
}
