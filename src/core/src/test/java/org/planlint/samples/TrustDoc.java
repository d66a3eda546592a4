package org.planlint.samples;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.samples.Judgements.Verdict;

/** The page {@code docs/trust.md}: what {@link Precision} measured, for those who ask how far to trust a finding. */
final class TrustDoc {
    private TrustDoc() {}

    static String text(Measurement measured, LocalDate day) {
        StringBuilder out = new StringBuilder();
        out.append("""
                # Tin được đến đâu · How far to trust each rule

                Số liệu đo trên văn bản thật, từng phát hiện được người đọc xét bằng tay. · Figures from real files, each finding judged by hand.

                """);
        out.append("| đo gì · what was measured | |\n|---|---|\n");
        row(out, "ngày · day", day);
        row(out, "bản · build", measured.version + ", quy tắc · rules " + measured.digest);
        row(
                out,
                "văn bản thật · real files",
                measured.real.stream()
                        .map(set -> "%s: %d, %d read, %d of them plans"
                                .formatted(set.name(), set.files(), set.read(), set.plans()))
                        .collect(Collectors.joining("; ")));
        row(out, "phát hiện đã xét · findings judged", judged(measured));
        row(
                out,
                "văn bản tự tạo · made by us",
                measured.soundPlans + " sound plans; " + measured.mutants + " copies with one defect planted in each");
        out.append("""

                ## Mục tiêu · Aims

                | | đo được · measured | mục tiêu · aim | |
                |---|---|---|---|
                """);
        for (Aim aim : Aim.all(measured.scores)) {
            out.append("| ")
                    .append(aim.what())
                    .append(" | ")
                    .append(aim.of() == 0 ? "–" : percent(aim.measured()) + ": " + aim.counted())
                    .append(" | ≥ ")
                    .append(percent(aim.least()))
                    .append(" | ")
                    .append(aim.of() == 0 ? "" : aim.isReached() ? "reached" : "not reached")
                    .append(" |\n");
        }
        out.append("""

                What is arguable counts as not right. A rule below its own aim is named here; one that fired a few times can be there by
                one finding.

                ## Từng quy tắc · Rule by rule

                | quy tắc · rule | mức · severity | cài lỗi · planted | bẫy · traps | báo nhầm · false alarms | phát hiện · found | đúng · right | sai · wrong | tùy · arguable | chưa xét · not judged | sót · missed |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        Score sum = new Score();
        for (Map.Entry<String, Score> e : measured.scores.entrySet()) {
            RulePage page = RuleBase.shipped().page(e.getKey());
            cells(
                    out,
                    "[" + page.id() + "](../rules/" + page.family() + "/" + page.id() + ".md)",
                    page.severity().word(),
                    e.getValue());
            sum.plus(e.getValue());
        }
        cells(out, "**" + measured.scores.size() + "**", "", sum);
        out.append("""

                - **planted**: defects that we plant in sound plans, one in each copy, as docx, pdf and txt, and how many of them the rule caught.
                - **traps**: right writing that comes close to what is wrong (the right examples of the rule's page), and how many of them
                  it let pass. **false alarms**: sound plans, and plans with another rule's defect, on which it fired.
                - **found**: findings on real files, and in how many of them. **right**: a careful clerk would mend it. **wrong**: nothing is
                  wrong there, or not that. **arguable**: offices differ, or what is missing need not be there. **missed**: a fault that the
                  rule's page claims to see, and that it did not find in these files; what cannot be read (scans) is not counted.
                - A rule that never fired is not therefore right: these files did not hold its fault. Rules over an archive judge no file by
                  itself, and are not here.

                The judgements are `src/core/src/test/judgements/judgements.tsv`: file, rule, how the fingerprint begins, verdict, reason.
                The files themselves are public papers of offices, and are not in this project; nor is any word of theirs. `files` are as they
                were published; `transcripts` are scans among them, as they were recognised, with letterhead and signature read by eye. On
                files of your own: `mvn -q -B test-compile exec:java@precision -Dfolder=DIR`. This page is written by the same with
                `-Dwrite=docs/trust.md`.
                """);
        return out.toString();
    }

    private static String judged(Measurement measured) {
        Score sum = new Score();
        measured.scores.values().forEach(sum::plus);
        return sum.judged() + " of " + sum.fired;
    }

    private static void row(StringBuilder out, String what, Object is) {
        out.append("| ").append(what).append(" | ").append(is).append(" |\n");
    }

    private static void cells(StringBuilder out, String rule, String severity, Score s) {
        Object[] cells = {
            rule,
            severity,
            s.planted == 0 ? "–" : s.caught + "/" + s.planted,
            s.traps == 0 ? "–" : s.traps - s.sprung + "/" + s.traps,
            some(s.falseAlarms),
            some(s.fired) + (s.files == 0 ? "" : " in " + s.files),
            some(s.of(Verdict.RIGHT)),
            some(s.of(Verdict.WRONG)),
            some(s.of(Verdict.ARGUABLE)),
            some(s.unjudged),
            some(s.of(Verdict.MISSED))
        };
        for (Object cell : cells) {
            out.append("| ").append(cell).append(' ');
        }
        out.append("|\n");
    }

    /** Nothing for none: the table is to be read at a glance. */
    private static String some(int n) {
        return n == 0 ? "" : String.valueOf(n);
    }

    private static String percent(double share) {
        return (int) Math.floor(share) + " %";
    }
}
