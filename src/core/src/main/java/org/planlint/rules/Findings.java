package org.planlint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.runtime.rule.RuleContext;
import org.planlint.facts.Located;
import org.planlint.text.Span;

/** Where rules put what they find. A rule only says which words, and what it expected instead. */
public final class Findings {
    /** What a rule found, before its page gives it words. */
    public static final class Draft {
        final String rule;
        final Span span;
        final Map<String, String> values = new LinkedHashMap<>();
        String expected;
        String replace;
        String with;
        String detail;
        boolean safe;
        boolean unsure;
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

        /** No more than information, whatever the page says: what it rests on has a single source. */
        public Draft unsure() {
            unsure = true;
            return this;
        }

        /** A value that the page's message names in braces. */
        public Draft say(String name, Object value) {
            values.put(name, String.valueOf(value));
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
