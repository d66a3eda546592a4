package org.planlint.parse;

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
import org.planlint.facts.PartialDate;
import org.planlint.facts.Plan;
import org.planlint.facts.Reference;
import org.planlint.facts.Regimes;
import org.planlint.facts.Section;
import org.planlint.facts.Signature;
import org.planlint.text.Document;
import org.planlint.text.Span;

/** Understands a document: from its lines to the facts that rules see. Holds no state. */
public final class PlanParser {
    private static final Pattern END_MARK = Pattern.compile("\\.\\s?/\\s?\\.\\s*[\"”)]*\\s*\\d{0,2}$");
    private static final Pattern BUDGET_YEAR = Pattern.compile("(?iu)(?:kinh phí|ngân sách|dự toán)[^.;]{0,80}năm\\s+(20\\d{2})");
    private static final Pattern PLACE = Pattern.compile("(?iu)^(?:[-–+*•]|[a-zđ]\\)|\\d+\\.)?\\s*địa điểm\\s*[^:]{0,30}:\\s*(.{3,160})$");

    private final Regimes regimes;

    public PlanParser(Regimes regimes) {
        this.regimes = regimes;
    }

    public Facts parse(Document document) {
        Flow flow = new Flow(document);
        List<Line> lines = flow.lines();
        Structure structure = new Structure(lines, flow);
        Letterheads.Reading head = Letterheads.read(lines, structure.headEnd());
        List<Section> sections = new Outline().read(lines, flow);
        List<Reference> references = References.find(lines);
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
        Map<Integer, List<Line>> byParagraph = lines.stream()
                .collect(Collectors.groupingBy(line -> line.paragraph.index()));
        Plan plan = plan(structure, head, dates, agendas, references, budgets);
        return new Facts(plan, sections, dates, Clock.find(lines), events(dates, lines, byParagraph), deadlines(dates, byParagraph),
                references, agendas, signatures, recipients.block(), recipients.recipients(), recipients.archive(),
                budgets, Figures.amounts(lines), Figures.indicators(lines), attachments.present(),
                attachments.promises(lines), Traces.abbreviations(lines), Traces.find(document, lines),
                endMark(lines, structure), sectionOf(lines));
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

    private Plan plan(Structure structure, Letterheads.Reading head, List<DateMention> dates,
                             List<Agenda> agendas, List<Reference> references, List<Budget> budgets) {
        String type = structure.type();
        boolean isPlan = "KẾ HOẠCH".equals(type);
        boolean attached = isPlan && structure.attachedTo() != null;
        Plan.Kind kind = !isPlan ? Plan.Kind.OTHER : attached ? Plan.Kind.ATTACHED_PLAN
                : head.party() ? Plan.Kind.PARTY_PLAN : Plan.Kind.PLAN;
        PartialDate issued = head.date() == null || head.date().year() == null && head.date().month() == null
                ? null : head.date();
        boolean draft = head.draft() || head.letterhead().numberLine() != null && head.number() == null
                || head.date() != null && head.date().day() == null;
        Integer year = issued != null && issued.year() != null ? issued.year()
                : agreedYear(dates, agendas, references, budgets);
        Line title = structure.title();
        return new Plan(type, kind, head.agency(), head.parentAgency(), head.number(), head.symbol(), head.place(),
                issued, structure.subject(), year, regimes.of(issued, year), draft, structure.attachedTo(),
                head.letterhead(), title == null ? null : title.span());
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
