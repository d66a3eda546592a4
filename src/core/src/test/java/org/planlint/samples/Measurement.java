package org.planlint.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Report;
import org.planlint.report.Status;
import org.planlint.rules.Example;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.rules.SoundPlans;
import org.planlint.samples.Judgements.Comparison;
import org.planlint.samples.Judgements.Verdict;

/** How far each rule of this build can be trusted. Rules over an archive are not measured: they judge no file by itself. */
final class Measurement {
    /** Real files of one folder: how many there are, how many could be read, how many are plans. */
    record RealFiles(String name, int files, int read, int plans) {}

    private final PlanLint planlint =
            PlanLint.builder().jobs(Runtime.getRuntime().availableProcessors()).build();
    final Map<String, Score> scores = new TreeMap<>();
    final List<RealFiles> real = new ArrayList<>();
    int soundPlans;
    int mutants;
    Comparison comparison;
    String version;
    String digest;

    Measurement() {
        RuleBase.shipped().pages().stream()
                .filter(page -> page.scope() == RulePage.Scope.DOCUMENT)
                .forEach(page -> scores.put(page.id(), new Score()));
    }

    /** Sound plans, sound plans with one defect each, and the right examples of the rules' pages. */
    void planted() throws IOException {
        Path folder = Files.createTempDirectory("planlint-precision");
        for (Path sound : Mutants.sound(folder).values()) {
            soundPlans++;
            Mutants.check(sound).findings().forEach(f -> scores.get(f.rule()).falseAlarms++);
        }
        List<Mutants.Mutant> planted = Mutants.all();
        mutants = planted.size();
        for (Mutants.Mutant mutant : planted) {
            List<Finding> findings = Mutants.check(mutant.write(folder)).findings();
            scores.get(mutant.rule()).planted++;
            scores.get(mutant.rule()).caught += findings.stream().anyMatch(isOf(mutant.rule())) ? 1 : 0;
            findings.stream()
                    .map(Finding::rule)
                    .distinct()
                    .filter(rule -> !rule.equals(mutant.rule()) && !rule.equals(mutant.also()))
                    .forEach(rule -> scores.get(rule).falseAlarms++);
        }
        delete(folder);
        for (Map.Entry<String, Score> e : scores.entrySet()) {
            for (Example example : SoundPlans.examples(RuleBase.shipped().page(e.getKey()))) {
                if (!example.wrong()) {
                    byte[] text = SoundPlans.documents(example).get("").getBytes(StandardCharsets.UTF_8);
                    e.getValue().traps++;
                    e.getValue().sprung +=
                            planlint.check("trap.txt", text).findings().stream().anyMatch(isOf(e.getKey())) ? 1 : 0;
                }
            }
        }
    }

    private static Predicate<Finding> isOf(String rule) {
        return f -> f.rule().equals(rule);
    }

    /** Real files, beside what was said of them by hand. */
    void real(List<Path> folders) throws IOException {
        List<DocumentReport> documents = new ArrayList<>();
        for (Path folder : folders) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(folder)) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            Report report = planlint.check(files);
            version = report.version();
            digest = report.rulesDigest();
            documents.addAll(report.documents());
            real.add(new RealFiles(
                    folder.getFileName().toString(),
                    files.size(),
                    (int) report.documents().stream()
                            .filter(d -> d.status() == Status.CHECKED)
                            .count(),
                    (int) report.documents().stream()
                            .filter(d -> d.status() == Status.CHECKED
                                    && !d.plan().kind().equals("OTHER"))
                            .count()));
        }
        for (DocumentReport document : documents) {
            document.findings().forEach(f -> scores.get(f.rule()).fired++);
            document.findings().stream().map(Finding::rule).distinct().forEach(rule -> scores.get(rule).files++);
        }
        comparison = Judgements.compare(Judgements.read(), documents);
        comparison.held().forEach(j -> scores.get(j.rule()).add(j.verdict()));
        comparison.unjudged().forEach(found -> scores.get(found.finding().rule()).unjudged++);
        Stream.concat(comparison.missed().stream(), comparison.lost().stream())
                .forEach(j -> scores.get(j.rule()).add(Verdict.MISSED));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
