package org.planlint.connect;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.planlint.report.Verdict;

/** A document system as its documentation describes it, as far as a connector asks of it, with its documents in memory. */
abstract class FakeSystem implements AutoCloseable {
    /** A document with what stands at it. */
    static final class Held {
        final String id;
        final String name;
        byte[] content;
        Instant modified = Instant.EPOCH;
        /** How often a verdict was written to it. */
        int verdicts;

        final Map<String, String> fields = new LinkedHashMap<>();
        final List<String> remarks = new ArrayList<>();

        Held(String id, String name, byte[] content) {
            this.id = id;
            this.name = name;
            this.content = content;
        }
    }

    final Map<String, Held> held = new LinkedHashMap<>();
    /** By the system's own clock, which goes on a second with each change. */
    private Instant changed = Instant.parse("2026-01-05T01:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;
    volatile boolean down;

    FakeSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                handle(exchange);
            }
        });
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        Answer answer;
        synchronized (this) {
            asked.add(exchange.getRequestMethod() + " " + path);
            boolean known = authorization().equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer = down
                    ? new Answer(503, "down")
                    : known
                            ? answer(exchange.getRequestMethod(), path, query, body, exchange)
                            : new Answer(401, "who?");
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int at = pair.indexOf('=');
            query.put(
                    pair.substring(0, Math.max(0, at)),
                    URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    record Answer(int status, byte[] body) {
        Answer(int status, String body) {
            this(status, body.getBytes(StandardCharsets.UTF_8));
        }

        static Answer of(JsonObject json) {
            return new Answer(200, json.toString());
        }
    }

    abstract Answer answer(String method, String path, Map<String, String> query, byte[] body, HttpExchange exchange);

    /** What a request must carry. */
    abstract String authorization();

    /** What the system sends when this document comes or changes. */
    abstract JsonObject notification(Held document);

    /** The source as an office would describe it, without its name. */
    abstract String source();

    /** What its users see of the verdict: the word of our own for it. */
    abstract Verdict verdict(Held document);

    /** What was asked, a line each: method and path. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized Held put(String id, String name, byte[] content) {
        Held document = held.computeIfAbsent(id, key -> new Held(id, name, content));
        document.content = content;
        touch(document);
        return document;
    }

    synchronized void touch(Held document) {
        changed = changed.plusSeconds(1);
        document.modified = changed;
    }

    static JsonObject json(byte[] body) {
        return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    static Verdict byWord(String word) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
