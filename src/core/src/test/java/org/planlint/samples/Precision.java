package org.planlint.samples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;

/**
 * Prints how far each rule can be trusted: planted defects that it caught, times that it fired where nothing or
 * something else was planted, and what it finds on a folder of real files, to be read by eye.
 * {@code mvn -q -B test-compile exec:java@precision [-Dfolder=FOLDER]}
 */
public final class Precision {
    private static final class Score {
        int planted;
        int caught;
        int falseAlarms;
        int found;
        int files;
    }

    private Precision() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PlanLint planlint = PlanLint.builder()
                .jobs(Runtime.getRuntime().availableProcessors())
                .build();
        Map<String, Score> scores = new TreeMap<>();
        RuleBase.shipped().pages().forEach(page -> scores.put(page.id(), new Score()));
        Path folder = Files.createTempDirectory("planlint-precision");
        for (Path sound : Mutants.sound(folder).values()) {
            planlint.check(sound).findings().forEach(f -> scores.get(f.rule()).falseAlarms++);
        }
        for (Mutants.Mutant mutant : Mutants.all()) {
            DocumentReport report = planlint.check(mutant.write(folder));
            scores.get(mutant.rule()).planted++;
            scores.get(mutant.rule()).caught +=
                    report.findings().stream().anyMatch(f -> f.rule().equals(mutant.rule())) ? 1 : 0;
            report.findings().stream()
                    .map(Finding::rule)
                    .distinct()
                    .filter(rule -> !rule.equals(mutant.rule()) && !rule.equals(mutant.also()))
                    .forEach(rule -> scores.get(rule).falseAlarms++);
        }
        delete(folder);
        String real = System.getProperty("folder");
        print(out, scores, real == null ? 0 : read(Path.of(real), planlint, scores));
    }

    private static int read(Path folder, PlanLint planlint, Map<String, Score> scores) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            var documents = planlint.check(
                            walk.filter(Files::isRegularFile).sorted().toList())
                    .documents();
            for (DocumentReport document : documents) {
                document.findings().forEach(f -> scores.get(f.rule()).found++);
                document.findings().stream().map(Finding::rule).distinct().forEach(rule -> scores.get(rule).files++);
            }
            return (int) documents.stream()
                    .filter(d -> d.plan() != null && !d.plan().kind().equals("OTHER"))
                    .count();
        }
    }

    private static void print(PrintStream out, Map<String, Score> scores, int real) {
        out.printf(
                "%-28s %-8s %14s %13s%s%n",
                "rule", "severity", "caught/planted", "false alarms", real > 0 ? "  found in real files" : "");
        int planted = 0;
        int caught = 0;
        int alarms = 0;
        for (Map.Entry<String, Score> e : scores.entrySet()) {
            Score s = e.getValue();
            RulePage page = RuleBase.shipped().page(e.getKey());
            out.printf(
                    "%-28s %-8s %14s %13d%s%n",
                    e.getKey(),
                    page.severity().word(),
                    s.planted == 0 ? "-" : s.caught + "/" + s.planted,
                    s.falseAlarms,
                    real > 0 ? "  " + s.found + " in " + s.files : "");
            planted += s.planted;
            caught += s.caught;
            alarms += s.falseAlarms;
        }
        out.printf(
                "%d rules, %d of %d planted defects caught, %d false alarms%s%n",
                scores.size(), caught, planted, alarms, real > 0 ? "; " + real + " real plans read" : "");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
