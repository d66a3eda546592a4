package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.report.Finding;
import org.planlint.report.Status;
import org.planlint.samples.ScanScore.Field;

/**
 * Real scans against what careful readers wrote down of them. They lie beside the project, not in it, and take minutes:
 * with {@code -Dscans=all} alone.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
@StartsPrograms
class SharedScansTest {
    private static final Path CORPUS = Path.of("../shared/corpus");

    private final PlanLint planlint = PlanLint.builder()
            .jobs(Runtime.getRuntime().availableProcessors())
            .recognition(ScansTest.recognition())
            .timeout(Duration.ofMinutes(10))
            .build();

    @Test
    void scansAreReadAsTheirTranscripts() throws IOException, InterruptedException {
        assumeTrue(ScansTest.all(), "-Dscans=all");
        assumeTrue(Files.isDirectory(CORPUS), "no ../shared/corpus beside this checkout");
        Programs.requireTesseract();
        Map<String, Path> transcripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(CORPUS.resolve("transcripts"))) {
            files.forEach(file -> transcripts.put(file.getFileName().toString().replace(".docx", ".pdf"), file));
        }
        Map<String, JsonObject> gold = Files.readAllLines(CORPUS.resolve("gold.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .collect(Collectors.toMap(
                        label -> Path.of(text(label, "file")).getFileName().toString(), label -> label));
        List<Path> scans = new ArrayList<>();
        transcripts.keySet().forEach(name -> scans.add(CORPUS.resolve("files").resolve(name)));
        List<Examination> scanned = new ArrayList<>();
        planlint.examine(scans, scanned::add);
        ScanScore score = new ScanScore();
        for (Examination scan : scanned) {
            String name = Path.of(scan.report().path()).getFileName().toString();
            Examination transcript = planlint.examine(transcripts.get(name));
            ScanFields truth = ScanFields.of(transcript.understanding());
            ScanFields fields = ScanFields.of(scan.understanding());
            score.file(name);
            score.same(Field.CHECKED, Status.CHECKED, scan.report().status());
            score.head(truth, fields);
            score.body(truth, fields);
            JsonObject label = gold.get(name);
            String number = label == null ? null : text(label, "number");
            Integer day = dayOf(label == null ? null : text(label, "issueDate"));
            // most are by hand: a right value is no fault, a wrong one is
            score.count(Field.HAND, fields.number() == null || fields.number().equals(number), number, fields.number());
            Integer read = fields.date().day();
            score.count(Field.HAND, read == null || read.equals(day), day, read);
            score.falseWarnings(
                    scan.report(),
                    transcript.report().findings().stream().map(Finding::rule).toList());
        }
        System.out.println(score.table(Map.of()) + score.misses());
        assertEquals(100, score.of(Field.CHECKED), score::misses);
    }

    /** Of a date as the labels have it; null for none. */
    private static Integer dayOf(String date) {
        return date == null || date.length() < 10 ? null : Integer.valueOf(date.substring(8));
    }

    private static String text(JsonObject o, String key) {
        return o.get(key) == null || o.get(key).isJsonNull() ? null : o.get(key).getAsString();
    }
}
