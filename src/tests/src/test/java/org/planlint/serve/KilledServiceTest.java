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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.OwnJvm;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;
import org.planlint.store.Store;

/** The service in a process of its own, killed while uploads come. */
@StartsPrograms
class KilledServiceTest {
    private static final int UPLOADS = 80;
    /** Those that are sent after it was killed only, however quick it is. */
    private static final int LATE = 20;

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
        service = OwnJvm.brief(
                        OwnJvm.planlint("serve", "--port", "0", "--data", folder.toString(), "-j", "2", "--lang", "en"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = service.inputReader(StandardCharsets.UTF_8);
        base = said.readLine().replaceAll("/ .*", "");
    }

    private void kill() throws InterruptedException {
        service.descendants().forEach(ProcessHandle::destroyForcibly);
        service.destroyForcibly().waitFor();
    }

    /** The verdict, or null where there was no answer. */
    private HttpResponse<String> upload(int i) throws InterruptedException {
        String plan = "ỦY BAN NHÂN DÂN XÃ AN THỊNH\nSố: " + (i + 1) + "/KH-UBND\nKẾ HOẠCH\nTổ chức hội nghị số " + i
                + "\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n";
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/v1/check?name="
                                    + URLEncoder.encode("kế hoạch " + i + ".txt", StandardCharsets.UTF_8)))
                            .POST(BodyPublishers.ofString(plan))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 429 || answer.statusCode() == 503 ? null : answer;
        } catch (IOException gone) {
            return null;
        }
    }

    private int checks() throws Exception {
        Matcher count = COUNT.matcher(client.send(
                        HttpRequest.newBuilder(URI.create(base + "/metrics")).build(), BodyHandlers.ofString())
                .body());
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
        CountDownLatch killed = new CountDownLatch(1);
        ExecutorService senders = Executors.newFixedThreadPool(6);
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            int upload = i;
            sent.add(senders.submit(() -> {
                if (upload >= UPLOADS - LATE) {
                    killed.await();
                }
                // A sender that has no answer sends again, as any does.
                Until.holds("an answer", () -> {
                    HttpResponse<String> answer = upload(upload);
                    return answer != null
                            && answers.put(
                                            upload,
                                            answer.headers()
                                                    .firstValue("Location")
                                                    .orElse(answer.body()))
                                    == null;
                });
                return null;
            }));
        }
        senders.shutdown();
        Until.holds("it is under load", () -> answers.size() >= UPLOADS / 4);
        kill();
        int before = answers.size();
        killed.countDown();
        begin();
        for (Future<?> one : sent) {
            one.get();
        }
        int checks = checks();
        assertTrue(LATE <= checks && checks <= UPLOADS - before, checks + " checks after " + before + " answers");
        for (int i = 0; i < UPLOADS; i++) {
            assertEquals(
                    answers.get(i),
                    upload(i).headers().firstValue("Location").orElseThrow(),
                    "the same report as was told");
        }
        assertEquals(checks, checks(), "nothing was checked again");
        kill();
        try (Store store = new Store("jdbc:h2:file:" + folder.resolve("planlint"), "", "")) {
            assertEquals(UPLOADS, store.reports("", null, 1_000).size());
        }
    }
}
