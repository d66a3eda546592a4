package org.planlint.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.planlint.facts.Agenda;
import org.planlint.facts.AgendaItem;
import org.planlint.facts.Facts;
import org.planlint.facts.Known;
import org.planlint.facts.Located;
import org.planlint.facts.Parameter;
import org.planlint.facts.Plan;
import org.planlint.facts.Section;
import org.planlint.report.Coverage;
import org.planlint.report.Finding;
import org.planlint.report.Fingerprint;
import org.planlint.report.Severity;
import org.planlint.report.State;
import org.planlint.report.Text;
import org.planlint.text.Area;
import org.planlint.text.Capability;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.RecognisedPage;
import org.planlint.text.Span;

/** Lets the rules that bind a document judge its facts, one session a document, and words what they found. */
public final class Judge {
    /** How many characters of a line are shown before and behind what is wrong: a line may be as long as a file. */
    private static final int AROUND = 1000;

    /** The findings in the order of the text, and what could be evaluated. */
    public record Verdict(Coverage coverage, List<Finding> findings) {}

    /** Why a rule is not evaluated that would quote figures that may be misread. */
    private static final String UNSURE = "SURE_FIGURES";

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST_QUOTED = 160;

    private final RuleBase rules;
    private final Settings settings;
    private final List<RulePage> pages;
    private final Map<String, RulePage> byId = new HashMap<>();
    private final List<Parameter> parameters;

    /** @throws IllegalArgumentException if the office's own checks bear ids that are taken */
    public Judge(RuleBase rules, Settings settings) {
        this.rules = rules;
        this.settings = settings;
        this.pages = settings.asked(rules, RulePage.Scope.DOCUMENT);
        this.parameters = settings.parameters(pages);
        for (RulePage page : pages) {
            if (byId.put(page.id(), page) != null) {
                throw new IllegalArgumentException(page.id());
            }
        }
    }

    public Verdict judge(Document document, Facts facts) {
        return judge(document, facts, Map.of());
    }

    /** @param exempt rules that are not asked of this document, with the reason; "" stands for all */
    public Verdict judge(Document document, Facts facts, Map<String, String> exempt) {
        Map<String, State> states = new HashMap<>();
        List<Coverage.Missing> missing = new ArrayList<>();
        Set<String> active = new HashSet<>();
        List<Coverage.Exempt> excused = new ArrayList<>();
        for (RulePage page : pages) {
            String reason = exempt.getOrDefault(page.id(), exempt.get(""));
            boolean binds = page.binds(facts.plan());
            if (!binds || reason != null) {
                states.put(page.id(), State.NOT_APPLICABLE);
                if (binds) {
                    excused.add(new Coverage.Exempt(page.id(), reason));
                }
                continue;
            }
            String lacks = lacks(page, document, facts);
            if (lacks == null) {
                active.add(page.id());
                states.put(page.id(), State.PASS);
            } else {
                states.put(page.id(), State.NOT_EVALUATED);
                missing.add(new Coverage.Missing(page.id(), lacks));
            }
        }
        List<Findings.Draft> seen =
                active.isEmpty() ? List.of() : seen(fire(document, facts, active, states, missing), document);
        List<Finding> findings =
                word(seen.stream().filter(draft -> isSure(draft, document)).toList(), document, facts);
        findings.forEach(finding -> states.put(finding.rule(), finding.state()));
        seen.stream().map(draft -> draft.rule).distinct().forEach(rule -> {
            if (states.get(rule) == State.PASS) {
                states.put(rule, State.NOT_EVALUATED);
                missing.add(new Coverage.Missing(rule, UNSURE));
            }
        });
        Set<String> unsure = new HashSet<>();
        for (RulePage page : pages) {
            State state = states.get(page.id());
            boolean found = state == State.FAIL || state == State.NEEDS_REVIEW;
            if (!found && state != State.PASS) {
                continue;
            }
            String lacks = found ? lacksToFail(page, document, facts) : lacksToPass(page, document);
            if (lacks != null) {
                unsure.add(page.id());
                states.put(page.id(), State.NOT_EVALUATED);
                missing.add(new Coverage.Missing(page.id(), lacks));
            }
        }
        missing.sort(Comparator.comparing(Coverage.Missing::rule));
        int applicable = (int)
                states.values().stream().filter(s -> s != State.NOT_APPLICABLE).count();
        return new Verdict(
                new Coverage(
                        applicable,
                        applicable - missing.size(),
                        missing,
                        excused,
                        document.pagesWithoutText(),
                        recognised(document),
                        states),
                findings.stream().filter(f -> !unsure.contains(f.rule())).toList());
    }

    private static Coverage.Recognised recognised(Document document) {
        List<RecognisedPage> pages = document.recognised();
        if (pages.isEmpty()) {
            return null;
        }
        int words = pages.stream().mapToInt(RecognisedPage::words).sum();
        long sure = pages.stream()
                .mapToLong(page -> (long) page.words() * page.confidence())
                .sum();
        double covered =
                pages.stream().mapToDouble(RecognisedPage::covered).average().orElse(0);
        return new Coverage.Recognised(
                pages.size(),
                pages.size() + document.pagesWithoutText().size(),
                words == 0 ? 0 : (int) (sure / words),
                Math.round(covered * 100) / 100.0);
    }

    /** What the rule needs and the file or the plan does not show; null for nothing. */
    private static String lacks(RulePage page, Document document, Facts facts) {
        Capability blind = firstLacking(page.needs(), document);
        if (blind != null) {
            return blind.name();
        }
        return firstUnknown(page.asks(), facts);
    }

    private static String lacksToFail(RulePage page, Document document, Facts facts) {
        Capability blind = firstLacking(page.needsToFail(), document);
        return blind != null ? blind.name() : firstUnknown(page.asksToFail(), facts);
    }

    /** What some of its pages do not show is not said to be right on them. */
    private static String lacksToPass(RulePage page, Document document) {
        Capability blind = firstLacking(page.needsToPass(), document);
        for (Capability need : page.needs()) {
            blind = blind == null && !document.shows(need, 0) ? need : blind;
        }
        return blind == null ? null : blind.name();
    }

    private static String firstUnknown(List<Known> asked, Facts facts) {
        for (Known known : asked) {
            if (!facts.knows(known)) {
                return known.name();
            }
        }
        return null;
    }

    private static Capability firstLacking(List<Capability> needs, Document document) {
        for (Capability need : needs) {
            if (!document.capabilities().contains(need)) {
                return need;
            }
        }
        return null;
    }

    /** All shipped rules in one session; where one of them breaks, each by itself, so that only that one is lost. */
    private Findings fire(
            Document document,
            Facts facts,
            Set<String> active,
            Map<String, State> states,
            List<Coverage.Missing> missing) {
        Findings findings = new Findings();
        try {
            run(rules.base(), facts, active, findings);
        } catch (RuntimeException oneOfThem) {
            findings = new Findings();
            for (String id : active) {
                if (!rules.added().containsKey(id)) {
                    runAlone(id, rules.alone(id), facts, findings, states, missing);
                }
            }
        }
        for (Map.Entry<String, KieBase> own : rules.added().entrySet()) {
            if (active.contains(own.getKey())) {
                runAlone(own.getKey(), own.getValue(), facts, findings, states, missing);
            }
        }
        for (OwnCheck check : settings.checks()) {
            if (active.contains(check.id())) {
                check.run(document, facts, findings);
            }
        }
        return findings;
    }

    private void runAlone(
            String id,
            KieBase base,
            Facts facts,
            Findings findings,
            Map<String, State> states,
            List<Coverage.Missing> missing) {
        Findings own = new Findings();
        try {
            run(base, facts, Set.of(id), own);
            findings.addAll(own);
        } catch (RuntimeException broken) {
            states.put(id, State.ERROR);
            missing.add(new Coverage.Missing(id, State.ERROR.name()));
        }
    }

    private void run(KieBase base, Facts facts, Set<String> active, Findings findings) {
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", findings);
            if (base == rules.base()) {
                insert(session, facts, active);
            } else {
                insert(session, facts);
            }
            parameters.forEach(session::insert);
            session.fireAllRules(
                    match -> active.contains(RuleBase.idOf(match.getRule().getName())));
        } finally {
            session.dispose();
        }
    }

    /** What the rules name; the shipped ones ask nothing of dashes, which are most sections of a plan. */
    private void insert(KieSession session, Facts facts, Set<String> active) {
        // In one order on every run, as that in which a finding lists its parts.
        Set<Class<?>> named = new TreeSet<>(Comparator.comparing(Class::getName));
        active.forEach(id -> named.addAll(rules.types(id)));
        session.insert(facts.plan());
        session.insert(facts.plan().letterhead());
        for (Class<?> type : named) {
            if (type == AgendaItem.class) {
                facts.all(Agenda.class).forEach(agenda -> agenda.items().forEach(session::insert));
            } else if (Located.class.isAssignableFrom(type) && type != Plan.class) {
                facts.all(type.asSubclass(Located.class)).stream()
                        .filter(fact -> !(fact instanceof Section section) || section.value() > 0)
                        .forEach(session::insert);
            }
        }
    }

    /** All there is: an office's own rule may name anything. */
    private static void insert(KieSession session, Facts facts) {
        session.insert(facts.plan());
        session.insert(facts.plan().letterhead());
        facts.all().forEach(session::insert);
        facts.all(Agenda.class).forEach(agenda -> agenda.items().forEach(session::insert));
    }

    // ---- words ----

    /** Those that rest on what their pages show: a page that is a picture shows less than one with text. */
    private List<Findings.Draft> seen(Findings findings, Document document) {
        return findings.drafts().stream()
                .filter(draft -> draft.span == null
                        || byId.get(draft.rule).needs().stream()
                                .allMatch(need -> document.shows(need, page(document, draft.span))))
                .toList();
    }

    /** Whether the figures that it quotes, where they were recognised, are as sure as the rule asks. */
    private boolean isSure(Findings.Draft draft, Document document) {
        if (draft.span == null) {
            return true;
        }
        Paragraph paragraph = document.paragraphs().get(draft.span.paragraph());
        int floor = byId.get(draft.rule).floor();
        for (int at = draft.span.start(); at < draft.span.end(); at++) {
            if (Character.isDigit(paragraph.text().charAt(at)) && paragraph.confidence(at, at + 1) < floor) {
                return false;
            }
        }
        return true;
    }

    /** The page on which it begins, from 1; 0 where the format has none. */
    private static int page(Document document, Span span) {
        Paragraph paragraph = document.paragraphs().get(span.paragraph());
        List<Area> areas = paragraph.areas(span.start(), span.end());
        return areas.isEmpty() ? paragraph.page() : areas.get(0).page();
    }

    private List<Finding> word(List<Findings.Draft> seen, Document document, Facts facts) {
        int[] offsets = document.offsets();
        List<Findings.Draft> drafts = new ArrayList<>(seen);
        drafts.sort(Comparator.comparingInt((Findings.Draft d) -> d.span == null ? -1 : d.span.paragraph())
                .thenComparingInt(d -> d.span == null ? -1 : d.span.start())
                .thenComparing(d -> d.rule));
        Map<String, Integer> prints = new HashMap<>();
        List<Finding> worded = new ArrayList<>();
        for (Findings.Draft draft : drafts) {
            worded.add(word(draft, document, facts, offsets, prints));
        }
        return worded;
    }

    /** What a message quotes: the whole stands beside it as the finding's evidence. */
    private static String shortened(String evidence) {
        if (evidence.length() <= MOST_QUOTED) {
            return evidence;
        }
        int cut = evidence.lastIndexOf(' ', MOST_QUOTED - 2);
        return evidence.substring(0, cut < MOST_QUOTED / 2 ? MOST_QUOTED - 2 : cut) + " …";
    }

    private Finding word(
            Findings.Draft draft, Document document, Facts facts, int[] offsets, Map<String, Integer> prints) {
        RulePage page = byId.get(draft.rule);
        Span span = draft.span;
        String evidence = span == null ? "" : span.text();
        draft.say("evidence", shortened(SPACES.matcher(evidence.strip()).replaceAll(" ")));
        draft.say("expected", draft.expected == null ? "" : draft.expected);
        Text detail = draft.detail == null ? null : page.details().get(draft.detail);
        String section = null;
        Finding.Location location = null;
        String line = "";
        int column = 0;
        if (span != null) {
            Paragraph paragraph = document.paragraphs().get(span.paragraph());
            section = facts.sectionOf().get(span.paragraph());
            List<Area> areas = paragraph.areas(span.start(), span.end());
            Integer on = !areas.isEmpty()
                    ? Integer.valueOf(areas.get(0).page())
                    : paragraph.page() > 0 ? paragraph.page() : null;
            location = new Finding.Location(
                    on,
                    span.paragraph(),
                    section,
                    offsets[span.paragraph()] + span.start(),
                    offsets[span.paragraph()] + span.end(),
                    areas.isEmpty() ? null : frame(areas));
            int first = Math.max(0, span.start() - AROUND);
            String around =
                    paragraph.text().substring(first, Math.min(paragraph.text().length(), span.end() + AROUND));
            int at = span.start() - first;
            int from = around.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
            from = from > at ? 0 : from;
            int to = around.indexOf('\n', span.end() - first);
            line = around.substring(from, to < 0 ? around.length() : to);
            column = at - from;
        }
        Finding.Suggestion suggestion =
                draft.replace == null ? null : new Finding.Suggestion(draft.replace, draft.with, draft.safe);
        boolean typed = document.shows(Capability.TYPED_TEXT, span == null ? 0 : page(document, span));
        Severity severity = settings.severity(page, facts.plan().stage());
        return new Finding(
                page.id(),
                // What was recognised from a picture may be misread.
                typed ? draft.atMost(severity) : draft.atMost(severity).weaker(),
                typed ? State.FAIL : State.NEEDS_REVIEW,
                draft.withParts(fill(page.message(), draft.values, detail)),
                evidence,
                draft.expected,
                page.cites(),
                fill(page.advice(), draft.values, detail),
                suggestion,
                location,
                line,
                column,
                Fingerprint.of(page.id(), section, evidence, prints),
                null);
    }

    /** Around those on the first of the pages. */
    private static Finding.Box frame(List<Area> areas) {
        List<Paragraph.Box> boxes = areas.stream()
                .filter(area -> area.page() == areas.get(0).page())
                .map(Area::box)
                .toList();
        double left = boxes.stream().mapToDouble(Paragraph.Box::x).min().orElse(0);
        double top = boxes.stream().mapToDouble(Paragraph.Box::y).min().orElse(0);
        double right =
                boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0);
        double bottom =
                boxes.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0);
        return new Finding.Box(left, top, tenth(right - left), tenth(bottom - top));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static Text fill(Text template, Map<String, Text> values, Text detail) {
        return Text.each(language -> {
            String text = template.in(language);
            if (text.indexOf('{') < 0) {
                return text;
            }
            text = text.replace("{detail}", detail == null ? "" : detail.in(language));
            for (Map.Entry<String, Text> value : values.entrySet()) {
                text = text.replace("{" + value.getKey() + "}", value.getValue().in(language));
            }
            return text;
        });
    }
}
