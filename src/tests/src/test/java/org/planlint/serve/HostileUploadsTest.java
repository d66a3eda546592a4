package org.planlint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.planlint.isolate.TestWorkers.AMPLE;

import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.WorkerOrders;
import org.planlint.isolate.WorkerPool;
import org.planlint.isolate.WorkerSettings;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.samples.HostileFiles;
import org.planlint.samples.StartsPrograms;
import org.planlint.store.Store;

/** Files that were made to harm their reader, posted one after the other: each has its answer, by what it holds and not by the clock, and the service stays healthy. */
@StartsPrograms
class HostileUploadsTest {
    @TempDir
    Path folder;

    @Test
    void eachHasItsAnswerAndTheServiceStaysHealthy() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (ServerSocketChannel outside =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Store store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
                WorkerPool workers = new WorkerPool(
                        new WorkerSettings(2, 384, AMPLE, AMPLE, null, WorkerOrders.SHIPPED_RULES.program()));
                Service service = new Service(
                        new Service.Settings(
                                "127.0.0.1",
                                0,
                                folder,
                                100 << 20,
                                AMPLE,
                                8,
                                8,
                                Severity.ERROR,
                                Policy.OPEN,
                                Language.EN),
                        PlanLint.builder().build(),
                        workers,
                        store,
                        new Alarm(new PrintWriter(System.err), null))) {
            String base = "http://127.0.0.1:" + service.start();
            for (HostileFiles.Hostile file :
                    HostileFiles.of("http://127.0.0.1:" + outside.socket().getLocalPort() + "/x")) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(base + "/v1/check?name=" + file.name()))
                                .POST(BodyPublishers.ofByteArray(file.bytes()))
                                .build(),
                        BodyHandlers.ofString());
                assertEquals(
                        file.status(),
                        JsonParser.parseString(answer.body())
                                .getAsJsonObject()
                                .getAsJsonArray("documents")
                                .get(0)
                                .getAsJsonObject()
                                .get("status")
                                .getAsString(),
                        file.name());
                assertEquals(
                        file.status().equals("checked"),
                        answer.statusCode() != 422,
                        file.name() + " is answered with " + answer.statusCode());
            }
            assertEquals(
                    200,
                    client.send(
                                    HttpRequest.newBuilder(URI.create(base + "/v1/health"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode());
            outside.configureBlocking(false);
            assertNull(outside.accept(), "nobody asked elsewhere");
        }
        try (var left = Files.list(folder.resolve("uploads"))) {
            assertEquals(List.of(), left.toList(), "no upload stays");
        }
    }
}
