package org.planlint.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.planlint.OwnJvm;
import org.planlint.store.Postgres;
import org.planlint.store.Store;

/**
 * Sends {@code planlint serve} many uploads while its workers, the service and its database are killed, and counts what is lost, what
 * is there twice, and what memory and files it holds: {@code mvn -q -B test-compile exec:java@long-run -Dlong.uploads=10000}. Needs
 * PostgreSQL.
 */
public final class LongRun {
    private static final int UPLOADS = Integer.getInteger("long.uploads", 10_000);
    private static final int SENDERS = 4;
    /** How often each is killed in the run. */
    private static final int DEATHS_OF_WORKERS = 20;

    private static final int DEATHS_OF_DATABASE = 4;
    private static final int DEATHS_OF_SERVICE = 3;

    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    /** Where each upload's report is, as it was told. */
    private final Map<Integer, String> told = new ConcurrentHashMap<>();

    private Postgres database;
    private volatile Process service;
    private volatile String base;

    private LongRun(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        if (!Postgres.isInstalled()) {
            System.out.println("PostgreSQL is not installed (Debian: apt-get install postgresql)");
            return;
        }
        Path folder = Files.createTempDirectory("planlint-long");
        try {
            new LongRun(folder).run();
        } finally {
            Benchmark.delete(folder);
        }
    }

    private void run() throws Exception {
        database = new Postgres(folder);
        try {
            begin();
            long start = System.nanoTime();
            ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                int upload = i;
                sent.add(senders.submit(() -> {
                    told.put(upload, send(upload));
                    return null;
                }));
            }
            senders.shutdown();
            harm();
            for (Future<?> one : sent) {
                one.get();
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d uploads in %.0f s, with %d kills of workers, %d of the database, %d of the service%n",
                    UPLOADS,
                    (System.nanoTime() - start) / 1e9,
                    DEATHS_OF_WORKERS,
                    DEATHS_OF_DATABASE,
                    DEATHS_OF_SERVICE);
            judge();
        } finally {
            kill(service);
            database.close();
        }
    }

    private void begin() throws IOException {
        service = OwnJvm.brief(OwnJvm.planlint(
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString(),
                        "--db",
                        database.url(),
                        "--db-user",
                        "planlint",
                        "-j",
                        "2"))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()))
                .start();
        BufferedReader said = service.inputReader(StandardCharsets.UTF_8);
        base = said.readLine().replaceAll("/ .*", "");
    }

    /** Its workers find then that nobody listens. */
    private static void kill(Process service) throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    /** Kills what there is to kill, evenly over the run, and notes between what the service holds. */
    private void harm() throws Exception {
        int steps = 60;
        for (int step = 1; step < steps; step++) {
            while (told.size() < (long) UPLOADS * step / steps) {
                Thread.sleep(20);
            }
            if (step % (steps / DEATHS_OF_WORKERS) == 0) {
                service.children().findFirst().ifPresent(ProcessHandle::destroyForcibly);
            }
            if (step % (steps / (DEATHS_OF_DATABASE + 1)) == steps / 10) {
                database.close();
                database.start();
            }
            if (step % (steps / (DEATHS_OF_SERVICE + 1)) == 0) {
                note("before it is killed");
                kill(service);
                begin();
            } else if (step % 5 == 0) {
                note("");
            }
        }
    }

    private void note(String when) throws IOException {
        Path process = Path.of("/proc/" + service.pid());
        if (!Files.isDirectory(process)) {
            return;
        }
        String memory = Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .findFirst()
                .orElse("0");
        try (Stream<Path> handles = Files.list(process.resolve("fd"))) {
            System.out.printf(
                    Locale.ROOT,
                    "%6d answered: service %4d MiB, %3d handles %s%n",
                    told.size(),
                    Long.parseLong(memory) / 1024,
                    handles.count(),
                    when);
        }
    }

    /** Sends until there is an answer, as any sender does. */
    private String send(int upload) throws InterruptedException {
        String plan = "ỦY BAN NHÂN DÂN XÃ AN THỊNH\nSố: " + (upload + 1) + "/KH-UBND\nKẾ HOẠCH\nTổ chức hội nghị số "
                + upload + "\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n";
        while (true) {
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(base + "/v1/check?name="
                                        + URLEncoder.encode("kế hoạch " + upload + ".txt", StandardCharsets.UTF_8)))
                                .POST(BodyPublishers.ofString(plan))
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException gone) {
                // It is sent again.
            }
            Thread.sleep(50);
        }
    }

    private void judge() throws Exception {
        note("at the end");
        int lost = 0;
        int others = 0;
        for (int i = 0; i < UPLOADS; i += Math.max(1, UPLOADS / 500)) {
            others += send(i).equals(told.get(i)) ? 0 : 1;
        }
        kill(service);
        int kept = 0;
        try (Store store = new Store(database.url(), "planlint", "")) {
            for (String report : told.values()) {
                String id = report.substring(report.lastIndexOf('/') + 1);
                lost += store.report(id).isPresent() ? 0 : 1;
            }
            kept = store.reports("", null, UPLOADS * 2).size();
        }
        System.out.printf(
                Locale.ROOT,
                "answered %d, lost %d, reports kept %d, reports named %d, another answer when sent again %d of %d%n",
                told.size(),
                lost,
                kept,
                new HashSet<>(told.values()).size(),
                others,
                Math.min(UPLOADS, 500));
        if (lost > 0 || others > 0 || kept != UPLOADS) {
            throw new IllegalStateException("it does not hold");
        }
    }
}
