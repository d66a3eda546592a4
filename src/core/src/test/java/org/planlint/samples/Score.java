package org.planlint.samples;

import java.util.EnumMap;
import java.util.Map;
import org.planlint.samples.Judgements.Verdict;

/** What was counted of one rule, or of several together: on plans that we make, and on real files. */
final class Score {
    /** Defects planted in sound plans, and those of them that it found. */
    int planted;

    int caught;
    /** Right writing close to what is wrong, and where it fired all the same. */
    int traps;

    int sprung;
    /** Where nothing, or another rule's defect, was planted and it fired. */
    int falseAlarms;
    /** Findings on real files, the files that had any, and findings that nobody judged yet. */
    int fired;

    int files;
    int unjudged;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

    void add(Verdict verdict) {
        verdicts.merge(verdict, 1, Integer::sum);
    }

    int of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    int judged() {
        return of(Verdict.RIGHT) + of(Verdict.WRONG) + of(Verdict.ARGUABLE);
    }

    /** Of what was judged, in percent; what is arguable is not right. */
    double right() {
        return 100.0 * of(Verdict.RIGHT) / judged();
    }

    /** Of the faults that it claims to see, in percent. */
    double found() {
        return 100.0 * of(Verdict.RIGHT) / (of(Verdict.RIGHT) + of(Verdict.MISSED));
    }

    /** All but the files, which may be the same ones. */
    Score plus(Score other) {
        planted += other.planted;
        caught += other.caught;
        traps += other.traps;
        sprung += other.sprung;
        falseAlarms += other.falseAlarms;
        fired += other.fired;
        unjudged += other.unjudged;
        other.verdicts.forEach((verdict, n) -> verdicts.merge(verdict, n, Integer::sum));
        return this;
    }
}
