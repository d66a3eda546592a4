package org.planlint.extract.odt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.planlint.extract.Extractor;
import org.planlint.text.Document;
import org.planlint.text.Revision;

/** A comment is its paragraphs; who wrote it and when stands beside them (OpenDocument 1.3, part 3, 14.1). */
class OdtCommentTest {
    @Test
    void whoWroteACommentAndWhenIsNoPartOfIt() throws Exception {
        String content = """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <office:body><office:text><text:p>KẾ HOẠCH<office:annotation><dc:creator>Lò Thị Mây</dc:creator>
                    <dc:date>2024-03-01T08:00:00</dc:date><text:p>Xem lại</text:p><text:p>cả năm.</text:p></office:annotation></text:p>
                  </office:text></office:body></office:document-content>""";
        Document read = new Extractor().read("x.odt", odt(content), "application/vnd.oasis.opendocument.text");
        assertEquals(
                List.of(new Revision(Revision.Kind.COMMENT, "Lò Thị Mây", "Xem lại cả năm.", 0)), read.revisions());
    }

    private static byte[] odt(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : List.of(
                    Map.entry("mimetype", "application/vnd.oasis.opendocument.text"),
                    Map.entry("content.xml", content))) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
