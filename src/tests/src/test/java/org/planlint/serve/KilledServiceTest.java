package org.planlint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.isolate.WorkerSettings;
import org.planlint.store.Store;

/** The service in a process of its own, killed while uploads come. */
class KilledServiceTest {
    private static final int UPLOADS = 80;
    private static final Pattern COUNT = Pattern.compile("planlint_verdicts_total\\{[^}]*} ([0-9.]+)");

    @TempDir
    Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process service;
    private volatile String base;

    @AfterEach
    void end() throws InterruptedException {
        kill();
    }

    private void begin() throws IOException {
        service = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", WorkerSettings.classPath(),
                "org.planlint.cli.Main", "serve", "--port", "0", "--data", folder.toString(), "-j", "2", "--lang", "en").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = service.inputReader(StandardCharsets.UTF_8);
        base = said.readLine().replaceAll("/ .*", "");
    }

    private void kill() throws InterruptedException {
        service.descendants().forEach(ProcessHandle::destroyForcibly);
        service.destroyForcibly().waitFor();
    }

    /** The verdict, or null where there was no answer. */
    private HttpResponse<String> upload(int i) throws InterruptedException {
        String plan = "ỦY BAN NHÂN DÂN XÃ AN THỊNH\nSố: " + (i + 1) + "/KH-UBND\nKẾ HOẠCH\nTổ chức hội nghị số " + i + "\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n";
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(base + "/v1/check?name=" + URLEncoder.encode("kế hoạch " + i + ".txt", StandardCharsets.UTF_8)))
                    .POST(BodyPublishers.ofString(plan)).build(), BodyHandlers.ofString());
            return answer.statusCode() == 429 || answer.statusCode() == 503 ? null : answer;
        } catch (IOException gone) {
            return null;
        }
    }

    private int checks() throws Exception {
        Matcher count = COUNT.matcher(client.send(HttpRequest.newBuilder(URI.create(base + "/metrics")).build(), BodyHandlers.ofString()).body());
        double sum = 0;
        while (count.find()) {
            sum += Double.parseDouble(count.group(1));
        }
        return (int) sum;
    }

    @Test
    void noUploadIsLostAndNoneThatWasAnsweredIsCheckedAgain() throws Exception {
        begin();
        Map<Integer, String> answers = new ConcurrentHashMap<>();
        AtomicInteger killed = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(6);
        for (int i = 0; i < UPLOADS; i++) {
            int upload = i;
            senders.submit(() -> {
                // A sender that has no answer sends again, as any does.
                while (!answers.containsKey(upload)) {
                    HttpResponse<String> answer = upload(upload);
                    if (answer == null) {
                        Thread.sleep(50);
                    } else {
                        answers.put(upload, answer.headers().firstValue("Location").orElse(answer.body()));
                    }
                }
                return null;
            });
        }
        senders.shutdown();
        while (answers.size() < UPLOADS / 4) {
            Thread.sleep(5);
        }
        kill();
        killed.set(answers.size());
        begin();
        assertTrue(senders.awaitTermination(60, TimeUnit.SECONDS), "only these were answered: " + answers.keySet());
        assertTrue(killed.get() < UPLOADS, "it was killed under load");
        int checks = checks();
        assertTrue(checks <= UPLOADS - killed.get(), checks + " checks after " + killed.get() + " answers");
        for (int i = 0; i < UPLOADS; i++) {
            assertEquals(answers.get(i), upload(i).headers().firstValue("Location").orElseThrow(), "the same report as was told");
        }
        assertEquals(checks, checks(), "nothing was checked again");
        kill();
        try (Store store = new Store("jdbc:h2:file:" + folder.resolve("planlint"), "", "")) {
            assertEquals(UPLOADS, store.reports("", null, 1_000).size());
        }
    }
}
