package org.planlint.facts;

import java.util.List;
import java.util.Map;
import org.planlint.text.DigitalSignature.Trust;

/** All that was understood of one document. A type of fact is looked for when it is first asked for; by one thread at a time. */
public final class Facts {
    /** Gives the facts of a type, in the order of the text. */
    public interface Source {
        <T extends Located> List<T> all(Class<T> type);

        /** Those of all types, the types in the order in which they are found. */
        List<Located> all();
    }

    private final Plan plan;
    private final Source source;
    private final Map<Integer, String> sectionOf;

    /** @param sectionOf path of the section in which a paragraph stands, by the paragraph's index */
    public Facts(Plan plan, Source source, Map<Integer, String> sectionOf) {
        this.plan = plan;
        this.source = source;
        this.sectionOf = sectionOf;
    }

    /** Of facts that are known already, each type in the order of the text. */
    public Facts(Plan plan, List<Located> all, Map<Integer, String> sectionOf) {
        this(plan, given(List.copyOf(all)), sectionOf);
    }

    private static Source given(List<Located> all) {
        return new Source() {
            @Override
            public <T extends Located> List<T> all(Class<T> type) {
                return all.stream().filter(type::isInstance).map(type::cast).toList();
            }

            @Override
            public List<Located> all() {
                return all;
            }
        };
    }

    public Plan plan() {
        return plan;
    }

    public Map<Integer, String> sectionOf() {
        return sectionOf;
    }

    /** All facts: each type in the order of the text, and the types in the order in which they are found. */
    public List<Located> all() {
        return source.all();
    }

    /** All facts of one type. */
    public <T extends Located> List<T> all(Class<T> type) {
        return source.all(type);
    }

    /** The first fact of a type, or null. */
    public <T extends Located> T first(Class<T> type) {
        List<T> all = all(type);
        return all.isEmpty() ? null : all.get(0);
    }

    private boolean isRead(Unread.Zone zone) {
        return all(Unread.class).stream().noneMatch(unread -> unread.zone() == zone);
    }

    /** Whether the document says it. */
    public boolean knows(Known what) {
        Letterhead head = plan.letterhead();
        return switch (what) {
            case ISSUE_DATE -> plan.issueDate() != null && plan.issueDate().latest() != null;
            case LAW_DATE -> plan.judgedOn() != null;
            case YEAR -> plan.year() != null;
            case NUMBER -> plan.number() != null;
            case LEGIBLE_NUMBER -> plan.hasLegibleNumber();
            case LEGIBLE_DATE -> plan.hasLegibleDate();
            case SYMBOL -> plan.symbol() != null;
            case DATE_LINE -> head.dateLine() != null;
            case AGENCY -> head.agency() != null;
            case NATIONAL_TITLE -> head.nationalTitle() != null;
            case MOTTO -> head.motto() != null;
            case SUBJECT -> plan.subject() != null;
            case SIGNATURE -> first(Signature.class) != null;
            case FORM -> !head.isAbsent() || first(Signature.class) != null;
            case RECIPIENTS -> first(RecipientsBlock.class) != null;
            case HEAD_READ -> isRead(Unread.Zone.HEAD);
            case NUMBER_LINE_READ -> isRead(Unread.Zone.NUMBER_LINE);
            case DATE_LINE_READ -> isRead(Unread.Zone.DATE_LINE);
            case BODY_READ -> isRead(Unread.Zone.BODY);
            case RECIPIENTS_READ -> isRead(Unread.Zone.RECIPIENTS);
            case SIGNATURE_READ -> isRead(Unread.Zone.SIGNATURE);
            case AUTHORITY_READ ->
                isRead(Unread.Zone.SIGNATURE)
                        || all(Signature.class).stream().anyMatch(Signature::hasFaultInPlainSight);
            case EVENT -> first(Event.class) != null;
            case AGENDA -> first(Agenda.class) != null;
            case BUDGET_NEED -> first(BudgetNeed.class) != null;
            case TRUST ->
                all(Witness.class).stream()
                        .noneMatch(witness -> witness.signature().trust() == Trust.NOT_EVALUATED);
        };
    }
}
