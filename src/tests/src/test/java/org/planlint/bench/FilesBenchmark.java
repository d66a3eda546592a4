package org.planlint.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.planlint.PlanLint;
import org.planlint.extract.Extractor;
import org.planlint.parse.PlanParser;
import org.planlint.report.DocumentReport;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Status;
import org.planlint.rules.Judge;
import org.planlint.rules.Law;
import org.planlint.rules.RuleBase;
import org.planlint.rules.Settings;
import org.planlint.samples.Programs;
import org.planlint.text.Document;

/**
 * A check of files of one kind against bare text extraction of the same files. Each file is done by one after the other, so that
 * a machine that has other things to do is as slow for all.
 */
final class FilesBenchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    /** Rounds until both compilers have done what they will. */
    private static final int WARM = Integer.getInteger("bench.warm", 3);

    private static final String TIKA = "Tika";

    /** What is done with the bytes of a file. */
    private interface Work {
        void run(String name, byte[] bytes) throws Exception;
    }

    private static final String[] STEPS = {"detection", "reading", "facts", "rules", "report"};
    private static final int FACTS = 2;
    private static final int RULES = 3;

    private final String kind;
    private final String title;
    private final Map<Path, byte[]> files = new LinkedHashMap<>();
    private final PlanLint planlint = PlanLint.builder().build();
    private final Map<String, Work> works = new LinkedHashMap<>();

    /** @param of what the files are: "real", "made" */
    FilesBenchmark(String of, String kind, List<Path> candidates) throws IOException {
        this.kind = kind;
        this.title = of + " " + kind;
        for (Path file : candidates) {
            byte[] bytes = Files.readAllBytes(file);
            if (isReadable(file, bytes)) {
                files.put(file, bytes);
            }
        }
        works.put(TIKA, (name, bytes) -> BareTika.text(name, bytes, false));
        if (kind.equals("docx")) {
            works.put("SAX", (name, bytes) -> BareTika.text(name, bytes, true));
        }
        works.put("check", planlint::check);
    }

    /** All files of a kind in a folder and those below it. */
    static List<Path> in(Path folder, String kind) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith("." + kind))
                    .sorted()
                    .toList();
        }
    }

    /** By both: there is nothing to compare in what only one of them can read. */
    private boolean isReadable(Path file, byte[] bytes) {
        try {
            BareTika.text(file.toString(), bytes, false);
        } catch (Exception e) {
            return false;
        }
        return planlint.check(file.toString(), bytes).status() == Status.CHECKED;
    }

    void run(BenchmarkTable table) throws Exception {
        if (files.isEmpty()) {
            return;
        }
        System.out.printf("%s: %d files%n", title, files.size());
        inTurn(table);
        shares(table);
        together(table);
        if (kind.equals("pdf")) {
            programs(table);
        }
    }

    /** One thread, one file after the other. */
    private void inTurn(BenchmarkTable table) throws Exception {
        Map<String, long[]> wall = new LinkedHashMap<>();
        Map<String, long[]> cpu = new LinkedHashMap<>();
        works.keySet().forEach(name -> {
            wall.put(name, new long[ROUNDS]);
            cpu.put(name, new long[ROUNDS]);
        });
        for (int round = -WARM; round < ROUNDS; round++) {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                for (Map.Entry<String, Work> work : works.entrySet()) {
                    long cpuBefore = CpuTime.all();
                    long before = System.nanoTime();
                    work.getValue().run(file.getKey().toString(), file.getValue());
                    if (round >= 0) {
                        wall.get(work.getKey())[round] += System.nanoTime() - before;
                        cpu.get(work.getKey())[round] += CpuTime.all() - cpuBefore;
                    }
                }
            }
        }
        table.put(title + ", Tika, ms a file of CPU", median(cpu.get(TIKA)) / 1e6 / files.size());
        ratios(table, "CPU", cpu);
        ratios(table, "wall", wall);
    }

    private void ratios(BenchmarkTable table, String what, Map<String, long[]> times) {
        times.forEach((name, of) -> {
            if (!name.equals("check")) {
                table.put(title + ", check of " + name + ", " + what, median(times.get("check")) / median(of));
            }
        });
    }

    /** How a check's CPU time parts into its steps. */
    private void shares(BenchmarkTable table) throws Exception {
        Extractor extractor = new Extractor();
        PlanParser parser = new PlanParser(Law.tables());
        Judge judge = new Judge(RuleBase.shipped(), Settings.NONE);
        long[] sums = new long[STEPS.length];
        for (int round = -1; round < ROUNDS; round++) {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                String name = file.getKey().toString();
                DocumentReport checked = planlint.check(name, file.getValue());
                long[] at = new long[STEPS.length + 1];
                at[0] = CpuTime.own();
                String type = extractor.detect(name, file.getValue());
                at[1] = CpuTime.own();
                Document document = extractor.read(name, file.getValue(), type);
                at[2] = CpuTime.own();
                TimedFacts facts = new TimedFacts(parser.parse(document));
                at[3] = CpuTime.own();
                judge.judge(document, facts.facts());
                at[4] = CpuTime.own();
                new JsonReportWriter(Language.VI).write(planlint.report(checked), new StringBuilder());
                at[5] = CpuTime.own();
                for (int i = 0; i < STEPS.length && round >= 0; i++) {
                    sums[i] += at[i + 1] - at[i];
                }
                if (round >= 0) {
                    sums[FACTS] += facts.spent();
                    sums[RULES] -= facts.spent();
                }
            }
        }
        double all = Arrays.stream(sums).sum();
        for (int i = 0; i < STEPS.length; i++) {
            table.put(title + ", share of " + STEPS[i], sums[i] / all);
        }
    }

    /** Two threads, all files by one, then all by the other. */
    private void together(BenchmarkTable table) throws Exception {
        Map<String, long[]> wall = new LinkedHashMap<>();
        works.keySet().forEach(name -> wall.put(name, new long[ROUNDS]));
        for (int round = -1; round < ROUNDS; round++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                long before = System.nanoTime();
                byTwo(work.getValue());
                if (round >= 0) {
                    wall.get(work.getKey())[round] = System.nanoTime() - before;
                }
            }
        }
        ratios(table, "wall, two threads", wall);
    }

    private void byTwo(Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> pending = new ArrayList<>();
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                pending.add(pool.submit(() -> {
                    work.run(file.getKey().toString(), file.getValue());
                    return null;
                }));
            }
            for (Future<?> future : pending) {
                future.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    /** The programs that read a pdf's text, each a process a file, as they come. */
    private void programs(BenchmarkTable table) throws Exception {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("pdftotext", "pdftotext \"$f\" /dev/null");
        commands.put("mutool", "mutool draw -q -F stext -o /dev/null \"$f\"");
        for (Map.Entry<String, String> command : commands.entrySet()) {
            if (Programs.find(command.getKey()).isPresent()) {
                long[] own = new long[ROUNDS];
                long[] other = new long[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    other[round] = children(command.getValue());
                    long before = CpuTime.all();
                    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                        planlint.check(file.getKey().toString(), file.getValue());
                    }
                    own[round] = CpuTime.all() - before;
                }
                table.put(title + ", check of " + command.getKey() + ", CPU", median(own) / median(other));
            }
        }
    }

    /** Nanoseconds of CPU that a shell's children took, by its own {@code times}: the second line tells of them. */
    private long children(String command) throws IOException {
        List<String> shell = new ArrayList<>(
                List.of("sh", "-c", "for f in \"$@\"; do " + command + " 2>/dev/null; done; times", "sh"));
        files.keySet().forEach(file -> shell.add(file.toString()));
        Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
        String[] lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\n");
        double seconds = 0;
        for (String part : lines[lines.length - 1].strip().split(" ")) {
            int minutes = part.indexOf('m');
            seconds += Double.parseDouble(part.substring(0, minutes)) * 60
                    + Double.parseDouble(part.substring(minutes + 1, part.length() - 1));
        }
        return (long) (seconds * 1e9);
    }

    private static double median(long[] values) {
        return Benchmark.median(Arrays.stream(values).asDoubleStream().toArray());
    }
}
