package org.planlint.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A plan as a docx that looks as the decree has it, but for what its part {@code layout} says. */
public final class LaidOut {
    private LaidOut() {}

    /** @param parts by the names that the samples' YAML has for them */
    public static byte[] docx(Map<String, ?> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DocxSample.write(SamplePlan.of("example", parts), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
