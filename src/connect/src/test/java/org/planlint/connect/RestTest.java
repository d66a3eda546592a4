package org.planlint.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.planlint.connect.Connections.Source;

/** A document system that begins to answer and falls silent, as one does whose network is cut. */
class RestTest {
    /** For what never comes. */
    private static final Duration BRIEF = Duration.ofSeconds(1);
    /** For what does come. */
    private static final Duration LONG = Duration.ofHours(1);

    private ServerSocket server;
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void end() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Answers the first request of a connection with this, and leaves the connection open. */
    private Rest saying(String said, Duration answer, Duration piece) throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread answering = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    open.add(socket);
                    socket.getInputStream().read(new byte[1 << 16]);
                    socket.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
        answering.setDaemon(true);
        answering.start();
        URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
        return new Rest(
                new Source(
                        "kho", "directus", url, null, null, "x", null, null, null, Duration.ofSeconds(30), 8, Map.of()),
                "Bearer",
                answer,
                piece);
    }

    private static String failure(Executable asking) {
        return assertThrows(IOException.class, asking).getMessage();
    }

    @Test
    void aWholeAnswerIsRead() throws IOException {
        Rest rest = saying("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{\"a\":1}", LONG, LONG);
        assertEquals(1, Rest.number(rest.get("/items").orElseThrow(), "a"));
        try (InputStream content = rest.download("/assets/1")) {
            assertEquals("{\"a\":1}", new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void noAnswerIsWaitedForInVain() throws IOException {
        Rest silent = saying("", BRIEF, LONG);
        assertEquals("không trả lời / no answer within 1 s: " + address(), failure(() -> silent.get("/items")));
    }

    @Test
    void anAnswerThatBreaksOffIsNotWaitedFor() throws IOException {
        Rest half = saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\": [", BRIEF, LONG);
        assertEquals("không trả lời / no answer within 1 s: " + address(), failure(() -> half.get("/items")));
    }

    @Test
    void aDownloadThatBreaksOffIsNotWaitedFor() throws IOException {
        Rest half = saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nKẾ HOẠCH", LONG, BRIEF);
        assertEquals("gửi dở dang / nothing more came within 1 s", failure(() -> {
            try (InputStream content = half.download("/assets/1")) {
                content.readAllBytes();
            }
        }));
    }

    private String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }
}
