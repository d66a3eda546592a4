package org.planlint.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.planlint.PlanLint;
import org.planlint.samples.Programs;
import org.planlint.samples.SampleSet;

/**
 * Puts load on {@code planlint serve} with wrk, and compares it with the same checks in one process:
 * {@code mvn -q -B -DskipTests package exec:java@load}.
 */
public final class LoadBenchmark {
    private static final int SECONDS = Integer.getInteger("load.seconds", 20);
    private static final int FILES = 50;
    /** A service and each of its workers compile for a minute until they are as fast as they get. */
    private static final int WARM = 5;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** What wrk counted; times in ms. */
    private record Load(int answered, int refused, int other, int broken, double seconds, double median, double p95) {
        double aSecond() {
            return answered / seconds;
        }
    }

    private LoadBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (Programs.find("wrk").isEmpty()) {
            System.out.println("wrk is not installed (Debian: apt-get install wrk)");
            return;
        }
        Path folder = Files.createTempDirectory("planlint-load");
        try {
            new LoadBenchmark().run(folder);
        } finally {
            Benchmark.delete(folder);
        }
    }

    private void run(Path folder) throws Exception {
        List<Path> files = SampleSet.docx(folder, FILES);
        Path list = Files.write(
                folder.resolve("files"), files.stream().map(Path::toString).toList());
        System.out.printf(Locale.ROOT, "docx of 3 to 6 pages, %d processors, %d s each%n%n", PROCESSORS, SECONDS);
        double[] own = inProcess(files);
        System.out.printf(
                Locale.ROOT,
                "in process, %d threads       %6.1f a second, p50 %6.1f ms, p95 %6.1f ms%n",
                PROCESSORS,
                own[0],
                own[1],
                own[2]);
        Process service = serve(folder.resolve("data"), "--queue", "64", "--per-client", "64");
        try (BufferedReader said = service.inputReader(StandardCharsets.UTF_8)) {
            String url = said.readLine().replaceAll("/ .*", "");
            load(url, list, "warm", PROCESSORS, SECONDS * WARM);
            Load fit = load(url, list, "fit", PROCESSORS, SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "POST /v1/check, %d clients    %6.1f a second, p50 %6.1f ms, p95 %6.1f ms: %.2f of the throughput, %.2f of the p95%n",
                    PROCESSORS,
                    fit.aSecond(),
                    fit.median(),
                    fit.p95(),
                    fit.aSecond() / own[0],
                    fit.p95() / own[2]);
        } finally {
            service.destroy();
            service.waitFor();
        }
        service = serve(
                folder.resolve("data2"),
                "--queue",
                String.valueOf(PROCESSORS * 2),
                "--per-client",
                String.valueOf(PROCESSORS * 2));
        try (BufferedReader said = service.inputReader(StandardCharsets.UTF_8)) {
            String url = said.readLine().replaceAll("/ .*", "");
            load(url, list, "warm", PROCESSORS, SECONDS);
            Load twice = load(url, list, "twice", PROCESSORS * 4, SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "twice what it takes          %6.1f a second, %d refused with 429 or 503, %d other answers, %d broken connections%n",
                    twice.aSecond(),
                    twice.refused(),
                    twice.other(),
                    twice.broken());
            int health = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + "/v1/health")).build(), BodyHandlers.discarding())
                    .statusCode();
            System.out.println("/v1/health after it: " + health);
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    /** Checks a second, median and 95th percentile in ms. */
    private static double[] inProcess(List<Path> files) throws Exception {
        PlanLint planlint = PlanLint.builder().build();
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readAllBytes(file));
        }
        List<Long> times = new ArrayList<>();
        double seconds = 0;
        for (boolean warm : new boolean[] {false, true}) {
            times.clear();
            AtomicInteger next = new AtomicInteger();
            long start = System.nanoTime();
            long end = start + Duration.ofSeconds(SECONDS).toNanos();
            ExecutorService threads = Executors.newFixedThreadPool(PROCESSORS);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < PROCESSORS; i++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        int file = next.getAndIncrement();
                        long before = System.nanoTime();
                        planlint.check("ke-hoach-" + file + ".docx", contents.get(file % contents.size()));
                        synchronized (times) {
                            times.add(System.nanoTime() - before);
                        }
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            threads.shutdown();
            seconds = (System.nanoTime() - start) / 1e9;
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new double[] {
            sorted.length / seconds, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6
        };
    }

    private static Process serve(Path data, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("./planlint", "serve", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Load load(String url, Path files, String run, int clients, int seconds) throws Exception {
        Path script = Files.createTempFile("upload", ".lua");
        try (var in = LoadBenchmark.class.getResourceAsStream("upload.lua")) {
            Files.write(script, in.readAllBytes());
            Process wrk = new ProcessBuilder(
                            "wrk",
                            "-t" + PROCESSORS,
                            "-c" + clients,
                            "-d" + seconds + "s",
                            "--timeout",
                            "30s",
                            "-s",
                            script.toString(),
                            url,
                            "--",
                            files.toString(),
                            run)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] result = said.lines()
                    .filter(line -> line.startsWith("RESULT "))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(said))
                    .split(" ");
            double[] numbers = Arrays.stream(result)
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Load(
                    (int) numbers[0],
                    (int) numbers[1],
                    (int) numbers[2],
                    (int) numbers[3],
                    numbers[4] / 1e6,
                    numbers[5],
                    numbers[6]);
        } finally {
            Files.delete(script);
        }
    }
}
