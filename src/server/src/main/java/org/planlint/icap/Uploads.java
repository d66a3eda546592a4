package org.planlint.icap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.ParameterParser;
import org.planlint.isolate.Upload;
import org.planlint.record.EdXml;
import org.planlint.text.DocumentName;

/** The documents in an HTTP message: the body itself, or the files of a form. */
final class Uploads {
    private static final String FORM = "multipart/form-data";
    private static final int BUFFER = 1 << 13;
    private static final java.time.Duration LONGEST = java.time.Duration.ofMinutes(10);

    private final IcapRequest request;
    private final Path folder;
    private final long maxBytes;

    Uploads(IcapRequest request, Path folder, long maxBytes) {
        this.request = request;
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** Whether the heads let think that there is a document: forms are opened, all else goes by its name. */
    boolean mayHold() {
        return isForm() || mayBeDocument(name());
    }

    private static boolean mayBeDocument(String name) {
        return DocumentName.isDocument(name) || DocumentName.mayBeEdXml(name);
    }

    private boolean isForm() {
        return request.header("Content-Type").toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    /** What the message calls its body: in Content-Disposition, else the end of the address. */
    private String name() {
        String told = fileName(request.header("Content-Disposition"));
        if (told != null) {
            return Upload.shown(told);
        }
        String[] line = request.requestLine().split(" ");
        String path = line.length < 2 ? "" : line[1].replaceAll("[?#].*", "");
        try {
            return Upload.shown(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Upload.shown(path);
        }
    }

    private static String fileName(String disposition) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> parameters = parser.parse(disposition, ';');
        return parameters.get("filename");
    }

    /** Takes the documents out of a body; a form that is broken has none. */
    List<Upload> of(Path body) throws IOException {
        List<Upload> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(body)) {
            if (!isForm()) {
                add(found, Upload.take(name(), in, folder, maxBytes, LONGEST));
                return found;
            }
            String boundary = new ParameterParser()
                    .parse(request.header("Content-Type"), new char[] {';', ','})
                    .get("boundary");
            if (boundary == null) {
                return found;
            }
            MultipartStream form =
                    new MultipartStream(in, boundary.getBytes(StandardCharsets.ISO_8859_1), BUFFER, null);
            form.setHeaderEncoding("UTF-8");
            for (boolean more = form.skipPreamble(); more; more = form.readBoundary()) {
                String name = partName(form.readHeaders());
                if (name == null || !mayBeDocument(Upload.shown(name))) {
                    form.readBodyData(OutputStream.nullOutputStream());
                } else {
                    Path part = Files.createTempFile(folder, "part-", "");
                    try {
                        try (OutputStream out = Files.newOutputStream(part)) {
                            form.readBodyData(out);
                        }
                        try (InputStream content = Files.newInputStream(part)) {
                            add(found, Upload.take(name, content, folder, maxBytes, LONGEST));
                        }
                    } finally {
                        Files.delete(part);
                    }
                }
            }
        } catch (MultipartStream.MalformedStreamException broken) {
            // What came whole is checked; the rest is for the system itself to refuse.
        } catch (IOException | RuntimeException e) {
            for (Upload upload : found) {
                upload.close();
            }
            throw e;
        }
        return found;
    }

    /** Other XML than packages is none of our business. */
    private static void add(List<Upload> found, Upload upload) throws IOException {
        if (DocumentName.isDocument(upload.name()) || EdXml.isAt(upload.file())) {
            found.add(upload);
        } else {
            upload.close();
        }
    }

    private static String partName(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .map(line ->
                        fileName(line.substring(line.indexOf(':') + 1).strip().replaceFirst("^form-data\\s*;?", "")))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
