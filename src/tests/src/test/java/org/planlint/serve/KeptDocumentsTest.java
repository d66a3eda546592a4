package org.planlint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.planlint.isolate.TestWorkers.AMPLE;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.TestWorkers;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.State;
import org.planlint.report.Verdict;
import org.planlint.samples.StartsPrograms;
import org.planlint.store.Keeping;
import org.planlint.store.KeptDocuments;
import org.planlint.store.Retention;
import org.planlint.store.Role;
import org.planlint.store.Store;

/** Documents that are kept with their reports: whose, who may read them, what is made of them, and until when. */
@StartsPrograms
class KeptDocumentsTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final Path DOCX = Path.of("samples/02-toa-dam-nam-cu.docx");
    private static final Path PDF = Path.of("samples/02-toa-dam-nam-cu.pdf");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Store store;
    private Service service;
    private String base;

    @BeforeEach
    void start() throws IOException {
        store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
        begin(Keeping.ASKED, Retention.FOR_EVER);
    }

    private void begin(Keeping keeping, Retention retention) throws IOException {
        service = new Service(
                new Service.Settings(
                        "127.0.0.1",
                        0,
                        folder,
                        10 << 20,
                        AMPLE,
                        8,
                        8,
                        Severity.ERROR,
                        Policy.OPEN,
                        Language.VI,
                        keeping,
                        retention),
                PLANLINT,
                TestWorkers.shared(),
                store,
                new Alarm(new PrintWriter(System.err), null));
        base = "http://127.0.0.1:" + service.start();
    }

    @AfterEach
    void stop() {
        service.close();
        store.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(to(path).build(), BodyHandlers.ofByteArray());
    }

    private String page(String path) throws IOException, InterruptedException {
        return client.send(to(path).header("Accept", "text/html").build(), BodyHandlers.ofString())
                .body();
    }

    /** Where the report is. */
    private String send(String name, Path file, String more) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                to("/v1/check?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + more)
                        .POST(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> kept = Files.list(folder.resolve("documents"))) {
            return kept.toList();
        }
    }

    @Test
    void aDocumentIsKeptWhereItsSenderAsksAndShownBesideItsReport() throws Exception {
        String place = send("kế hoạch.docx", DOCX, "");
        assertEquals(List.of(), kept(), "who sends over the API does not ask");
        String bare = page(place);
        assertTrue(bare.contains("Không giữ tài liệu này") && !bare.contains("I. MỤC ĐÍCH"), bare);
        assertTrue(bare.contains("lúc 13 giờ 30 phút"), "the line around the evidence is there");
        assertEquals(404, get(place + "/annotated").statusCode());
        assertEquals(404, get(place + "/fixed").statusCode());

        assertEquals(place, send("kế hoạch.docx", DOCX, "&keep=true"), "the same report");
        String whole = page(place);
        assertTrue(whole.contains("I. MỤC ĐÍCH") && whole.contains("id=\"t1\""), "the plan, with the words marked");
        assertFalse(whole.contains("Không giữ tài liệu này"));
        HttpResponse<byte[]> notes = get(place + "/annotated");
        assertEquals(200, notes.statusCode());
        assertEquals(
                "attachment; filename=\"k-ho-ch-ghi-chu.docx\"; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch-ghi-chu.docx",
                notes.headers().firstValue("Content-Disposition").orElseThrow());
        Path copy = Files.write(folder.resolve("copy.docx"), notes.body());
        assertEquals(PLANLINT.check(DOCX).findings(), PLANLINT.check(copy).findings(), "the same plan");
        assertTrue(notes.body().length > Files.size(DOCX), "with notes");
        assertEquals(
                "mended=0, offered=0, left=4",
                get(place + "/fixed").headers().firstValue("X-PlanLint-Fix").orElseThrow());
        assertEquals('P', get(place + "?format=xlsx").body()[0]);

        String pdf = send("kế hoạch.pdf", PDF, "&keep=true");
        assertTrue(page(pdf).contains("<figure><div class=\"sheet\"><img"), "pages of a pdf");
        assertTrue(new String(get(pdf + "/annotated").body(), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        assertEquals(422, get(pdf + "/fixed").statusCode(), "only a docx is mended");
        send("hỏng.docx", Files.writeString(folder.resolve("x"), "PK\3\4"), "&keep=true");
        assertEquals(2, kept().size(), "what cannot be read is not kept");
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void nobodyButItsOwnerReadsIt() throws Exception {
        send("a.pdf", PDF, "&keep=true");
        try (Stream<Path> all = Files.walk(folder.resolve("documents"))) {
            for (Path one : all.toList()) {
                assertEquals(
                        Files.isDirectory(one) ? "rwx------" : "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(one)),
                        one.toString());
            }
        }
    }

    @Test
    void theAdministratorSaysWhoseAreKept() throws Exception {
        service.close();
        begin(Keeping.NEVER, Retention.FOR_EVER);
        send("a.docx", DOCX, "&keep=true");
        assertEquals(0, kept().size());
        assertFalse(page("/").contains("id=\"keep\""));
        service.close();
        begin(Keeping.ALWAYS, Retention.FOR_EVER);
        send("b.docx", DOCX, "&keep=false");
        assertEquals(0, kept().size());
        send("c.docx", DOCX, "");
        assertEquals(1, kept().size());
        assertEquals(
                400,
                client.send(
                                to("/v1/check?keep=maybe")
                                        .POST(BodyPublishers.ofFile(DOCX))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void aDocumentGoesWithItsReportByAgeAndByNumber() throws Exception {
        Files.createDirectories(folder.resolve("documents/0123"));
        Files.writeString(folder.resolve("documents/0123/document"), "left by one that was killed");
        service.close();
        begin(Keeping.ASKED, Retention.FOR_EVER);
        assertEquals(List.of(), kept(), "what has no report is swept away at the start");
        String first = send("a.docx", DOCX, "&keep=true");
        String second = send("b.docx", DOCX, "&keep=true");
        String third = send("c.docx", DOCX, "&keep=true");
        KeptDocuments documents = new KeptDocuments(folder.resolve("documents"));
        new Retention(Duration.ofDays(30), 3).sweep(store, documents, InstantSource.system());
        assertEquals(3, kept().size(), "none is old or too many");
        new Retention(null, 2).sweep(store, documents, InstantSource.system());
        assertEquals(404, get(first).statusCode(), "the oldest goes first");
        assertEquals(200, get(second).statusCode());
        assertEquals(2, kept().size());
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofDays(31));
        new Retention(Duration.ofDays(30), 0).sweep(store, documents, later);
        assertEquals(404, get(third).statusCode());
        assertTrue(page(third).contains("đã hết thời hạn lưu"), "people are told why");
        assertEquals(List.of(), kept());
    }

    @Test
    void theStageThatASenderNamesDecides() throws Exception {
        List<String> severities = new ArrayList<>();
        for (String stage : List.of("draft", "final", "")) {
            String place = send("a.docx", DOCX, "&stage=" + stage);
            JsonParser.parseString(new String(get(place).body(), StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .getAsJsonArray("documents")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonArray("findings")
                    .forEach(finding -> {
                        if (finding.getAsJsonObject().get("rule").getAsString().equals("missing-number")) {
                            severities.add(
                                    finding.getAsJsonObject().get("severity").getAsString());
                        }
                    });
        }
        assertEquals(List.of("info", "error", "info"), severities, "each has a report of its own");
        assertEquals(
                400,
                client.send(
                                to("/v1/check?stage=ban-nhap")
                                        .POST(BodyPublishers.ofFile(DOCX))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void whatIsToBeReviewedIsConfirmedOrLetPass() throws Exception {
        DocumentReport report = PLANLINT.check(DOCX).withPath("quét.pdf");
        Finding sure = report.findings().get(2);
        Finding unsure = new Finding(
                sure.rule(),
                Severity.WARNING,
                State.NEEDS_REVIEW,
                sure.message(),
                sure.evidence(),
                sure.expected(),
                sure.citation(),
                sure.advice(),
                sure.suggestion(),
                sure.location(),
                sure.line(),
                sure.column(),
                sure.fingerprint(),
                null);
        store.keep(
                new Store.Kept("0123", Instant.EPOCH, null, Verdict.ACCEPTABLE, report.withFindings(List.of(unsure))));
        String place = "/v1/reports/0123";
        assertTrue(page(place).contains("value=\"confirm\""), "the page asks");
        String reviewer = store.addToken("Bà <Hoa>", Role.REVIEW);
        String uploader = store.addToken("quét", Role.UPLOAD);
        assertEquals(403, settle(place, uploader, sure, "confirm").statusCode());
        assertEquals(400, settle(place, reviewer, sure, "perhaps").statusCode());
        HttpResponse<String> confirmed = settle(place, reviewer, sure, "confirm");
        assertTrue(confirmed.body().contains("\"state\": \"FAIL\""), confirmed.body());
        String page = client.send(
                        to(place)
                                .header("Accept", "text/html")
                                .header("Authorization", "Bearer " + reviewer)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertTrue(page.contains("Đã xem bản quét và xác nhận"), page);
        assertTrue(page.contains("Bà &lt;Hoa&gt;") && !page.contains("value=\"confirm\""), page);
        HttpResponse<String> back = settle(place, reviewer, sure, "back");
        assertTrue(back.body().contains("\"state\": \"NEEDS_REVIEW\""), back.body());
        assertEquals(404, settle(place, reviewer, sure, "back").statusCode(), "nothing is left to take back");
        assertEquals(400, settle(place, reviewer, sure, "pass").statusCode(), "who lets pass says why");
        HttpResponse<String> over = client.send(
                to(place + "/waivers")
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + reviewer)
                        .POST(BodyPublishers.ofString("{\"fingerprint\": \"" + sure.fingerprint()
                                + "\", \"reason\": \"x\", \"expires\": \"2001-01-01\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(400, over.statusCode(), "a day that is over lets nothing pass");
    }

    private HttpResponse<String> settle(String place, String token, Finding finding, String decision)
            throws IOException, InterruptedException {
        return client.send(
                to(place + "/waivers")
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("{\"fingerprint\": \"" + finding.fingerprint()
                                + "\", \"decision\": \"" + decision + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void theListIsCutSortedAndCounted() throws Exception {
        for (int i = 0; i < 5; i++) {
            send("kế hoạch " + i + ".docx", DOCX, "");
        }
        send("thư.txt", Files.writeString(folder.resolve("x.txt"), "Kính gửi"), "");
        assertEquals(
                List.of("kế hoạch 3.docx", "kế hoạch 2.docx"),
                names("sort=name&order=down&search=ke+hoach&from=1&most=2"));
        assertEquals(List.of("kế hoạch 0.docx"), names("sort=name&order=up&most=1&search=KE+noi+0"));
        assertEquals("thư.txt", names("").get(0), "the newest first");
        assertEquals(
                "acceptable=0, not-acceptable=5, not-a-plan=1, not-evaluable=0",
                get("/v1/reports?most=1&verdict=not-a-plan")
                        .headers()
                        .firstValue("X-PlanLint-Counts")
                        .orElseThrow());
        assertEquals(List.of("thư.txt"), names("verdict=not-a-plan"));
        for (String wrong : List.of("sort=words", "from=-1", "most=x", "verdict=x")) {
            assertEquals(400, get("/v1/reports?" + wrong).statusCode(), wrong);
        }
    }

    private List<String> names(String query) throws IOException, InterruptedException {
        JsonArray lines = JsonParser.parseString(
                        new String(get("/v1/reports?" + query).body(), StandardCharsets.UTF_8))
                .getAsJsonArray();
        return StreamSupport.stream(lines.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(line -> line.get("name").getAsString())
                .toList();
    }

    @Test
    void rulesHavePagesAndWhatGoesWrongIsSaidToPeople() throws Exception {
        assertTrue(page("/rules").contains("href=\"/rules/event-year\""));
        assertTrue(page("/rules/event-year?lang=en").contains("<html lang=\"en\""));
        assertEquals(404, get("/rules/khong-co").statusCode());
        store.addToken("a", Role.UPLOAD);
        String asked = page("/v1/reports/0123?format=html");
        assertTrue(asked.contains("name=\"token\"") && asked.contains("value=\"/v1/reports/0123?format=html\""), asked);
        assertEquals("/v1/reports/0123?format=html", landsAt("/v1/reports/0123?format=html"));
        for (String evil : List.of("//evil.example/", "https://evil.example/", "/\\evil.example", "")) {
            assertEquals("/", landsAt(evil), evil);
        }
    }

    /** Where who has a token comes to. */
    private String landsAt(String next) throws IOException, InterruptedException {
        return client.send(
                        to("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("token=" + store.addToken("b", Role.UPLOAD) + "&next="
                                        + URLEncoder.encode(next, StandardCharsets.UTF_8)))
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^" + base, "");
    }
}
