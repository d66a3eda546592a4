package org.planlint.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.planlint.report.Severity;
import org.planlint.rules.RuleBase;
import org.planlint.samples.Judgements.Verdict;

/**
 * What the rules are to reach on real files, and what they do.
 *
 * @param least   in percent
 * @param of      how many were counted; with none, nothing can be said
 * @param counted what they were
 */
record Aim(String what, double least, double measured, int of, String counted) {
    private static final double RIGHT_ERRORS = 98;
    private static final double RIGHT_WARNINGS = 92;
    private static final double RIGHT_OF_A_RULE = 85;
    private static final double FOUND = 85;

    boolean isReached() {
        return of > 0 && measured >= least;
    }

    String line() {
        return of == 0
                ? what + ": nothing counted"
                : String.format(
                        Locale.ROOT,
                        "%s: %.0f %% (%s), aim %.0f %%: %s",
                        what,
                        Math.floor(measured),
                        counted,
                        least,
                        isReached() ? "reached" : "not reached");
    }

    /** Those of a release, then each rule of errors or warnings that falls short of what every one of them is to reach. */
    static List<Aim> all(Map<String, Score> scores) {
        List<Aim> aims = new ArrayList<>();
        aims.add(right("errors that are right", RIGHT_ERRORS, sum(scores, Severity.ERROR)));
        aims.add(right("warnings that are right", RIGHT_WARNINGS, sum(scores, Severity.WARNING)));
        Score all = new Score();
        scores.values().forEach(all::plus);
        aims.add(new Aim(
                "faults found, of those that a rule claims to see",
                FOUND,
                all.found(),
                all.of(Verdict.RIGHT) + all.of(Verdict.MISSED),
                all.of(Verdict.RIGHT) + " found, " + all.of(Verdict.MISSED) + " missed"));
        scores.forEach((rule, score) -> {
            Aim aim = right(rule + " right", RIGHT_OF_A_RULE, score);
            if (severity(rule) != Severity.INFO && aim.of > 0 && !aim.isReached()) {
                aims.add(aim);
            }
        });
        return aims;
    }

    private static Aim right(String what, double least, Score score) {
        return new Aim(
                what,
                least,
                score.right(),
                score.judged(),
                "%d right, %d wrong, %d arguable"
                        .formatted(score.of(Verdict.RIGHT), score.of(Verdict.WRONG), score.of(Verdict.ARGUABLE)));
    }

    private static Score sum(Map<String, Score> scores, Severity severity) {
        Score sum = new Score();
        scores.forEach((rule, score) -> {
            if (severity(rule) == severity) {
                sum.plus(score);
            }
        });
        return sum;
    }

    private static Severity severity(String rule) {
        return RuleBase.shipped().page(rule).severity();
    }
}
