package org.planlint.extract.signed;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.HashMap;
import java.util.Map;

/** What is signed: stretches of bytes, one behind the other. */
public final class Content {
    private final Beginnings beginnings;
    private final byte[] bytes;
    private final int[] ranges;

    private Content(Beginnings beginnings, byte[] bytes, int... ranges) {
        this.beginnings = beginnings;
        this.bytes = bytes;
        this.ranges = ranges;
    }

    static Content whole(byte[] bytes) {
        return new Content(null, bytes, 0, bytes.length);
    }

    /** @throws GeneralSecurityException if the JDK has no such digest */
    byte[] digest(String name) throws GeneralSecurityException {
        String algorithm = String.valueOf(name);
        boolean shared = beginnings != null && ranges[0] == 0;
        MessageDigest digest = shared ? beginnings.digest(algorithm, ranges[1]) : MessageDigest.getInstance(algorithm);
        for (int i = shared ? 2 : 0; i < ranges.length; i += 2) {
            digest.update(bytes, ranges[i], ranges[i + 1]);
        }
        return digest.digest();
    }

    void into(Signature signature) throws SignatureException {
        for (int i = 0; i < ranges.length; i += 2) {
            signature.update(bytes, ranges[i], ranges[i + 1]);
        }
    }

    /** A file that is signed several times: each signature covers those before it, and its beginning is digested once for all. */
    public static final class Beginnings {
        private final byte[] bytes;
        private final Map<String, Begun> begun = new HashMap<>();

        private static final class Begun {
            private MessageDigest digest;
            private int length;
        }

        public Beginnings(byte[] bytes) {
            this.bytes = bytes;
        }

        /** @param ranges where each stretch begins and how long it is, in turns */
        public Content content(int... ranges) {
            return new Content(this, bytes, ranges);
        }

        /** Over the first {@code length} bytes; quick where they are more than the last time. */
        private MessageDigest digest(String algorithm, int length) throws GeneralSecurityException {
            Begun known = begun.computeIfAbsent(algorithm, name -> new Begun());
            if (known.digest == null || known.length > length) {
                known.digest = MessageDigest.getInstance(algorithm);
                known.length = 0;
            }
            known.digest.update(bytes, known.length, length - known.length);
            known.length = length;
            try {
                return (MessageDigest) known.digest.clone();
            } catch (CloneNotSupportedException e) {
                throw new GeneralSecurityException(e);
            }
        }
    }
}
