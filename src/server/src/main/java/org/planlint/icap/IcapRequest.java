package org.planlint.icap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of one ICAP request (RFC 3507): its method, and the HTTP messages that it wraps.
 *
 * @param method   OPTIONS, REQMOD or RESPMOD
 * @param headers  of ICAP, by their names in lower case
 * @param request  the HTTP request's head as it came, or null
 * @param response the HTTP response's head as it came, or null
 * @param hasBody  whether a body follows, in chunks
 */
record IcapRequest(String method, Map<String, String> headers, byte[] request, byte[] response, boolean hasBody) {
    /** Heads larger than this are nobody's. */
    private static final int HEAD = 1 << 16;

    private static final Pattern FIRST = Pattern.compile("([A-Z]+) icap://[^ ]* ICAP/1\\.0");
    private static final Pattern PART =
            Pattern.compile("(req-hdr|res-hdr|req-body|res-body|opt-body|null-body)=(\\d{1,7})");

    /** What is sent is no ICAP. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String why) {
            super(why);
        }
    }

    /** The next request of a connection, or null where it has ended. */
    static IcapRequest read(InputStream in) throws IOException {
        String first = line(in, true);
        while (first != null && first.isEmpty()) {
            first = line(in, true);
        }
        if (first == null) {
            return null;
        }
        Matcher matcher = FIRST.matcher(first);
        if (!matcher.matches()) {
            throw new Broken("no ICAP request");
        }
        Map<String, String> headers = headers(in);
        byte[] request = null;
        byte[] response = null;
        boolean body = false;
        String open = null;
        int from = 0;
        Matcher part = PART.matcher(headers.getOrDefault("encapsulated", ""));
        while (part.find()) {
            int at = Integer.parseInt(part.group(2));
            if (open != null) {
                if (at < from || at - from > HEAD) {
                    throw new Broken("a head of " + (at - from) + " bytes");
                }
                byte[] head = in.readNBytes(at - from);
                if (open.equals("req-hdr")) {
                    request = head;
                } else {
                    response = head;
                }
            }
            open = part.group(1);
            from = at;
            body |= open.equals("req-body") || open.equals("res-body") || open.equals("opt-body");
        }
        return new IcapRequest(matcher.group(1), headers, request, response, body);
    }

    /** How many bytes of the body come before the sender waits for a word, or -1 where it sends all. */
    int preview() {
        String preview = headers.get("preview");
        return preview == null || !preview.matches("\\d{1,7}") ? -1 : Integer.parseInt(preview);
    }

    boolean allowsNoContent() {
        return headers.getOrDefault("allow", "").contains("204");
    }

    /** The first line of the HTTP request, or nothing. */
    String requestLine() {
        return request == null
                ? ""
                : new String(request, StandardCharsets.ISO_8859_1)
                        .lines()
                        .findFirst()
                        .orElse("");
    }

    /** A header of the message whose body is sent, or nothing. */
    String header(String name) {
        return header(method.equals("REQMOD") ? request : response, name);
    }

    String requestHeader(String name) {
        return header(request, name);
    }

    private static String header(byte[] head, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head == null
                ? ""
                : new String(head, StandardCharsets.ISO_8859_1)
                        .lines()
                        .skip(1)
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                        .map(line -> line.substring(start.length()).strip())
                        .findFirst()
                        .orElse("");
    }

    /**
     * Copies the chunks of a body, or of its preview.
     *
     * @return whether the sender has told that nothing comes after a preview
     * @throws Broken where there are more bytes than {@code most}, or what comes is no chunk
     */
    static boolean copyChunks(InputStream in, OutputStream out, long most) throws IOException {
        long sum = 0;
        while (true) {
            String line = line(in, false);
            int semicolon = line.indexOf(';');
            String size = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
            if (!size.matches("[0-9a-fA-F]{1,8}")) {
                throw new Broken("no chunk");
            }
            long length = Long.parseLong(size, 16);
            sum += length;
            if (sum > most) {
                throw new Broken("larger than " + most);
            }
            if (length == 0) {
                headers(in);
                return line.contains("ieof");
            }
            for (long left = length; left > 0; ) {
                byte[] piece = in.readNBytes((int) Math.min(left, HEAD));
                if (piece.length == 0) {
                    throw new EOFException();
                }
                out.write(piece);
                left -= piece.length;
            }
            if (!line(in, false).isEmpty()) {
                throw new Broken("a chunk is longer than it says");
            }
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        int size = 0;
        for (String line = line(in, false); !line.isEmpty(); line = line(in, false)) {
            size += line.length();
            int colon = line.indexOf(':');
            if (colon < 1 || size > HEAD) {
                throw new Broken("no header");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** A line without its end; null where the stream has ended and may. */
    private static String line(InputStream in, boolean mayEnd) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                if (mayEnd && line.isEmpty()) {
                    return null;
                }
                throw new EOFException();
            }
            if (line.length() >= HEAD) {
                throw new Broken("a line without end");
            }
            line.append((char) c);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }
}
