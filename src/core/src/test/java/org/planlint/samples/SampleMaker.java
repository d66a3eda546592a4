package org.planlint.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the files in {@code samples/} from the invented plans in {@code src/test/samples}: docx and txt here, the
 * other formats from the docx by LibreOffice. Run it after a change of a plan:
 * {@code mvn -q -B test-compile exec:java@make-samples}
 */
public final class SampleMaker {
    private static final Path SAMPLES = Path.of("samples");

    private SampleMaker() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Files.createDirectories(SAMPLES);
        Path work = Files.createTempDirectory("planlint-samples");
        Map<String, List<Path>> byOffice = new TreeMap<>();
        for (SamplePlan plan : SamplePlan.all()) {
            Path docx = work.resolve(plan.name() + ".docx");
            DocxSample.write(plan, docx);
            for (String format : plan.formats()) {
                Path target = SAMPLES.resolve(plan.name() + "." + format);
                switch (format) {
                    case "docx" -> Files.copy(docx, target, StandardCopyOption.REPLACE_EXISTING);
                    case "txt" -> Files.writeString(target, text(plan));
                    default ->
                        byOffice.computeIfAbsent(format, key -> new ArrayList<>())
                                .add(docx);
                }
            }
        }
        for (Map.Entry<String, List<Path>> format : byOffice.entrySet()) {
            convert(format.getValue(), format.getKey());
        }
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }

    private static void convert(List<Path> docx, String format) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("soffice", "--headless", "--convert-to", format, "--outdir", SAMPLES.toString()));
        docx.forEach(file -> command.add(file.toString()));
        Process office = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(office.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (office.waitFor() != 0) {
            throw new IOException("soffice could not make " + format + ": " + said);
        }
    }

    /** The plan as a clerk pastes it into a text file: the letterhead's lines one below the other. */
    static String text(SamplePlan plan) {
        List<String> lines = new ArrayList<>();
        if (plan.cover() != null) {
            lines.add(text(plan.cover()));
        }
        if (plan.agency() != null) {
            if (plan.parent() != null) {
                lines.addAll(plan.parent().lines().toList());
            }
            lines.addAll(List.of(plan.agency().split("\\s*/\\s*")));
        }
        if (plan.number() != null) {
            lines.addAll(plan.number().lines().toList());
        }
        if (plan.agency() != null) {
            addIfGiven(lines, plan.nationalTitle());
            addIfGiven(lines, plan.motto());
        }
        if (plan.date() != null) {
            lines.add(plan.date());
        }
        lines.add("");
        addIfGiven(lines, plan.type());
        addIfGiven(lines, plan.subject());
        if (plan.attached() != null) {
            lines.add(plan.attached());
        }
        lines.add("");
        lines.addAll(plain(plan.body()));
        lines.add("");
        if (!plan.recipients().isEmpty()) {
            lines.add("Nơi nhận:");
            lines.addAll(plan.recipients());
            lines.add("");
        }
        lines.addAll(plan.signature());
        if (!plan.annex().isEmpty()) {
            lines.add("");
            lines.addAll(plain(plan.annex()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void addIfGiven(List<String> lines, String line) {
        if (line != null) {
            lines.add(line);
        }
    }

    private static List<String> plain(List<String> lines) {
        return lines.stream()
                .map(line -> line.startsWith("# ")
                        ? line.substring(2)
                        : line.startsWith("|")
                                ? line.substring(1, line.length() - 1).strip().replaceAll("\\s*\\|\\s*", "\t")
                                : line)
                .toList();
    }
}
