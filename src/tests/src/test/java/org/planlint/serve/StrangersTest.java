package org.planlint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.EventSource;
import org.planlint.host.Policy;
import org.planlint.isolate.TestWorkers;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;
import org.planlint.store.Queue;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** What the service lets those do who have shown no token: nothing from outside, little that costs. */
@StartsPrograms
class StrangersTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Alarm alarm = new Alarm(new PrintWriter(System.err), null);
    private Store store;
    private Service service;
    private int port;

    @BeforeEach
    void start() throws IOException {
        store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
        begin(TestWorkers.AMPLE);
    }

    private void begin(Duration upload) throws IOException {
        service = new Service(
                new Service.Settings(
                        "127.0.0.1", 0, folder, 100 << 20, upload, 8, 8, Severity.ERROR, Policy.OPEN, Language.EN),
                PLANLINT,
                TestWorkers.shared(),
                store,
                alarm);
        port = service.start();
    }

    @AfterEach
    void stop() {
        service.close();
        store.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private Socket open(String said) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The first line of the answer. */
    private String said(String request) throws IOException {
        try (Socket socket = open(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=203.0.113.7",
                "X-Forwarded-For: 203.0.113.7",
                "X-Forwarded-Proto: https",
                "x-real-ip: 203.0.113.7",
                "Via: 1.1 cua"
            })
    void whoComesThroughAProxyDoesNotSitHere(String header) throws Exception {
        String plain = "GET /v1/tokens HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
        assertEquals("HTTP/1.1 200 OK", said(plain + "\r\n"));
        assertEquals("HTTP/1.1 401 Unauthorized", said(plain + header + "\r\n\r\n"));
    }

    @Test
    void aProxyThatTellsNothingDoesNotEither() throws Exception {
        assertTrue(said("GET /v1/tokens HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").contains(" 401 "));
    }

    @Test
    void throughNginxATokenIsNeeded() throws Exception {
        Path nginx = Path.of("/usr/sbin/nginx");
        assumeTrue(Files.isExecutable(nginx), "no nginx here");
        int front;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            front = free.getLocalPort();
        }
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off; pid %1$s/nginx.pid; error_log stderr;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s/n1; proxy_temp_path %1$s/n2; fastcgi_temp_path %1$s/n3;
                  uwsgi_temp_path %1$s/n4; scgi_temp_path %1$s/n5;
                  server { listen 127.0.0.1:%2$d; location / { proxy_pass http://127.0.0.1:%3$d; } }
                }
                """.formatted(folder, front, port));
        Process proxy = new ProcessBuilder(nginx.toString(), "-c", settings.toString(), "-p", folder.toString())
                .inheritIO()
                .start();
        try {
            HttpRequest.Builder tokens = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front + "/v1/tokens"));
            Until.holds("nginx listens", () -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), front)) {
                    return true;
                } catch (IOException notYet) {
                    return !proxy.isAlive();
                }
            });
            assertEquals(401, send(tokens.copy()).statusCode(), "as nginx comes");
            String token = store.addToken("quan-tri", Role.ADMIN);
            assertEquals(
                    200,
                    send(tokens.copy().header("Authorization", "Bearer " + token))
                            .statusCode());
        } finally {
            proxy.destroy();
            proxy.waitFor();
        }
    }

    @Test
    void onceThereWasATokenOneIsNeeded() throws Exception {
        assertEquals(200, send(to("/v1/reports")).statusCode());
        store.addToken("a", Role.ADMIN);
        store.revoke("a");
        assertEquals(401, send(to("/v1/reports")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void theSchemeIsReadInAnyCase(String scheme) throws Exception {
        String token = store.addToken("a", Role.ADMIN);
        assertEquals(
                200,
                send(to("/v1/reports").header("Authorization", scheme + " " + token))
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/health", "/v1/reports", "/v1/rules", "/v1/khac", "/v1/reports/x"})
    void headIsAnsweredAsGet(String path) throws Exception {
        HttpResponse<String> get = send(to(path));
        HttpResponse<String> head = send(to(path).method("HEAD", BodyPublishers.noBody()));
        assertEquals(get.statusCode(), head.statusCode());
        assertEquals(get.headers().firstValue("Content-Type"), head.headers().firstValue("Content-Type"));
        assertEquals("", head.body());
        store.addToken("a", Role.ADMIN);
        assertEquals(
                send(to(path)).statusCode(),
                send(to(path).method("HEAD", BodyPublishers.noBody())).statusCode(),
                "without a token too");
    }

    @Test
    void aPageOfAnotherSiteLogsNobodyIn() throws Exception {
        HttpRequest.Builder login = to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + store.addToken("a", Role.UPLOAD)));
        assertEquals(
                403,
                send(login.copy().header("Origin", "https://noi-khac.example")).statusCode());
        assertEquals(303, send(login.copy()).statusCode());
    }

    @Test
    void aLargeBodyIsRefusedByItsLengthAndOneOfNoLengthWhereItIsTooMuch() throws Exception {
        store.addToken("a", Role.ADMIN);
        for (String path : List.of("/login", "/v1/events/ky")) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n";
            String answer = said(head + "Content-Length: 104857600\r\n\r\n");
            assertTrue(answer.contains(" 413 ") || answer.contains(" 401 "), path + ": " + answer);
        }
        assertEquals(
                413,
                send(to("/login")
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(new byte[SmallBodies.MOST + 1]))))
                        .statusCode());
    }

    @Test
    void whoSendsSlowlyTakesNoPlaceOfWhoAsksHowItIs() throws Exception {
        store.addToken("a", Role.ADMIN);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(open("POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nt"));
            }
            assertEquals(200, send(to("/v1/health")).statusCode());
            // Those beyond the strangers' places are told at once, while the others are waited for.
            Until.holds("one is turned away", () -> {
                for (Socket socket : slow) {
                    if (socket.getInputStream().available() > 0) {
                        return true;
                    }
                }
                return false;
            });
            assertEquals(200, send(to("/v1/health")).statusCode());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aSlowFormIsSentAway() throws Exception {
        service.close();
        begin(Duration.ofSeconds(2));
        try (Socket socket = open("POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n")) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
                byte[] said = new byte[400];
                try {
                    return new String(
                            said, 0, Math.max(0, socket.getInputStream().read(said)), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    return e.toString();
                }
            });
            // A byte at each look: hours for the whole.
            Until.holds("it is answered though it is sending", () -> {
                try {
                    socket.getOutputStream().write('x');
                } catch (IOException closed) {
                    return true;
                }
                return answer.isDone();
            });
            assertTrue(answer.get().contains(" 408 "), "answered with: " + answer.get());
        }
    }

    @Test
    void anIdThatIsTooLongIsARefusalAndNoAlarm() throws Exception {
        Queue queue = new Queue(store);
        service.connect(new EventSource() {
            @Override
            public String name() {
                return "kho";
            }

            @Override
            public String secret() {
                return null;
            }

            @Override
            public int notified(String event, JsonObject notification) {
                List<String> documents = List.of(notification.get("document").getAsString());
                return queue.take(name(), event, documents) ? documents.size() : 0;
            }
        });
        assertEquals(202, event("a", "7"));
        assertEquals(400, event("a".repeat(201), "7"));
        assertEquals(400, event("b", "7".repeat(1001)));
        assertEquals(0, alarm.raised());
        assertFalse(queue.due("kho", 10).isEmpty());
    }

    private int event(String id, String document) throws Exception {
        return send(to("/v1/events/kho")
                        .header("webhook-id", id)
                        .POST(BodyPublishers.ofString("{\"document\": \"" + document + "\"}")))
                .statusCode();
    }
}
