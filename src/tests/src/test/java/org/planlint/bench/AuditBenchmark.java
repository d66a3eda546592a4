package org.planlint.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.planlint.samples.SampleSet;

/**
 * Whole runs of the launcher over one folder, against a bare Tika process over the same folder with the launcher's flags:
 * what isolation costs, what a second worker brings, and what an archive costs that was audited before.
 */
final class AuditBenchmark {
    private static final int ROUNDS = Integer.getInteger("bench.audits", 1);

    /** Built by {@code -Pspark}; without it nothing is said of Spark. */
    private static final boolean HAS_SPARK = Files.exists(Path.of("src/spark/target/planlint-spark.jar"));

    private final Path archive;
    private final int files;
    private final Path out;

    AuditBenchmark(Path archive, int files) throws Exception {
        this.archive = Files.createDirectory(archive);
        SampleSet.docx(archive, files / 2);
        SampleSet.pdf(archive, files / 2);
        this.files = files;
        this.out = Files.createTempDirectory("planlint-audit");
    }

    void run() throws Exception {
        Path jar = Files.createTempFile("planlint-bench", ".jar");
        try {
            List<String> tika = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    Benchmark.classPath(jar),
                    BareTika.class.getName(),
                    archive.toString());
            Map<String, double[]> times = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                note(times, "bare Tika", round, Benchmark.start(tika));
                for (int n = 1; n <= 2; n++) {
                    note(times, "check -j " + n, round, check(n));
                    note(times, "check --isolate -j " + n, round, check(n, "--isolate"));
                    note(times, "audit -j " + n, round, audit(n, true));
                }
                if (HAS_SPARK) {
                    note(times, "spark", round, spark());
                }
                note(times, "audit, unchanged", round, audit(2, false));
                note(
                        times,
                        "audit, rules changed",
                        round,
                        audit(2, false, "--config", otherRules().toString()));
            }
            double bare = median(times, "bare Tika");
            System.out.println();
            times.keySet()
                    .forEach(name -> System.out.printf(
                            Locale.ROOT,
                            "%-22s %6.2f ms a file, %.2f of bare Tika%n",
                            name,
                            median(times, name) / files,
                            median(times, name) / bare));
            System.out.printf(
                    Locale.ROOT,
                    "isolation costs %.0f %% with one worker and %.0f %% with two; two workers are %.2f times one in check, "
                            + "%.2f in audit; an unchanged audit is %.1f times faster, one with changed rules %.1f times%n",
                    percent(times, 1),
                    percent(times, 2),
                    ratio(times, "check --isolate -j 1", "check --isolate -j 2"),
                    ratio(times, "audit -j 1", "audit -j 2"),
                    ratio(times, "audit -j 2", "audit, unchanged"),
                    ratio(times, "audit -j 2", "audit, rules changed"));
            if (HAS_SPARK) {
                System.out.printf(
                        Locale.ROOT,
                        "on this machine alone Spark takes %.2f of an audit with two workers%n",
                        ratio(times, "spark", "audit -j 2"));
            }
        } finally {
            Files.delete(jar);
            Benchmark.delete(out);
        }
    }

    private Path otherRules() throws Exception {
        return Files.writeString(out.resolve("planlint.yaml"), "rules: {event-year: off}\n");
    }

    private double check(int jobs, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "./planlint",
                "check",
                "-q",
                "--fail-on",
                "never",
                "-f",
                "csv",
                "-o",
                out.resolve("x.csv").toString(),
                "-j",
                String.valueOf(jobs),
                archive.toString()));
        command.addAll(List.of(more));
        return Benchmark.start(command);
    }

    private double audit(int jobs, boolean anew, String... more) throws Exception {
        Path results = out.resolve("ra");
        if (anew && Files.exists(results)) {
            Benchmark.delete(results);
        }
        List<String> command = new ArrayList<>(List.of(
                "./planlint",
                "audit",
                "-q",
                "--out",
                results.toString(),
                "-j",
                String.valueOf(jobs),
                archive.toString()));
        command.addAll(List.of(more));
        return Benchmark.start(command);
    }

    /** With two workers; it writes lines, and neither pages nor a workbook. */
    private double spark() throws Exception {
        Path results = out.resolve("rs");
        if (Files.exists(results)) {
            Benchmark.delete(results);
        }
        return Benchmark.start(List.of("./planlint-spark", "--workers", "2", archive.toString(), results.toString()));
    }

    private static void note(Map<String, double[]> times, String name, int round, double millis) {
        times.computeIfAbsent(name, key -> new double[ROUNDS])[round] = millis;
    }

    private static double median(Map<String, double[]> times, String name) {
        return Benchmark.median(times.get(name));
    }

    private static double ratio(Map<String, double[]> times, String one, String other) {
        return median(times, one) / median(times, other);
    }

    private static double percent(Map<String, double[]> times, int jobs) {
        return ratio(times, "check --isolate -j " + jobs, "check -j " + jobs) * 100 - 100;
    }
}
