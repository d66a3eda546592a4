package org.planlint.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Takes the bodies in that bring no document: some KB, within some seconds. Who has shown no token yet shares few places. */
final class SmallBodies {
    /** The largest, in bytes: a reason for a waiver is a few sentences, a notification names some documents. */
    static final int MOST = 1 << 16;
    /** How many strangers may be sending at a time; each holds a thread of the server's. */
    static final int STRANGERS = 64;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Gate strangers = new Gate(STRANGERS, STRANGERS);

    /** Of one who has shown who he is. */
    byte[] known(Context ctx) throws IOException {
        requireSize(ctx);
        return read(ctx);
    }

    /** Of one who shows it with this body, if at all. */
    byte[] stranger(Context ctx) throws IOException {
        requireSize(ctx);
        try (Gate.Pass pass = strangers.enter(ctx.ip())) {
            return read(ctx);
        }
    }

    /** The fields of a form that was sent as a browser does without files; of a name that comes twice the first. */
    static Map<String, String> form(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int is = pair.indexOf('=');
            if (is > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String word) {
        try {
            return URLDecoder.decode(word, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.BAD_REQUEST.raised();
        }
    }

    private static void requireSize(Context ctx) {
        if (ctx.req().getContentLengthLong() > MOST) {
            throw Problem.TOO_LARGE.raised();
        }
    }

    private static byte[] read(Context ctx) throws IOException {
        try (InputStream in = new TimedStream(ctx.req().getInputStream(), LONGEST)) {
            byte[] body = in.readNBytes(MOST + 1);
            if (body.length > MOST) {
                throw Problem.TOO_LARGE.raised();
            }
            return body;
        } catch (TimedStream.TooSlow e) {
            throw Problem.TOO_SLOW.raised();
        } catch (IOException e) {
            throw (e.getCause() instanceof TimeoutException ? Problem.TOO_SLOW : Problem.BAD_REQUEST).raised();
        }
    }
}
