package org.planlint.extract.signed;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.planlint.text.DigitalSignature;
import org.planlint.text.DigitalSignature.Added;
import org.planlint.text.DigitalSignature.Certificate;
import org.planlint.text.DigitalSignature.Role;
import org.planlint.text.DigitalSignature.TimeFrom;
import org.planlint.text.DigitalSignature.Trust;
import org.planlint.text.Paragraph;

/** What a signature's own bytes say, whatever the format of the file around it. None of them makes it fail. */
public final class Proof {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ORGANISATION = "2.5.4.10";

    private Holder holder = Holder.NOBODY;
    private Certificate certificate;
    private Trust trust = Trust.NOT_EVALUATED;
    private Instant time;
    private TimeFrom timeFrom;
    private String digest;
    private String key;
    private Boolean intact;

    private Proof() {}

    /**
     * Of a signed message (CMS) that lies beside what it signs, or that holds its digest by SHA-1 (adbe.pkcs7.sha1).
     *
     * @param content what the file says it signs, or null where that cannot be had
     * @param stamp   whether it is a time stamp over the content (RFC 3161)
     * @param beside  the time that the file gives beside the signature, or null
     */
    public static Proof ofMessage(
            byte[] bytes, Content content, boolean stamp, Instant beside, Authorities authorities) {
        Proof proof = new Proof();
        proof.time(beside, TimeFrom.DICTIONARY);
        try {
            proof.read(SignedMessage.of(bytes), content, stamp, authorities);
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            // Whatever was read till then stands; what comes behind it cannot be told.
            return proof;
        }
        return proof;
    }

    private void read(SignedMessage message, Content content, boolean stamp, Authorities authorities)
            throws GeneralSecurityException {
        digest = message.digest();
        time(message.signingTime(), TimeFrom.ATTRIBUTE);
        if (stamp) {
            time(message.timeStamp().time(), TimeFrom.TIMESTAMP);
        } else if (time == null) {
            // A time stamp comes last: it is later than the signature by what the network took, an hour in real files.
            time(message.stampedAt(), TimeFrom.TIMESTAMP);
        }
        X509Certificate signer = message.signer();
        if (signer == null) {
            return;
        }
        holder(signer);
        if (authorities != Authorities.NONE) {
            trust = authorities.judge(signer, message.certificates(), time);
        }
        if (content != null) {
            intact = isIntact(message, content, stamp, signer.getPublicKey());
        }
    }

    private static boolean isIntact(SignedMessage message, Content content, boolean stamp, PublicKey key)
            throws GeneralSecurityException {
        byte[] held = message.content();
        if (held == null || held.length == 0) {
            return message.isOver(content, key);
        }
        boolean holdsIt = stamp ? message.timeStamp().isOver(content) : Arrays.equals(held, content.digest("SHA-1"));
        return holdsIt && message.isOver(Content.whole(held), key);
    }

    /** Of a bare signature by RSA over SHA-1 beside a certificate (adbe.x509.rsa_sha1). */
    public static Proof ofBareSignature(
            byte[] bytes, byte[] signer, Content content, Instant beside, Authorities authorities) {
        Proof proof = new Proof();
        proof.time(beside, TimeFrom.DICTIONARY);
        try {
            X509Certificate found = SignedMessage.certificate(signer);
            proof.digest = "SHA-1";
            proof.holder(found);
            proof.trust = authorities.judge(found, List.of(), beside);
            if (content != null) {
                Signature signature =
                        Signature.getInstance("SHA1with" + found.getPublicKey().getAlgorithm());
                signature.initVerify(found.getPublicKey());
                content.into(signature);
                proof.intact = signature.verify(Der.of(bytes).content());
            }
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            return proof;
        }
        return proof;
    }

    /** Of a signature that was checked where it stands (XML). */
    static Proof ofCertificate(
            X509Certificate signer, String digest, Boolean intact, Instant time, Authorities authorities) {
        Proof proof = new Proof();
        proof.digest = digest;
        proof.intact = intact;
        proof.time(time, TimeFrom.ATTRIBUTE);
        if (signer != null) {
            proof.holder(signer);
            proof.trust = authorities.judge(signer, List.of(), time);
        }
        return proof;
    }

    private void time(Instant at, TimeFrom from) {
        if (at != null) {
            time = at.truncatedTo(ChronoUnit.SECONDS);
            timeFrom = from;
        }
    }

    private void holder(X509Certificate of) {
        holder = Holder.of(Der.of(of.getSubjectX500Principal().getEncoded()));
        certificate = new Certificate(
                day(of.getNotBefore()),
                day(of.getNotAfter()),
                issuer(Der.of(of.getIssuerX500Principal().getEncoded())));
        key = key(of.getPublicKey());
    }

    private static LocalDate day(Date date) {
        return date.toInstant().atOffset(VIETNAM).toLocalDate();
    }

    /** RSA-2048; the bare name where the size cannot be told. */
    private static String key(PublicKey key) {
        int bits = key instanceof RSAKey rsa
                ? rsa.getModulus().bitLength()
                : key instanceof ECKey ec
                        ? ec.getParams().getOrder().bitLength()
                        : key instanceof DSAKey dsa && dsa.getParams() != null
                                ? dsa.getParams().getP().bitLength()
                                : 0;
        return key.getAlgorithm() + (bits == 0 ? "" : "-" + bits);
    }

    /** The authority's common name, or its organisation. */
    private static String issuer(Der name) {
        String found = null;
        for (Der set : name.children()) {
            for (Der attribute : set.children()) {
                String type = attribute.child(0).oid();
                if (type.equals(COMMON_NAME) || type.equals(ORGANISATION) && found == null) {
                    found = attribute.child(1).text();
                }
            }
        }
        return found;
    }

    /** @param name who signs by the file's own word, for want of a certificate */
    public DigitalSignature signature(
            Role role, String name, boolean coversAll, Added added, int page, Paragraph.Box box, String printed) {
        return new DigitalSignature(
                holder.kind(),
                role,
                holder.name() == null ? name : holder.name(),
                holder.organisation(),
                holder.identifier(),
                time == null ? null : ISO.format(time.atOffset(VIETNAM)),
                timeFrom,
                digest,
                key,
                intact,
                coversAll,
                added,
                certificate,
                trust,
                page,
                box,
                printed);
    }
}
