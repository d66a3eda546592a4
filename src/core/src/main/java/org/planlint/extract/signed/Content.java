package org.planlint.extract.signed;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;

/**
 * What is signed: stretches of bytes, one behind the other.
 *
 * @param ranges where each stretch begins and how long it is, in turns
 */
public record Content(byte[] bytes, int... ranges) {
    static Content whole(byte[] bytes) {
        return new Content(bytes, 0, bytes.length);
    }

    /** @throws GeneralSecurityException if the JDK has no such digest */
    byte[] digest(String name) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(String.valueOf(name));
        for (int i = 0; i < ranges.length; i += 2) {
            digest.update(bytes, ranges[i], ranges[i + 1]);
        }
        return digest.digest();
    }

    void into(Signature signature) throws SignatureException {
        for (int i = 0; i < ranges.length; i += 2) {
            signature.update(bytes, ranges[i], ranges[i + 1]);
        }
    }
}
