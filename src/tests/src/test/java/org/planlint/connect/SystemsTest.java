package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.EventSource;
import org.planlint.host.Signature;
import org.planlint.isolate.TestWorkers;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.Verdict;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;
import org.planlint.store.CheckOnce;
import org.planlint.store.Queue;
import org.planlint.store.Store;

/** Each kind of document system that sends notifications, as its documentation describes it. */
@StartsPrograms
class SystemsTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");
    private static final Path SOUND = Path.of("samples/01-hoi-nghi-so-ket.docx");

    @TempDir
    Path folder;

    private final List<String> checked = new ArrayList<>();
    private final StringWriter alarms = new StringWriter();
    private CheckOnce checks;
    private Store store;
    private FakeSystem system;
    private Connector connector;

    /** A system, and ids of documents as it gives them. */
    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of(
                        "directus",
                        (Supplier<FakeSystem>) FakeDirectus::new,
                        Stream.generate(() -> UUID.randomUUID().toString())
                                .limit(4)
                                .toList()),
                Arguments.of("paperless", (Supplier<FakeSystem>) FakePaperless::new, List.of("12", "13", "14", "15")),
                Arguments.of(
                        "nextcloud",
                        (Supplier<FakeSystem>) FakeNextcloud::new,
                        List.of("/Plans/cũ.docx", "/Plans/mới & nhất.docx", "/Plans/a.docx", "/Plans/b.docx")),
                Arguments.of(
                        "alfresco",
                        (Supplier<FakeSystem>) FakeAlfresco::new,
                        Stream.generate(() -> UUID.randomUUID().toString())
                                .limit(4)
                                .toList()));
    }

    @BeforeEach
    void open() {
        store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
    }

    @AfterEach
    void close() {
        if (connector != null) {
            connector.close();
        }
        store.close();
        system.close();
    }

    private void begin(int attempts) throws Exception {
        Path file = folder.resolve("connections.yaml");
        Files.writeString(
                file,
                "policy: {not-acceptable: hold}\nsources:\n  nguon: "
                        + system.source().replace("every: 1", "every: 1, attempts: " + attempts) + "\n");
        Connections given = Connections.read(file, Map.of("TOKEN", "s3cret")::get);
        checks = new CheckOnce(PLANLINT, TestWorkers.shared(), store, Severity.ERROR, (report, verdict, took) -> {
            synchronized (checked) {
                checked.add(report.path());
            }
        });
        connector = Connector.of(
                given.sources().get("nguon"),
                new Connector.Desk(
                        PLANLINT,
                        checks,
                        new Queue(store),
                        given.policy(),
                        new Alarm(new PrintWriter(alarms), null),
                        folder,
                        5 << 20,
                        "http://planlint.example/v1/reports/",
                        Language.VI));
        connector.start();
    }

    private void await(String what, Until.Event event) throws Exception {
        Until.holds(() -> what + "; alarms: " + alarms + "; asked: " + system.asked(), event);
    }

    private boolean has(FakeSystem.Held document, Verdict verdict) {
        synchronized (system) {
            return system.verdict(document) == verdict;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void aDocumentHasItsVerdictWhetherOrNotANotificationTellsOfIt(
            String name, Supplier<FakeSystem> make, List<String> ids) throws Exception {
        system = make.get();
        FakeSystem.Held old = put(ids.get(0), FAULTY);
        if (name.equals("paperless")) {
            old.fields.put("Số công văn", "12/CV");
        }
        begin(8);
        await("one from before", () -> has(old, Verdict.NOT_ACCEPTABLE));
        FakeSystem.Held fresh = put(ids.get(1), SOUND);
        assertEquals(1, connector.notified(null, system.notification(fresh)));
        await("a new one", () -> has(fresh, Verdict.ACCEPTABLE));
        // The look that finds the third sees its own writing too, and works all of that off before the look that finds
        // the fourth.
        FakeSystem.Held third = put(ids.get(2), SOUND);
        await("found by a look", () -> has(third, Verdict.ACCEPTABLE));
        FakeSystem.Held fourth = put(ids.get(3), SOUND);
        await("found by the next", () -> has(fourth, Verdict.ACCEPTABLE));
        assertEquals(List.of(1, 1), List.of(old.verdicts, fresh.verdicts), "its own writing leads to no writing");
        assertEquals(4, checked.size(), "nor to a check: " + checked);
        if (name.equals("paperless")) {
            assertEquals("12/CV", old.fields.get("Số công văn"), "fields of others stay");
            assertTrue(old.remarks.get(0).contains("event-year"), old.remarks.toString());
        }
        assertTrue(old.fields.containsValue("hold"), "the policy's word: " + old.fields);
        assertEquals("", alarms.toString());

        put(ids.get(0), SOUND);
        await("another content", () -> has(old, Verdict.ACCEPTABLE));
    }

    /** Documents of Nextcloud are known by their path. */
    private FakeSystem.Held put(String id, Path content) throws IOException {
        return system.put(
                id,
                id.startsWith("/") ? id.substring(id.lastIndexOf('/') + 1) : "ke-hoach-" + id + ".docx",
                Files.readAllBytes(content));
    }

    @Test
    void fieldsThatTheConnectionNamesAreComparedWithTheDocument() throws Exception {
        system = new FakeDirectus() {
            @Override
            String source() {
                return super.source()
                        .replace(
                                "every: 1}",
                                "every: 1, record: {number: so_van_ban, symbol: ky_hieu, subject: trich_yeu}}");
            }
        };
        FakeSystem.Held document = put("8cc6a6a5-8c7a-4d5e-9f5a-0e5d1f3f7c11", SOUND);
        synchronized (system) {
            document.fields.put("so_van_ban", "99");
            document.fields.put("ky_hieu", "KH-UBND");
            document.fields.put("trich_yeu", null);
        }
        begin(8);
        await("compared", () -> {
            synchronized (system) {
                return String.valueOf(document.fields.get("planlint_summary")).contains("record-mismatch");
            }
        });
    }

    /** A folder may be "for signature": its plans lack what comes after it. */
    @ParameterizedTest
    @CsvSource({"draft, ACCEPTABLE", "final, NOT_ACCEPTABLE"})
    void theConnectionSaysHowFarItsPlansHaveCome(String stage, Verdict expected) throws Exception {
        system = new FakeDirectus() {
            @Override
            String source() {
                return super.source().replace("every: 1", "every: 1, stage: " + stage);
            }
        };
        String unnumbered =
                Files.readString(Path.of("samples/01-hoi-nghi-so-ket.txt")).replaceFirst("Số: ?118/", "Số:     /");
        FakeSystem.Held document = system.put(
                "8cc6a6a5-8c7a-4d5e-9f5a-0e5d1f3f7c12", "a.txt", unnumbered.getBytes(StandardCharsets.UTF_8));
        begin(8);
        await(stage, () -> has(document, expected));
    }

    /** A source that fills fields of its system, and what stands in them of the sound plan then. */
    static Stream<Arguments> filling() {
        return Stream.of(
                Arguments.of(
                        (Supplier<FakeSystem>) () -> new FakeDirectus() {
                            {
                                fields.addAll(List.of("so", "ky_hieu", "ngay", "trich_yeu"));
                            }

                            @Override
                            String source() {
                                return filled(super.source(), "so", "ky_hieu", "ngay", "trich_yeu");
                            }
                        },
                        "8cc6a6a5-8c7a-4d5e-9f5a-0e5d1f3f7c1%s",
                        Map.of("so", "118", "ky_hieu", "KH-UBND", "ngay", "2024-05-15")),
                Arguments.of(
                        (Supplier<FakeSystem>) () -> new FakePaperless() {
                            {
                                fields.addAll(List.of("Số", "Ngày", "trich_yeu"));
                                types.put("Ngày", "date");
                            }

                            @Override
                            String source() {
                                return filled(super.source(), "Số", "Số", "Ngày", "trich_yeu");
                            }
                        },
                        "2%s",
                        Map.of("Số", "118/KH-UBND", "Ngày", "2024-05-15", "Số công văn", "12/CV")),
                Arguments.of(
                        (Supplier<FakeSystem>) () -> new FakeAlfresco() {
                            @Override
                            String source() {
                                return filled(super.source(), "vb:so", "vb:kyHieu", "vb:ngay", "trich_yeu");
                            }
                        },
                        "8cc6a6a5-8c7a-4d5e-9f5a-0e5d1f3f7c1%s",
                        Map.of("vb:so", "118", "vb:kyHieu", "KH-UBND", "vb:ngay", "2024-05-15")));
    }

    private static String filled(String source, String number, String symbol, String date, String subject) {
        return source.replaceFirst(
                "every: 1",
                "every: 1, fill: [number, symbol, date, subject], record: {number: '" + number + "', symbol: '" + symbol
                        + "', date: '" + date + "', subject: '" + subject + "'}");
    }

    @ParameterizedTest
    @MethodSource("filling")
    void blankFieldsAreFilledFromTheDocument(Supplier<FakeSystem> make, String id, Map<String, String> expected)
            throws Exception {
        system = make.get();
        String own = "Kế hoạch tổ chức Hội nghị sơ kết công tác cải cách hành chính 6 tháng đầu năm 2024";
        FakeSystem.Held blank = put(id.formatted(1), SOUND);
        FakeSystem.Held other = put(id.formatted(2), SOUND);
        synchronized (system) {
            blank.fields.put("trich_yeu", own);
            other.fields.put("trich_yeu", "Báo cáo về việc khác hẳn, của một văn bản khác");
            if (expected.containsKey("Số công văn")) {
                blank.fields.put("Số công văn", "12/CV");
            }
        }
        begin(8);
        await("both", () -> has(blank, Verdict.ACCEPTABLE) && has(other, Verdict.ACCEPTABLE));
        FakeSystem.Held later = put(id.formatted(3), SOUND);
        await("a later one, from a look that saw its own writing", () -> has(later, Verdict.ACCEPTABLE));
        synchronized (system) {
            expected.forEach((field, value) -> assertEquals(value, blank.fields.get(field), field));
            assertEquals(own, blank.fields.get("trich_yeu"), "what stands there stays");
            assertEquals(1, blank.verdicts, "filling leads to no other check");
            expected.keySet().stream()
                    .filter(field -> !field.equals("Số công văn"))
                    .forEach(field -> assertNull(other.fields.get(field), "a record that disagrees is left alone"));
            assertEquals(
                    "118",
                    later.fields.values().stream()
                            .filter(value -> value != null && value.startsWith("118"))
                            .findFirst()
                            .orElse("")
                            .substring(0, 3));
        }
        assertEquals("", alarms.toString());
    }

    @Test
    void aNotificationMaySayWhatItsDocumentIs() throws Exception {
        system = new FakePaperless();
        FakeSystem.Held document = put("7", SOUND);
        begin(8);
        await("its verdict", () -> has(document, Verdict.ACCEPTABLE));
        JsonObject notification = system.notification(document);
        notification.add("record", JsonParser.parseString("{\"number\": \"119\", \"symbol\": \"KH-UBND\"}"));
        connector.notified(null, notification);
        await("held against it", () -> {
            synchronized (system) {
                return document.remarks.stream().anyMatch(remark -> remark.contains("record-mismatch"));
            }
        });
        notification.add("record", JsonParser.parseString("{\"numbre\": \"119\"}"));
        assertThrows(EventSource.Unreadable.class, () -> connector.notified(null, notification));
        put("7", FAULTY);
        await("another content", () -> has(document, Verdict.NOT_ACCEPTABLE));
        synchronized (system) {
            assertEquals(
                    1,
                    document.remarks.stream()
                            .filter(remark -> remark.contains("record-mismatch"))
                            .count(),
                    "of which nothing was said");
        }
    }

    @Test
    void whatAReviewerLetsPassIsWrittenToo() throws Exception {
        system = new FakePaperless();
        FakeSystem.Held document = system.put("7", "a.docx", Files.readAllBytes(FAULTY));
        begin(8);
        await("its verdict", () -> has(document, Verdict.NOT_ACCEPTABLE));
        String id = store.reports("", null, 10).get(0).id();
        store.report(id).orElseThrow().report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> checks.waive(id, finding.fingerprint(), "đã hỏi", "Bà Hoa", null));
        await("the other verdict", () -> has(document, Verdict.ACCEPTABLE));
        assertEquals(1, checked.size(), "and nothing was checked for it");
    }

    @Test
    void aSystemThatIsDownIsAskedAgainAndSaidOnce() throws Exception {
        system = new FakePaperless();
        FakeSystem.Held document = system.put("7", "a.docx", Files.readAllBytes(SOUND));
        system.down = true;
        begin(8);
        await("it is asked again and again", () -> system.asked().size() > 3);
        assertEquals(1, alarms.toString().lines().count(), alarms.toString());
        system.down = false;
        await("when it is up", () -> has(document, Verdict.ACCEPTABLE));
    }

    @Test
    void whatGoesWrongTooOftenRaisesAnAlarmAndIsNotLost() throws Exception {
        system = new FakePaperless() {
            @Override
            Answer answer(
                    String method,
                    String path,
                    Map<String, String> query,
                    byte[] body,
                    com.sun.net.httpserver.HttpExchange exchange) {
                return path.endsWith("/download/") && held.get("7").remarks.isEmpty()
                        ? new Answer(500, "broken disk")
                        : super.answer(method, path, query, body, exchange);
            }
        };
        FakeSystem.Held document = system.put("7", "a.docx", Files.readAllBytes(SOUND));
        begin(2);
        await("given up", () -> !new Queue(store).failed().isEmpty());
        await(
                "told of it",
                () -> alarms.toString().contains("nguon") && alarms.toString().contains("HTTP 500"));
        assertNull(system.verdict(document));
        synchronized (system) {
            document.remarks.add("the disk is whole again");
        }
        connector.notified(null, system.notification(document));
        await("named anew", () -> has(document, Verdict.ACCEPTABLE));
        assertEquals(List.of(), new Queue(store).failed());
    }

    @Test
    void whatWasGivenUpIsTriedAgainWhenTheSystemWasDownAndIsBack() throws Exception {
        system = new FakePaperless() {
            @Override
            Answer answer(
                    String method,
                    String path,
                    Map<String, String> query,
                    byte[] body,
                    com.sun.net.httpserver.HttpExchange exchange) {
                return path.endsWith("/download/") && held.get("7").remarks.isEmpty()
                        ? new Answer(502, "no storage")
                        : super.answer(method, path, query, body, exchange);
            }
        };
        FakeSystem.Held document = system.put("7", "a.docx", Files.readAllBytes(SOUND));
        begin(2);
        await("given up", () -> !new Queue(store).failed().isEmpty());
        system.down = true;
        await("found down", () -> alarms.toString().lines().count() > 1);
        synchronized (system) {
            document.remarks.add("the storage is back");
        }
        system.down = false;
        await("tried again", () -> has(document, Verdict.ACCEPTABLE));
    }

    @Test
    void alfrescosTopicTellsOfADocumentAndABrokenMessageHarmsNothing() throws Exception {
        BrokerService broker = new BrokerService();
        broker.setPersistent(false);
        broker.setUseJmx(false);
        String address = broker.addConnector("tcp://127.0.0.1:0").getPublishableConnectString();
        broker.start();
        try {
            FakeAlfresco alfresco = new FakeAlfresco() {
                /** A search that finds nothing yet, so that only the topic can have told. */
                @Override
                Answer answer(
                        String method,
                        String path,
                        Map<String, String> query,
                        byte[] body,
                        com.sun.net.httpserver.HttpExchange exchange) {
                    return path.endsWith("/search")
                            ? new Answer(200, "{\"list\":{\"pagination\":{\"hasMoreItems\":false},\"entries\":[]}}")
                            : super.answer(method, path, query, body, exchange);
                }
            };
            alfresco.broker = address;
            system = alfresco;
            begin(8);
            FakeSystem.Held document = system.put(UUID.randomUUID().toString(), "a.docx", Files.readAllBytes(FAULTY));
            await("it listens", () -> hears(broker));
            send(
                    address,
                    "not JSON",
                    "[]",
                    "{\"type\":\"org.alfresco.event.node.Deleted\",\"id\":\"1\",\"data\":{\"resource\":{\"id\":\""
                            + document.id + "\"}}}",
                    system.notification(document).toString());
            await("told by the topic", () -> has(document, Verdict.NOT_ACCEPTABLE));
        } finally {
            connector.close();
            broker.stop();
        }
    }

    private static boolean hears(BrokerService broker) {
        try {
            return broker.getBroker().getDestinationMap().values().stream()
                    .anyMatch(destination -> destination.getName().equals("alfresco.repo.event2")
                            && !destination.getConsumers().isEmpty());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(String broker, String... messages) throws Exception {
        try (jakarta.jms.Connection connection = new ActiveMQConnectionFactory(broker).createConnection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createTopic("alfresco.repo.event2"));
            for (String message : messages) {
                producer.send(session.createTextMessage(message));
            }
        }
    }

    /** Notifications as such systems send them, and what they name; an id that is no id leads nowhere. */
    static Stream<Arguments> notifications() {
        return Stream.of(
                Arguments.of(
                        "directus",
                        "{\"event\":\"files.update\",\"keys\":[\"7f9e6c1e-2b7e-4b8e-9d52-0c4f0a1b2c3d\"],\"collection\":\"directus_files\"}",
                        List.of("7f9e6c1e-2b7e-4b8e-9d52-0c4f0a1b2c3d")),
                Arguments.of("directus", "{\"event\":\"files.upload\",\"key\":\"../users/me\"}", List.of()),
                Arguments.of(
                        "directus",
                        "{\"event\":\"files.delete\",\"keys\":[\"7f9e6c1e-2b7e-4b8e-9d52-0c4f0a1b2c3d\"]}",
                        List.of()),
                Arguments.of(
                        "directus",
                        "{\"event\":\"items.create\",\"key\":\"7f9e6c1e-2b7e-4b8e-9d52-0c4f0a1b2c3d\"}",
                        List.of()),
                Arguments.of(
                        "paperless",
                        "{\"doc_url\":\"https://p.example/documents/123/\",\"doc_title\":\"Kế hoạch\"}",
                        List.of("123")),
                Arguments.of("paperless", "{\"document_id\":7}", List.of("7")),
                Arguments.of("paperless", "{\"document_id\":\"7/../../users\"}", List.of()),
                Arguments.of(
                        "nextcloud",
                        "{\"event\":{\"class\":\"OCP\\\\Files\\\\Events\\\\Node\\\\NodeWrittenEvent\",\"node\":{\"id\":5,\"path\":\"/vanthu/files/A/b.docx\"}}}",
                        List.of("/A/b.docx")),
                Arguments.of(
                        "nextcloud",
                        "{\"event\":{\"class\":\"OCP\\\\Files\\\\Events\\\\Node\\\\NodeDeletedEvent\",\"node\":{\"id\":5,\"path\":\"/vanthu/files/b.docx\"}}}",
                        List.of()),
                Arguments.of(
                        "nextcloud",
                        "{\"event\":{\"class\":\"X\\\\NodeWrittenEvent\",\"node\":{\"path\":\"/vanthu/files/../../admin/files/b.docx\"}}}",
                        List.of()),
                Arguments.of(
                        "nextcloud",
                        "{\"event\":{\"class\":\"X\\\\NodeWrittenEvent\",\"node\":{\"path\":\"/admin/files/b.docx\"}}}",
                        List.of()),
                Arguments.of(
                        "nextcloud",
                        "{\"event\":{\"class\":\"X\\\\NodeWrittenEvent\",\"node\":{\"path\":\"/vanthu/files/b.docx.planlint.html\"}}}",
                        List.of()),
                Arguments.of(
                        "alfresco",
                        "{\"type\":\"org.alfresco.event.node.Updated\",\"data\":{\"resource\":{\"id\":\"d3e2e06d-b1a2-4bb6-9df6-2ae1ac8ee1d1\",\"name\":\"a.doc\","
                                + "\"isFile\":true},\"resourceBefore\":{}}}",
                        List.of("d3e2e06d-b1a2-4bb6-9df6-2ae1ac8ee1d1")),
                Arguments.of(
                        "alfresco",
                        "{\"type\":\"org.alfresco.event.node.Created\",\"data\":{\"resource\":{\"id\":\"d3e2e06d-b1a2-4bb6-9df6-2ae1ac8ee1d1\",\"name\":\"A\","
                                + "\"isFile\":false}}}",
                        List.of()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("notifications")
    void aNotificationNamesItsDocuments(String kind, String notification, List<String> documents) throws IOException {
        system = new FakeDirectus();
        Connections.Source source = new Connections.Source(
                "x",
                kind,
                java.net.URI.create("http://127.0.0.1:1"),
                "vanthu",
                "",
                null,
                null,
                null,
                null,
                Duration.ofSeconds(1),
                1,
                Map.of());
        JsonObject json = JsonParser.parseString(notification).getAsJsonObject();
        DocumentSystem named = SystemKind.named(kind).connect(source);
        try (named) {
            assertEquals(documents, named.named(json));
        }
    }

    @Test
    void aSignatureIsRightOnlyForItsSecretBodyAndTime() {
        system = new FakeDirectus();
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        java.time.Instant now = java.time.Instant.ofEpochSecond(1_700_000_000);
        String right = Signature.of("bí mật", "m1", "1700000000", body);
        assertTrue(Signature.isRight("bí mật", "m1", "1700000000", "v1,xxx " + right, body, now));
        for (boolean wrong : new boolean[] {
            Signature.isRight("khác", "m1", "1700000000", right, body, now),
            Signature.isRight("bí mật", "m2", "1700000000", right, body, now),
            Signature.isRight("bí mật", "m1", "1700000001", right, body, now),
            Signature.isRight("bí mật", "m1", "1700000000", right, "{}".getBytes(StandardCharsets.UTF_8), now),
            Signature.isRight("bí mật", "m1", "1700000000", right, body, now.plusSeconds(301)),
            Signature.isRight("bí mật", "m1", "1700000000", null, body, now),
            Signature.isRight("bí mật", "m1", "-1", right, body, now)
        }) {
            assertEquals(false, wrong);
        }
        // The example of the standard's own libraries.
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "1614265330",
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)));
    }
}
