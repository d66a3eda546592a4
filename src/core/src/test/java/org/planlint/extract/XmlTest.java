package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
    @Test
    void whatIsNoUtf8FailsAndPrintsNothing() throws Exception {
        byte[] broken = "<a>x</a>".getBytes(StandardCharsets.UTF_8);
        broken[3] = (byte) 0xC3;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThrows(XMLStreamException.class, () -> {
                XMLStreamReader in = Xml.stream(new ByteArrayInputStream(broken));
                while (in.hasNext()) {
                    in.next();
                }
            });
        } finally {
            System.setErr(err);
        }
        assertFalse(printed.toString(StandardCharsets.UTF_8).contains("Fatal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252", "utf-8"})
    void theDeclaredEncodingIsRead(String encoding) throws Exception {
        byte[] xml = ("<?xml version='1.0' encoding='" + encoding + "'?><a>é</a>").getBytes(Charset.forName(encoding));
        XMLStreamReader in = Xml.stream(new ByteArrayInputStream(xml));
        in.next();
        assertEquals("é", in.getElementText());
    }

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
