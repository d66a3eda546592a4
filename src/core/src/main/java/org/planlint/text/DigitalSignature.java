package org.planlint.text;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A digital signature, as its file and its certificate tell of it. Fields are null where neither does.
 *
 * @param kind         whose certificate it is
 * @param role         what it is for
 * @param name         who signs: the certificate's common name, or the one that the file gives where no certificate can be read
 * @param organisation the units and organisations of the certificate, innermost first; that of an agency is without itself
 * @param identifier   the number that the certificate gives the holder: "MST:0123456789", "CCCD:…"
 * @param signedAt     ISO 8601 with Vietnam's zone: 2024-01-04T09:30:15+07:00
 * @param digest       what the bytes were digested by: SHA-256
 * @param key          what the digest was signed by: RSA-2048
 * @param intact       whether the signed bytes are still those that were signed; null where that cannot be told
 * @param coversAll    whether every byte of the file (but the signature's own), or every part of the package, is signed
 * @param added        what the file got behind this signature; null where that cannot be told
 * @param certificate  or null
 * @param trust        whether the certificate leads to an authority that the administrator trusts
 * @param page         1-based page of its picture, or 0 where it has none
 * @param box          the frame of its picture, or null
 * @param printed      the words in its picture, on one line; empty for none
 */
public record DigitalSignature(
        Kind kind,
        Role role,
        String name,
        List<String> organisation,
        String identifier,
        String signedAt,
        TimeFrom timeFrom,
        String digest,
        String key,
        Boolean intact,
        boolean coversAll,
        Added added,
        Certificate certificate,
        Trust trust,
        int page,
        Paragraph.Box box,
        String printed) {
    public DigitalSignature {
        organisation = List.copyOf(organisation);
    }

    public enum Kind {
        PERSON,
        AGENCY,
        UNKNOWN
    }

    public enum Role {
        /** Signs what the document says. */
        SIGNS,
        /** Signs, and says what may be changed behind it (ISO 32000-1, 12.8.2.2). */
        CERTIFIES,
        /** Says when the file was there: a time stamp over it (ETSI.RFC3161). */
        TIMESTAMPS
    }

    /** Where the time of signing is known from, as it is asked for. */
    public enum TimeFrom {
        /** The signer's clock, in the signed attributes. */
        ATTRIBUTE,
        /** The signer's clock, in the file beside the signature; signed as the rest of the file is. */
        DICTIONARY,
        /** A time stamp by an authority, some while later. */
        TIMESTAMP
    }

    /** What the file got behind a signature; each may hide those before it. */
    public enum Added {
        NOTHING,
        /** Nothing that shows: proofs for the time when certificates are out of date, a time stamp, properties of the file. */
        UNSEEN,
        /** Another signature, with its picture. */
        SIGNATURE,
        /** A form was filled in. */
        FORM,
        /** Notes, stamps and other marks that lie upon a page. */
        MARKS,
        /** Pages, or what is drawn on them. */
        CONTENT
    }

    /** Whether its certificate leads to an authority in the administrator's folder, and none of that folder's lists revokes it. */
    public enum Trust {
        /** No folder was given: who stands behind a certificate cannot be told without the network. */
        NOT_EVALUATED,
        TRUSTED,
        /** No authority of the folder has issued it. */
        UNKNOWN_ISSUER,
        REVOKED,
        /** It was not in force when it signed. */
        OUT_OF_DATE
    }

    /** @param issuer the authority's name */
    public record Certificate(LocalDate from, LocalDate to, String issuer) {}

    /** SHA-256 with RSA-2048. */
    public String algorithm() {
        return digest == null ? key : key == null ? digest : digest + " with " + key;
    }

    /** The day of signing in Vietnam, or null. */
    public LocalDate day() {
        return signedAt == null ? null : OffsetDateTime.parse(signedAt).toLocalDate();
    }
}
