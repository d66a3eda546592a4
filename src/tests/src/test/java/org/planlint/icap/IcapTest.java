package org.planlint.icap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.host.Alarm;
import org.planlint.host.Policy;
import org.planlint.isolate.TestWorkers;
import org.planlint.record.PackageOf;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.Verdict;
import org.planlint.samples.Programs;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.Until;
import org.planlint.store.CheckOnce;
import org.planlint.store.Store;

/** The gate as proxies speak with it: frames by hand, c-icap's client, and Squid. */
@StartsPrograms
class IcapTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.docx");
    private static final Path SOUND = Path.of("samples/01-hoi-nghi-so-ket.docx");
    /** Where the body begins behind the answer's own head. */
    private static final Pattern BODY = Pattern.compile("Encapsulated: .*re[qs]-body=(\\d+)");

    private static final Policy REJECTING =
            new Policy(Map.of(Verdict.NOT_ACCEPTABLE, Policy.Decision.REJECT), Policy.Decision.ACCEPT, null);

    @TempDir
    Path folder;

    private final List<String> checked = new ArrayList<>();
    private final Alarm alarm = new Alarm(new PrintWriter(System.err), null);
    private Store store;
    private IcapServer server;
    private int port;

    @BeforeEach
    void open() throws IOException {
        store = new Store("jdbc:h2:file:" + folder.resolve("db"), "", "");
        begin(false);
    }

    private void begin(boolean enforce) throws IOException {
        server = new IcapServer(
                new IcapServer.Settings(
                        "127.0.0.1",
                        0,
                        Files.createDirectories(folder.resolve("icap")),
                        1 << 20,
                        enforce,
                        REJECTING,
                        Language.VI),
                PLANLINT,
                new CheckOnce(PLANLINT, TestWorkers.shared(), store, Severity.ERROR, (report, verdict, took) -> {
                    synchronized (checked) {
                        checked.add(report.path());
                    }
                }),
                alarm);
        port = server.start();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        store.close();
        // It is swept up behind the answer.
        Until.holds("nothing of an upload stays", () -> {
            try (var left = Files.list(folder.resolve("icap"))) {
                return left.findAny().isEmpty();
            }
        });
    }

    // ---- frames by hand ----

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] chunks(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += 4_096) {
            byte[] piece = Arrays.copyOfRange(body, at, Math.min(body.length, at + 4_096));
            out.writeBytes(ascii(Integer.toHexString(piece.length) + "\r\n"));
            out.writeBytes(piece);
            out.writeBytes(ascii("\r\n"));
        }
        return out.toByteArray();
    }

    private static byte[] end() {
        return ascii("0\r\n\r\n");
    }

    private static byte[] reqmod(String icapHeaders, String head) {
        return ascii("REQMOD icap://127.0.0.1/lint ICAP/1.0\r\nHost: 127.0.0.1\r\n" + icapHeaders
                + "Encapsulated: req-hdr=0, req-body=" + ascii(head).length + "\r\n\r\n" + head);
    }

    private static String put(String path, String... headers) {
        return "PUT http://kho.example" + path + " HTTP/1.1\r\nHost: kho.example\r\n" + String.join("", headers)
                + "\r\n";
    }

    /** Sends each part when the one before has its answer; all answers as they came. */
    private String talk(byte[]... sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            StringBuilder said = new StringBuilder();
            for (byte[] part : sent) {
                out.write(part);
                out.flush();
                said.append(answer(in));
            }
            return said.toString();
        }
    }

    /** One answer to its end: the head, and behind it the heads and the body that it encapsulates. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder said = new StringBuilder(head(in));
        Matcher body = BODY.matcher(said);
        if (body.find()) {
            said.append(new String(in.readNBytes(Integer.parseInt(body.group(1))), StandardCharsets.ISO_8859_1));
            for (int length = -1; length != 0; ) {
                String line = line(in);
                length = Integer.parseInt(line.strip(), 16);
                said.append(line)
                        .append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1))
                        .append(line(in));
            }
        }
        return said.toString();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        String line;
        do {
            line = line(in);
            head.append(line);
        } while (line.length() > 2);
        return head.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            line.append((char) c);
            if (c == '\n') {
                break;
            }
        }
        return line.toString();
    }

    private static String status(String said) {
        return said.lines().findFirst().orElse("");
    }

    @Test
    void optionsTellWhatTheServiceDoes() throws Exception {
        String said = talk(ascii("OPTIONS icap://127.0.0.1/lint ICAP/1.0\r\nHost: 127.0.0.1\r\n\r\n"));
        assertEquals("ICAP/1.0 200 OK", status(said));
        for (String header : List.of(
                "Methods: REQMOD, RESPMOD", "Allow: 204", "Preview: 0", "ISTag: \"", "Encapsulated: null-body=0")) {
            assertTrue(said.contains(header), said);
        }
    }

    @Test
    void byDefaultAllPassesUnchangedAndWhatWasSaidIsKept() throws Exception {
        byte[] file = Files.readAllBytes(FAULTY);
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(
                        join(reqmod("Allow: 204\r\n", put("/k%E1%BA%BF%20ho%E1%BA%A1ch.docx")), chunks(file), end()))));
        assertEquals(List.of("kế hoạch.docx"), checked);
        assertEquals("not-acceptable", store.reports("", null, 10).get(0).verdict());
        String head = put("/a.docx");
        String said = talk(join(reqmod("", head), chunks(file), end()));
        assertEquals("ICAP/1.0 200 OK", status(said));
        String wrapped = said.substring(said.indexOf("\r\n\r\n") + 4);
        assertTrue(wrapped.startsWith(head), "a proxy without 204 has its message back");
        assertArrayEquals(file, body(wrapped.substring(head.length())));
    }

    /** The chunks put together: they may be cut otherwise than they came. */
    private static byte[] body(String chunked) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int line = chunked.indexOf("\r\n", at);
            int length = Integer.parseInt(chunked.substring(at, line), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            body.writeBytes(chunked.substring(line + 2, line + 2 + length).getBytes(StandardCharsets.ISO_8859_1));
            at = line + 2 + length + 2;
        }
    }

    @Test
    void whereItEnforcesARejectedUploadIsAnsweredWithItsReport() throws Exception {
        server.close();
        begin(true);
        byte[] file = Files.readAllBytes(FAULTY);
        byte[] form = join(
                ascii(
                        "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nxin chào\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../kế hoạch.docx\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n"),
                file,
                ascii("\r\n--x--\r\n"));
        String post =
                "POST http://kho.example/upload HTTP/1.1\r\nHost: kho.example\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n";
        String said = talk(join(reqmod("Allow: 204\r\nPreview: 0\r\n", post), end()), join(chunks(form), end()));
        assertTrue(said.startsWith("ICAP/1.0 100 Continue\r\n\r\nICAP/1.0 200 OK\r\n"), said);
        assertTrue(
                said.contains("Encapsulated: res-hdr=0, res-body=")
                        && said.contains("HTTP/1.1 422 ")
                        && said.contains("event-year"),
                said);
        assertEquals(List.of("kế hoạch.docx"), checked);
        String json = talk(
                join(reqmod("Allow: 204\r\n", put("/a.docx", "Accept: application/json\r\n")), chunks(file), end()));
        assertTrue(json.contains("Content-Type: application/json") && json.contains("planlint-report/1"), json);
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(join(reqmod("Allow: 204\r\n", put("/b.docx")), chunks(Files.readAllBytes(SOUND)), end()))));
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(join(reqmod("Allow: 204\r\n", put("/c.txt")), chunks(ascii("CRASH")), end()))),
                "fail-open");
        assertEquals(1, alarm.raised());
    }

    @Test
    void whatIsNoDocumentPassesWithoutACheckAndAPreviewMayHoldAll() throws Exception {
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(join(reqmod("Preview: 4\r\n", put("/anh.png")), ascii("4\r\nabcd\r\n"), end()))));
        byte[] file = Files.readAllBytes(FAULTY);
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(
                        join(reqmod("Preview: 100000\r\n", put("/a.docx")), chunks(file), ascii("0; ieof\r\n\r\n")))));
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(ascii(
                        "REQMOD icap://127.0.0.1/lint ICAP/1.0\r\nAllow: 204\r\nEncapsulated: req-hdr=0, null-body=37\r\n\r\n"
                                + "GET http://kho.example/ HTTP/1.1\r\n\r\n  "))));
        assertEquals(List.of("a.docx"), checked);
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename*=UTF-8''t%E1%BA%A3i%20v%E1%BB%81.docx\r\n\r\n";
        String request = "GET http://kho.example/tai?id=1 HTTP/1.1\r\n\r\n";
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(join(
                        ascii(
                                "RESPMOD icap://127.0.0.1/lint ICAP/1.0\r\nAllow: 204\r\nEncapsulated: req-hdr=0, res-hdr="
                                        + request.length() + ", res-body=" + (request.length() + answer.length())
                                        + "\r\n\r\n" + request + answer),
                        chunks(file),
                        end()))));
        assertEquals(List.of("a.docx", "tải về.docx"), checked);
    }

    @Test
    void xmlIsCheckedWhereItIsAPackage() throws Exception {
        byte[] packed =
                new PackageOf().file("k.docx", Files.readAllBytes(FAULTY)).bytes();
        for (byte[] body : List.of(ascii("<html/>"), packed)) {
            assertEquals(
                    "ICAP/1.0 204 No Content",
                    status(talk(join(reqmod("Allow: 204\r\n", put("/goi.xml")), chunks(body), end()))));
        }
        assertEquals(List.of("goi.xml!/k.docx"), checked);
    }

    @Test
    void brokenFramesHaveTheirAnswersAndTheGateStaysUp() throws Exception {
        for (String broken : List.of(
                "GET / HTTP/1.1\r\n\r\n",
                "REQMOD icap://x ICAP/1.0\r\nEncapsulated: req-hdr=0, req-body=9999999\r\n\r\n",
                "REQMOD icap://x ICAP/1.0\r\nno header\r\n\r\n",
                "A".repeat(100_000))) {
            assertEquals("ICAP/1.0 400 Bad Request", status(talk(ascii(broken))), broken.substring(0, 10));
        }
        assertEquals(
                "ICAP/1.0 400 Bad Request",
                status(talk(join(reqmod("Allow: 204\r\n", put("/a.docx")), ascii("zz\r\n")))));
        assertEquals("ICAP/1.0 405 Method Not Allowed", status(talk(ascii("DELETE icap://x ICAP/1.0\r\n\r\n"))));
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(join(reqmod("Allow: 204\r\n", put("/to.docx")), chunks(new byte[(1 << 20) + 1]), end()))),
                "too large passes");
        assertEquals(1, alarm.raised(), "and is told");
        String cut = "POST http://kho.example/upload HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n";
        assertEquals(
                "ICAP/1.0 204 No Content",
                status(talk(join(reqmod("Allow: 204\r\n", cut), chunks(ascii("--x\r\nContent-Dispo")), end()))));
        assertEquals("ICAP/1.0 200 OK", status(talk(ascii("OPTIONS icap://127.0.0.1/lint ICAP/1.0\r\n\r\n"))));
        assertEquals(List.of(), checked);
    }

    // ---- real peers ----

    @Test
    void theClientOfCIcapIsServed() throws Exception {
        Path client = Programs.require("c-icap-client");
        server.close();
        begin(true);
        Process process = new ProcessBuilder(
                        client.toString(),
                        "-i",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        "-s",
                        "lint",
                        "-f",
                        FAULTY.toAbsolutePath().toString(),
                        "-req",
                        "http://kho.example/ke-hoach.docx",
                        "-o",
                        folder.resolve("out").toString(),
                        "-v")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertTrue(
                Files.exists(folder.resolve("out"))
                        && Files.readString(folder.resolve("out")).contains("event-year"),
                said);
    }

    @Test
    void squidRefusesWhatTheGateRejectsAndLetsPassTheRest() throws Exception {
        Path squid = Programs.require("squid");
        server.close();
        begin(true);
        List<String> came = new ArrayList<>();
        HttpServer system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        system.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                came.add(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(201, -1);
            }
        });
        system.start();
        int proxy;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            proxy = free.getLocalPort();
        }
        Path home = Files.createDirectories(folder.resolve("squid"));
        home.toFile().setWritable(true, false);
        home.toFile().setExecutable(true, false);
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        Path settings = Files.writeString(
                home.resolve("squid.conf"),
                "http_port 127.0.0.1:" + proxy + "\nhttp_access allow all\ncache deny all\npid_filename none\n"
                        + "access_log none\ncache_log " + home.resolve("cache.log") + "\ncoredump_dir " + home
                        + "\nshutdown_lifetime 1 seconds\n"
                        + guide().replace("1344", String.valueOf(port)).replace("bypass=on", "bypass=off"));
        Process process = new ProcessBuilder(squid.toString(), "-N", "-f", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out").toFile())
                .start();
        try {
            HttpClient client = HttpClient.newBuilder()
                    .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy)))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            String address = "http://127.0.0.1:" + system.getAddress().getPort();
            assertEquals(
                    201,
                    upload(client, address + "/sound.docx", SOUND, process, home)
                            .statusCode());
            HttpResponse<String> refused = upload(client, address + "/faulty.docx", FAULTY, process, home);
            assertEquals(422, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("event-year"));
            assertEquals(List.of("/sound.docx"), came, "the system has not seen the other");
        } finally {
            process.destroy();
            process.waitFor();
            system.stop(0);
        }
    }

    /** The lines for {@code squid.conf} as the guide has them. */
    private static String guide() throws IOException {
        String guide = Files.readString(Path.of("docs/icap.md"));
        return guide.substring(guide.indexOf("icap_enable on"), guide.indexOf("```", guide.indexOf("icap_enable on")));
    }

    private static HttpResponse<String> upload(HttpClient client, String to, Path file, Process squid, Path home)
            throws Exception {
        AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
        Until.holds("it listens", () -> {
            assertTrue(squid.isAlive(), Files.readString(home.resolve("out")));
            try {
                answer.set(client.send(
                        HttpRequest.newBuilder(URI.create(to))
                                .PUT(BodyPublishers.ofFile(file))
                                .build(),
                        BodyHandlers.ofString()));
            } catch (IOException notYet) {
                return false;
            }
            return true;
        });
        return answer.get();
    }
}
