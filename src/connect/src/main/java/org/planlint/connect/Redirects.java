package org.planlint.connect;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where an answer sends a question on to. A token is for the system that it was made for: it never goes along to another. */
final class Redirects {
    /** How many in a row are followed. */
    static final int MOST = 5;

    private static final Set<Integer> ANY_METHOD = Set.of(307, 308);
    private static final Set<Integer> SENT_ON = Set.of(301, 302, 303, 307, 308);
    private static final String HTTPS = "https";

    private Redirects() {}

    /**
     * The question as it is to be asked next; empty where the answer stands as it is. Only what is read is asked elsewhere, and
     * nothing that was asked in secret is asked in the open.
     */
    static Optional<HttpRequest> next(HttpResponse<?> answer) {
        HttpRequest asked = answer.request();
        Optional<String> place = answer.headers().firstValue("Location");
        if (!SENT_ON.contains(answer.statusCode()) || place.isEmpty()) {
            return Optional.empty();
        }
        URI to;
        try {
            to = asked.uri().resolve(place.get());
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
        boolean same = isSameOrigin(asked.uri(), to);
        boolean reads = asked.method().equals("GET");
        boolean opened = HTTPS.equalsIgnoreCase(asked.uri().getScheme()) && !HTTPS.equalsIgnoreCase(to.getScheme());
        if (opened || to.getHost() == null || !(reads || same && ANY_METHOD.contains(answer.statusCode()))) {
            return Optional.empty();
        }
        return Optional.of(
                HttpRequest.newBuilder(asked, (name, value) -> same || !name.equalsIgnoreCase("Authorization"))
                        .uri(to)
                        .build());
    }

    private static boolean isSameOrigin(URI a, URI b) {
        return String.valueOf(a.getScheme()).equalsIgnoreCase(b.getScheme())
                && Objects.toString(a.getHost(), "").equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : HTTPS.equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
