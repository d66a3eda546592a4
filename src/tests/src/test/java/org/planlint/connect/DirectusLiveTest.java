package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.samples.Programs;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;

/**
 * A running Directus, where {@code DIRECTUS_HOME} names a folder in which {@code npm install directus@11.2.2} was run; the guide is
 * followed as it stands.
 */
@StartsPrograms
class DirectusLiveTest {
    private static final String TOKEN = "token-cua-quan-tri";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();
    private final int port = Guide.freePort();
    private final String url = "http://127.0.0.1:" + port;

    @BeforeEach
    void start() throws Exception {
        String home = System.getenv("DIRECTUS_HOME");
        assumeTrue(home != null, "DIRECTUS_HOME is not set");
        String node = Programs.require("node").toString();
        String program = Path.of(home, "node_modules", "directus", "cli.js").toString();
        directus(node, program, "bootstrap").waitFor();
        directus(node, program, "start");
        await("Directus", () -> get("/server/ping").equals("pong"));
    }

    private Process directus(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("directus").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "HOST",
                        "127.0.0.1",
                        "PORT",
                        String.valueOf(port),
                        "TELEMETRY",
                        "false",
                        "IMPORT_IP_DENY_LIST",
                        "",
                        "DB_CLIENT",
                        "sqlite3",
                        "DB_FILENAME",
                        folder.resolve("data.db").toString(),
                        "SECRET",
                        "bi-mat-cua-kho",
                        "ADMIN_EMAIL",
                        "admin@example.com",
                        "ADMIN_PASSWORD",
                        "mat-khau",
                        "ADMIN_TOKEN",
                        TOKEN));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private void await(String what, Until.Event event) throws Exception {
        Until.holds(() -> what + ": " + said("said") + said("directus"), () -> {
            try {
                return event.hasCome();
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    private String said(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException none) {
            return "";
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(url + path))
                                .header("Authorization", "Bearer " + TOKEN)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private String upload(String name, Path file) throws Exception {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        String answer = client.send(
                        HttpRequest.newBuilder(URI.create(url + "/files"))
                                .header("Authorization", "Bearer " + TOKEN)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofByteArrays(List.of(
                                        head,
                                        Files.readAllBytes(file),
                                        "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII))))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return JsonParser.parseString(answer)
                .getAsJsonObject()
                .getAsJsonObject("data")
                .get("id")
                .getAsString();
    }

    private boolean has(String id, String verdict) throws IOException, InterruptedException {
        JsonElement said = JsonParser.parseString(get("/files/" + id))
                .getAsJsonObject()
                .getAsJsonObject("data")
                .get("planlint_verdict");
        return said != null && !said.isJsonNull() && said.getAsString().equals(verdict);
    }

    @Test
    void theGuideLeadsToVerdicts() throws Exception {
        String first = upload("truoc.docx", Path.of("samples/01-hoi-nghi-so-ket.docx"));
        int service = Guide.freePort();
        Guide guide = new Guide(
                "directus.md",
                text -> text.replace("https://directus.example", url)
                        .replace("s3cret", TOKEN)
                        .replace("planlint serve ", "planlint serve --port " + service + " ")
                        .replace("8080", String.valueOf(service)));
        Files.writeString(
                folder.resolve("connections.yaml"), guide.blocks("yaml").get(0));
        started.add(Guide.run(guide.blocks("sh").get(0), folder));
        await("one from before", () -> has(first, "acceptable"));
        Process flow = Guide.run(
                "export DIRECTUS_TOKEN=" + TOKEN + "\n" + guide.blocks("sh").get(1), folder);
        assertTrue(flow.waitFor() == 0, () -> said("said"));
        String second = upload("ke-hoach.docx", Path.of("samples/02-toa-dam-nam-cu.docx"));
        await("a new one", () -> has(second, "not-acceptable"));
    }
}
