package org.planlint.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.facts.Agenda;
import org.planlint.facts.AgendaItem;
import org.planlint.facts.Budget;
import org.planlint.facts.DateMention;
import org.planlint.facts.DateRole;
import org.planlint.facts.Deadline;
import org.planlint.facts.EndMark;
import org.planlint.facts.Event;
import org.planlint.facts.Facts;
import org.planlint.facts.Issuer;
import org.planlint.facts.LawTables;
import org.planlint.facts.Located;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Plan;
import org.planlint.facts.Reference;
import org.planlint.facts.ReportDuty;
import org.planlint.facts.Section;
import org.planlint.facts.Signature;
import org.planlint.text.Document;
import org.planlint.text.Span;
import org.planlint.words.FixedWords;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Understands a document: from its lines to the facts that rules see. Holds no state. */
public final class PlanParser {
    private static final Pattern END_MARK = Pattern.compile("\\.\\s?/\\s?\\.\\s*[\"”)]*\\s*\\d{0,2}$");
    private static final Pattern BUDGET_YEAR = Pattern.compile("(?iu)" + Vocabulary.of("money").any("of a year")
            + "[^.;]{0,80}năm\\s+(20\\d{2})");
    private static final Pattern PLACE = Pattern.compile("(?iu)^(?:" + Pieces.BULLET + "|" + Pieces.POINT_LETTER
            + "\\)|\\d+\\.)?\\s*địa điểm\\s*[^:]{0,30}:\\s*(.{3,160})$");

    private static final Vocabulary PARTS = Vocabulary.of("parts");
    private static final Pattern REPORTS = Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + "báo cáo" + Pieces.NO_LETTER_AFTER
            + "[^.;]{0,120}" + PARTS.any("what a report is on")
            + "|" + PARTS.any("asks for a report") + "[^.;]{0,60}báo cáo|" + PARTS.any("says a report"));

    private static final int HEAD_LINES = 25;

    private final LawTables law;
    private final Names names;
    private final References citations;
    private final Wordings wordings;

    public PlanParser(LawTables law) {
        this.law = law;
        this.names = new Names(law.provinces(), law.agencies());
        this.wordings = new Wordings(law.agencies(), law.provinces());
        this.citations = new References(law.replaced(), law.agencies());
    }

    public Facts parse(Document document) {
        return parse(document, null);
    }

    /** @param asOf the day whose law is to bind the plan, or null for that of its own date */
    public Facts parse(Document document, LocalDate asOf) {
        Flow flow = new Flow(document);
        List<Line> lines = flow.lines();
        Structure structure = new Structure(lines, flow);
        Letterheads.Reading head = Letterheads.read(lines, structure.headEnd());
        List<Section> sections = new Outline().read(lines, flow);
        List<Reference> references = citations.find(lines);
        TimeColumns columns = new TimeColumns(flow.dataTables());
        boolean sectioned = sections.stream().anyMatch(section -> section.value() > 0);
        List<DateMention> dates = new ArrayList<>();
        if (head.date() != null && (head.date().month() != null || head.date().year() != null)) {
            dates.add(new DateMention(head.date(), null, null, DateRole.ISSUE, "", head.letterhead().dateLine()));
        }
        dates.addAll(new Dates(new DateRoles(references, columns, sectioned), lines).find(lines));
        List<Agenda> agendas = new Agendas(lines, columns).read(lines, flow);
        boolean digital = !document.signatures().isEmpty();
        List<Signature> signatures = Signatures.read(lines, structure.signatureStart(), structure.signatureEnd(), digital);
        Recipients.Reading recipients = Recipients.read(lines, structure.recipientsLine(), structure.signatureEnd());
        List<Budget> budgets = Budgets.find(lines, flow);
        Attachments attachments = new Attachments(lines);
        List<Located> further = further(lines, flow, structure, head, signatures);
        Map<Integer, List<Line>> byParagraph = lines.stream()
                .collect(Collectors.groupingBy(line -> line.paragraph.index()));
        Plan plan = plan(structure, head, dates, agendas, references, budgets, isLetter(lines), asOf);
        return new Facts(plan, sections, dates, Clock.find(lines), events(dates, lines, byParagraph), deadlines(dates, byParagraph),
                references, agendas, signatures, recipients.block(), recipients.recipients(), recipients.archive(),
                budgets, Figures.amounts(lines), Figures.indicators(lines), attachments.present(),
                attachments.promises(lines), Terms.abbreviations(lines), Traces.find(document, lines),
                endMark(lines, structure), further, sectionOf(lines));
    }

    private List<Located> further(List<Line> lines, Flow flow, Structure structure, Letterheads.Reading head,
                                  List<Signature> signatures) {
        List<Located> found = new ArrayList<>(head.fixedTexts());
        List<Issuer> issuers = Issuers.find(lines, head, signatures, law.agencies());
        for (Located one : new Located[] {head.numberLine(), head.dateLine(), Subjects.read(structure),
            Issuers.enactingClause(lines), Names.place(head, issuers), reportDuty(lines)}) {
            if (one != null) {
                found.add(one);
            }
        }
        found.addAll(issuers);
        found.addAll(LegalBases.find(lines));
        found.addAll(wordings.find(lines));
        found.addAll(names.mentions(lines, head));
        found.addAll(names.foreign(lines, head));
        found.addAll(Signatures.authorityLines(lines, structure.signatureStart(), structure.signatureEnd()));
        found.addAll(Terms.variants(lines));
        found.addAll(PrivateNumbers.find(lines));
        found.addAll(Repetitions.find(lines));
        found.addAll(Figures.totals(lines));
        found.addAll(Figures.shares(lines));
        found.addAll(TaskTables.totals(flow.dataTables()));
        found.addAll(TaskTables.tasks(flow.dataTables()));
        return found;
    }

    private static ReportDuty reportDuty(List<Line> lines) {
        for (Line line : lines) {
            if (line.zone == Line.Zone.BODY && !line.section.isEmpty()
                    && (line.lower().contains("báo cáo") || line.lower().contains("phản ánh")) && REPORTS.matcher(line.text()).find()) {
                return new ReportDuty(line.span());
            }
        }
        return null;
    }

    private static Map<Integer, String> sectionOf(List<Line> lines) {
        Map<Integer, String> sections = new HashMap<>();
        for (Line line : lines) {
            if (!line.section.isEmpty() && (line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX)) {
                sections.put(line.paragraph.index(), line.section);
            }
        }
        return sections;
    }

    /** A letter has no title either; it opens with "V/v" and "Kính gửi". */
    private static boolean isLetter(List<Line> lines) {
        return lines.stream().limit(HEAD_LINES).anyMatch(line -> line.folded().startsWith(FixedWords.ADDRESSEE) || line.folded().startsWith(FixedWords.ABOUT));
    }

    private Plan plan(Structure structure, Letterheads.Reading head, List<DateMention> dates,
                             List<Agenda> agendas, List<Reference> references, List<Budget> budgets, boolean letter, LocalDate asOf) {
        String type = structure.type();
        boolean untitled = type == null && head.symbol() != null && head.symbol().startsWith("KH-") && !letter;
        boolean isPlan = "KẾ HOẠCH".equals(type) || untitled;
        boolean attached = isPlan && structure.attachedTo() != null;
        Plan.Kind kind = !isPlan ? Plan.Kind.OTHER : attached ? Plan.Kind.ATTACHED_PLAN
                : head.party() ? Plan.Kind.PARTY_PLAN : Plan.Kind.PLAN;
        PartialDate issued = head.date() == null || head.date().year() == null && head.date().month() == null
                ? null : head.date();
        boolean draft = head.draft() || head.letterhead().numberLine() != null && head.number() == null
                || head.date() != null && head.date().day() == null;
        Integer year = issued != null && issued.year() != null ? issued.year()
                : agreedYear(dates, agendas, references, budgets);
        PartialDate judged = asOf == null ? issued
                : PartialDate.of(asOf.getYear(), asOf.getMonthValue(), asOf.getDayOfMonth());
        Integer judgedYear = asOf == null ? year : Integer.valueOf(asOf.getYear());
        Line title = structure.title();
        return new Plan(type, kind, head.agency(), head.parentAgency(), head.number(), head.symbol(), head.place(),
                issued, structure.subject(), year, law.regimes().of(judged, judgedYear), draft, structure.attachedTo(),
                judged == null ? null : judged.latest(), head.letterhead(), title == null ? null : title.span());
    }

    /** The year on which the plan's own dates agree, not before that of the newest document it cites. */
    private static Integer agreedYear(List<DateMention> dates, List<Agenda> agendas, List<Reference> references,
                                      List<Budget> budgets) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (DateMention date : dates) {
            if (date.isPlanned() && date.year() != null && date.isPossible()) {
                votes.merge(date.year(), 2, Integer::sum);
            }
        }
        for (Agenda agenda : agendas) {
            for (AgendaItem item : agenda.items()) {
                if (item.date() != null && item.date().year() != null) {
                    votes.merge(item.date().year(), 1, Integer::sum);
                }
            }
        }
        for (Budget budget : budgets) {
            Matcher m = BUDGET_YEAR.matcher(budget.text());
            while (m.find()) {
                votes.merge(Integer.valueOf(m.group(1)), 1, Integer::sum);
            }
        }
        int newest = references.stream().filter(r -> r.date() != null && r.date().year() != null)
                .mapToInt(r -> r.date().year()).max().orElse(0);
        Integer best = null;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            if (vote.getKey() >= newest && (best == null || vote.getValue() > votes.get(best)
                    || vote.getValue().equals(votes.get(best)) && vote.getKey() > best)) {
                best = vote.getKey();
            }
        }
        return best;
    }

    private static List<Event> events(List<DateMention> dates, List<Line> lines,
                                      Map<Integer, List<Line>> byParagraph) {
        List<Event> events = new ArrayList<>();
        for (DateMention date : dates) {
            if (date.role() != DateRole.EVENT) {
                continue;
            }
            Line line = lineOf(byParagraph, date.span());
            String time = null;
            String place = null;
            if (line != null) {
                time = Clock.first(line.text());
                for (int i = line.index; i < Math.min(lines.size(), line.index + 5) && place == null; i++) {
                    Matcher m = PLACE.matcher(lines.get(i).text());
                    place = m.matches() ? m.group(1) : null;
                }
            }
            events.add(new Event(date.date(), time, place, date.section(), date.span()));
        }
        return events;
    }

    private static List<Deadline> deadlines(List<DateMention> dates, Map<Integer, List<Line>> byParagraph) {
        List<Deadline> deadlines = new ArrayList<>();
        for (DateMention date : dates) {
            if (date.role() == DateRole.DEADLINE) {
                Line line = lineOf(byParagraph, date.span());
                deadlines.add(new Deadline(date.date(), line == null ? "" : line.text(), date.section(), date.span()));
            }
        }
        return deadlines;
    }

    private static Line lineOf(Map<Integer, List<Line>> byParagraph, Span span) {
        for (Line line : byParagraph.getOrDefault(span.paragraph(), List.of())) {
            if (line.span().start() <= span.start()
                    && line.span().end() >= span.end()) {
                return line;
            }
        }
        return null;
    }

    /** The last words before the recipients and the signature. */
    private static EndMark endMark(List<Line> lines, Structure structure) {
        if (structure.signatureStart() < 0) {
            return null;
        }
        Line last = null;
        for (int i = structure.signatureStart() - 1; i >= 0 && i >= structure.signatureStart() - 25; i--) {
            Line line = lines.get(i);
            if (line.zone != Line.Zone.BODY && line.zone != Line.Zone.COVER) {
                break;
            }
            if (Structure.isRule(line.text())) {
                continue;
            }
            last = last == null ? line : last;
            if (END_MARK.matcher(line.text()).find()) {
                return new EndMark(true, line.span());
            }
        }
        if (last == null) {
            return null;
        }
        int from = Math.max(0, last.text().lastIndexOf(' ', Math.max(0, last.text().length() - 40)) + 1);
        return new EndMark(false, last.span(from, last.text().length()));
    }
}
