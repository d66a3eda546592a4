package org.planlint.extract.signed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A signed message of one signer (CMS SignedData, RFC 5652), detached from what it signs or holding it. */
final class SignedMessage {
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_TIME = "1.2.840.113549.1.9.5";
    private static final String TIME_STAMP = "1.2.840.113549.1.9.16.2.14";
    private static final String RSA_PSS = "1.2.840.113549.1.1.10";
    private static final String KEY_IDENTIFIER = "2.5.29.14";
    private static final Map<String, String> DIGESTS = Map.ofEntries(
            Map.entry("1.3.14.3.2.26", "SHA-1"),
            Map.entry("1.2.840.113549.1.1.5", "SHA-1"),
            Map.entry("1.2.840.113549.2.5", "MD5"),
            Map.entry("2.16.840.1.101.3.4.2.1", "SHA-256"),
            Map.entry("2.16.840.1.101.3.4.2.2", "SHA-384"),
            Map.entry("2.16.840.1.101.3.4.2.3", "SHA-512"),
            Map.entry("2.16.840.1.101.3.4.2.8", "SHA3-256"),
            Map.entry("1.2.840.113549.1.1.11", "SHA-256"),
            Map.entry("1.2.840.113549.1.1.12", "SHA-384"),
            Map.entry("1.2.840.113549.1.1.13", "SHA-512"));

    private final Der data;
    private final Der signer;
    private final List<Der> parts;
    private final Der signedAttributes;
    private final Der unsignedAttributes;

    private SignedMessage(Der data) {
        this.data = data;
        Der signers = data.children().get(data.children().size() - 1);
        this.signer = signers.child(0);
        this.parts = signer.children();
        this.signedAttributes = parts.get(3).is(Der.context(0)) ? parts.get(3) : null;
        this.unsignedAttributes = signer.first(Der.context(1));
    }

    /** @throws IllegalArgumentException if the bytes hold no signed message */
    static SignedMessage of(byte[] bytes) {
        Der info = Der.of(bytes);
        if (!info.is(Der.SEQUENCE) || !info.child(0).oid().equals(SIGNED_DATA)) {
            throw new IllegalArgumentException("no signed message");
        }
        return new SignedMessage(info.child(1).child(0));
    }

    /** The name of the digest, as the JDK has it; null for one that is not known. */
    String digest() {
        return DIGESTS.get(parts.get(2).child(0).oid());
    }

    /** The time that the signer's own clock gave, or null; one that cannot be read is none. */
    Instant signingTime() {
        Der value = attribute(signedAttributes, SIGNING_TIME);
        try {
            return value == null ? null : value.time();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** The time stamp over the signature, or null; one over something else, or that cannot be read, is none. */
    Instant stampedAt() {
        Der token = attribute(unsignedAttributes, TIME_STAMP);
        if (token == null) {
            return null;
        }
        try {
            TimeStamp stamp = of(token.whole()).timeStamp();
            return stamp.isOver(Content.whole(signatureValue())) ? stamp.time() : null;
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            return null;
        }
    }

    /** What it holds as a time stamp (RFC 3161). */
    TimeStamp timeStamp() {
        Der info = Der.of(content());
        List<Der> fields = info.children();
        Der imprint = fields.get(2);
        return new TimeStamp(
                DIGESTS.get(imprint.child(0).child(0).oid()),
                imprint.child(1).content(),
                fields.get(4).time());
    }

    /** @param digest its name, or null for one that is not known */
    record TimeStamp(String digest, byte[] imprint, Instant time) {
        boolean isOver(Content content) throws GeneralSecurityException {
            return MessageDigest.isEqual(content.digest(digest), imprint);
        }
    }

    /** The message that it holds; null where it is detached. */
    byte[] content() {
        Der holder = data.child(2).first(Der.context(0));
        return holder == null ? null : holder.child(0).content();
    }

    /**
     * The signer's certificate among those sent along: that which the message names, be its issuer's name written in other
     * characters or not; or the only one. Null for none, since a certificate of the authority above is nobody's signature.
     */
    X509Certificate signer() {
        for (Der one : sentAlong()) {
            if (isSigner(one)) {
                return readable(one);
            }
        }
        List<X509Certificate> all = certificates();
        List<X509Certificate> named = all.stream().filter(this::isSigner).toList();
        return named.size() == 1 ? named.get(0) : all.size() == 1 ? all.get(0) : null;
    }

    /** All certificates sent along that the JDK can read. */
    List<X509Certificate> certificates() {
        return sentAlong().stream()
                .map(SignedMessage::readable)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Der> sentAlong() {
        Der all = data.first(Der.context(0));
        return all == null
                ? List.of()
                : all.children().stream().filter(one -> one.is(Der.SEQUENCE)).toList();
    }

    private static X509Certificate readable(Der one) {
        try {
            return certificate(one.whole());
        } catch (CertificateException unreadable) {
            return null;
        }
    }

    static X509Certificate certificate(byte[] bytes) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    /** By issuer and serial number. */
    private boolean isSigner(Der certificate) {
        Der id = parts.get(1);
        if (!id.is(Der.SEQUENCE)) {
            return false;
        }
        List<Der> fields = certificate.child(0).children();
        int serial = fields.get(0).is(Der.context(0)) ? 1 : 0;
        return fields.get(serial).integer().equals(id.child(1).integer())
                && Arrays.equals(fields.get(serial + 2).whole(), id.child(0).whole());
    }

    /** By the identifier of the key, or by the serial number alone. */
    private boolean isSigner(X509Certificate certificate) {
        Der id = parts.get(1);
        if (id.is(Der.SEQUENCE)) {
            return certificate.getSerialNumber().equals(id.child(1).integer());
        }
        byte[] extension = certificate.getExtensionValue(KEY_IDENTIFIER);
        return extension != null
                && Arrays.equals(Der.of(Der.of(extension).content()).content(), id.content());
    }

    /**
     * Whether the content is what was signed, by the key of this certificate.
     *
     * @throws GeneralSecurityException if digest, scheme or key are such that the JDK cannot tell
     */
    boolean isOver(Content content, PublicKey key) throws GeneralSecurityException {
        if (signedAttributes == null) {
            return verifies(key, content);
        }
        Der expected = attribute(signedAttributes, MESSAGE_DIGEST);
        if (expected == null || !MessageDigest.isEqual(content.digest(digest()), expected.content())) {
            return false;
        }
        // Signed is the set as DER has it; some producers sign it in the order in which they wrote it.
        return verifies(key, Content.whole(signedAttributes.tagged(Der.SET)))
                || verifies(key, Content.whole(sorted(signedAttributes)));
    }

    private boolean verifies(PublicKey key, Content content) throws GeneralSecurityException {
        Signature signature = signature(key);
        content.into(signature);
        try {
            return signature.verify(signatureValue());
        } catch (SignatureException noValueOfThisKey) {
            return false;
        }
    }

    private Signature signature(PublicKey key) throws GeneralSecurityException {
        Der scheme = parts.get(signedAttributes == null ? 3 : 4);
        String digest = String.valueOf(digest()).replace("SHA-", "SHA");
        Signature signature;
        if (scheme.child(0).oid().equals(RSA_PSS)) {
            signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(padding(scheme.child(1)));
        } else {
            signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "EC" -> digest + "withECDSA";
                        case "EdDSA" -> "EdDSA";
                        default -> digest + "with" + key.getAlgorithm();
                    });
        }
        signature.initVerify(key);
        return signature;
    }

    private static PSSParameterSpec padding(Der parameters) throws GeneralSecurityException {
        AlgorithmParameters read = AlgorithmParameters.getInstance("RSASSA-PSS");
        try {
            read.init(parameters.whole());
        } catch (IOException notThese) {
            throw new GeneralSecurityException(notThese);
        }
        return read.getParameterSpec(PSSParameterSpec.class);
    }

    private byte[] signatureValue() {
        return parts.get(signedAttributes == null ? 4 : 5).content();
    }

    private static byte[] sorted(Der attributes) {
        byte[][] each = attributes.children().stream().map(Der::whole).toArray(byte[][]::new);
        Arrays.sort(each, Arrays::compareUnsigned);
        int length = Arrays.stream(each).mapToInt(one -> one.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] one : each) {
            System.arraycopy(one, 0, all, at, one.length);
            at += one.length;
        }
        return Der.wrap(Der.SET, all);
    }

    /** The first value of an attribute, or null. */
    private static Der attribute(Der attributes, String type) {
        if (attributes == null) {
            return null;
        }
        for (Der attribute : attributes.children()) {
            if (attribute.child(0).oid().equals(type)) {
                return attribute.child(1).child(0);
            }
        }
        return null;
    }
}
