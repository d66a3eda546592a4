package org.planlint.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.planlint.isolate.TestWorkers.AMPLE;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.TestWorkers;
import org.planlint.isolate.WorkerPool;
import org.planlint.isolate.WorkerSettings;
import org.planlint.record.PackageOf;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.Verdict;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** The service from outside, over a socket, with real workers. */
@StartsPrograms
class ServiceTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final long MOST = 2 << 20;
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Alarm alarm = new Alarm(new PrintWriter(System.err), null);
    private Policy policy = Policy.OPEN;
    private Store store;
    private Service service;
    private String base;

    @BeforeEach
    void start() throws IOException {
        store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
        begin(8, 8);
    }

    private void begin(int most, int mostOfOne) throws IOException {
        begin(TestWorkers.shared(), AMPLE, most, mostOfOne);
    }

    private void begin(WorkerPool workers, Duration upload, int most, int mostOfOne) throws IOException {
        service = new Service(
                new Service.Settings(
                        "127.0.0.1", 0, folder, MOST, upload, most, mostOfOne, Severity.ERROR, policy, Language.EN),
                PLANLINT,
                workers,
                store,
                alarm);
        base = "http://127.0.0.1:" + service.start();
    }

    @AfterEach
    void stop() {
        service.close();
        store.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpRequest.Builder check(String name, byte[] body) {
        return to("/v1/check?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private void assertProblem(int status, String word, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("urn:planlint:problem:" + word, json(answer).get("type").getAsString());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    @Test
    void theRecordThatASenderGivesIsComparedAndTheDocumentsOwnIsShown() throws Exception {
        byte[] sound = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.docx"));
        String given = "{\"number\":\"99\",\"signer\":\"Đinh Quang Khải\"}";
        HttpResponse<String> other =
                send(check("k.docx", sound).header("X-Record", URLEncoder.encode(given, StandardCharsets.UTF_8)));
        JsonObject document = json(other).getAsJsonArray("documents").get(0).getAsJsonObject();
        assertEquals("system", document.getAsJsonObject("record").get("source").getAsString());
        assertTrue(other.body().contains("record-mismatch"), other.body());
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/planlint-report-1.schema.json")));
        assertEquals("[]", schema.validate(other.body(), InputFormat.JSON).toString());

        HttpResponse<String> same = send(check("k.docx", sound).header("X-Record", "{\"number\":\"118\"}"));
        assertFalse(same.body().contains("\"rule\": \"record-mismatch\""), "another record, another report");
        HttpResponse<String> none = send(check("k.docx", sound));
        assertTrue(json(none)
                .getAsJsonArray("documents")
                .get(0)
                .getAsJsonObject()
                .get("record")
                .isJsonNull());

        String place = none.headers().firstValue("Location").orElseThrow();
        JsonObject own = json(send(to(place + "/record")));
        assertEquals(
                "118",
                own.getAsJsonObject("fields")
                        .getAsJsonArray("number")
                        .get(0)
                        .getAsJsonObject()
                        .get("value")
                        .getAsString());
        assertTrue(send(to(place + "/record?as=edxml")).body().contains("<CodeNumber>118</CodeNumber>"));
        assertEquals(
                "118",
                json(send(to(place + "/record?as=ead"))).get("CodeNumber").getAsString());
        assertProblem(400, "bad-request", send(to(place + "/record?as=marc")));
        assertProblem(404, "not-found", send(to("/v1/reports/x/record")));
        assertProblem(400, "bad-request", send(check("k.docx", sound).header("X-Record", "{\"nummer\":1}")));
        assertNothingLeft();
    }

    @Test
    void documentsOfAPackageAreCheckedAgainstItsHeader() throws Exception {
        byte[] packed = new PackageOf()
                .element("Code", "CodeNumber", "119", "CodeNotation", "KH-UBND")
                .value("Subject", "Kế hoạch tổ chức Hội nghị sơ kết công tác cải cách hành chính 6 tháng đầu năm 2024")
                .file("k.docx", Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.docx")))
                .file("sai.docx", Files.readAllBytes(FAULTY))
                .bytes();
        HttpResponse<String> answer = send(check("goi.edxml", packed));
        assertEquals(406, answer.statusCode(), answer.body());
        List<String> paths = new ArrayList<>();
        json(answer)
                .getAsJsonArray("documents")
                .forEach(one -> paths.add(one.getAsJsonObject().get("path").getAsString()));
        assertEquals(List.of("goi.edxml!/k.docx", "goi.edxml!/sai.docx"), paths);
        assertTrue(answer.body().contains("record-mismatch"), answer.body());
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertEquals(
                "goi.edxml!/sai.docx",
                json(send(to(place)))
                        .getAsJsonArray("documents")
                        .get(0)
                        .getAsJsonObject()
                        .get("path")
                        .getAsString(),
                "the gravest");
        HttpResponse<String> called = send(check("goi.xml", packed));
        assertEquals(406, called.statusCode(), called.body());
        assertTrue(called.body().contains("goi.xml!/sai.docx"), called.body());
        assertTrue(send(check("x.xml", "<hoaDon/>".getBytes(StandardCharsets.UTF_8)))
                .body()
                .contains("unsupported"));
        HttpResponse<String> status =
                send(check("tt.edxml", new PackageOf().value("StatusCode", "02").bytes()));
        assertEquals(
                "not-evaluable",
                status.headers().firstValue("X-PlanLint-Verdict").orElse(""));
        assertNothingLeft();
    }

    @Test
    void theAnswerIsTheReportAndItsStatusTheVerdict() throws Exception {
        HttpResponse<String> faulty = send(check("kế hoạch.docx", Files.readAllBytes(FAULTY)));
        assertEquals(406, faulty.statusCode(), faulty.body());
        assertEquals(
                "not-acceptable",
                faulty.headers().firstValue("X-PlanLint-Verdict").orElse(""));
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/planlint-report-1.schema.json")));
        assertEquals("[]", schema.validate(faulty.body(), InputFormat.JSON).toString());
        JsonObject document = json(faulty).getAsJsonArray("documents").get(0).getAsJsonObject();
        assertEquals("kế hoạch.docx", document.get("path").getAsString());
        assertEquals(
                PLANLINT.check(FAULTY).findings().size(),
                document.getAsJsonArray("findings").size(),
                "what check says");

        String good =
                "UBND TỈNH SƠN THỦY\nSỞ NỘI VỤ\nSố: 12/QĐ-SNV\nSơn Thủy, ngày 10 tháng 3 năm 2023\nQUYẾT ĐỊNH\nVề việc ban hành quy chế\n";
        assertEquals(
                200, send(check("a.txt", good.getBytes(StandardCharsets.UTF_8))).statusCode(), "a decision is no plan");
        HttpResponse<String> mild =
                send(check("07.docx", Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.docx"))));
        assertEquals(
                PLANLINT.check(Path.of("samples/01-hoi-nghi-so-ket.docx")).count(Severity.ERROR) == 0 ? 200 : 406,
                mild.statusCode());
    }

    @Test
    void aReportIsKeptAndShownAndTheSameFileIsNotCheckedTwice() throws Exception {
        HttpResponse<String> first = send(check("a.docx", Files.readAllBytes(FAULTY)));
        String place = first.headers().firstValue("Location").orElseThrow();
        assertEquals(
                place,
                send(check("a.docx", Files.readAllBytes(FAULTY)))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        assertEquals(1, store.reports("", null, 10).size());
        assertEquals(json(first), json(send(to(place))));
        String page = send(to(place + "?format=html")).body();
        assertTrue(page.contains("Content-Security-Policy") && page.contains("event-year"), page);
        send(check("b.txt", "x y z".getBytes(StandardCharsets.UTF_8)));
        JsonArray all = JsonParser.parseString(send(to("/v1/reports")).body()).getAsJsonArray();
        assertEquals(2, all.size());
        assertEquals("b.txt", all.get(0).getAsJsonObject().get("name").getAsString(), "the newest first");
        assertEquals(
                1,
                JsonParser.parseString(
                                send(to("/v1/reports?verdict=not-acceptable")).body())
                        .getAsJsonArray()
                        .size());
        assertEquals(
                1,
                JsonParser.parseString(
                                send(to("/v1/reports?search=" + URLEncoder.encode("B.TXT", StandardCharsets.UTF_8)))
                                        .body())
                        .getAsJsonArray()
                        .size());
        assertEquals(
                0,
                JsonParser.parseString(send(to("/v1/reports?search=%25")).body())
                        .getAsJsonArray()
                        .size(),
                "a percent sign is a letter");
        service.close();
        begin(8, 8);
        assertEquals(json(first), json(send(to(place))), "what was said outlives the service");
    }

    @Test
    void aFormWithOneFileIsTakenAndABrokenOneRefused() throws Exception {
        String mark = "----x";
        String head = "--" + mark
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../../etc/a.docx\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] file = Files.readAllBytes(FAULTY);
        byte[] tail = ("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> form = send(to("/v1/check")
                .header("Content-Type", "multipart/form-data; boundary=" + mark)
                .POST(BodyPublishers.ofByteArrays(List.of(head.getBytes(StandardCharsets.US_ASCII), file, tail))));
        assertEquals(406, form.statusCode(), form.body());
        assertEquals(
                "a.docx",
                json(form)
                        .getAsJsonArray("documents")
                        .get(0)
                        .getAsJsonObject()
                        .get("path")
                        .getAsString(),
                "of a path only its end is shown");
        assertProblem(
                400,
                "bad-request",
                send(to("/v1/check")
                        .header("Content-Type", "multipart/form-data; boundary=" + mark)
                        .POST(BodyPublishers.ofByteArrays(List.of(head.getBytes(StandardCharsets.US_ASCII), file)))));
        assertProblem(
                400,
                "bad-request",
                send(to("/v1/check")
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofString("x"))));
        assertProblem(
                400,
                "bad-request",
                send(to("/v1/check")
                        .header("Content-Type", "multipart/form-data; boundary=" + mark)
                        .POST(BodyPublishers.ofString("--" + mark + "--\r\n"))));
        assertProblem(
                413,
                "too-large",
                send(to("/v1/check")
                        .header("Content-Type", "multipart/form-data; boundary=" + mark)
                        .POST(BodyPublishers.ofByteArrays(
                                List.of(head.getBytes(StandardCharsets.US_ASCII), new byte[(int) MOST + 10], tail)))));
        assertProblem(
                413,
                "too-large",
                send(to("/v1/check")
                        .header("Content-Type", "multipart/form-data; boundary=" + mark)
                        .POST(BodyPublishers.ofByteArrays(
                                List.of(head.getBytes(StandardCharsets.US_ASCII), new byte[(int) MOST * 2], tail)))));
        assertNothingLeft();
    }

    @Test
    void badUploadsHaveTheirAnswersAndTheServiceStaysUp() throws Exception {
        assertEquals(422, send(check("rong.docx", new byte[0])).statusCode());
        assertEquals(422, send(check("anh.docx", new byte[] {1, 2, 3, 4, 5})).statusCode());
        assertEquals(
                422,
                send(check("a.docx", java.util.Arrays.copyOf(Files.readAllBytes(FAULTY), 1500)))
                        .statusCode());
        assertProblem(413, "too-large", send(check("a.docx", new byte[(int) MOST + 1])));
        assertEvil("too-large", "MEMORY");
        assertEvil("crashed", "CRASH");
        for (String name : List.of("../../x.txt", "C:\\x\\y.txt", "/etc/passwd", "..", "", "a\u0000b\n.txt")) {
            HttpResponse<String> answer = send(check(name, "KẾ HOẠCH\nx".getBytes(StandardCharsets.UTF_8)));
            String shown = json(answer)
                    .getAsJsonArray("documents")
                    .get(0)
                    .getAsJsonObject()
                    .get("path")
                    .getAsString();
            assertFalse(
                    shown.contains("/") || shown.contains("\\") || shown.contains("..") || shown.contains("\n"), shown);
        }
        assertProblem(404, "not-found", send(to("/v1/reports/khong-co")));
        assertProblem(404, "not-found", send(to("/v1/khac")));
        assertProblem(404, "not-found", send(to("/v1/check").GET()));
        assertEquals(
                406,
                send(check("sau.docx", Files.readAllBytes(FAULTY))).statusCode(),
                "a good file is checked as before");
        assertNothingLeft();
    }

    private void assertEvil(String status, String order) throws Exception {
        HttpResponse<String> answer = send(check("a.txt", order.getBytes(StandardCharsets.UTF_8)));
        assertEquals(422, answer.statusCode(), order);
        assertEquals(
                status,
                json(answer)
                        .getAsJsonArray("documents")
                        .get(0)
                        .getAsJsonObject()
                        .get("status")
                        .getAsString(),
                order);
    }

    @Test
    void aCheckThatIsNeverDoneHasItsAnswerAndTheServiceStaysUp() throws Exception {
        for (Map.Entry<String, WorkerSettings> evil : Map.of(
                        "LOOP",
                        TestWorkers.settings(1, Duration.ofSeconds(1), AMPLE, null),
                        "MUTE",
                        TestWorkers.settings(1, AMPLE, Duration.ofSeconds(1), null))
                .entrySet()) {
            service.close();
            try (WorkerPool brief = new WorkerPool(evil.getValue())) {
                begin(brief, AMPLE, 8, 8);
                assertEvil("timeout", evil.getKey());
            }
        }
        assertEquals(200, send(to("/v1/health")).statusCode());
        assertNothingLeft();
    }

    @Test
    void aSlowClientIsSentAway() throws Exception {
        service.close();
        begin(TestWorkers.shared(), Duration.ofSeconds(2), 8, 8);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/check?name=a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + MOST + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(socket));
            // A byte at each look: hours for the whole.
            Until.holds("it is answered though it is sending", () -> {
                try {
                    out.write('x');
                    out.flush();
                } catch (IOException closed) {
                    return true;
                }
                return answer.isDone();
            });
            assertTrue(answer.get().contains(" 408 "), "answered with: " + answer.get());
        }
        assertNothingLeft();
    }

    /** What comes first. */
    private static String read(Socket socket) {
        byte[] said = new byte[400];
        try {
            return new String(said, 0, Math.max(0, socket.getInputStream().read(said)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void whoSendsSlowlyHoldsNoPlaceOfACheck() throws Exception {
        service.close();
        begin(2, 2);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), URI.create(base).getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write("POST /v1/check?name=a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertEquals(
                    406,
                    send(check("a.docx", Files.readAllBytes(FAULTY))).statusCode(),
                    "while all of those are sending");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertNothingLeft();
    }

    @Test
    void moreThanItCanBearIsTurnedAwayAndTheRestIsAnswered() throws Exception {
        service.close();
        begin(3, 2);
        Path gate = folder.resolve("gate");
        byte[] waiting = ("WAIT-FOR " + gate).getBytes(StandardCharsets.UTF_8);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            answers.add(client.sendAsync(check("a" + i + ".txt", waiting).build(), BodyHandlers.ofString()));
        }
        Until.holds(
                "all are turned away but those that have a place",
                () -> answers.stream().filter(CompletableFuture::isDone).count() == 10);
        for (CompletableFuture<HttpResponse<String>> turnedAway :
                answers.stream().filter(CompletableFuture::isDone).toList()) {
            assertEquals(429, turnedAway.get().statusCode());
            assertTrue(turnedAway.get().headers().firstValue("Retry-After").isPresent());
        }
        Files.createFile(gate);
        assertEquals(
                2,
                answers.stream()
                        .filter(answer -> answer.join().statusCode() == 200)
                        .count(),
                "the rest is answered");
        assertEquals(406, send(check("sau.docx", Files.readAllBytes(FAULTY))).statusCode());
    }

    @Test
    void withoutATokenNothingIsTold() throws Exception {
        String upload = store.addToken("quet", Role.UPLOAD);
        String admin = store.addToken("quan-tri", Role.ADMIN);
        for (String path : List.of("/v1/reports", "/v1/reports/x", "/v1/rules", "/v1/openapi.json", "/metrics")) {
            assertProblem(401, "unauthorized", send(to(path)));
            assertProblem(401, "unauthorized", send(to(path).header("Authorization", "Bearer plt_sai")));
        }
        assertProblem(401, "unauthorized", send(check("a.docx", Files.readAllBytes(FAULTY))));
        assertEquals("{\"status\":\"up\"}", send(to("/v1/health")).body(), "that it is up, and no more");
        String page = send(to("/")).body();
        assertTrue(page.contains("name=\"token\"") && !page.contains("id=\"drop\""), "the page asks for a token");
        assertEquals(
                406,
                send(check("a.docx", Files.readAllBytes(FAULTY)).header("Authorization", "Bearer " + upload))
                        .statusCode());
        assertProblem(403, "forbidden", send(to("/v1/reports").header("Authorization", "Bearer " + upload)));
        assertProblem(403, "forbidden", send(to("/metrics").header("Authorization", "Bearer " + upload)));
        assertTrue(send(to("/metrics").header("Authorization", "Bearer " + admin))
                .body()
                .contains("planlint_verdicts_total"));
        HttpResponse<String> login = send(to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + admin)));
        assertEquals(303, login.statusCode());
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertTrue(send(to("/").header("Cookie", cookie.substring(0, cookie.indexOf(';'))))
                .body()
                .contains("id=\"recent\""));
        assertEquals(1, store.revoke("quan-tri"));
        assertProblem(401, "unauthorized", send(to("/metrics").header("Authorization", "Bearer " + admin)));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(upload),
                        "no token is kept as it is");
            }
        }
    }

    @Test
    void othersThanThisMachineNeedATokenBeforeItListens() throws Exception {
        Service.Settings open =
                new Service.Settings("0.0.0.0", 0, folder, MOST, AMPLE, 8, 8, Severity.ERROR, Policy.OPEN, Language.EN);
        assertThrows(
                IllegalArgumentException.class, () -> new Service(open, PLANLINT, TestWorkers.shared(), store, alarm));
        store.addToken("a", Role.UPLOAD);
        new Service(open, PLANLINT, TestWorkers.shared(), store, alarm).close();
    }

    @Test
    void aReviewerLetsAFindingPassAndTheVerdictFollows() throws Exception {
        HttpResponse<String> first = send(check("a.docx", Files.readAllBytes(FAULTY)));
        String place = first.headers().firstValue("Location").orElseThrow();
        List<String> errors = new ArrayList<>();
        json(first)
                .getAsJsonArray("documents")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("findings")
                .forEach(finding -> {
                    if (finding.getAsJsonObject().get("severity").getAsString().equals("error")) {
                        errors.add(finding.getAsJsonObject().get("fingerprint").getAsString());
                    }
                });
        assertProblem(400, "bad-request", send(waive(place, errors.get(0), "", "Bà Hoa")));
        assertProblem(400, "bad-request", send(waive(place, errors.get(0), "đã hỏi", "")));
        assertProblem(404, "not-found", send(waive(place, "0123456789abcdef", "đã hỏi", "Bà Hoa")));
        assertProblem(404, "not-found", send(waive("/v1/reports/x", errors.get(0), "đã hỏi", "Bà Hoa")));
        for (String error : errors) {
            assertEquals(
                    200,
                    send(waive(place, error, "đã hỏi phòng Nội vụ", "Bà Hoa")).statusCode());
        }
        assertEquals(
                "acceptable",
                send(to(place)).headers().firstValue("X-PlanLint-Verdict").orElseThrow());
        assertEquals(
                "acceptable",
                JsonParser.parseString(send(to("/v1/reports")).body())
                        .getAsJsonArray()
                        .get(0)
                        .getAsJsonObject()
                        .get("verdict")
                        .getAsString());
        assertEquals(200, send(check("a.docx", Files.readAllBytes(FAULTY))).statusCode(), "sent again");
        assertEquals(406, send(check("b.docx", Files.readAllBytes(FAULTY))).statusCode(), "another document");
        String page = send(to(place + "?format=html")).body();
        assertTrue(page.contains("đã hỏi phòng Nội vụ") && page.contains("form-action 'self'"), page);
        assertEquals(
                "not-acceptable",
                send(to(place + "/waivers/" + errors.get(0)).DELETE())
                        .headers()
                        .firstValue("X-PlanLint-Verdict")
                        .orElseThrow(),
                "taken back");
        assertProblem(
                404, "not-found", send(to(place + "/waivers/" + errors.get(0)).DELETE()));
        HttpResponse<String> form = send(to(place + "/waivers")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("fingerprint=" + errors.get(0) + "&by=B%C3%A0+Hoa&reason=x")));
        assertEquals(303, form.statusCode());
        assertEquals(
                place + "?format=html",
                form.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", ""));
        String token = store.addToken("người gửi", Role.UPLOAD);
        assertProblem(
                403,
                "forbidden",
                send(waive(place, errors.get(0), "x", "y").header("Authorization", "Bearer " + token)));
        String reviewer = store.addToken("Ông Nam", Role.REVIEW);
        assertTrue(
                send(waive(place, errors.get(0), "x", "kẻ khác").header("Authorization", "Bearer " + reviewer))
                        .body()
                        .contains("Ông Nam"),
                "the token says who");
    }

    private HttpRequest.Builder waive(String place, String fingerprint, String reason, String by) {
        JsonObject body = new JsonObject();
        body.addProperty("fingerprint", fingerprint);
        body.addProperty("reason", reason);
        body.addProperty("by", by);
        return to(place + "/waivers")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    @Test
    void tokensAreMadeAndRevokedWhileItRuns() throws Exception {
        HttpResponse<String> made = send(
                to("/v1/tokens").POST(BodyPublishers.ofString("{\"name\": \"trưởng phòng\", \"role\": \"admin\"}")));
        assertEquals(201, made.statusCode(), made.body());
        String token = "Bearer " + json(made).get("token").getAsString();
        assertProblem(401, "unauthorized", send(to("/v1/tokens")));
        assertProblem(
                400,
                "bad-request",
                send(to("/v1/tokens")
                        .header("Authorization", token)
                        .POST(BodyPublishers.ofString("{\"name\": \"a\", \"role\": \"anyone\"}"))));
        assertProblem(
                400,
                "bad-request",
                send(to("/v1/tokens")
                        .header("Authorization", token)
                        .POST(BodyPublishers.ofString("{\"role\": \"upload\"}"))));
        assertEquals(
                201,
                send(to("/v1/tokens")
                                .header("Authorization", token)
                                .POST(BodyPublishers.ofString("{\"name\": \"a\", \"role\": \"upload\"}")))
                        .statusCode());
        String list = send(to("/v1/tokens").header("Authorization", token)).body();
        assertTrue(list.contains("\"role\":\"upload\"") && !list.contains("plt_"), list);
        assertEquals(
                204,
                send(to("/v1/tokens/a").header("Authorization", token).DELETE()).statusCode());
        assertProblem(
                404,
                "not-found",
                send(to("/v1/tokens/a").header("Authorization", token).DELETE()));
    }

    @Test
    void noPageOfAnotherSiteSpeaksForWhoSitsHere() throws Exception {
        assertProblem(
                401,
                "unauthorized",
                send(check("a.txt", "x".getBytes(StandardCharsets.UTF_8)).header("Origin", "http://evil.example")));
        assertEquals(
                200,
                send(check("a.txt", "x".getBytes(StandardCharsets.UTF_8)).header("Origin", base))
                        .statusCode());
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(base).getPort())) {
            socket.getOutputStream()
                    .write("GET /v1/reports HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.startsWith("HTTP/1.1 401"), said);
        }
    }

    @Test
    void thePolicyDecidesAndWhatCannotBeCheckedPassesWithAnAlarm() throws Exception {
        service.close();
        policy = new Policy(
                Map.of(Verdict.NOT_ACCEPTABLE, Policy.Decision.REJECT, Verdict.NOT_EVALUABLE, Policy.Decision.HOLD),
                Policy.Decision.ACCEPT,
                null);
        begin(8, 8);
        assertEquals("reject", decision(check("a.docx", Files.readAllBytes(FAULTY))));
        assertEquals("hold", decision(check("a.docx", new byte[0])));
        assertEquals(0, alarm.raised());
        assertEquals("accept", decision(check("a.txt", "CRASH".getBytes(StandardCharsets.UTF_8))), "fail-open");
        assertEquals(1, alarm.raised());
        assertTrue(send(to("/metrics")).body().contains("planlint_alarms_total 1.0"));
    }

    private String decision(HttpRequest.Builder request) throws Exception {
        return send(request).headers().firstValue("X-PlanLint-Decision").orElseThrow();
    }

    @Test
    void twoWhoSendTheSameAtOnceHaveOneCheck() throws Exception {
        byte[] file = Files.readAllBytes(FAULTY);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(client.sendAsync(check("a.docx", file).build(), BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertEquals(406, answer.get().statusCode());
        }
        assertTrue(
                send(to("/metrics"))
                        .body()
                        .contains("planlint_verdicts_total{status=\"checked\",verdict=\"not-acceptable\"} 1.0"),
                "checked once");
    }

    @Test
    void aMendedCopyIsAnsweredAndNothingIsKept() throws Exception {
        byte[] plan = Files.readAllBytes(FAULTY);
        HttpResponse<byte[]> answer = client.send(
                to("/v1/fix?only=event-year")
                        .POST(BodyPublishers.ofByteArray(plan))
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        assertEquals(
                "mended=0, offered=0, left=2",
                answer.headers().firstValue("X-PlanLint-Fix").orElse(""));
        assertArrayEquals(plan, answer.body(), "there is nothing to mend");
        assertProblem(400, "bad-request", send(to("/v1/fix?only=x").POST(BodyPublishers.ofByteArray(plan))));
        assertProblem(422, "not-docx", send(to("/v1/fix").POST(BodyPublishers.ofString("KẾ HOẠCH"))));
        assertEquals(0, store.reports("", null, 10).size());
        assertNothingLeft();
    }

    @Test
    void theDescriptionNamesEveryRoute() throws Exception {
        JsonObject paths = json(send(to("/v1/openapi.json"))).getAsJsonObject("paths");
        for (String path : paths.keySet()) {
            for (String method : paths.getAsJsonObject(path).keySet()) {
                HttpResponse<String> answer = send(to(path.replaceAll("\\{\\w+}", "x"))
                        .method(method.toUpperCase(java.util.Locale.ROOT), BodyPublishers.noBody()));
                assertFalse(answer.statusCode() == 404 && !path.contains("{"), method + " " + path);
                assertTrue(
                        paths.getAsJsonObject(path)
                                .getAsJsonObject(method)
                                .getAsJsonObject("responses")
                                .has(String.valueOf(answer.statusCode())),
                        method + " " + path + " answers " + answer.statusCode());
            }
        }
        assertTrue(JsonParser.parseString(send(to("/v1/rules")).body())
                        .getAsJsonArray()
                        .size()
                > 100);
    }

    /** The server sweeps up behind a form after it has answered, so that the answer may be here first. */
    private void assertNothingLeft() throws Exception {
        Until.holds("no upload stays", () -> left().isEmpty());
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            return left.toList();
        }
    }
}
