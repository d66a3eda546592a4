package org.planlint.extract.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;
import org.planlint.samples.StartsPrograms;

/**
 * Poppler's {@code pdfsig} as a second reader of signatures: signers, times, digests, what is covered and what is intact are
 * the same. Skipped where it is absent; the shared files lie beside the project, not in it.
 */
@StartsPrograms
class PdfsigTest {
    private static final Path SHARED = Path.of("../shared/corpus/files");
    private static final Path PLAN = Path.of("samples/01-hoi-nghi-so-ket.pdf");
    private static final Pattern BEGIN = Pattern.compile("(?m)^Signature #\\d+:$");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM dd yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void sharedFiles() throws Exception {
        assumeTrue(Files.isDirectory(SHARED), "no ../shared/corpus/files beside this checkout");
        List<Path> files;
        try (Stream<Path> all = Files.list(SHARED)) {
            files = all.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
        assertTrue(compare(files) > 0, "some file is signed");
    }

    @Test
    void filesOfThisTest() throws Exception {
        Instant time = Instant.parse("2024-05-15T04:00:00Z");
        Keys authority = Keys.authority("CN=CA thử nghiệm");
        Keys person = authority.issue("C=VN,O=Tỉnh Sơn Thủy,CN=Đinh Quang Khải");
        Keys agency = authority.issue("C=VN,O=Tỉnh Sơn Thủy,CN=Ủy ban nhân dân tỉnh Sơn Thủy");
        byte[] plan = Files.readAllBytes(PLAN);
        byte[] broken = new SignedPdf(plan).sign(person, time).bytes();
        broken[20] ^= 1;
        Map<String, byte[]> made = Map.of(
                "two.pdf",
                        new SignedPdf(plan)
                                .sign(person, time)
                                .sign(agency, time)
                                .bytes(),
                "sha1.pdf", new SignedPdf(plan).by("SHA1").sign(person, time).bytes(),
                "pades.pdf", new SignedPdf(plan).undated().sign(person, time).bytes(),
                "behind.pdf",
                        new SignedPdf(plan).sign(person, time).write("Thêm").bytes(),
                "formless.pdf",
                        new SignedPdf(plan).sign(person, time).withoutForm().bytes(),
                "broken.pdf", broken);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> one : made.entrySet()) {
            files.add(Files.write(folder.resolve(one.getKey()), one.getValue()));
        }
        assertEquals(7, compare(files));
    }

    /** @return how many signatures */
    private static int compare(List<Path> files) throws IOException, InterruptedException {
        PlanLint planlint = PlanLint.builder().build();
        int compared = 0;
        for (Path file : files) {
            List<String> other = pdfsig(file);
            List<String> own = planlint.check(file).signatures().stream()
                    .map(PdfsigTest::shown)
                    .toList();
            assertEquals(other, own, file.getFileName().toString());
            compared += own.size();
        }
        return compared;
    }

    private static String shown(DocumentReport.Signed one) {
        return String.join(
                " | ",
                String.valueOf(one.name()),
                one.signedAt() == null ? "null" : TIME.format(OffsetDateTime.parse(one.signedAt())),
                one.algorithm().split(" ")[0].replace("-", ""),
                one.coversAll() ? "all" : "part",
                Boolean.TRUE.equals(one.intact()) ? "valid" : "other");
    }

    /** In the order in which they were made, as we have them. */
    private static List<String> pdfsig(Path file) throws IOException, InterruptedException {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder("pdfsig", "-nocert", file.toString());
            builder.environment().put("TZ", "UTC");
            process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException absent) {
            assumeTrue(false, "no pdfsig on this machine");
            throw absent;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Arrays.stream(BEGIN.split(said))
                .skip(1)
                .sorted(Comparator.comparingLong(one -> Long.parseLong(find("Signed Ranges: .*- (\\d+)\\]", one))))
                .map(one -> String.join(
                        " | ",
                        Normalizer.normalize(find("Common Name: (.*)", one), Normalizer.Form.NFC),
                        find("Signing Time: (.*)", one),
                        find("Hash Algorithm: (.*)", one).replace("-", ""),
                        one.contains("- Total document signed") ? "all" : "part",
                        one.contains("Signature is Valid") ? "valid" : "other"))
                .toList();
    }

    private static String find(String pattern, String in) {
        Matcher found = Pattern.compile(pattern).matcher(in);
        return found.find() ? found.group(1) : "null";
    }
}
