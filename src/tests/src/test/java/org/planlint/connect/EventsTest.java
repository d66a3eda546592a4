package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.host.Signature;
import org.planlint.isolate.TestWorkers;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.Verdict;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;
import org.planlint.serve.Service;
import org.planlint.store.Queue;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** Notifications as they come to the service over a socket. */
@StartsPrograms
class EventsTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final String SECRET = "bí mật của hệ thống";
    private static final String PLAN = "7f9e6c1e-2b7e-4b8e-9d52-0c4f0a1b2c3d";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeDirectus system = new FakeDirectus();
    private Store store;
    private Service service;
    private Connector signed;
    private Connector plain;
    private String base;

    @BeforeEach
    void start() throws Exception {
        store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
        Alarm alarm = new Alarm(new PrintWriter(System.err), null);
        service = new Service(
                new Service.Settings(
                        "127.0.0.1",
                        0,
                        folder,
                        1 << 20,
                        TestWorkers.AMPLE,
                        8,
                        8,
                        Severity.ERROR,
                        Policy.OPEN,
                        Language.EN),
                PLANLINT,
                TestWorkers.shared(),
                store,
                alarm);
        Path file = folder.resolve("connections.yaml");
        String kind = system.source().replace("every: 1", "every: 3600");
        Files.writeString(
                file,
                "sources:\n  ky: " + kind.replaceFirst("\\{", "{secret: \"" + SECRET + "\", ") + "\n  tran: " + kind
                        + "\n");
        Connections given = Connections.read(file, Map.of("TOKEN", "s3cret")::get);
        Connector.Desk desk = new Connector.Desk(
                PLANLINT,
                service.checks(),
                new Queue(store),
                given.policy(),
                alarm,
                folder,
                1 << 20,
                null,
                Language.EN);
        signed = Connector.of(given.sources().get("ky"), desk);
        plain = Connector.of(given.sources().get("tran"), desk);
        service.connect(signed);
        service.connect(plain);
        base = "http://127.0.0.1:" + service.start() + "/v1/events/";
    }

    @AfterEach
    void end() {
        service.close();
        signed.close();
        plain.close();
        store.close();
        system.close();
    }

    private HttpResponse<String> send(String source, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + source)).POST(BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** As it is where the service is. */
    private Instant now() throws IOException, InterruptedException {
        HttpResponse<String> health = client.send(
                HttpRequest.newBuilder(URI.create(base).resolve("/v1/health")).build(), BodyHandlers.ofString());
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                health.headers().firstValue("Date").orElseThrow(), Instant::from);
    }

    private HttpResponse<String> sign(String id, Instant at, byte[] body) throws IOException, InterruptedException {
        String time = String.valueOf(at.getEpochSecond());
        return send(
                "ky",
                body,
                "webhook-id",
                id,
                "webhook-timestamp",
                time,
                "webhook-signature",
                Signature.of(SECRET, id, time, body));
    }

    private static int documents(HttpResponse<String> answer) {
        assertEquals(202, answer.statusCode(), answer.body());
        return JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .get("documents")
                .getAsInt();
    }

    private byte[] notification() {
        return system.notification(new FakeSystem.Held(PLAN, "a.docx", new byte[0]))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNotificationIsTakenInOnceIfItIsSignedAndNew() throws Exception {
        assertEquals(1, documents(sign("m1", now(), notification())));
        assertEquals(0, documents(sign("m1", now(), notification())), "the same again");
        assertEquals(1, documents(sign("m2", now(), notification())));
        assertEquals(1, new Queue(store).waiting(), "it is on disk, and once");
        assertEquals(401, sign("m3", now().minusSeconds(600), notification()).statusCode(), "somebody's copy");
        assertEquals(
                401,
                send(
                                "ky",
                                notification(),
                                "webhook-id",
                                "m4",
                                "webhook-timestamp",
                                String.valueOf(now().getEpochSecond()),
                                "webhook-signature",
                                "v1,AAAA")
                        .statusCode());
        assertEquals(401, send("ky", notification()).statusCode());
        assertEquals(
                202,
                sign("m5", now(), "{\"event\":\"items.create\"}".getBytes(StandardCharsets.UTF_8))
                        .statusCode(),
                "not about a document");
        assertEquals(
                1,
                documents(sign(
                        "m6",
                        now(),
                        ("{\"specversion\":\"1.0\",\"id\":\"e1\",\"type\":\"x\",\"subject\":\"" + PLAN + "\"}")
                                .getBytes(StandardCharsets.UTF_8))),
                "a CloudEvent names it by its subject");
    }

    @Test
    void badNotificationsHaveTheirAnswers() throws Exception {
        assertEquals(404, send("khong-co", notification()).statusCode());
        assertEquals(400, send("tran", "{".getBytes(StandardCharsets.UTF_8)).statusCode());
        assertEquals(400, send("tran", "[]".getBytes(StandardCharsets.UTF_8)).statusCode());
        assertEquals(400, send("tran", new byte[0]).statusCode());
        assertEquals(413, send("tran", new byte[(1 << 20) + 1]).statusCode());
        String token = store.addToken("a", Role.UPLOAD);
        assertEquals(401, send("tran", notification()).statusCode());
        assertEquals(
                401,
                send("khong-co", notification()).statusCode(),
                "who has no token does not learn what sources there are");
        assertEquals(
                202,
                send("tran", notification(), "Authorization", "Bearer " + token).statusCode());
        assertEquals(202, sign("m1", now(), notification()).statusCode(), "a signature says enough");
    }

    @Test
    void aNotificationWaitsOnDiskUntilSomebodyWorks() throws Exception {
        system.put(PLAN, "a.docx", Files.readAllBytes(Path.of("samples/02-toa-dam-nam-cu.docx")));
        assertEquals(1, documents(sign("m1", now(), notification())));
        // Nobody has worked at it yet.
        signed.start();
        Until.holds("its verdict", () -> {
            synchronized (system) {
                return system.verdict(system.held.get(PLAN)) == Verdict.NOT_ACCEPTABLE;
            }
        });
        assertTrue(store.reports("", null, 10).stream()
                .anyMatch(line -> line.name().equals("a.docx")));
    }
}
