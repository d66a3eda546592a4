package org.planlint.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files that were made to harm their reader, with good ones among them. */
public final class HostileFiles {
    private static final Path GOOD = Path.of("samples/02-toa-dam-nam-cu.docx");
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private HostileFiles() {}

    /** @param status in which a check must end */
    public record Hostile(String name, byte[] bytes, String status) {}

    /** @param address that some of them want to be asked */
    public static List<Hostile> of(String address) throws IOException {
        byte[] good = Files.readAllBytes(GOOD);
        List<Hostile> files = new ArrayList<>();
        files.add(new Hostile("a-tot.docx", good, "checked"));
        files.add(new Hostile(
                "b-bom.docx",
                docx("<w:document " + W + "><w:body>", " ".repeat(1 << 20), 300, "</w:body></w:document>"),
                "too-large"));
        files.add(new Hostile(
                "c-cuoi.docx",
                docx("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(50) + "\"><!ENTITY c \""
                        + "&b;".repeat(50) + "\"><!ENTITY d \"" + "&c;".repeat(50) + "\">]><w:document " + W
                        + "><w:body><w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>"),
                "unreadable"));
        files.add(new Hostile("d-ngoai.docx", outside(address), "unreadable"));
        files.add(new Hostile(
                "e-trieu.docx",
                docx(
                        "<w:document " + W + "><w:body>",
                        "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
                        1_000_000,
                        "</w:body></w:document>"),
                "too-large"));
        files.add(new Hostile(
                "f-sau.docx",
                docx("<w:document " + W + "><w:body>" + "<w:tbl><w:tr><w:tc>".repeat(5000)
                        + "</w:tc></w:tr></w:tbl>".repeat(5000) + "</w:body></w:document>"),
                "too-large"));
        files.add(new Hostile("g-cut.docx", Arrays.copyOf(good, good.length / 2), "unreadable"));
        files.add(new Hostile("g-cut-sau-noi-dung.docx", Arrays.copyOf(good, good.length - 60), "unreadable"));
        files.add(new Hostile("h-rong.pdf", new byte[0], "unreadable"));
        files.add(new Hostile("i-sai-duoi.pdf", good, "checked"));
        files.add(new Hostile(
                "k-anh.html",
                ("<html><head><link rel=stylesheet href='" + address + "'></head><body><img src='" + address
                                + "'><p>KẾ HOẠCH</p><p>Tập huấn</p></body></html>")
                        .getBytes(StandardCharsets.UTF_8),
                "checked"));
        return files;
    }

    /** A docx that names an entity of elsewhere. */
    public static byte[] outside(String address) throws IOException {
        return docx("<!DOCTYPE l [<!ENTITY a SYSTEM \"" + address + "\">]><w:document " + W
                + "><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>");
    }

    private static byte[] docx(String documentXml) throws IOException {
        return docx(documentXml, "", 0, "");
    }

    /** The good sample with another main part, in which {@code filler} stands many times: it may be larger than the heap. */
    private static byte[] docx(String start, String filler, int times, String end) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(GOOD)));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(e.getName()));
                if (e.getName().equals("word/document.xml")) {
                    zip.write(start.getBytes(StandardCharsets.UTF_8));
                    byte[] more = filler.getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < times; i++) {
                        zip.write(more);
                    }
                    zip.write(end.getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(zip);
                }
            }
        }
        return out.toByteArray();
    }
}
