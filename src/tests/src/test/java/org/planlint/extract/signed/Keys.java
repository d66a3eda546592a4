package org.planlint.extract.signed;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Keys and certificates of invented people and agencies, made anew in each run, and what they sign. */
record Keys(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    static final Instant FROM = Instant.parse("2022-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    /** Who is called so sets time stamps. */
    static final String STAMPS = "CN=TSA";

    private static final List<BigInteger> GIVEN = new ArrayList<>();

    /** An authority of its own. */
    static Keys authority(String name) throws Exception {
        KeyPair pair = pair("RSA", 2048);
        X509Certificate own = certificate(name, new X500Name(name), pair, pair.getPrivate(), FROM, TO, true);
        return new Keys(pair.getPrivate(), own, own);
    }

    Keys issue(String subject) throws Exception {
        return issue(subject, "RSA", 2048, FROM, TO);
    }

    Keys issue(String subject, String algorithm, int bits, Instant from, Instant to) throws Exception {
        KeyPair pair = pair(algorithm, bits);
        return new Keys(pair.getPrivate(), certificate(subject, name(), pair, key, from, to, false), certificate);
    }

    private X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String subject,
            X500Name issuer,
            KeyPair pair,
            PrivateKey signer,
            Instant from,
            Instant to,
            boolean authority)
            throws Exception {
        BigInteger number;
        synchronized (GIVEN) {
            number = BigInteger.valueOf(GIVEN.size() + 1);
            GIVEN.add(number);
        }
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer, number, Date.from(from), Date.from(to), new X500Name(subject), pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (subject.startsWith(STAMPS)) {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        byte[] bytes = builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer))
                .getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    /** A list by which this authority revokes what it issued to another, from {@code day} on. */
    byte[] revoke(Keys other, Instant day) throws Exception {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(name(), Date.from(FROM));
        builder.addCRLEntry(other.certificate.getSerialNumber(), Date.from(day), CRLReason.keyCompromise);
        return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key))
                .getEncoded();
    }

    /**
     * A signed message over the content.
     *
     * @param digest as in "SHA256"
     * @param time   signed along, or null
     * @param held   whether the message holds the content's SHA-1 (adbe.pkcs7.sha1)
     */
    byte[] message(byte[] content, String digest, Instant time, boolean held) throws Exception {
        return signed(content, digest, time, held).getEncoded();
    }

    /** A message that sends these certificates along instead of its own. */
    static byte[] with(byte[] message, List<X509Certificate> certificates) throws Exception {
        return CMSSignedData.replaceCertificatesAndCRLs(
                        new CMSSignedData(message), new JcaCertStore(certificates), null, null)
                .getEncoded();
    }

    /** The same, with a time stamp over the signature by an authority. */
    byte[] stamped(byte[] content, Keys stamper, Instant time) throws Exception {
        CMSSignedData message = signed(content, "SHA256", null, false);
        SignerInformation signer = message.getSignerInfos().iterator().next();
        byte[] token = stamper.stamp(signer.getSignature(), time);
        AttributeTable table = new AttributeTable(new DERSet(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token)))));
        return CMSSignedData.replaceSigners(
                        message, new SignerInformationStore(SignerInformation.replaceUnsignedAttributes(signer, table)))
                .getEncoded();
    }

    /** A time stamp over the content (RFC 3161). */
    byte[] stamp(byte[] content, Instant time) throws Exception {
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", key, certificate),
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new ASN1ObjectIdentifier("1.2.3"));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        return generator
                .generate(
                        request.generate(
                                TSPAlgorithms.SHA256,
                                MessageDigest.getInstance("SHA-256").digest(content)),
                        BigInteger.ONE,
                        Date.from(time))
                .getEncoded();
    }

    /** The bare signature of adbe.x509.rsa_sha1, which is an octet string. */
    byte[] bare(byte[] content) throws Exception {
        Signature signature = Signature.getInstance("SHA1withRSA");
        signature.initSign(key);
        signature.update(content);
        return new DEROctetString(signature.sign()).getEncoded();
    }

    private CMSSignedData signed(byte[] content, String digest, Instant time, boolean held) throws Exception {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        if (time != null) {
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new DERUTCTime(Date.from(time)))));
        }
        // Signed attributes are written in the order of their keys; the clock is asked for none of them.
        DefaultSignedAttributeTableGenerator table =
                new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)) {
                    @Override
                    public AttributeTable getAttributes(java.util.Map parameters) {
                        AttributeTable all = super.getAttributes(parameters);
                        return time == null ? all.remove(CMSAttributes.signingTime) : all;
                    }
                };
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        String scheme = digest + "with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm());
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(table)
                        .build(new JcaContentSignerBuilder(scheme).build(key), certificate));
        generator.addCertificates(new JcaCertStore(List.of(authority, certificate)));
        byte[] signed = held ? MessageDigest.getInstance("SHA-1").digest(content) : content;
        return generator.generate(new CMSProcessableByteArray(signed), held);
    }
}
