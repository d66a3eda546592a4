package org.planlint.extract.signed;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of ASN.1 as it lies in its bytes, in DER or in BER with lengths left open (X.690): signers write both.
 *
 * @param tag   the identifier octet
 * @param from  where the content begins
 * @param to    behind the content
 * @param start where the identifier stands
 * @param end   behind the whole
 */
record Der(byte[] bytes, int tag, int from, int to, int start, int end) {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    private static final int CONSTRUCTED = 0x20;
    private static final int UTF8 = 0x0C;
    private static final int BMP = 0x1E;
    private static final int UTC_TIME = 0x17;
    private static final int MOST_NESTED = 64;
    private static final Pattern TIME = Pattern.compile("(\\d{12})(\\d{2})?(?:[.,]\\d+)?(?:Z|([+-]\\d{4}))?");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /**
     * The first value in the bytes; what follows it is not looked at.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Der of(byte[] bytes) {
        return read(bytes, 0, bytes.length, 0);
    }

    /** The tag of a value that its place in the structure names. */
    static int context(int number) {
        return 0xA0 | number;
    }

    private static Der read(byte[] bytes, int start, int limit, int depth) {
        if (depth > MOST_NESTED) {
            throw new IllegalArgumentException("nested too deeply");
        }
        int at = start;
        int tag = octet(bytes, at++, limit);
        if ((tag & 0x1F) == 0x1F) {
            throw new IllegalArgumentException("a long tag");
        }
        int first = octet(bytes, at++, limit);
        if (first == 0x80) {
            int from = at;
            while (octet(bytes, at, limit) != 0 || octet(bytes, at + 1, limit) != 0) {
                at = read(bytes, at, limit, depth + 1).end;
            }
            return new Der(bytes, tag, from, at, start, at + 2);
        }
        long length = first;
        if (first > 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7F); i++) {
                length = length << 8 | octet(bytes, at++, limit);
                if (length > limit) {
                    throw new IllegalArgumentException("longer than its bytes");
                }
            }
        }
        if (length > limit - at) {
            throw new IllegalArgumentException("longer than its bytes");
        }
        return new Der(bytes, tag, at, at + (int) length, start, at + (int) length);
    }

    private static int octet(byte[] bytes, int at, int limit) {
        if (at >= limit) {
            throw new IllegalArgumentException("ends too early");
        }
        return bytes[at] & 0xFF;
    }

    boolean is(int other) {
        return tag == other;
    }

    /** The values within. */
    List<Der> children() {
        List<Der> found = new ArrayList<>();
        for (int at = from; at < to; ) {
            Der child = read(bytes, at, to, 0);
            found.add(child);
            at = child.end;
        }
        return found;
    }

    /** @throws IllegalArgumentException if it holds fewer */
    Der child(int index) {
        List<Der> children = children();
        if (index >= children.size()) {
            throw new IllegalArgumentException("too few values");
        }
        return children.get(index);
    }

    /** The first value within that has this tag, or null. */
    Der first(int wanted) {
        for (Der child : children()) {
            if (child.tag == wanted) {
                return child;
            }
        }
        return null;
    }

    /** The bytes of the whole value. */
    byte[] whole() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** The bytes within; those of octets that were cut into pieces are put together. */
    byte[] content() {
        if (tag != (OCTETS | CONSTRUCTED)) {
            return Arrays.copyOfRange(bytes, from, to);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        children().forEach(piece -> out.writeBytes(piece.content()));
        return out.toByteArray();
    }

    /** The same value under another tag, with its length written out. */
    byte[] tagged(int other) {
        return wrap(other, Arrays.copyOfRange(bytes, from, to));
    }

    static byte[] wrap(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - from);
            out.write(length, from, length.length - from);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    BigInteger integer() {
        return new BigInteger(Arrays.copyOfRange(bytes, from, to));
    }

    /** In dotted form: 1.2.840.113549.1.7.2. */
    String oid() {
        if (tag != OID || from == to) {
            throw new IllegalArgumentException("no object identifier");
        }
        StringBuilder out = new StringBuilder();
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 7 | bytes[i] & 0x7F;
            if (bytes[i] >= 0) {
                if (out.isEmpty()) {
                    long root = Math.min(value / 40, 2);
                    out.append(root).append('.').append(value - root * 40);
                } else {
                    out.append('.').append(value);
                }
                value = 0;
            }
        }
        return out.toString();
    }

    /** The characters of any of the kinds of strings that names are written in. */
    String text() {
        return new String(
                bytes,
                from,
                to - from,
                tag == UTF8
                        ? StandardCharsets.UTF_8
                        : tag == BMP ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    /**
     * UTCTime or GeneralizedTime: in UTC with seconds as CMS and time stamps have it, or as BER lets signers write it.
     *
     * @throws IllegalArgumentException if it is neither
     */
    Instant time() {
        Matcher written = TIME.matcher((tag == UTC_TIME ? octet(bytes, from, to) < '5' ? "20" : "19" : "") + text());
        if (!written.matches()) {
            throw new IllegalArgumentException("no time");
        }
        String seconds = written.group(2) == null ? "00" : written.group(2);
        ZoneOffset zone = written.group(3) == null ? ZoneOffset.UTC : ZoneOffset.of(written.group(3));
        try {
            return LocalDateTime.parse(written.group(1) + seconds, DIGITS).toInstant(zone);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException(noDay);
        }
    }
}
