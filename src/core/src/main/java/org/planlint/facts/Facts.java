package org.planlint.facts;

import java.util.List;
import java.util.Map;

/**
 * All that was understood of one document, each list in the order of the text.
 *
 * @param further   facts that single rules ask for, each a record of this package: NumberLine, Issuer, Wording …
 * @param sectionOf path of the section in which a paragraph stands, by the paragraph's index
 */
public record Facts(Plan plan, List<Section> sections, List<DateMention> dates, List<TimeMention> times,
                    List<Event> events, List<Deadline> deadlines, List<Reference> references, List<Agenda> agendas,
                    List<Signature> signatures, RecipientsBlock recipientsBlock, List<Recipient> recipients,
                    ArchiveLine archiveLine, List<Budget> budgets, List<Amount> amounts, List<Indicator> indicators,
                    List<Attachment> attachments, List<AttachmentPromise> promises,
                    List<Abbreviation> abbreviations, List<Trace> traces, EndMark endMark,
                    List<Located> further,
                    Map<Integer, String> sectionOf) {
    /** Whether the document says it. */
    public boolean knows(Known what) {
        Letterhead head = plan.letterhead();
        return switch (what) {
            case ISSUE_DATE -> plan.issueDate() != null && plan.issueDate().latest() != null;
            case LAW_DATE -> plan.judgedOn() != null;
            case YEAR -> plan.year() != null;
            case NUMBER -> plan.number() != null;
            case SYMBOL -> plan.symbol() != null;
            case DATE_LINE -> head.dateLine() != null;
            case AGENCY -> head.agency() != null;
            case NATIONAL_TITLE -> head.nationalTitle() != null;
            case MOTTO -> head.motto() != null;
            case SUBJECT -> plan.subject() != null;
            case SIGNATURE -> !signatures.isEmpty();
            case RECIPIENTS -> recipientsBlock != null;
            case EVENT -> !events.isEmpty();
            case AGENDA -> !agendas.isEmpty();
        };
    }

    public Signature signature() {
        return signatures.isEmpty() ? null : signatures.get(0);
    }
}
