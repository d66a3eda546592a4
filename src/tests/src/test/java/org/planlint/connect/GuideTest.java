package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.chemistry.opencmis.client.api.Document;
import org.apache.chemistry.opencmis.commons.PropertyIds;
import org.apache.chemistry.opencmis.commons.enums.VersioningState;
import org.apache.chemistry.opencmis.commons.impl.dataobjects.ContentStreamImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlint.report.Verdict;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.TakesLong;
import org.planlint.samples.Until;

/** What the install guides tell to do is done as it stands there; only addresses and ports are others, and one worker is enough. */
@StartsPrograms
@TakesLong
class GuideTest {
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");

    @TempDir
    Path folder;

    private final int port = Guide.freePort();
    private Process shell;
    private AutoCloseable system;

    @AfterEach
    void end() throws Exception {
        if (shell != null) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().waitFor();
        }
        if (system != null) {
            system.close();
        }
    }

    private Guide guide(String page, String from, String to) {
        return new Guide(
                page,
                text -> text.replace(from, to)
                        .replaceAll("planlint (serve|icap) ", "planlint $1 --port " + port + " ")
                        .replaceAll("planlint (serve|icap|connect|watch) ", "planlint $1 -j 1 ")
                        .replace("8080", String.valueOf(port)));
    }

    private void await(String what, Until.Event event) throws Exception {
        Until.holds(() -> what + "; it said " + said(), () -> {
            assertTrue(shell.isAlive(), () -> what + "; it has ended and said " + said());
            return event.hasCome();
        });
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"), StandardCharsets.ISO_8859_1);
        } catch (IOException none) {
            return "";
        }
    }

    static Stream<Arguments> guides() {
        return Stream.of(
                Arguments.of(
                        "directus", (Supplier<FakeSystem>) FakeDirectus::new, "7f9e6c1e-2b7e-4b8e-9d52-0c4f0a1b2c3d"),
                Arguments.of("paperless", (Supplier<FakeSystem>) FakePaperless::new, "12"),
                Arguments.of("nextcloud", (Supplier<FakeSystem>) FakeNextcloud::new, "/Plans/a.docx"),
                Arguments.of(
                        "alfresco",
                        (Supplier<FakeSystem>) FakeAlfresco::new,
                        UUID.randomUUID().toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guides")
    void theGuideOfASystemLeadsToAVerdict(String name, Supplier<FakeSystem> make, String id) throws Exception {
        FakeSystem fake = make.get();
        system = fake;
        FakeSystem.Held document = fake.put(id, "a.docx", Files.readAllBytes(FAULTY));
        Guide guide = guide(name + ".md", "https://" + name + ".example", fake.url());
        Files.writeString(
                folder.resolve("connections.yaml"), guide.blocks("yaml").get(0));
        shell = Guide.run(guide.blocks("sh").get(0), folder);
        await("a verdict", () -> {
            synchronized (fake) {
                return fake.verdict(document) == Verdict.NOT_ACCEPTABLE;
            }
        });
        if (!name.equals("alfresco")) {
            String report = "http://127.0.0.1:" + port + "/v1/reports/";
            assertTrue(
                    document.fields.values().stream().anyMatch(value -> value != null && value.startsWith(report))
                            || document.remarks.get(0).contains(report),
                    "a link to the report: " + document.fields + document.remarks);
        }
    }

    @Test
    void theGuideOfCmisLeadsToAVerdict() throws Exception {
        CmisServer server = new CmisServer(folder.resolve("server"), 0);
        system = server;
        byte[] file = Files.readAllBytes(FAULTY);
        Document document = server.client()
                .getRootFolder()
                .createDocument(
                        java.util.Map.of(PropertyIds.OBJECT_TYPE_ID, "cmis:document", PropertyIds.NAME, "a.docx"),
                        new ContentStreamImpl(
                                "a.docx",
                                java.math.BigInteger.valueOf(file.length),
                                "application/octet-stream",
                                new java.io.ByteArrayInputStream(file)),
                        VersioningState.NONE);
        Guide guide = guide("cmis.md", "https://cmis.example/browser", server.url());
        shell = Guide.run(guide.blocks("sh").get(0), folder);
        await("a verdict", () -> {
            document.refresh();
            return "not-acceptable".equals(document.getPropertyValue("lint:verdict"));
        });
        int found = 0;
        for (var row : server.client().query(guide.blocks("sql").get(0).strip().replace("\n", " "), false)) {
            assertEquals("a.docx", row.getPropertyValueById(PropertyIds.NAME));
            found++;
        }
        assertEquals(1, found);
    }

    @Test
    void theGuideOfTheWatchedFolderLeadsToAReport() throws Exception {
        Path watched = Files.createDirectories(folder.resolve("van-ban-di"));
        Files.copy(FAULTY, watched.resolve("ke-hoach.docx"));
        shell = Guide.run(
                guide("watch.md", "van-ban-di", "van-ban-di").blocks("sh").get(0), folder);
        await("a report beside it", () -> Files.exists(watched.resolve("ke-hoach.docx.planlint.json")));
    }

    @Test
    void theGuideOfTheServiceLeadsToAnAnswer() throws Exception {
        Files.copy(FAULTY, folder.resolve("ke-hoach.docx"));
        List<String> blocks =
                guide("service.md", "127.0.0.1:8080", "127.0.0.1:" + port).blocks("sh");
        shell = Guide.run(blocks.get(0), folder);
        HttpClient client = HttpClient.newHttpClient();
        await("it listens", () -> {
            try {
                return client.send(
                                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/health"))
                                                .build(),
                                        BodyHandlers.ofString())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
        Process curl = new ProcessBuilder("bash", "-eu", "-c", blocks.get(1))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(curl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(said.contains("event-year"), said);
    }

    @Test
    void theGuideOfTheGateBeginsOne() throws Exception {
        Guide guide = guide("icap.md", "1344", String.valueOf(port));
        Files.writeString(
                folder.resolve("connections.yaml"), guide.blocks("yaml").get(0));
        shell = Guide.run(guide.blocks("sh").get(1), folder);
        await("it listens", () -> said().contains("icap://127.0.0.1:" + port + "/lint"));
    }
}
