package org.planlint.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.runtime.rule.RuleContext;
import org.planlint.facts.BodyMeasure;
import org.planlint.facts.Element;
import org.planlint.facts.ElementLine;
import org.planlint.facts.Located;
import org.planlint.facts.PageNumber;
import org.planlint.facts.PageSetup;
import org.planlint.facts.PartialDate;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.text.Span;

/** Where rules put what they find. A rule only says which words, and what it expected instead. */
public final class Findings {
    /** What a rule found, before its page gives it words. */
    public static final class Draft {
        final String rule;
        final Span span;
        final Map<String, Text> values = new LinkedHashMap<>();
        String expected;
        String replace;
        String with;
        String detail;
        boolean safe;
        /** As grave as it may be, whatever the page says. */
        Severity most = Severity.ERROR;

        /** What is wrong, piece by piece, where one finding gathers several; the page's message has them at {@code {parts}}. */
        final Set<Text> parts = new LinkedHashSet<>();
        /** The files over which it is, where it is over several. */
        List<String> paths = List.of();
        /** The words at fault, where it is over several. */
        String quote = "";

        String about;

        private Draft(String rule, Span span) {
            this.rule = rule;
            this.span = span;
        }

        /** What should stand there. */
        public Draft expect(Object value) {
            expected = String.valueOf(value);
            return this;
        }

        /** Proposes to write {@code with} in place of {@code old}. */
        public Draft replace(Object old, Object with) {
            this.replace = String.valueOf(old);
            this.with = String.valueOf(with);
            return this;
        }

        /** The same where no other writing can be right, so that it may be put before the author as a change. */
        public Draft correct(Object old, Object with) {
            safe = true;
            return replace(old, with);
        }

        /** How grave the finding is under a rule that weighs so much. */
        Severity atMost(Severity rule) {
            return rule.atLeast(most) ? most : rule;
        }

        /** No more than information, whatever the page says: what it rests on has a single source. */
        public Draft unsure() {
            most = Severity.INFO;
            return this;
        }

        /** No more than a warning: this part of the rule is custom. */
        public Draft warn() {
            most = most == Severity.INFO ? most : Severity.WARNING;
            return this;
        }

        /** Adds a piece of what is wrong; constants of facts stand for the program's words, all else for itself. */
        public Draft part(Object... words) {
            parts.add(Text.each(language -> Stream.of(words)
                    .map(word -> word instanceof Enum<?> named
                            ? language.words().getString("layout." + named.name())
                            : String.valueOf(word))
                    .collect(Collectors.joining(" "))));
            return this;
        }

        /** The same words with the pieces in their place. */
        Text withParts(Text message) {
            return Text.each(language -> message.in(language)
                    .replace(
                            "{parts}",
                            parts.stream().map(part -> part.in(language)).collect(Collectors.joining("; "))));
        }

        /** A value that the page's message names in braces; a day is written as its readers write it. */
        public Draft say(String name, Object value) {
            String word = String.valueOf(value);
            boolean day = value instanceof LocalDate || value instanceof PartialDate;
            values.put(name, Text.each(language -> day ? language.dayOf(word) : word));
            return this;
        }

        /** The rule whose finding this is about; its title stands for the page's detail. */
        public Draft about(String rule) {
            about = rule;
            return this;
        }

        /** Which of the page's details goes with this finding. */
        public Draft detail(Object key) {
            detail = String.valueOf(key);
            return this;
        }
    }

    private final List<Draft> drafts = new ArrayList<>();

    /** Reports the words of a fact. */
    public Draft at(RuleContext rule, Located fact) {
        return at(rule, fact.span());
    }

    /** The facts in the order of the text. */
    private static <T extends Located> List<T> inOrder(List<T> facts) {
        return facts.stream()
                .sorted(Comparator.comparingInt((T fact) -> fact.span().paragraph())
                        .thenComparingInt(fact -> fact.span().start()))
                .toList();
    }

    /** Reports lines whose letters depart from the norm: one finding, which quotes the first. */
    public Draft faults(RuleContext rule, List<Element> found) {
        List<Element> odd = inOrder(found);
        Draft draft = at(rule, odd.get(0));
        odd.forEach(element -> element.faults().forEach(fault -> draft.part(element.kind(), fault)));
        return draft;
    }

    /** Reports lines of another size than the norm's. */
    public Draft sizes(RuleContext rule, List<Element> found) {
        List<Element> odd = inOrder(found);
        Draft draft = at(rule, odd.get(0));
        addSizes(odd, draft);
        return draft;
    }

    /** Reports lines that depart from the norm in their letters, their place in the middle or their size. */
    public Draft looks(RuleContext rule, List<Element> found) {
        List<Element> odd = inOrder(found);
        Draft draft = faults(rule, odd);
        odd.stream()
                .filter(Element::isOffCentre)
                .forEach(element -> draft.part(element.kind(), Element.Fault.NOT_CENTRED));
        addSizes(odd, draft);
        return draft;
    }

    private static void addSizes(List<Element> odd, Draft draft) {
        odd.stream()
                .filter(Element::isOddSize)
                .forEach(element -> draft.part(element.kind(), element.printedSize(), "(" + element.rightSize() + ")"));
    }

    /** Reports how many of all such lines depart from the norm, fault by fault. */
    public Draft counted(RuleContext rule, List<Element> found, long of) {
        List<Element> odd = inOrder(found);
        Draft draft = at(rule, odd.get(0));
        for (Element.Fault fault : Element.Fault.values()) {
            long with = odd.stream()
                    .filter(element -> element.faults().contains(fault))
                    .count();
            if (with > 0) {
                draft.part(with + "/" + of, fault);
            }
        }
        return draft;
    }

    /** Reports the heads of annexes. */
    public Draft annexes(RuleContext rule, List<Element> found) {
        List<Element> odd = inOrder(found);
        Draft draft = faults(rule, odd);
        odd.stream()
                .filter(Element::isOffCentre)
                .forEach(element -> draft.part(element.kind(), Element.Fault.NOT_CENTRED));
        addSizes(
                odd.stream()
                        .filter(element -> element.kind() == Element.Kind.ANNEX)
                        .toList(),
                draft);
        return draft;
    }

    /** Reports margins, those of annexes apart. */
    public Draft margins(RuleContext rule, List<PageSetup> found) {
        List<PageSetup> odd = inOrder(found);
        Draft draft = at(rule, odd.get(0));
        for (PageSetup page : odd) {
            for (PageSetup.OddMargin margin : page.oddMargins()) {
                if (page.part() == 0) {
                    draft.part(margin.side(), margin.printed(), "mm");
                } else {
                    draft.part(margin.side(), margin.printed(), "mm", PageSetup.Side.OF_ANNEX);
                }
            }
        }
        return draft;
    }

    /** Reports what is wrong with the page number; its size alone is no more than information. */
    public Draft pageNumber(RuleContext rule, PageNumber number, boolean ofOld) {
        Draft draft = at(rule, number);
        List<PageNumber.Fault> faults = number.faults(ofOld);
        for (PageNumber.Fault fault : faults) {
            switch (fault) {
                case UNNUMBERED -> draft.part(number.pages(), fault);
                case FORM -> draft.part("“" + number.form() + "”", fault);
                case SIZE -> draft.part(fault, number.printedSize(), "(13–14)");
                default -> draft.part(fault);
            }
        }
        return faults.equals(List.of(PageNumber.Fault.SIZE)) ? draft.unsure() : draft;
    }

    /** Reports lines that are missing, made otherwise than by drawing, or of another length than the norm's. */
    public Draft lines(RuleContext rule, List<ElementLine> found) {
        List<ElementLine> odd = inOrder(found);
        Draft draft = at(rule, odd.get(0));
        for (ElementLine line : odd) {
            if (line.isLacking()) {
                draft.part(line.under(), line.how());
            } else {
                draft.part(
                        line.under(), ElementLine.Length.LENGTH, line.printedRatio(), ElementLine.Length.OF_ITS_TEXT);
            }
        }
        return draft;
    }

    /** Reports how many paragraphs or letters of the text are set otherwise than the norm has them. */
    public Draft measure(RuleContext rule, BodyMeasure measure) {
        return at(rule, measure)
                .say("odd", measure.odd())
                .say("of", measure.of())
                .say("percent", measure.percent())
                .say("typical", measure.typical());
    }

    /** Reports a place. Null is where something is missing from the document as a whole. */
    public Draft at(RuleContext rule, Span span) {
        return at(RuleBase.idOf(rule.getRule().getName()), span);
    }

    Draft at(String rule, Span span) {
        Draft draft = new Draft(rule, span);
        drafts.add(draft);
        return draft;
    }

    Draft missing(String rule) {
        return at(rule, null);
    }

    /**
     * Reports what only several files show together.
     *
     * @param quote the words at fault, or empty
     * @param paths the files, first the one to look into
     */
    public Draft over(RuleContext rule, String quote, List<String> paths) {
        Draft draft = at(rule, (Span) null);
        draft.quote = quote;
        draft.paths = List.copyOf(paths);
        return draft;
    }

    /** Reports that something is missing from the document as a whole. */
    public Draft missing(RuleContext rule) {
        return at(rule, (Span) null);
    }

    void addAll(Findings others) {
        drafts.addAll(others.drafts);
    }

    List<Draft> drafts() {
        return drafts;
    }
}
