package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.planlint.extract.Xml;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** WordprocessingML as a test writes it, without the name space that every part repeats. */
final class Markup {
    private Markup() {}

    /** A part whose root is {@code w:root}. */
    static Document part(String inner) {
        String xml = "<w:root xmlns:w=\"w\" xmlns:a=\"a\">" + inner + "</w:root>";
        try {
            return Xml.tree(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | SAXException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }
}
