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
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.planlint.PlanLint;
import org.planlint.extract.signed.SignedFiles;
import org.planlint.samples.SampleSet;

/**
 * Measures planlint against bare Tika text extraction of the same files in the same run, and prints ratios beside those that
 * {@code docs/benchmark.tsv} keeps: {@code mvn -q -B -DskipTests package exec:java@bench}. {@code -Dbench.folder} names folders of
 * real files, {@code -Dbench.kinds=docx,pdf} and {@code -Dbench.parts=files,growth,signatures,cold,audit} what is measured, and
 * {@code -Dbench.keep=true} keeps the table. Absolute times are of this machine and say little.
 */
public final class Benchmark {
    private static final int FILES = Integer.getInteger("bench.files", 300);
    /** A median needs no more: each is checked twice a round. */
    private static final int SIGNED = 12;

    private static final int ARCHIVE = Integer.getInteger("bench.archive", 6000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);

    private static final List<String> KINDS =
            List.of(System.getProperty("bench.kinds", "docx,doc,pdf,odt").split(","));
    private static final String REAL = System.getProperty("bench.folder", "../shared/corpus/files");
    private static final List<String> PARTS =
            List.of(System.getProperty("bench.parts", "files,growth,signatures,cold,audit")
                    .split(","));
    private static final Path TABLE = Path.of("docs", "benchmark.tsv");

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        BenchmarkTable table = new BenchmarkTable();
        BenchmarkTable last = BenchmarkTable.read(TABLE);
        Path folder = Files.createTempDirectory("planlint-bench");
        try {
            System.out.printf(
                    Locale.ROOT,
                    "Java %s, %d processors%n",
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors());
            if (PARTS.contains("files")) {
                files(folder, table, last);
            }
            if (PARTS.contains("growth")) {
                new GrowthBenchmark(folder, table).run();
            }
            if (PARTS.contains("signatures")) {
                signatures(SampleSet.pdf(folder, Math.min(FILES, SIGNED)), table);
                keep(table, last);
            }
            if (PARTS.contains("cold")) {
                cold(SampleSet.docx(folder, 1).get(0), table);
            }
            System.out.print(table.beside(last));
            keep(table, last);
            if (PARTS.contains("audit")) {
                new AuditBenchmark(folder.resolve("kho"), ARCHIVE).run();
            }
        } finally {
            delete(folder);
        }
    }

    /** Where it is asked for. After each part, so that a run which is cut off has not measured for nothing. */
    private static void keep(BenchmarkTable table, BenchmarkTable last) throws IOException {
        if (Boolean.getBoolean("bench.keep")) {
            table.write(TABLE, last);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Made files, the samples of formats that none are made of, and real ones. */
    private static void files(Path folder, BenchmarkTable table, BenchmarkTable last) throws Exception {
        for (String kind : KINDS) {
            List<Path> made = switch (kind) {
                case "docx" -> SampleSet.docx(folder, FILES);
                case "pdf" -> SampleSet.pdf(folder, FILES);
                default -> FilesBenchmark.in(Path.of("samples"), kind);
            };
            new FilesBenchmark("made", kind, made).run(table);
            List<Path> real = new ArrayList<>();
            for (String one : REAL.split(File.pathSeparator)) {
                if (Files.isDirectory(Path.of(one))) {
                    real.addAll(FilesBenchmark.in(Path.of(one), kind));
                }
            }
            new FilesBenchmark("real", kind, real).run(table);
            keep(table, last);
        }
    }

    /** What two signatures add to the check of a pdf: reading, checking and judging them. Each file is set against itself unsigned. */
    private static void signatures(List<Path> files, BenchmarkTable table) throws Exception {
        Map<String, byte[]> plain = load(files);
        Map<String, byte[]> signed = SignedFiles.of(plain);
        PlanLint planlint = PlanLint.builder().build();
        double[] added = new double[plain.size() * ROUNDS];
        double[] times = new double[added.length];
        for (int round = -2, i = 0; round < ROUNDS; round++) {
            for (String name : plain.keySet()) {
                double without = checked(planlint, name, plain.get(name));
                double with = checked(planlint, name, signed.get(name));
                if (round >= 0) {
                    added[i] = with - without;
                    times[i++] = with / without;
                }
            }
        }
        table.put("made pdf, two signatures, ms a file of CPU", median(added));
        table.put("made pdf, check with two signatures of one without, CPU", median(times));
    }

    /** Milliseconds of CPU. */
    private static double checked(PlanLint planlint, String name, byte[] bytes) {
        long before = CpuTime.all();
        planlint.check(name, bytes);
        return (CpuTime.all() - before) / 1e6;
    }

    /** One docx from a standing start: the launcher against a bare Tika process, plain and with the launcher's own flags. */
    private static void cold(Path file, BenchmarkTable table) throws Exception {
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
        table.put("cold, check of Tika, wall", median(planlint) / median(plain));
        table.put(
                "cold, check of Tika with the launcher's flags and class data sharing, wall",
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
