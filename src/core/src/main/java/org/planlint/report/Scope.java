package org.planlint.report;

import java.util.Locale;

/** As what a file was judged. What is no plan is clean in nobody's eyes: the rules on plans were not asked of it. */
public enum Scope {
    PLAN,
    NOT_A_PLAN,
    NOT_READ;

    private static final String OTHER = "OTHER";

    /** The word for it in JSON: not-a-plan. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Scope of(DocumentReport document) {
        if (document.status() != Status.CHECKED) {
            return NOT_READ;
        }
        return document.plan().kind().equals(OTHER) ? NOT_A_PLAN : PLAN;
    }

    /** What became of the document, for people: "không phải kế hoạch (BÁO CÁO)", "không đọc được". */
    public static Text said(DocumentReport document) {
        Scope scope = document.scope();
        if (scope != NOT_A_PLAN) {
            return Text.of("status." + document.status().word());
        }
        String type = document.plan().type();
        return Text.each(language -> type == null
                ? language.words().getString("status.not-a-plan")
                : Words.say(language.words(), "status.not-a-plan.type", type));
    }

    /** The same in a word: of what was checked, whether it is a plan. */
    public static String tally(DocumentReport document) {
        return document.scope() == NOT_A_PLAN
                ? NOT_A_PLAN.word()
                : document.status().word();
    }
}
