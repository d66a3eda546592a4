package org.planlint.report;

/** What a document system is told of an upload; what it does then is its own policy. */
public enum Verdict {
    ACCEPTABLE(200),
    NOT_ACCEPTABLE(406),
    NOT_A_PLAN(200),
    NOT_EVALUABLE(422);

    private final int status;

    Verdict(int status) {
        this.status = status;
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }

    /** The word for it in JSON: not-acceptable. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public Text text() {
        return Text.of("verdict." + word());
    }

    /**
     * Not evaluable is what could not be read; a letter is no plan, which is nobody's fault; not acceptable is what has
     * a finding of {@code failOn} or graver that nobody lets pass.
     */
    public static Verdict of(DocumentReport report, Severity failOn) {
        if (report.scope() != Scope.PLAN) {
            return report.scope() == Scope.NOT_READ ? NOT_EVALUABLE : NOT_A_PLAN;
        }
        boolean bad = report.findings().stream()
                .anyMatch(f -> !f.isWaived() && f.severity().atLeast(failOn));
        return bad ? NOT_ACCEPTABLE : ACCEPTABLE;
    }
}
