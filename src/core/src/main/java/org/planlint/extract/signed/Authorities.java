package org.planlint.extract.signed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.text.DigitalSignature.Trust;
import org.planlint.text.Sha256;

/** The authorities that an administrator trusts: their certificates and lists of what they revoked, in a folder. */
public final class Authorities {
    /** No folder: nothing is said of who stands behind a certificate. */
    public static final Authorities NONE = new Authorities(List.of(), List.of(), "");

    /** Files that are meant to be read here: one that cannot be might revoke what would then be trusted. */
    private static final Pattern MEANT = Pattern.compile("(?i).*\\.(?:cer|crt|der|pem|p7b|p7c|crl)", Pattern.DOTALL);

    private final List<X509Certificate> certificates;
    private final List<X509CRL> revocations;
    private final String digest;

    private Authorities(List<X509Certificate> certificates, List<X509CRL> revocations, String digest) {
        this.certificates = certificates;
        this.revocations = revocations;
        this.digest = digest;
    }

    /**
     * Takes every certificate and every revocation list, in DER or PEM, that lies in the folder; other files are passed over.
     *
     * @throws IOException if the folder cannot be read, holds no certificate, or a file that by its name is one or a list is none
     */
    public static Authorities of(Path folder) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> revocations = new ArrayList<>();
        StringBuilder digests = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                int before = certificates.size() + revocations.size();
                read(bytes, certificates, revocations);
                if (certificates.size() + revocations.size() > before) {
                    digests.append(Sha256.hex(bytes));
                } else if (MEANT.matcher(file.toString()).matches()) {
                    throw new IOException(
                            file + ": không phải chứng thư, danh sách thu hồi / no certificate and no revocation list");
                }
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException(folder + ": không có chứng thư nào / no certificate in it");
        }
        return new Authorities(
                certificates, revocations, Sha256.hex(digests.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private static void read(byte[] bytes, List<X509Certificate> certificates, List<X509CRL> revocations) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            try {
                factory.generateCertificates(new ByteArrayInputStream(bytes))
                        .forEach(one -> certificates.add((X509Certificate) one));
            } catch (CertificateException noCertificate) {
                factory.generateCRLs(new ByteArrayInputStream(bytes)).forEach(one -> revocations.add((X509CRL) one));
            }
        } catch (CertificateException | CRLException neither) {
            return;
        }
    }

    /** Names what is trusted; empty for nothing. */
    public String digest() {
        return digest;
    }

    /**
     * What is to be said of a certificate, without the network.
     *
     * @param along what was sent along with the signature
     * @param at    when it signed; null where unknown
     */
    Trust judge(X509Certificate certificate, List<X509Certificate> along, Instant at) {
        if (certificates.isEmpty()) {
            return Trust.NOT_EVALUATED;
        }
        if (at != null
                && (at.isBefore(certificate.getNotBefore().toInstant())
                        || at.isAfter(certificate.getNotAfter().toInstant()))) {
            return Trust.OUT_OF_DATE;
        }
        try {
            return isRevoked(path(certificate, along, at), at) ? Trust.REVOKED : Trust.TRUSTED;
        } catch (CertPathBuilderException noPath) {
            return Trust.UNKNOWN_ISSUER;
        } catch (GeneralSecurityException cannotTell) {
            return Trust.NOT_EVALUATED;
        }
    }

    /** From the certificate up to the authority that is trusted, which is the last. */
    private List<X509Certificate> path(X509Certificate certificate, List<X509Certificate> along, Instant at)
            throws GeneralSecurityException {
        Set<TrustAnchor> anchors = new HashSet<>();
        certificates.forEach(one -> anchors.add(new TrustAnchor(one, null)));
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at == null ? certificate.getNotBefore().toInstant() : at));
        List<X509Certificate> known = new ArrayList<>(along);
        known.addAll(certificates);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        PKIXCertPathBuilderResult found =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
        List<X509Certificate> path = new ArrayList<>();
        found.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
        path.add(found.getTrustAnchor().getTrustedCert());
        return path;
    }

    /** A list that is newer than the signature still tells what was revoked before it; so the JDK's own check is not asked. */
    private boolean isRevoked(List<X509Certificate> path, Instant at) {
        for (int i = 0; i + 1 < path.size(); i++) {
            for (X509CRL list : revocations) {
                X509CRLEntry entry = isBy(list, path.get(i + 1)) ? list.getRevokedCertificate(path.get(i)) : null;
                if (entry != null
                        && (at == null || !entry.getRevocationDate().toInstant().isAfter(at))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBy(X509CRL list, X509Certificate issuer) {
        try {
            if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return false;
            }
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notByThisOne) {
            return false;
        }
    }
}
