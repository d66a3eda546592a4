package org.planlint.icap;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.Upload;
import org.planlint.report.JsonReportWriter;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;
import org.planlint.store.CheckOnce;
import org.planlint.store.Store;

/**
 * An ICAP server (RFC 3507) for systems that nobody will extend: their proxy hands it each upload. By default it only watches: all
 * passes unchanged, and what was said of it is kept. Where it enforces, an upload that the policy rejects is answered with its
 * report instead of being let through. Whatever goes wrong lets the upload pass, with an alarm, or as the policy has it.
 */
public final class IcapServer implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final int BACKLOG = 128;
    private static final int LINGER_MS = 60_000;
    /** What is let pass unread is read to its end all the same, up to here. */
    private static final int PASSED = 8;

    private static final int BUFFER = 1 << 16;
    private static final int REFUSED = 422;

    /**
     * @param folder   for bodies on their way
     * @param maxBytes the largest document that is checked
     * @param enforce  whether the policy's rejections are carried out
     */
    public record Settings(
            String host, int port, Path folder, long maxBytes, boolean enforce, Policy policy, Language language) {}

    private final Settings settings;
    private final PlanLint engine;
    private final CheckOnce checks;
    private final Alarm alarm;
    private final HtmlReport pages;
    private final JsonReportWriter json;
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(CONNECTIONS);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "planlint-icap");
        thread.setDaemon(true);
        return thread;
    });

    public IcapServer(Settings settings, PlanLint engine, CheckOnce checks, Alarm alarm) throws IOException {
        this.settings = settings;
        this.engine = engine;
        this.checks = checks;
        this.alarm = alarm;
        this.pages = new HtmlReport(settings.language());
        this.json = new JsonReportWriter(settings.language());
        this.socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), BACKLOG);
    }

    /** Begins to listen; the port is that of the settings, or the one that was free. */
    public int start() {
        threads.submit(this::accept);
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setSoTimeout(LINGER_MS);
                connection.setTcpNoDelay(true);
                if (places.tryAcquire()) {
                    threads.submit(() -> serve(connection));
                } else {
                    try (connection) {
                        connection
                                .getOutputStream()
                                .write(
                                        ascii(
                                                "ICAP/1.0 503 Service Overloaded\r\nConnection: close\r\nEncapsulated: null-body=0\r\n\r\n"));
                    }
                }
            } catch (IOException e) {
                // Closed, or that one connection is broken.
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void serve(Socket connection) {
        open.add(connection);
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER);
                OutputStream out = new BufferedOutputStream(connection.getOutputStream(), BUFFER)) {
            try {
                for (IcapRequest request = IcapRequest.read(in); request != null; request = IcapRequest.read(in)) {
                    answer(request, in, out);
                    out.flush();
                }
            } catch (IcapRequest.Broken broken) {
                out.write(ascii("ICAP/1.0 400 Bad Request\r\nConnection: close\r\nEncapsulated: null-body=0\r\n\r\n"));
            } catch (SocketTimeoutException slow) {
                out.write(ascii(
                        "ICAP/1.0 408 Request Timeout\r\nConnection: close\r\nEncapsulated: null-body=0\r\n\r\n"));
            }
        } catch (IOException gone) {
            // The proxy has gone; it asks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
            places.release();
        }
    }

    private void answer(IcapRequest request, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        switch (request.method()) {
            case "OPTIONS" -> options(request, in, out);
            case "REQMOD", "RESPMOD" -> modify(request, in, out);
            default ->
                out.write(ascii("ICAP/1.0 405 Method Not Allowed\r\n" + tag() + "Encapsulated: null-body=0\r\n\r\n"));
        }
    }

    /** Another tag tells proxies to forget what they were told. */
    private String tag() {
        return "ISTag: \"" + engine.rulesDigest().replaceAll("[^0-9A-Za-z]", "").substring(0, 16) + "\"\r\n";
    }

    private void options(IcapRequest request, InputStream in, OutputStream out) throws IOException {
        if (request.hasBody()) {
            IcapRequest.copyChunks(in, OutputStream.nullOutputStream(), BUFFER);
        }
        out.write(ascii("ICAP/1.0 200 OK\r\nMethods: REQMOD, RESPMOD\r\nService: PlanLint " + PlanLint.programVersion()
                + "\r\n" + tag() + "Allow: 204\r\nPreview: 0\r\n" + "Transfer-Preview: *\r\nMax-Connections: "
                + CONNECTIONS + "\r\nOptions-TTL: 3600\r\nEncapsulated: null-body=0\r\n\r\n"));
    }

    private void modify(IcapRequest request, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        Uploads uploads = new Uploads(request, settings.folder(), settings.maxBytes());
        if (!request.hasBody()) {
            unchanged(request, null, out);
            return;
        }
        Path body = Files.createTempFile(settings.folder(), "body-", "");
        try {
            try (OutputStream to = Files.newOutputStream(body)) {
                boolean more = true;
                if (request.preview() >= 0) {
                    more = !IcapRequest.copyChunks(in, to, settings.maxBytes() * PASSED);
                    if (more && !uploads.mayHold()) {
                        noContent(out);
                        return;
                    }
                    if (more) {
                        out.write(ascii("ICAP/1.0 100 Continue\r\n\r\n"));
                        out.flush();
                    }
                }
                if (more) {
                    IcapRequest.copyChunks(in, to, settings.maxBytes() * PASSED);
                }
            }
            Store.Kept refused = uploads.mayHold() ? judge(uploads, body) : null;
            if (refused == null) {
                unchanged(request, body, out);
            } else {
                refuse(request, refused, out);
            }
        } finally {
            Files.delete(body);
        }
    }

    /** The first document that is not let through, or null. */
    private Store.Kept judge(Uploads uploads, Path body) throws InterruptedException {
        List<Upload> found = new ArrayList<>();
        Store.Kept refused = null;
        try {
            found.addAll(uploads.of(body));
            for (Upload upload : found) {
                Store.Kept kept = checks.check(upload);
                if (Policy.isFailure(kept.report())) {
                    alarm.raise("icap", upload.name(), kept.report().status().word());
                }
                boolean rejected = settings.policy().decide(kept.report(), kept.verdict()) == Policy.Decision.REJECT;
                refused = refused == null && settings.enforce() && rejected ? kept : refused;
            }
        } catch (IOException | RuntimeException e) {
            alarm.raise("icap", "", String.valueOf(e.getMessage()));
        } finally {
            for (Upload upload : found) {
                try {
                    upload.close();
                } catch (IOException e) {
                    alarm.raise("icap", upload.name(), String.valueOf(e.getMessage()));
                }
            }
        }
        return refused;
    }

    /** 204 where the proxy takes it; else the message as it came. */
    private void unchanged(IcapRequest request, Path body, OutputStream out) throws IOException {
        if (request.allowsNoContent() || request.preview() >= 0) {
            noContent(out);
            return;
        }
        boolean asked = request.method().equals("REQMOD");
        byte[] head = asked ? request.request() : request.response();
        if (head == null) {
            throw new IcapRequest.Broken("no head");
        }
        String kind = asked ? "req" : "res";
        out.write(ascii("ICAP/1.0 200 OK\r\n" + tag() + "Encapsulated: " + kind + "-hdr=0, "
                + (body == null ? "null" : kind) + "-body=" + head.length + "\r\n\r\n"));
        out.write(head);
        if (body != null) {
            try (InputStream in = Files.newInputStream(body)) {
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    chunk(buffer, read, out);
                }
            }
            out.write(ascii("0\r\n\r\n"));
        }
    }

    private void noContent(OutputStream out) throws IOException {
        out.write(ascii("ICAP/1.0 204 No Content\r\n" + tag() + "Encapsulated: null-body=0\r\n\r\n"));
    }

    private static void chunk(byte[] bytes, int length, OutputStream out) throws IOException {
        if (length > 0) {
            out.write(ascii(Integer.toHexString(length) + "\r\n"));
            out.write(bytes, 0, length);
            out.write(ascii("\r\n"));
        }
    }

    /** The report in place of the system's own answer: as JSON for programs that ask for it, else the page. */
    private void refuse(IcapRequest request, Store.Kept kept, OutputStream out) throws IOException {
        Report report = engine.report(kept.report());
        boolean data = request.requestHeader("Accept").contains("application/json");
        StringWriter text = new StringWriter();
        if (data) {
            json.write(report, text);
        } else {
            pages.document(DocumentView.of(kept.report()), report, text);
        }
        byte[] page = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = ascii("HTTP/1.1 " + REFUSED + " Unprocessable Content\r\nContent-Type: "
                + (data ? "application/json" : "text/html") + "; charset=utf-8\r\nContent-Length: " + page.length
                + "\r\nCache-Control: no-store\r\nX-PlanLint-Verdict: "
                + kept.verdict().word() + "\r\nX-PlanLint-Report: " + kept.id() + "\r\n\r\n");
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(
                ascii("ICAP/1.0 200 OK\r\n" + tag() + "Encapsulated: res-hdr=0, res-body=" + head.length + "\r\n\r\n"));
        answer.write(head);
        chunk(page, page.length, answer);
        answer.write(ascii("0\r\n\r\n"));
        answer.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
