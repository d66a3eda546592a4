package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlint.text.Capability;
import org.planlint.text.Document;

/** A file is what its bytes are, however they are wrapped; what is encrypted is said to be. */
class WhatAFileIsTest {
    private static final Path PDF = Path.of("samples/01-hoi-nghi-so-ket.pdf");

    private static Document read(String name, byte[] bytes) throws ReadFailure {
        Extractor extractor = new Extractor();
        return extractor.read(name, bytes, extractor.detect(name, bytes));
    }

    private static ReadFailure.Reason failure(String name, byte[] bytes) {
        return assertThrows(ReadFailure.class, () -> read(name, bytes)).reason();
    }

    private static byte[] join(String before, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(before.getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u001B%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n", "\n\n \n", "rác trước tệp ", "\0\0\0\0"
            })
    void aPdfIsOneThoughOtherBytesStandBeforeIt(String before) throws Exception {
        byte[] pdf = Files.readAllBytes(PDF);
        for (String name : new String[] {"a.pdf", "a.txt", "khong-ten"}) {
            assertEquals(
                    read("a.pdf", pdf).bodyParagraphs().size(),
                    read(name, join(before, pdf)).bodyParagraphs().size(),
                    name);
        }
    }

    @Test
    void aPdfWhoseMarkHasNoDashIsOne() throws Exception {
        byte[] pdf = Files.readAllBytes(PDF);
        String odd = new String(pdf, StandardCharsets.ISO_8859_1).replaceFirst("%PDF-", "%PDF");
        assertEquals(
                "application/pdf",
                read("a.pdf", odd.getBytes(StandardCharsets.ISO_8859_1)).mediaType());
    }

    @Test
    void aTextThatNamesTheMarkIsAText() throws ReadFailure {
        byte[] text = "Lưu tệp ở dạng %PDF-1.4 trước khi gửi.".getBytes(StandardCharsets.UTF_8);
        assertEquals("text/plain", read("a.txt", text).mediaType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "kho/KH 12.PDF", "a.doc", "a.docx", "a.odt"})
    void textUnderTheNameOfAnotherFormatCannotBeRead(String name) {
        byte[] text = "KẾ HOẠCH\nKhông tải được tệp, mời thử lại sau.".getBytes(StandardCharsets.UTF_8);
        assertEquals(ReadFailure.Reason.BROKEN, failure(name, text));
    }

    @Test
    void aPdfForWhoHasACertificateIsEncrypted() {
        String pdf = """
                %PDF-1.6
                1 0 obj
                << /Type /Catalog /Pages 2 0 R >>
                endobj
                2 0 obj
                << /Type /Pages /Kids [] /Count 0 >>
                endobj
                3 0 obj
                << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /Length 128 >>
                endobj
                trailer
                << /Root 1 0 R /Encrypt 3 0 R /Size 4 >>
                startxref
                0
                %%EOF
                """;
        assertEquals(ReadFailure.Reason.ENCRYPTED, failure("a.pdf", pdf.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EncryptedPackage", "\tDRMContent", "\tDRMViewerContent", "\006DataSpaces"})
    void whatRightsAreManagedOfIsEncrypted(String part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), part);
            files.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
            files.writeFilesystem(out);
        }
        assertEquals(ReadFailure.Reason.ENCRYPTED, failure("a.doc", out.toByteArray()));
    }

    private static void put(ByteArrayOutputStream out, int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> 8 * i));
        }
    }

    /** Each part stored, and its length behind it, as LibreOffice writes what it has encrypted. */
    private static byte[] streamed(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            byte[] name = part.getKey().getBytes(StandardCharsets.US_ASCII);
            byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(content);
            boolean behind = !part.getKey().equals("mimetype");
            int at = out.size();
            put(out, 4, 0x04034b50);
            put(out, 2, 20);
            put(out, 2, behind ? 8 : 0);
            put(out, 6, 0);
            put(out, 4, behind ? 0 : crc.getValue());
            put(out, 4, behind ? 0 : content.length);
            put(out, 4, behind ? 0 : content.length);
            put(out, 2, name.length);
            put(out, 2, 0);
            out.write(name);
            out.write(content);
            if (behind) {
                put(out, 4, 0x08074b50);
                put(out, 4, crc.getValue());
                put(out, 4, content.length);
                put(out, 4, content.length);
            }
            put(list, 4, 0x02014b50);
            put(list, 4, 20 << 16 | 20);
            put(list, 2, behind ? 8 : 0);
            put(list, 6, 0);
            put(list, 4, crc.getValue());
            put(list, 4, content.length);
            put(list, 4, content.length);
            put(list, 2, name.length);
            put(list, 12, 0);
            put(list, 4, at);
            list.write(name);
        }
        int at = out.size();
        out.write(list.toByteArray());
        put(out, 4, 0x06054b50);
        put(out, 4, 0);
        put(out, 2, parts.size());
        put(out, 2, parts.size());
        put(out, 4, list.size());
        put(out, 4, at);
        put(out, 2, 0);
        return out.toByteArray();
    }

    @Test
    void aProtectedOdtIsEncrypted() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", "\u0007\u0001bí mật");
        parts.put(
                "META-INF/manifest.xml",
                "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                        + "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/>"
                        + "</manifest:file-entry></manifest:manifest>");
        assertEquals(ReadFailure.Reason.ENCRYPTED, failure("a.odt", streamed(parts)));
    }

    @Test
    void aLongTextBehindAPictureIsRead() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(PDF));
                PDDocument more = Loader.loadPDF(Files.readAllBytes(PDF))) {
            PDPage cover = new PDPage(PDRectangle.A4);
            var picture = LosslessFactory.createFromImage(
                    pdf, new java.awt.image.BufferedImage(200, 280, java.awt.image.BufferedImage.TYPE_INT_RGB));
            pdf.getPages().insertBefore(cover, pdf.getPage(0));
            for (int copy = 0; copy < 3; copy++) {
                for (PDPage page : more.getPages()) {
                    pdf.importPage(page);
                }
            }
            try (PDPageContentStream content = new PDPageContentStream(pdf, cover)) {
                content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            pdf.save(out);
        }
        Document read = read("a.pdf", out.toByteArray());
        assertTrue(read.bodyParagraphs().size() > 10);
        assertEquals(false, read.capabilities().contains(Capability.EVERY_PAGE));
    }
}
