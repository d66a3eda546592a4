package org.planlint.host;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Tells that an upload was let through, or held, without a check: on the program's own error output, and where the office wants it sent. */
public final class Alarm {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
    private final PrintWriter err;
    private final URI url;
    private final AtomicLong raised = new AtomicLong();

    /** @param url takes a JSON object with source, document and problem; null for none */
    public Alarm(PrintWriter err, URI url) {
        this.err = err;
        this.url = url;
    }

    /** Never throws and never waits: trouble with an alarm is no reason for more. */
    public void raise(String source, String document, String problem) {
        raised.incrementAndGet();
        err.println("BÁO ĐỘNG / ALARM  " + source + "  " + document + "  " + problem);
        err.flush();
        if (url != null) {
            JsonObject json = new JsonObject();
            json.addProperty("source", source);
            json.addProperty("document", document);
            json.addProperty("problem", problem);
            client.sendAsync(
                            HttpRequest.newBuilder(url)
                                    .timeout(LONGEST)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(json.toString()))
                                    .build(),
                            BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> {
                        if (failure != null || answer.statusCode() >= 300) {
                            err.println("BÁO ĐỘNG không gửi được / the ALARM could not be sent: "
                                    + (failure != null ? failure.getMessage() : "HTTP " + answer.statusCode()));
                            err.flush();
                        }
                    });
        }
    }

    public long raised() {
        return raised.get();
    }
}
