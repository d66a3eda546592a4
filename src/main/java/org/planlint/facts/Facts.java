package org.planlint.facts;

import java.util.List;
import java.util.Map;

/**
 * All that was understood of one document, each list in the order of the text.
 *
 * @param sectionOf path of the section in which a paragraph stands, by the paragraph's index
 */
public record Facts(Plan plan, List<Section> sections, List<DateMention> dates, List<TimeMention> times,
                    List<Event> events, List<Deadline> deadlines, List<Reference> references, List<Agenda> agendas,
                    List<Signature> signatures, RecipientsBlock recipientsBlock, List<Recipient> recipients,
                    ArchiveLine archiveLine, List<Budget> budgets, List<Amount> amounts, List<Indicator> indicators,
                    List<Attachment> attachments, List<AttachmentPromise> promises,
                    List<Abbreviation> abbreviations, List<Trace> traces, EndMark endMark,
                    Map<Integer, String> sectionOf) {
    public Signature signature() {
        return signatures.isEmpty() ? null : signatures.get(0);
    }
}
