package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers, one of which sends on to the other or to itself: who is shown the token. */
class RedirectsTest {
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private HttpServer system;
    private HttpServer elsewhere;

    @BeforeEach
    void start() throws IOException {
        elsewhere = server();
        elsewhere.createContext("/", exchange -> answer(exchange, 200, "{\"at\": \"elsewhere\"}"));
        elsewhere.start();
        system = server();
        system.createContext("/", exchange -> answer(exchange, 200, "{\"at\": \"system\"}"));
        system.createContext("/away", exchange -> sendOn(exchange, 302, place(elsewhere) + "/x"));
        system.createContext("/home", exchange -> sendOn(exchange, 307, "/x"));
        system.createContext("/round", exchange -> sendOn(exchange, 302, "/round"));
        system.start();
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private static String place(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        shown.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void sendOn(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        answer(exchange, status, "{}");
    }

    @AfterEach
    void stop() {
        system.stop(0);
        elsewhere.stop(0);
    }

    private Rest rest() {
        return new Rest(
                new Connections.Source(
                        "kho",
                        "directus",
                        URI.create(place(system)),
                        null,
                        null,
                        "bi-mat",
                        null,
                        null,
                        null,
                        Duration.ofSeconds(30),
                        8,
                        Map.of()),
                "Bearer");
    }

    @Test
    void theTokenDoesNotGoAlongToAnotherSystem() throws Exception {
        assertEquals("elsewhere", rest().get("/away").orElseThrow().get("at").getAsString());
        assertEquals(List.of("GET /away Bearer bi-mat", "GET /x null"), shown);
    }

    @Test
    void withinTheSystemItDoesAndSoDoesWhatIsWritten() throws Exception {
        JsonObject body = new JsonObject();
        assertEquals(
                "system",
                rest().send("PATCH", "/home", body).getAsJsonObject().get("at").getAsString());
        assertEquals(List.of("PATCH /home Bearer bi-mat", "PATCH /x Bearer bi-mat"), shown);
    }

    @Test
    void whatIsWrittenIsWrittenNowhereElse() throws Exception {
        assertThrows(IOException.class, () -> rest().send("PATCH", "/away", new JsonObject()));
        assertEquals(List.of("PATCH /away Bearer bi-mat"), shown);
    }

    @Test
    void aRoundEnds() throws Exception {
        assertThrows(IOException.class, () -> rest().get("/round"));
        assertEquals(1 + Redirects.MOST, shown.size());
    }
}
