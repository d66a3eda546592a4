package org.planlint.host;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a notification as Standard Webhooks 1.0 has it: HMAC-SHA256 over {@code id.timestamp.body}, in the headers
 * {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}.
 */
public final class Signature {
    /** How far a notification's time may be from ours; an older one may be somebody's copy. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String BASE64_SECRET = "whsec_";
    private static final String VERSION = "v1,";

    private Signature() {}

    /**
     * Whether the sender knows the secret and sent this now.
     *
     * @param secret    plain, or base64 behind {@code whsec_}
     * @param timestamp seconds since 1970
     * @param signature one or several of {@code v1,base64}, with spaces between; any of these may be null
     */
    public static boolean isRight(
            String secret, String id, String timestamp, String signature, byte[] body, Instant now) {
        if (id == null || timestamp == null || signature == null || id.isEmpty() || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        if (Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                        .abs()
                        .compareTo(WINDOW)
                > 0) {
            return false;
        }
        byte[] right = of(secret, id, timestamp, body).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String one : signature.split(" ")) {
            found |= MessageDigest.isEqual(right, one.getBytes(StandardCharsets.US_ASCII));
        }
        return found;
    }

    /** The one of {@code webhook-signature}. */
    public static String of(String secret, String id, String timestamp, byte[] body) {
        try {
            byte[] key = secret.startsWith(BASE64_SECRET)
                    ? Base64.getDecoder().decode(secret.substring(BASE64_SECRET.length()))
                    : secret.getBytes(StandardCharsets.UTF_8);
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
