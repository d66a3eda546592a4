package org.planlint.connect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.planlint.connect.Connections.Source;

/** Speaks JSON with a document system under one address and as one user. */
final class Rest {
    /** For a connection, for an answer, and for each piece of a download. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int NOT_FOUND = 404;
    private static final int SHOWN = 300;

    private final HttpClient client;
    private final Duration forAnswer;
    private final Duration forPiece;
    private final String base;
    private final String authorization;

    /** @param scheme before the source's token, as {@code Bearer} */
    Rest(Source source, String scheme) {
        this(source, scheme, PATIENCE, PATIENCE);
    }

    /**
     * @param forAnswer longest time for an answer, or for the head of a download
     * @param forPiece  longest time for each piece of a download
     */
    Rest(Source source, String scheme, Duration forAnswer, Duration forPiece) {
        this.forAnswer = forAnswer;
        this.forPiece = forPiece;
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        String url = source.url().toString();
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.authorization = source.token() != null
                ? scheme + " " + source.token()
                : source.user() == null
                        ? null
                        : "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((source.user() + ":" + source.password())
                                                .getBytes(StandardCharsets.UTF_8));
    }

    /** One part of a path, or a value of a query. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    /** What is there; empty where nothing is. */
    Optional<JsonObject> get(String path) throws IOException {
        HttpResponse<String> answer =
                ask(to(path).header("Accept", "application/json").build(), BodyHandlers.ofString());
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(object(json(require(answer), path), path));
    }

    /** What the system answers; JSON's null where it says nothing. */
    JsonElement send(String method, String path, JsonElement body) throws IOException {
        HttpResponse<String> answer = ask(
                to(path).header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        String text = require(answer);
        return text.isBlank() ? JsonNull.INSTANCE : json(text, path);
    }

    /** Sends something else than JSON; the answer as it came. */
    HttpResponse<String> send(HttpRequest.Builder request, String method, BodyPublisher body) throws IOException {
        return ask(request.method(method, body).build(), BodyHandlers.ofString());
    }

    InputStream download(String path) throws IOException {
        HttpResponse<InputStream> answer = ask(to(path).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException("HTTP " + answer.statusCode() + " " + path);
        }
        return new Impatient(answer.body(), forPiece);
    }

    /** @throws IOException with the beginning of what the system says where it is not content */
    static String require(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            String said = String.valueOf(answer.body());
            throw new IOException("HTTP " + answer.statusCode() + " "
                    + answer.request().method() + " " + answer.request().uri().getPath() + ": "
                    + said.substring(0, Math.min(SHOWN, said.length())));
        }
        return answer.body();
    }

    private <T> HttpResponse<T> ask(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        HttpResponse<T> answer = askOnce(request, handler);
        Optional<HttpRequest> next = Redirects.next(answer);
        for (int followed = 0; next.isPresent() && followed < Redirects.MOST; followed++) {
            if (answer.body() instanceof InputStream unread) {
                unread.close();
            }
            answer = askOnce(next.get(), handler);
            next = Redirects.next(answer);
        }
        return answer;
    }

    /** The client's own time limit ends with the headers; a system may fall silent behind them. */
    private <T> HttpResponse<T> askOnce(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        CompletableFuture<HttpResponse<T>> asked = client.sendAsync(request, handler);
        try {
            return asked.get(forAnswer.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new IOException(
                    "không trả lời / no answer within " + forAnswer.toSeconds() + " s: "
                            + request.uri().getAuthority(),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException wordless) {
                throw new IOException(
                        "không kết nối được / no connection: " + request.uri().getAuthority(), wordless);
            }
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonElement json(String text, String path) throws IOException {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw new IOException("no JSON from " + path, e);
        }
    }

    static JsonObject object(JsonElement json, String path) throws IOException {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new IOException("no JSON object from " + path);
    }

    // ---- what JSON may leave out ----

    static String word(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || !value.isJsonPrimitive() ? null : value.getAsString();
    }

    static JsonObject part(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject part ? part : new JsonObject();
    }

    static JsonArray list(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray list ? list : new JsonArray();
    }

    static long number(JsonObject object, String name) {
        String word = word(object, name);
        return word == null ? -1 : Long.parseLong(word);
    }
}
