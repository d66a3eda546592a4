package org.planlint.icap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.planlint.isolate.Upload;

/** What a stranger may send to the gate: a request of ICAP, or the body of a form. */
public final class IcapInput {
    private static final long MOST = 1 << 20;

    private IcapInput() {}

    /** Reads requests to the end; what is no request ends it. */
    public static void requests(byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try {
            for (IcapRequest request = IcapRequest.read(in); request != null; request = IcapRequest.read(in)) {
                request.preview();
                request.allowsNoContent();
                request.requestHeader("Host");
                new Uploads(request, Path.of(""), MOST).mayHold();
                IcapRequest.copyChunks(in, new ByteArrayOutputStream(), MOST);
            }
        } catch (IcapRequest.Broken | EOFException declared) {
            // It is hung up on who sends it.
        }
    }

    /** Takes the files out of a form whose parts are divided by "--phan". */
    public static void form(byte[] body) throws IOException {
        String head = "POST /tai-len HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=phan\r\n\r\n";
        String request = "REQMOD icap://127.0.0.1/check ICAP/1.0\r\nEncapsulated: req-hdr=0, req-body=" + head.length()
                + "\r\n\r\n" + head;
        Path folder = Files.createTempDirectory("form");
        try {
            Path file = Files.write(folder.resolve("body"), body);
            IcapRequest read = IcapRequest.read(new ByteArrayInputStream(request.getBytes(StandardCharsets.US_ASCII)));
            try {
                for (Upload upload : new Uploads(read, folder, MOST).of(file)) {
                    upload.close();
                }
            } catch (IOException tooLargeOrBroken) {
                // The system itself refuses it.
            }
            Files.delete(file);
        } finally {
            // What is left behind is a fault.
            Files.delete(folder);
        }
    }
}
