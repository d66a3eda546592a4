package org.planlint.extract.signed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pdf files as an invented person and an invented agency signed them. */
public final class SignedFiles {
    private static final Instant TIME = Instant.parse("2024-05-15T04:00:00Z");

    private SignedFiles() {}

    /** The same files, signed twice. */
    public static Map<String, byte[]> of(Map<String, byte[]> files) throws Exception {
        Keys authority = Keys.authority("CN=CA thử nghiệm");
        Keys person = authority.issue("C=VN,O=Tỉnh Sơn Thủy,CN=Đinh Quang Khải");
        Keys agency = authority.issue("C=VN,O=Tỉnh Sơn Thủy,CN=Ủy ban nhân dân tỉnh Sơn Thủy");
        Map<String, byte[]> signed = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            signed.put(
                    file.getKey(),
                    new SignedPdf(file.getValue())
                            .sign(person, TIME)
                            .sign(agency, TIME)
                            .bytes());
        }
        return signed;
    }
}
