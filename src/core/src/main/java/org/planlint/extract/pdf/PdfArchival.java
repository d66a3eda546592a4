package org.planlint.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.planlint.extract.Xml;

/** The form of PDF/A that a pdf says it has, in its XMP (ISO 19005-1, 6.7.11); whether it has is not looked into. */
final class PdfArchival {
    private static final String NAMESPACE = "http://www.aiim.org/pdfa/ns/id/";

    private PdfArchival() {}

    /** As "2b"; null for none. */
    static String declared(PDDocument pdf) {
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return null;
        }
        try (InputStream in = metadata.createInputStream()) {
            return declared(Xml.stream(in));
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            return null;
        }
    }

    /** Part and conformance stand in elements or in attributes. */
    private static String declared(XMLStreamReader in) throws XMLStreamException {
        String part = null;
        String conformance = "";
        while (in.hasNext()) {
            if (in.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            for (int i = 0; i < in.getAttributeCount(); i++) {
                if (NAMESPACE.equals(in.getAttributeNamespace(i))) {
                    part = in.getAttributeLocalName(i).equals("part") ? in.getAttributeValue(i) : part;
                    conformance =
                            in.getAttributeLocalName(i).equals("conformance") ? in.getAttributeValue(i) : conformance;
                }
            }
            if (NAMESPACE.equals(in.getNamespaceURI())) {
                String name = in.getLocalName();
                String value = in.getElementText();
                part = name.equals("part") ? value : part;
                conformance = name.equals("conformance") ? value : conformance;
            }
        }
        return part == null ? null : part.strip() + conformance.strip().toLowerCase(Locale.ROOT);
    }
}
