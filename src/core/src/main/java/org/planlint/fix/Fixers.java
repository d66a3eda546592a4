package org.planlint.fix;

import static java.util.Map.entry;
import static org.planlint.facts.Element.Kind.AGENCY;
import static org.planlint.facts.Element.Kind.ANNEX;
import static org.planlint.facts.Element.Kind.ANNEX_REFERENCE;
import static org.planlint.facts.Element.Kind.ANNEX_TITLE;
import static org.planlint.facts.Element.Kind.AUTHORITY;
import static org.planlint.facts.Element.Kind.DATE;
import static org.planlint.facts.Element.Kind.HEADING;
import static org.planlint.facts.Element.Kind.LEGAL_BASIS;
import static org.planlint.facts.Element.Kind.MOTTO;
import static org.planlint.facts.Element.Kind.NATIONAL_TITLE;
import static org.planlint.facts.Element.Kind.NUMBER;
import static org.planlint.facts.Element.Kind.PARENT;
import static org.planlint.facts.Element.Kind.POSITION;
import static org.planlint.facts.Element.Kind.RECIPIENT;
import static org.planlint.facts.Element.Kind.RECIPIENTS;
import static org.planlint.facts.Element.Kind.SIGNER;
import static org.planlint.facts.Element.Kind.SUBJECT;
import static org.planlint.facts.Element.Kind.TYPE;

import java.util.Map;
import java.util.Set;
import org.planlint.facts.BodyMeasure;
import org.planlint.facts.Element;

/** Who mends the findings of a rule: one that knows its layout, or what is sure of its words. */
final class Fixers {
    private static final Fixer WORDS = new WordsFixer();

    private static final Map<String, Fixer> BY_RULE = Map.ofEntries(
            entry("paper-size", new PageFixer(true)),
            entry("page-margins", new PageFixer(false)),
            entry("page-number", new PageNumberFixer()),
            entry("font-family", new TypefaceFixer()),
            entry("text-colour", new ColourFixer()),
            entry("letterhead-style", ElementFixer.style(NATIONAL_TITLE, MOTTO, PARENT, AGENCY, NUMBER, DATE)),
            entry("letterhead-size", ElementFixer.size(NATIONAL_TITLE, MOTTO, PARENT, AGENCY, NUMBER, DATE)),
            entry("title-style", all(Set.of(TYPE, SUBJECT))),
            entry("legal-basis-style", ElementFixer.style(LEGAL_BASIS)),
            entry("heading-style", ElementFixer.style(HEADING)),
            entry(
                    "signature-style",
                    new ElementFixer(
                            Set.of(AUTHORITY, POSITION, SIGNER), Set.of(), Set.of(AUTHORITY, POSITION, SIGNER))),
            entry("recipients-style", ElementFixer.style(RECIPIENTS, RECIPIENT)),
            entry("recipients-size", ElementFixer.size(RECIPIENTS, RECIPIENT)),
            entry(
                    "annex-heading",
                    new ElementFixer(
                            Set.of(ANNEX, ANNEX_TITLE, ANNEX_REFERENCE),
                            Set.of(ANNEX, ANNEX_TITLE, ANNEX_REFERENCE),
                            Set.of(ANNEX))),
            entry("body-size", new BodyFixer(BodyMeasure.Kind.SIZE)),
            entry("body-alignment", new BodyFixer(BodyMeasure.Kind.ALIGNMENT)),
            entry("body-indent", new BodyFixer(BodyMeasure.Kind.INDENT)),
            entry("body-paragraph-spacing", new BodyFixer(BodyMeasure.Kind.PARAGRAPH_SPACING)),
            entry("body-line-spacing", new BodyFixer(BodyMeasure.Kind.LINE_SPACING)));

    /** The rules whose layout is mended. */
    static final Set<String> OF_LAYOUT = BY_RULE.keySet();

    private Fixers() {}

    private static ElementFixer all(Set<Element.Kind> kinds) {
        return new ElementFixer(kinds, kinds, kinds);
    }

    static Fixer of(String rule) {
        return BY_RULE.getOrDefault(rule, WORDS);
    }
}
