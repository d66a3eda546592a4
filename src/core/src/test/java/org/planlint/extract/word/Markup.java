package org.planlint.extract.word;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.planlint.extract.Xml;

/** WordprocessingML as a test writes it, without the name space that every part repeats. */
final class Markup {
    private Markup() {}

    /** A part whose root is {@code w:root}. */
    static WordElement part(String inner) {
        String xml = "<w:root xmlns:w=\"w\" xmlns:a=\"a\">" + inner + "</w:root>";
        try {
            return WordElement.read(Xml.stream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }
}
