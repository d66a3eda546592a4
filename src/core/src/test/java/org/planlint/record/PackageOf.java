package org.planlint.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes packages of documents, of invented offices, as several systems write them. */
public final class PackageOf {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String header = "";
    private String prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private String prefix = "edXML:";

    public PackageOf file(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    public PackageOf file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An element of the header with others within it: {@code element("Code", "CodeNumber", "71")}. */
    public PackageOf element(String name, String... withinAndValues) {
        StringBuilder inner = new StringBuilder();
        for (int i = 0; i < withinAndValues.length; i += 2) {
            inner.append(tag(withinAndValues[i], withinAndValues[i + 1]));
        }
        return raw(tag(name, inner.toString()));
    }

    public PackageOf value(String name, String value) {
        return raw(tag(name, value));
    }

    public PackageOf raw(String xml) {
        header += xml;
        return this;
    }

    public PackageOf prolog(String xml) {
        prolog = xml;
        return this;
    }

    public PackageOf withoutPrefix() {
        prefix = "";
        return this;
    }

    private String tag(String name, String content) {
        return "<" + prefix + name + ">" + content + "</" + prefix + name + ">";
    }

    public byte[] bytes() {
        StringBuilder attached = new StringBuilder();
        files.forEach((name, bytes) -> attached.append("<Attachment><ContentId>cid:1</ContentId><AttachmentName>")
                .append(name)
                .append("</AttachmentName><ContentTransferEncoded>\n")
                .append(Base64.getMimeEncoder().encodeToString(bytes))
                .append("\n</ContentTransferEncoded></Attachment>"));
        return (prolog + "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\""
                        + " xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">"
                        + tag("edXMLEnvelope", tag("edXMLHeader", tag("MessageHeader", header)))
                        + "<AttachmentEncoded>" + attached + "</AttachmentEncoded></edXML>")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
