package org.planlint.extract.signed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.crypto.Data;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.planlint.extract.Xml;
import org.planlint.text.DigitalSignature;
import org.planlint.text.DigitalSignature.Added;
import org.planlint.text.DigitalSignature.Role;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads the XML signatures of a zipped format (XML Signature 1.1; ISO/IEC 29500-2, 13; ODF 1.2 part 3, 4), in the order of
 * their times. What of such a package is not signed may have been there before, so nothing is said to be added.
 */
public final class PackageSignatures {
    private static final String XML_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    private static final String ODF = "META-INF/documentsignatures.xml";
    private static final String OOXML = "_xmlsignatures/";
    private static final long MOST_BYTES = 200L << 20;
    private static final int MOST_REFERENCES = 5000;
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    /** Nothing that computes: a style sheet or a path could run for ever. */
    private static final Set<String> TRANSFORMS = Set.of(
            RelationshipTransform.ALGORITHM,
            XML_SIGNATURE + "enveloped-signature",
            XML_SIGNATURE + "base64",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments");

    private final Map<String, byte[]> parts;
    private final Authorities authorities;

    private PackageSignatures(Map<String, byte[]> parts, Authorities authorities) {
        this.parts = parts;
        this.authorities = authorities;
    }

    /** Those of an OpenDocument file. */
    public static List<DigitalSignature> ofOdf(byte[] zip, Authorities authorities) {
        return read(zip, ODF::equals, name -> !name.startsWith("META-INF/") && !name.equals("mimetype"), authorities);
    }

    /** Those of an Office Open XML file. */
    public static List<DigitalSignature> ofOoxml(byte[] zip, Authorities authorities) {
        return read(
                zip,
                name -> name.startsWith(OOXML) && name.endsWith(".xml"),
                name -> name.startsWith("word/") && !name.endsWith(".rels"),
                authorities);
    }

    private static List<DigitalSignature> read(
            byte[] zip, Predicate<String> holds, Predicate<String> counts, Authorities authorities) {
        List<DigitalSignature> found = new ArrayList<>();
        try {
            PackageSignatures reader = new PackageSignatures(parts(zip), authorities);
            for (String name :
                    reader.parts.keySet().stream().filter(holds).sorted().toList()) {
                Document tree = Xml.tree(new ByteArrayInputStream(reader.parts.get(name)));
                NodeList signatures = tree.getElementsByTagNameNS(XML_SIGNATURE, "Signature");
                for (int i = 0; i < signatures.getLength(); i++) {
                    found.add(reader.read((Element) signatures.item(i), counts));
                }
            }
        } catch (IOException | SAXException | RuntimeException broken) {
            return found;
        }
        found.sort(Comparator.comparing(DigitalSignature::signedAt, Comparator.nullsLast(Comparator.naturalOrder())));
        return found;
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes((int) left + 1);
                left -= part.length;
                if (left < 0) {
                    throw new IOException("over " + MOST_BYTES + " bytes");
                }
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), part);
                }
            }
        }
        return parts;
    }

    private DigitalSignature read(Element signature, Predicate<String> counts) {
        X509Certificate signer = signer(signature);
        Set<String> signed = new HashSet<>();
        NodeList references = signature.getElementsByTagNameNS(XML_SIGNATURE, "Reference");
        for (int i = 0; i < references.getLength(); i++) {
            signed.add(part(Xml.attr((Element) references.item(i), "URI")));
        }
        boolean coversAll = parts.keySet().stream().filter(counts).allMatch(signed::contains);
        Boolean intact = signer == null || references.getLength() > MOST_REFERENCES
                ? null
                : isIntact(signature, signer.getPublicKey());
        return Proof.ofCertificate(signer, digest(signature), intact, time(signature), authorities)
                .signature(Role.SIGNS, null, coversAll, Added.NOTHING, 0, null, "");
    }

    /** Null where the JDK cannot tell. */
    private Boolean isIntact(Element signature, PublicKey key) {
        NodeList transforms = signature.getElementsByTagNameNS(XML_SIGNATURE, "Transform");
        for (int i = 0; i < transforms.getLength(); i++) {
            if (!TRANSFORMS.contains(Xml.attr((Element) transforms.item(i), "Algorithm"))) {
                return null;
            }
        }
        RelationshipTransform.register();
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        DOMValidateContext context = new DOMValidateContext(key, signature);
        // It would refuse SHA-1, and files of many parts; what it guards against is refused above.
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE);
        context.setProperty("org.jcp.xml.dsig.validateManifests", Boolean.TRUE);
        URIDereferencer within = factory.getURIDereferencer();
        context.setURIDereferencer((reference, at) -> {
            String uri = reference.getURI();
            return uri == null || uri.isEmpty() || uri.startsWith("#")
                    ? within.dereference(reference, at)
                    : octets(uri);
        });
        identify(signature, context);
        try {
            return factory.unmarshalXMLSignature(context).validate(context);
        } catch (MarshalException | XMLSignatureException cannotTell) {
            return null;
        }
    }

    /** A part that is gone is an empty one, and another than was signed. */
    private Data octets(String uri) {
        return new OctetStreamData(new ByteArrayInputStream(parts.getOrDefault(part(uri), new byte[0])));
    }

    /** "/word/document.xml?ContentType=…" names a part, "content.xml" another. */
    private static String part(String uri) {
        if (uri == null || uri.startsWith("#")) {
            return "";
        }
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return URLDecoder.decode(
                (path.startsWith("/") ? path.substring(1) : path).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void identify(Element element, DOMValidateContext context) {
        if (element.hasAttribute("Id")) {
            context.setIdAttributeNS(element, null, "Id");
        }
        Xml.children(element).forEach(child -> identify(child, context));
    }

    /** The first that is no authority's own. */
    private static X509Certificate signer(Element signature) {
        NodeList certificates = signature.getElementsByTagNameNS(XML_SIGNATURE, "X509Certificate");
        X509Certificate found = null;
        for (int i = 0; i < certificates.getLength(); i++) {
            try {
                X509Certificate one = SignedMessage.certificate(
                        Base64.getMimeDecoder().decode(certificates.item(i).getTextContent()));
                if (found == null || found.getBasicConstraints() >= 0) {
                    found = one;
                }
            } catch (CertificateException | IllegalArgumentException unreadable) {
                continue;
            }
        }
        return found;
    }

    /** "…#rsa-sha256" digests by SHA-256. */
    private static String digest(Element signature) {
        Element method = Xml.path(signature, "SignedInfo", "SignatureMethod");
        String algorithm = method == null ? "" : String.valueOf(Xml.attr(method, "Algorithm"));
        int at = algorithm.lastIndexOf("sha");
        return at < 0 ? null : "SHA-" + algorithm.substring(at + 3);
    }

    /** What XAdES, Office or OpenDocument say; a time without a zone is Vietnam's. */
    private static Instant time(Element signature) {
        for (String name : List.of("SigningTime", "Value", "date")) {
            NodeList found = signature.getElementsByTagNameNS("*", name);
            for (int i = 0; i < found.getLength(); i++) {
                Instant time = time(found.item(i).getTextContent().strip().replace(',', '.'));
                if (time != null) {
                    return time;
                }
            }
        }
        return null;
    }

    private static Instant time(String iso) {
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException withoutZone) {
            try {
                return LocalDateTime.parse(iso).toInstant(VIETNAM);
            } catch (DateTimeException noTime) {
                return null;
            }
        }
    }
}
