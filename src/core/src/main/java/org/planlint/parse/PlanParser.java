package org.planlint.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.planlint.facts.Abbreviation;
import org.planlint.facts.AgencyMention;
import org.planlint.facts.Agenda;
import org.planlint.facts.Amount;
import org.planlint.facts.AnnexNumbering;
import org.planlint.facts.ArchivalForm;
import org.planlint.facts.ArchiveLine;
import org.planlint.facts.Attachment;
import org.planlint.facts.AttachmentPromise;
import org.planlint.facts.AuthorityLine;
import org.planlint.facts.BodyMeasure;
import org.planlint.facts.Budget;
import org.planlint.facts.BudgetNeed;
import org.planlint.facts.ColourShare;
import org.planlint.facts.CrossReference;
import org.planlint.facts.DateLine;
import org.planlint.facts.DateMention;
import org.planlint.facts.Deadline;
import org.planlint.facts.DeadlineConflict;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.Element;
import org.planlint.facts.ElementLine;
import org.planlint.facts.EnactingClause;
import org.planlint.facts.EndMark;
import org.planlint.facts.Event;
import org.planlint.facts.Facts;
import org.planlint.facts.FixedText;
import org.planlint.facts.ForeignAgency;
import org.planlint.facts.ForeignProvince;
import org.planlint.facts.Indicator;
import org.planlint.facts.Issuer;
import org.planlint.facts.LastEvent;
import org.planlint.facts.LawByName;
import org.planlint.facts.LawTables;
import org.planlint.facts.LegalBasis;
import org.planlint.facts.NumberLine;
import org.planlint.facts.OldYear;
import org.planlint.facts.Organisation;
import org.planlint.facts.PageNumber;
import org.planlint.facts.PageSetup;
import org.planlint.facts.Percentage;
import org.planlint.facts.PersonalData;
import org.planlint.facts.PlaceOfIssue;
import org.planlint.facts.PlanText;
import org.planlint.facts.Recipient;
import org.planlint.facts.RecipientsBlock;
import org.planlint.facts.RecipientsPlace;
import org.planlint.facts.RecordComparison;
import org.planlint.facts.Reference;
import org.planlint.facts.ReferenceConflict;
import org.planlint.facts.Repetition;
import org.planlint.facts.ReportDuty;
import org.planlint.facts.ScannedFile;
import org.planlint.facts.ScannedPage;
import org.planlint.facts.SchoolYear;
import org.planlint.facts.Section;
import org.planlint.facts.Signature;
import org.planlint.facts.Stage;
import org.planlint.facts.Subject;
import org.planlint.facts.TaskRow;
import org.planlint.facts.TermVariant;
import org.planlint.facts.TimeMention;
import org.planlint.facts.Total;
import org.planlint.facts.Trace;
import org.planlint.facts.TypefaceShare;
import org.planlint.facts.UnnumberedCitation;
import org.planlint.facts.Unread;
import org.planlint.facts.Witness;
import org.planlint.facts.Wording;
import org.planlint.text.Document;

/** Understands a document: from its lines to the facts that rules see. Holds no state. */
public final class PlanParser {
    private final LawTables law;
    private final Repair repair;
    private final List<Finder<?>> finders;

    public PlanParser(LawTables law) {
        this.law = law;
        this.repair = new Repair(law);
        this.finders = finders(law);
    }

    /** One line a type. Each may ask for what the others give, but not in a circle. */
    static List<Finder<?>> finders(LawTables law) {
        Names names = new Names(law.provinces(), law.agencies());
        return List.of(
                new Finder<>(Section.class, found -> found.outline().sections()),
                new Finder<>(Reference.class, new References(law)::find),
                new Finder<>(ReferenceConflict.class, ReferenceConflicts::find),
                new Finder<>(LawByName.class, new LawsByName(law)::find),
                new Finder<>(UnnumberedCitation.class, UnnumberedCitations::find),
                new Finder<>(CrossReference.class, CrossReferences::find),
                new Finder<>(DateMention.class, Dates::find),
                new Finder<>(TimeMention.class, Clock::find),
                new Finder<>(Event.class, Schedules::events),
                new Finder<>(Deadline.class, Schedules::deadlines),
                new Finder<>(LastEvent.class, Schedules::last),
                new Finder<>(DeadlineConflict.class, DeadlineConflicts::find),
                new Finder<>(Agenda.class, Agendas::find),
                new Finder<>(Signature.class, Signatures::find),
                new Finder<>(Witness.class, new Witnesses(law)::find),
                new Finder<>(
                        DocumentRecord.class,
                        found -> Stream.ofNullable(found.record()).toList()),
                new Finder<>(Recipient.class, Recipients::find),
                new Finder<>(RecipientsBlock.class, Recipients::block),
                new Finder<>(ArchiveLine.class, Recipients::archiveLine),
                new Finder<>(Budget.class, Budgets::find),
                new Finder<>(Amount.class, Figures::amounts),
                new Finder<>(Indicator.class, Figures::indicators),
                new Finder<>(Attachment.class, Attachments::find),
                new Finder<>(AttachmentPromise.class, Attachments::promises),
                new Finder<>(Abbreviation.class, Terms::abbreviations),
                new Finder<>(Trace.class, Traces::find),
                new Finder<>(PlanText.class, EndMarks::planText),
                new Finder<>(EndMark.class, EndMarks::find),
                new Finder<>(FixedText.class, found -> found.head().fixedTexts()),
                new Finder<>(NumberLine.class, found -> found.head().numberLines()),
                new Finder<>(
                        DateLine.class,
                        found -> Stream.ofNullable(found.head().dateLine()).toList()),
                new Finder<>(Organisation.class, new Organisations(law.organisations())::find),
                new Finder<>(Subject.class, Subjects::find),
                new Finder<>(BudgetNeed.class, BudgetNeeds::find),
                new Finder<>(EnactingClause.class, Issuers::enactingClause),
                new Finder<>(PlaceOfIssue.class, Names::place),
                new Finder<>(ReportDuty.class, ReportDuties::find),
                new Finder<>(Issuer.class, Issuers::find),
                new Finder<>(LegalBasis.class, LegalBases::find),
                new Finder<>(Wording.class, new Wordings(law.agencies(), law.provinces())::find),
                new Finder<>(Wording.class, DoubledWords::find),
                new Finder<>(Wording.class, OpenMarks::find),
                new Finder<>(Wording.class, Misspellings::find),
                new Finder<>(AgencyMention.class, names::mentions),
                new Finder<>(ForeignProvince.class, names::foreign),
                new Finder<>(ForeignAgency.class, ForeignAgencies::find),
                new Finder<>(AuthorityLine.class, Signatures::authorityLines),
                new Finder<>(TermVariant.class, Terms::variants),
                new Finder<>(TermVariant.class, NameVariants::find),
                new Finder<>(PersonalData.class, PrivateNumbers::find),
                new Finder<>(Repetition.class, Repetitions::find),
                new Finder<>(Total.class, Figures::totals),
                new Finder<>(Percentage.class, Figures::shares),
                new Finder<>(Total.class, TaskTables::totals),
                new Finder<>(TaskRow.class, TaskTables::tasks),
                new Finder<>(OldYear.class, OldYears::find),
                new Finder<>(SchoolYear.class, SchoolYears::find),
                new Finder<>(Unread.class, UnreadZones::find),
                new Finder<>(RecordComparison.class, new RecordComparisons(law)::find),
                new Finder<>(PageSetup.class, PageSetups::find),
                new Finder<>(ScannedPage.class, Digitisation::pages),
                new Finder<>(ScannedFile.class, Digitisation::whole),
                new Finder<>(ArchivalForm.class, Digitisation::form),
                new Finder<>(PageNumber.class, PageSetups::numbers),
                new Finder<>(AnnexNumbering.class, AnnexNumberings::find),
                new Finder<>(Element.class, Elements::find),
                new Finder<>(ElementLine.class, ElementLines::find),
                new Finder<>(RecipientsPlace.class, RecipientsPlaces::find),
                new Finder<>(BodyMeasure.class, BodyMeasures::find),
                new Finder<>(TypefaceShare.class, Typefaces::fonts),
                new Finder<>(ColourShare.class, Typefaces::colours));
    }

    public Facts parse(Document document) {
        return parse(document, null, null, null);
    }

    /**
     * @param asOf   the day whose law is to bind the plan, or null for that of its own date
     * @param stage  of the plan where that is known beforehand, or null for what the file shows
     * @param record what the system that keeps or sent the document says of it, or null
     */
    public Facts parse(Document document, LocalDate asOf, Stage stage, DocumentRecord record) {
        Flow flow = new Flow(document, repair);
        Structure structure = new Structure(flow);
        Outline outline = new Outline(structure);
        Found found = new Found(outline, law, finders, record);
        return new Facts(Plans.of(found, asOf, stage), found, outline.sectionOf());
    }
}
