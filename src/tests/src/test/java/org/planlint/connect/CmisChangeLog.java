package org.planlint.connect;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before the stock CMIS server, whose change log is the same for ever, and keeps a true one: tokens are numbers, and the event
 * of the token that is asked from comes again. Its query finds nothing, so that only the log can have told.
 */
final class CmisChangeLog implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("changeLogToken=(\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String behind;
    private final List<String> events = new ArrayList<>();
    private int asked;

    CmisChangeLog(String behind) throws IOException {
        this.behind = behind.replaceFirst("/cmis/browser$", "");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                handle(exchange);
            }
        });
        server.start();
        events.add("nothing");
    }

    String url() {
        return own() + "/cmis/browser";
    }

    private String own() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void tell(String document) {
        events.add(document);
    }

    /** How often the log was asked for. */
    synchronized int asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        String form = new String(body, StandardCharsets.ISO_8859_1);
        byte[] answer;
        int status = 200;
        if (query.contains("cmisselector=contentChanges") || form.contains("cmisaction=contentChanges")) {
            answer = log(query + form).getBytes(StandardCharsets.UTF_8);
        } else if (query.contains("cmisselector=query") || form.contains("cmisaction=query")) {
            answer = "{\"results\":[],\"hasMoreItems\":false,\"numItems\":0}".getBytes(StandardCharsets.UTF_8);
        } else {
            HttpResponse<byte[]> said = forward(exchange, body);
            status = said.statusCode();
            answer = said.body();
            if (said.headers().firstValue("Content-Type").orElse("").contains("json")) {
                answer = new String(answer, StandardCharsets.UTF_8)
                        .replace(behind.replace("/", "\\/"), own().replace("/", "\\/"))
                        .replace(behind, own())
                        .replaceAll("\"latestChangeLogToken\":\"[^\"]*\"", "\"latestChangeLogToken\":\"0\"")
                        .getBytes(StandardCharsets.UTF_8);
            }
            said.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        }
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String header : List.of("Authorization", "Content-Type")) {
            if (exchange.getRequestHeaders().containsKey(header)) {
                request.header(header, exchange.getRequestHeaders().getFirst(header));
            }
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** As the stock server words it. */
    private synchronized String log(String request) {
        asked++;
        Matcher token = TOKEN.matcher(request);
        int from = token.find() ? Integer.parseInt(token.group(1)) : 0;
        JsonArray objects = new JsonArray();
        for (int i = from; i < events.size(); i++) {
            objects.add(JsonParser.parseString(
                    "{\"properties\":{\"cmis:objectId\":{\"id\":\"cmis:objectId\",\"type\":\"id\",\"cardinality\":\"single\",\"value\":\""
                            + events.get(i) + "\"}},\"changeEventInfo\":{\"changeType\":\""
                            + (i % 2 == 0 ? "updated" : "created") + "\",\"changeTime\":1795287792119}}"));
        }
        JsonObject answer = new JsonObject();
        answer.add("objects", objects);
        answer.addProperty("hasMoreItems", false);
        answer.addProperty("numItems", objects.size());
        answer.addProperty("changeLogToken", String.valueOf(events.size() - 1));
        return answer.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
