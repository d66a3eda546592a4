package org.planlint.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.planlint.PlanLint;
import org.planlint.extract.Extractor;
import org.planlint.extract.signed.SignedFiles;
import org.planlint.facts.Facts;
import org.planlint.parse.PlanParser;
import org.planlint.rules.Judge;
import org.planlint.rules.Law;
import org.planlint.rules.RuleBase;
import org.planlint.rules.Settings;
import org.planlint.samples.SampleSet;
import org.planlint.text.Document;

/**
 * Measures planlint against bare Tika text extraction of the same files in the same run, and prints ratios:
 * {@code mvn -q -B -DskipTests package exec:java@bench}. Absolute times are of this machine and say little.
 */
public final class Benchmark {
    private static final int FILES = Integer.getInteger("bench.files", 300);
    private static final int ARCHIVE = Integer.getInteger("bench.archive", 6000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);

    private interface Work {
        void run(String name, byte[] bytes) throws Exception;
    }

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("planlint-bench");
        try {
            System.out.printf(
                    Locale.ROOT,
                    "%d docx and %d pdf of 3 to 6 pages, %d rounds, Java %s, %d processors%n%n",
                    FILES,
                    FILES,
                    ROUNDS,
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors());
            List<Path> docx = SampleSet.docx(folder, FILES);
            List<Path> pdf = SampleSet.pdf(folder, FILES);
            warm("docx", docx);
            warm("pdf", pdf);
            shares("docx", docx);
            shares("pdf", pdf);
            signatures(pdf);
            cold(docx.get(0));
            new AuditBenchmark(folder.resolve("kho"), ARCHIVE).run();
        } finally {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void warm(String kind, List<Path> files) throws Exception {
        Map<String, byte[]> bytes = load(files);
        PlanLint planlint = PlanLint.builder().build();
        Map<String, Work> works = new LinkedHashMap<>();
        works.put("bare Tika", (name, b) -> BareTika.text(name, b, false));
        if (kind.equals("docx")) {
            works.put("bare Tika, SAX", (name, b) -> BareTika.text(name, b, true));
        }
        works.put("planlint check", planlint::check);
        for (int threads = 1; threads <= 2; threads++) {
            Map<String, double[]> times = new LinkedHashMap<>();
            works.keySet().forEach(name -> times.put(name, new double[ROUNDS]));
            for (int round = -2; round < ROUNDS; round++) {
                for (Map.Entry<String, Work> work : works.entrySet()) {
                    double millis = measure(bytes, work.getValue(), threads);
                    if (round >= 0) {
                        times.get(work.getKey())[round] = millis;
                    }
                }
            }
            double tika = median(times.get("bare Tika"));
            int n = threads;
            times.forEach((name, values) -> System.out.printf(
                    Locale.ROOT,
                    "%-5s %d thread%s %-15s %6.2f ms a file, %.2f of bare Tika%n",
                    kind,
                    n,
                    n == 1 ? " " : "s",
                    name,
                    median(values) / FILES,
                    median(values) / tika));
        }
        System.out.println();
    }

    private static double measure(Map<String, byte[]> files, Work work, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        List<Future<?>> pending = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            pending.add(pool.submit(() -> {
                work.run(file.getKey(), file.getValue());
                return null;
            }));
        }
        for (Future<?> future : pending) {
            future.get();
        }
        double millis = (System.nanoTime() - start) / 1e6;
        pool.shutdown();
        return millis;
    }

    /** How a check's time parts into reading, understanding and judging. */
    private static void shares(String kind, List<Path> files) throws Exception {
        Map<String, byte[]> bytes = load(files);
        Extractor extractor = new Extractor();
        PlanParser parser = new PlanParser(Law.tables());
        Judge judge = new Judge(RuleBase.shipped(), Settings.NONE);
        long[] sums = new long[4];
        for (int round = -2; round < ROUNDS; round++) {
            for (Map.Entry<String, byte[]> file : bytes.entrySet()) {
                long t0 = System.nanoTime();
                String type = extractor.detect(file.getKey(), file.getValue());
                long t1 = System.nanoTime();
                Document document = extractor.read(file.getKey(), file.getValue(), type);
                long t2 = System.nanoTime();
                Facts facts = parser.parse(document);
                long t3 = System.nanoTime();
                judge.judge(document, facts);
                long t4 = System.nanoTime();
                if (round >= 0) {
                    sums[0] += t1 - t0;
                    sums[1] += t2 - t1;
                    sums[2] += t3 - t2;
                    sums[3] += t4 - t3;
                }
            }
        }
        double all = Arrays.stream(sums).sum() / 100.0;
        System.out.printf(
                Locale.ROOT,
                "%-5s a check is %.0f %% detection, %.0f %% reading, %.0f %% facts, %.1f %% rules%n",
                kind,
                sums[0] / all,
                sums[1] / all,
                sums[2] / all,
                sums[3] / all);
    }

    /** What two signatures add to the check of a pdf, by the median of its files: reading, checking and judging them. */
    private static void signatures(List<Path> files) throws Exception {
        Map<String, byte[]> plain = load(files);
        Map<String, byte[]> signed = SignedFiles.of(plain);
        PlanLint planlint = PlanLint.builder().build();
        double[] without = new double[plain.size() * ROUNDS];
        double[] with = new double[without.length];
        for (int round = -2, i = 0; round < ROUNDS; round++) {
            for (String name : plain.keySet()) {
                long t0 = System.nanoTime();
                planlint.check(name, plain.get(name));
                long t1 = System.nanoTime();
                planlint.check(name, signed.get(name));
                long t2 = System.nanoTime();
                if (round >= 0) {
                    without[i] = (t1 - t0) / 1e6;
                    with[i++] = (t2 - t1) / 1e6;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "pdf   facts of two signatures: %.2f ms a file, %.0f %% of a check with them, which is %.2f of one without%n",
                median(with) - median(without),
                100 * (median(with) - median(without)) / median(with),
                median(with) / median(without));
    }

    /** One docx from a standing start: the launcher against a bare Tika process, plain and with the launcher's own flags. */
    private static void cold(Path file) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path jar = Files.createTempFile("planlint-bench", ".jar");
        String classPath = classPath(jar);
        Path archive = Files.createTempFile("planlint-bench", ".jsa");
        Files.delete(archive);
        String[] quick = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable"};
        List<String> trained = new ArrayList<>(List.of(java));
        trained.addAll(List.of(quick));
        trained.add("-XX:ArchiveClassesAtExit=" + archive);
        trained.addAll(List.of("-cp", classPath, BareTika.class.getName(), file.toString()));
        start(trained);
        start(List.of("./planlint", "check", "--fail-on", "never", file.toString()));
        List<String> shared = new ArrayList<>(List.of(java));
        shared.addAll(List.of(quick));
        shared.add("-XX:SharedArchiveFile=" + archive);
        shared.addAll(List.of("-cp", classPath, BareTika.class.getName(), file.toString()));
        double[] plain = new double[9];
        double[] tuned = new double[9];
        double[] planlint = new double[9];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = start(List.of(java, "-cp", classPath, BareTika.class.getName(), file.toString()));
            tuned[i] = start(shared);
            planlint[i] = start(List.of("./planlint", "check", "--fail-on", "never", file.toString()));
        }
        Files.deleteIfExists(archive);
        Files.delete(jar);
        System.out.printf(
                Locale.ROOT,
                "%ncold  planlint check %.2f s; bare Tika %.2f s, ratio %.2f; bare Tika with the launcher's flags and class data sharing %.2f s, ratio %.2f%n",
                median(planlint) / 1000,
                median(plain) / 1000,
                median(planlint) / median(plain),
                median(tuned) / 1000,
                median(planlint) / median(tuned));
    }

    /** The libraries, and the yardstick in a jar of its own: an archive of shared classes takes no folders. */
    static String classPath(Path jar) throws Exception {
        String name = BareTika.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = Benchmark.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
        List<String> parts = new ArrayList<>(List.of(jar.toString()));
        if (Benchmark.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                parts.add(Path.of(url.toURI()).toString());
            }
        } else {
            parts.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        }
        parts.removeIf(part -> !part.endsWith(".jar"));
        return String.join(File.pathSeparator, parts);
    }

    static double start(List<String> command) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static Map<String, byte[]> load(List<Path> files) throws Exception {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (Path file : files) {
            bytes.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return bytes;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
