package org.planlint.serve;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.planlint.record.RecordError;
import org.planlint.record.Records;

/**
 * What a sender says of its document: {@code X-Record}, an object of JSON with a record's fields. Letters with diacritics go as
 * escapes of JSON or of URLs, or as bytes of UTF-8.
 */
final class RecordHeader {
    private static final String NAME = "X-Record";
    private static final String ENCODED_BRACE = "%7B";

    private RecordHeader() {}

    /**
     * Null where there is none.
     *
     * @throws Problem.Raised for one that cannot be read
     */
    static String of(Context ctx) {
        String header = ctx.header(NAME);
        if (header == null) {
            return null;
        }
        try {
            String json = header.regionMatches(true, 0, ENCODED_BRACE, 0, ENCODED_BRACE.length())
                    ? URLDecoder.decode(header, StandardCharsets.UTF_8)
                    : utf8(header);
            Records.given(json);
            return json;
        } catch (RecordError | IllegalArgumentException e) {
            throw Problem.BAD_REQUEST.raised();
        }
    }

    /** The server reads each byte of a header as a letter. */
    private static String utf8(String header) {
        return header.chars().allMatch(c -> c < 0x100)
                ? new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : header;
    }
}
