package org.planlint.extract.signed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** A docx or odt as it is signed by XML signatures. */
final class SignedPackage {
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");
    private static final String SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String ORIGIN =
            "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
    private static final String SIGNATURE =
            "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE_DOCUMENT =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    final Map<String, byte[]> parts = new LinkedHashMap<>();

    SignedPackage(byte[] zipped) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    byte[] bytes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    /** As LibreOffice signs: each part is a reference of its own, XML in canonical form. */
    SignedPackage signOdt(List<Keys> signers, List<String> times) throws Exception {
        Document tree =
                tree("<document-signatures xmlns=\"urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0\"/>");
        for (int i = 0; i < signers.size(); i++) {
            List<Reference> references = new ArrayList<>();
            for (String name : parts.keySet()) {
                if (!name.startsWith("META-INF/documentsig")) {
                    references.add(FACTORY.newReference(
                            name, sha256(), name.endsWith(".xml") ? canonical() : List.of(), null, null));
                }
            }
            references.add(FACTORY.newReference("#time" + i, sha256()));
            Document time = tree(
                    "<SignatureProperties xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignatureProperty Target=\"#s\"><date xmlns=\"http://purl.org/dc/elements/1.1/\">"
                            + times.get(i) + "</date></SignatureProperty></SignatureProperties>");
            sign(signers.get(i), references, object("time" + i, time), tree);
        }
        parts.put("META-INF/documentsignatures.xml", text(tree));
        return this;
    }

    /** As Word signs: parts and relationships in a manifest, and the time in an object of its own. */
    SignedPackage signDocx(Keys signer, String time) throws Exception {
        StringBuilder manifest = new StringBuilder("<Manifest xmlns=\"http://www.w3.org/2000/09/xmldsig#\">");
        byte[] relationship = ("<Relationships xmlns=\"" + RELATIONSHIPS + "\"><Relationship Id=\"" + mainId()
                        + "\" Target=\"word/document.xml\" TargetMode=\"Internal\" Type=\"" + OFFICE_DOCUMENT
                        + "\"></Relationship></Relationships>")
                .getBytes(StandardCharsets.UTF_8);
        manifest.append(reference(
                "/_rels/.rels?ContentType=application/vnd.openxmlformats-package.relationships+xml",
                "<Transforms><Transform Algorithm=\"" + RelationshipTransform.ALGORITHM
                        + "\"><RelationshipReference xmlns=\"http://schemas.openxmlformats.org/package/2006/digital-signature\" SourceId=\""
                        + mainId() + "\"/></Transform><Transform Algorithm=\"" + CanonicalizationMethod.INCLUSIVE
                        + "\"/></Transforms>",
                relationship));
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().startsWith("word/") && !part.getKey().endsWith(".rels")) {
                manifest.append(reference("/" + part.getKey() + "?ContentType=application/xml", "", part.getValue()));
            }
        }
        manifest.append("</Manifest>");
        Document tree = tree("<r/>");
        Document content = tree("<c>" + manifest
                + "<SignatureProperties xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignatureProperty Target=\"#s\"><SignatureTime xmlns=\"http://schemas.openxmlformats.org/package/2006/digital-signature\"><Format>YYYY-MM-DDThh:mm:ssTZD</Format><Value>"
                + time + "</Value></SignatureTime></SignatureProperty></SignatureProperties></c>");
        List<XMLStructure> within = new ArrayList<>();
        while (content.getDocumentElement().getFirstChild() != null) {
            var child = content.getDocumentElement()
                    .removeChild(content.getDocumentElement().getFirstChild());
            within.add(new DOMStructure(tree.adoptNode(child)));
        }
        sign(
                signer,
                List.of(FACTORY.newReference(
                        "#package", sha256(), List.of(), "http://www.w3.org/2000/09/xmldsig#Object", null)),
                FACTORY.newXMLObject(within, "package", null, null),
                tree);
        Document alone = tree("<x/>");
        var signature = alone.importNode(tree.getDocumentElement().getFirstChild(), true);
        alone.replaceChild(signature, alone.getDocumentElement());
        parts.put("_xmlsignatures/sig1.xml", text(alone));
        parts.put("_xmlsignatures/origin.sigs", new byte[0]);
        parts.put(
                "_xmlsignatures/_rels/origin.sigs.rels",
                ("<Relationships xmlns=\"" + RELATIONSHIPS + "\"><Relationship Id=\"rId1\" Type=\"" + SIGNATURE
                                + "\" Target=\"sig1.xml\"/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        change(
                "_rels/.rels",
                "</Relationships>",
                "<Relationship Id=\"rIdSig\" Type=\"" + ORIGIN
                        + "\" Target=\"_xmlsignatures/origin.sigs\"/></Relationships>");
        change(
                "[Content_Types].xml",
                "</Types>",
                "<Default Extension=\"sigs\" ContentType=\"application/vnd.openxmlformats-package.digital-signature-origin\"/>"
                        + "<Override PartName=\"/_xmlsignatures/sig1.xml\" ContentType=\"application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml\"/></Types>");
        return this;
    }

    private String mainId() {
        String rels = new String(parts.get("_rels/.rels"), StandardCharsets.UTF_8);
        for (String one : rels.split("<Relationship ")) {
            if (one.contains(OFFICE_DOCUMENT + "\"")) {
                return one.replaceAll("(?s).*?Id=\"([^\"]+)\".*", "$1");
            }
        }
        throw new IllegalStateException(rels);
    }

    SignedPackage change(String part, String old, String other) {
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        parts.put(part, text.replace(old, other).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private static String reference(String uri, String transforms, byte[] digested) throws Exception {
        return "<Reference URI=\"" + uri + "\">" + transforms + "<DigestMethod Algorithm=\"" + DigestMethod.SHA256
                + "\"/><DigestValue>"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(digested))
                + "</DigestValue></Reference>";
    }

    private void sign(Keys signer, List<Reference> references, XMLObject object, Document tree) throws Exception {
        SignedInfo info = FACTORY.newSignedInfo(
                FACTORY.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                FACTORY.newSignatureMethod(SHA256, null),
                references);
        KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
        KeyInfo who = keys.newKeyInfo(List.of(keys.newX509Data(List.of(signer.certificate()))));
        DOMSignContext context = new DOMSignContext(signer.key(), tree.getDocumentElement());
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE);
        URIDereferencer within = FACTORY.getURIDereferencer();
        context.setURIDereferencer((reference, at) -> reference.getURI().startsWith("#")
                ? within.dereference(reference, at)
                : new OctetStreamData(new ByteArrayInputStream(parts.get(reference.getURI()))));
        FACTORY.newXMLSignature(info, who, List.of(object), null, null).sign(context);
    }

    private static XMLObject object(String id, Document content) {
        return FACTORY.newXMLObject(List.of(new DOMStructure(content.getDocumentElement())), id, null, null);
    }

    private static DigestMethod sha256() throws Exception {
        return FACTORY.newDigestMethod(DigestMethod.SHA256, null);
    }

    private static List<Transform> canonical() throws Exception {
        return List.of(FACTORY.newTransform(CanonicalizationMethod.INCLUSIVE, (TransformParameterSpec) null));
    }

    private static Document tree(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] text(Document tree) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(tree), new StreamResult(out));
        return out.toByteArray();
    }
}
