package org.planlint.samples;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.planlint.rules.RuleBase;
import org.planlint.samples.Judgements.Verdict;

/**
 * Prints how far each rule can be trusted: planted defects that it caught, times that it fired where nothing or
 * something else was planted, and what it finds on real files, beside what was said of them by hand.
 *
 * <pre>mvn -q -B test-compile exec:java@precision
 *     -Dfolder=FOLDER:FOLDER   real files
 *     -Dplanted=no             those alone: what is new to judge, in a minute
 *     -Dwrite=docs/trust.md    the figures as a page</pre>
 */
public final class Precision {
    private Precision() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Measurement measured = new Measurement();
        if (!"no".equals(System.getProperty("planted"))) {
            measured.planted();
        }
        List<Path> folders = Arrays.stream(System.getProperty("folder", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        if (!folders.isEmpty()) {
            measured.real(folders);
        }
        print(out, measured);
        if (measured.comparison != null) {
            out.print(measured.comparison.text());
            Aim.all(measured.scores).forEach(aim -> out.println(aim.line()));
        }
        String page = System.getProperty("write");
        if (page != null) {
            Files.writeString(Path.of(page), TrustDoc.text(measured, LocalDate.now()));
        }
    }

    private static void print(PrintStream out, Measurement measured) {
        String form = "%-28s %-8s %14s %8s %13s %8s %6s %6s %9s %9s %7s%n";
        out.printf(
                form,
                "rule",
                "severity",
                "caught/planted",
                "traps",
                "false alarms",
                "found",
                "right",
                "wrong",
                "arguable",
                "unjudged",
                "missed");
        Score sum = new Score();
        for (Map.Entry<String, Score> e : measured.scores.entrySet()) {
            row(
                    out,
                    form,
                    e.getKey(),
                    RuleBase.shipped().page(e.getKey()).severity().word(),
                    e.getValue());
            sum.plus(e.getValue());
        }
        row(out, form, measured.scores.size() + " rules", "", sum);
        measured.real.forEach(set ->
                out.printf("%s: %d files, %d read, %d plans%n", set.name(), set.files(), set.read(), set.plans()));
    }

    private static void row(PrintStream out, String form, String rule, String severity, Score s) {
        out.printf(
                form,
                rule,
                severity,
                s.planted == 0 ? "-" : s.caught + "/" + s.planted,
                s.traps - s.sprung + "/" + s.traps,
                s.falseAlarms,
                s.fired,
                s.of(Verdict.RIGHT),
                s.of(Verdict.WRONG),
                s.of(Verdict.ARGUABLE),
                s.unjudged,
                s.of(Verdict.MISSED));
    }
}
