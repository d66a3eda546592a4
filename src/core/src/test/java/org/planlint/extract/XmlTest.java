package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class XmlTest {
    @Test
    void elementsMayLieDeepOnEveryJdk() throws Exception {
        String deep = "<a>".repeat(1000) + "</a>".repeat(1000);
        XMLStreamReader in = Xml.stream(new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8)));
        int opened = 0;
        while (in.hasNext()) {
            opened += in.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
        }
        assertEquals(1000, opened);
    }
}
