package org.planlint.fix;

import java.util.Map;

/** Who mends the findings of a rule: one that knows its layout, or what is sure of its words. */
final class Fixers {
    private static final Fixer WORDS = new WordsFixer();
    private static final Map<String, Fixer> BY_RULE = Map.of();

    /** Those whose layout is mended. */
    static final java.util.Set<String> KNOWN = BY_RULE.keySet();

    private Fixers() {}

    static Fixer of(String rule) {
        return BY_RULE.getOrDefault(rule, WORDS);
    }
}
