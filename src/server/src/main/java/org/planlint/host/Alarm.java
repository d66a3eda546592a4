package org.planlint.host;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.planlint.text.Shown;

/**
 * Tells that an upload was let through, or held, without a check: on the program's own error output, and where the office wants it
 * sent. Of one kind, that is of one source and problem, some are told in a minute and the rest is counted.
 */
public final class Alarm {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** How many of one kind are told in each minute. */
    static final int A_MINUTE = 20;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Kinds beyond these share one count. */
    private static final int KINDS = 1000;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
    private final PrintWriter err;
    private final URI url;
    private final InstantSource clock;
    private final AtomicLong raised = new AtomicLong();
    private final Map<String, Flow> flows = new HashMap<>();

    /** @param url takes a JSON object with source, document, problem and, where some were only counted, untold; null for none */
    public Alarm(PrintWriter err, URI url) {
        this(err, url, InstantSource.system());
    }

    Alarm(PrintWriter err, URI url, InstantSource clock) {
        this.err = err;
        this.url = url;
        this.clock = clock;
    }

    /** What came of one kind since its minute began. */
    private static final class Flow {
        private Instant began = Instant.MIN;
        private int told;
        private int untold;
    }

    /** Never throws and never waits: trouble with an alarm is no reason for more. */
    public void raise(String source, String document, String problem) {
        raised.incrementAndGet();
        int untold = untold(source + '\n' + problem);
        if (untold >= 0) {
            tell(source, document, problem, untold);
        }
    }

    /** How many of this kind were only counted before this one; less than nothing where this is to be counted too. */
    private synchronized int untold(String kind) {
        Flow flow = flows.computeIfAbsent(flows.size() < KINDS ? kind : "", key -> new Flow());
        Instant now = clock.instant();
        if (!now.isBefore(flow.began.equals(Instant.MIN) ? now : flow.began.plus(MINUTE))) {
            flow.began = now;
            flow.told = 0;
        }
        if (flow.told == A_MINUTE) {
            flow.untold++;
            return -1;
        }
        flow.told++;
        int untold = flow.untold;
        flow.untold = 0;
        return untold;
    }

    private void tell(String source, String document, String problem, int untold) {
        err.println("BÁO ĐỘNG / ALARM  " + Shown.line(source) + "  " + Shown.line(document) + "  " + Shown.line(problem)
                + (untold == 0 ? "" : "  (+" + untold + ")"));
        err.flush();
        if (url == null) {
            return;
        }
        JsonObject json = new JsonObject();
        json.addProperty("source", source);
        json.addProperty("document", document);
        json.addProperty("problem", problem);
        if (untold > 0) {
            json.addProperty("untold", untold);
        }
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

    public long raised() {
        return raised.get();
    }
}
