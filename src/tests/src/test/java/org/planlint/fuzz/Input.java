package org.planlint.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.planlint.PlanLint;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.icap.IcapInput;
import org.planlint.record.EdXml;
import org.planlint.record.PackageOf;
import org.planlint.report.DocumentReport;
import org.planlint.report.State;
import org.planlint.report.Status;
import org.planlint.rules.PageInput;

/**
 * What strangers give the program to read. Whatever the bytes are, each ends as it is declared to: in a document or a failure with a
 * reason; all else is a fault.
 */
public enum Input {
    DOCX,
    DOC,
    ODT,
    PDF,
    TEXT,
    PAGE,
    EDXML,
    ICAP,
    FORM;

    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final Extractor EXTRACTOR = new Extractor();
    /** What code throws that did not think of it. Words that are no number or no Base64 are looked for. */
    private static final List<Class<? extends Throwable>> TRIPS = List.of(
            NullPointerException.class,
            IndexOutOfBoundsException.class,
            ClassCastException.class,
            ArithmeticException.class,
            NegativeArraySizeException.class);

    /** Bytes that a file may have once it is unpacked. */
    private static final long MOST = 10 << 20;

    private static final String SAMPLE = "samples/02-toa-dam-nam-cu.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** The parts of the sample, in their order; of those in xml one is the input. */
    private Map<String, byte[]> parts = Map.of();

    private List<String> changeable = List.of();

    /** Where reading begins from: sound ones of every kind. */
    public List<byte[]> seeds() throws IOException {
        return switch (this) {
            case DOCX, ODT -> {
                List<byte[]> seeds = new ArrayList<>();
                for (int i = 0; i < changeable().size(); i++) {
                    seeds.add(join(new byte[] {(byte) i}, parts.get(changeable.get(i))));
                }
                yield seeds;
            }
            case DOC -> List.of(Files.readAllBytes(Path.of(SAMPLE + "doc")));
            case PDF -> List.of(Files.readAllBytes(Path.of(SAMPLE + "pdf")), plainPdf());
            case TEXT -> List.of(Files.readAllBytes(Path.of(SAMPLE + "txt")));
            case PAGE -> {
                try (Stream<Path> pages = Files.list(Path.of("rules/dates"))) {
                    List<byte[]> seeds = new ArrayList<>();
                    for (Path page : pages.filter(p -> p.toString().endsWith(".md"))
                            .sorted()
                            .toList()) {
                        seeds.add(Files.readAllBytes(page));
                    }
                    yield seeds;
                }
            }
            case EDXML ->
                List.of(new PackageOf()
                        .value("Subject", "Tập huấn")
                        .element("Code", "CodeNumber", "71")
                        .file("a.txt", "KẾ HOẠCH\nTập huấn")
                        .bytes());
            case ICAP ->
                List.of(bytes("REQMOD icap://127.0.0.1/check ICAP/1.0\r\nHost: a\r\nPreview: 4\r\nAllow: 204\r\n"
                        + "Encapsulated: req-hdr=0, req-body=52\r\n\r\nPOST /a.docx HTTP/1.1\r\nContent-Type: text/plain\r\n\r\n"
                        + "\r\n\r\n4\r\nabcd\r\n0; ieof\r\n\r\n"));
            case FORM ->
                List.of(bytes("--phan\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.docx\"\r\n\r\nabc\r\n"
                        + "--phan\r\nContent-Disposition: form-data; name=\"g\"\r\n\r\nx\r\n--phan--\r\n"));
        };
    }

    /** Lets the program read it. What it throws is a fault. */
    public void read(byte[] input) throws IOException {
        switch (this) {
            case DOCX -> document("a.docx", zip(input), WORD);
            case ODT -> document("a.odt", zip(input), OPEN_DOCUMENT);
            case DOC -> document("a.doc", input, "application/msword");
            case PDF -> document("a.pdf", input, "application/pdf");
            case TEXT -> {
                document("a.txt", input, "text/plain");
                judge(input);
            }
            case PAGE -> PageInput.parse(new String(input, StandardCharsets.UTF_8));
            case EDXML -> {
                try {
                    EdXml opened = EdXml.open(input);
                    for (String entry : opened.entries(MOST)) {
                        opened.record(entry, MOST);
                        opened.bytes(entry, MOST);
                    }
                } catch (ReadFailure declared) {
                    requireDeclared(declared);
                }
            }
            case ICAP -> IcapInput.requests(input);
            case FORM -> IcapInput.form(input);
        }
    }

    private static void document(String name, byte[] bytes, String mediaType) {
        try {
            EXTRACTOR.read(name, bytes, mediaType);
        } catch (ReadFailure declared) {
            requireDeclared(declared);
        }
    }

    /** What all readers give goes this way: through the facts to the rules. */
    private static void judge(byte[] text) {
        DocumentReport report = PLANLINT.check("a.txt", text);
        if (report.status() == Status.CRASHED || report.coverage().states().containsValue(State.ERROR)) {
            throw new AssertionError(report.error() + " " + report.coverage().states());
        }
    }

    /** A library may throw what it likes over a broken file; our own code may not trip over one. */
    private static void requireDeclared(ReadFailure failure) {
        if (failure.reason() == ReadFailure.Reason.CRASHED) {
            throw new AssertionError(failure);
        }
        for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
            Throwable why = at;
            boolean ours = Arrays.stream(why.getStackTrace())
                    .filter(frame -> !frame.getClassName().startsWith("java."))
                    .limit(1)
                    .anyMatch(frame -> frame.getClassName().startsWith("org.planlint."));
            if (ours && TRIPS.stream().anyMatch(trip -> trip.isInstance(why))) {
                throw new AssertionError(why);
            }
        }
    }

    /** The sample with its content as it is drawn, not packed: what is changed there reaches the reader. */
    private static byte[] plainPdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(Path.of(SAMPLE + "pdf")))) {
            for (PDPage page : pdf.getPages()) {
                PDStream plain = new PDStream(pdf);
                try (InputStream content = page.getContents();
                        OutputStream to = plain.createOutputStream()) {
                    content.transferTo(to);
                }
                page.setContents(plain);
            }
            pdf.save(out, CompressParameters.NO_COMPRESSION);
        }
        return out.toByteArray();
    }

    private List<String> changeable() throws IOException {
        if (parts.isEmpty()) {
            Map<String, byte[]> found = new LinkedHashMap<>();
            byte[] sample = Files.readAllBytes(Path.of(SAMPLE + (this == ODT ? "odt" : "docx")));
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sample))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    found.put(entry.getName(), zip.readAllBytes());
                }
            }
            changeable = found.keySet().stream()
                    .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                    .toList();
            parts = found;
        }
        return changeable;
    }

    /** The sample with one part, which the first byte names, as the rest is. */
    private byte[] zip(byte[] input) throws IOException {
        String changed = input.length == 0 ? "" : changeable().get((input[0] & 255) % changeable.size());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                byte[] content =
                        part.getKey().equals(changed) ? Arrays.copyOfRange(input, 1, input.length) : part.getValue();
                ZipEntry entry = new ZipEntry(part.getKey());
                CRC32 sum = new CRC32();
                sum.update(content);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
