package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first bytes say only what the detector that knows all formats says too. */
class FirstBytesTest {
    private static String ofAllFormats(String name, byte[] bytes) throws Exception {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (TikaInputStream stream = TikaInputStream.get(bytes, metadata)) {
            return new DefaultDetector().detect(stream, metadata).getBaseType().toString();
        }
    }

    private static byte[] sample(String ending) throws IOException {
        return Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket." + ending));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc", "docx", "odt", "pdf", "rtf", "txt"})
    void whatASampleIsDoesNotHangOnItsName(String ending) throws Exception {
        byte[] bytes = sample(ending);
        for (String name : new String[] {"a." + ending, "a.PDF", "a.doc", "a.odt"}) {
            assertEquals(ofAllFormats(name, bytes), new Extractor().detect(name, bytes), name);
        }
    }

    @Test
    void aDrawingThatIsKeptAsPdfIsNone() throws Exception {
        assertEquals("application/illustrator", new Extractor().detect("hinh.ai", sample("pdf")));
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.oasis.opendocument.text,                 content.xml, true",
        "application/vnd.oasis.opendocument.text-template,        content.xml, false",
        "application/vnd.oasis.opendocument.spreadsheet,          content.xml, false",
        "application/vnd.oasis.opendocument.text,                 ,            false"
    })
    void aPackageIsWhatItsFirstEntrySays(String type, String other, boolean odt) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] said = type.getBytes(StandardCharsets.US_ASCII);
            CRC32 sum = new CRC32();
            sum.update(said);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(said.length);
            first.setCrc(sum.getValue());
            zip.putNextEntry(first);
            zip.write(said);
            if (other != null) {
                zip.putNextEntry(new ZipEntry(other));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals(odt, FirstBytes.areOdt(out.toByteArray()));
        assertEquals(ofAllFormats("a", out.toByteArray()), new Extractor().detect("a", out.toByteArray()));
    }
}
