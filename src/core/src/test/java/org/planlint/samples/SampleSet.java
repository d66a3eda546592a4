package org.planlint.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Longer plans of 3 to 6 pages put together from the samples, for measuring. */
public final class SampleSet {
    private SampleSet() {}

    /** Writes {@code count} docx, each with the bodies of several samples behind one letterhead. */
    public static List<Path> docx(Path folder, int count) throws IOException {
        List<SamplePlan> plans = SamplePlan.all().stream()
                .filter(p -> p.cover() == null && p.agency() != null)
                .toList();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SamplePlan first = plans.get(i % plans.size());
            List<String> body = new ArrayList<>();
            for (int k = 0; k < 4 + i % 3; k++) {
                body.addAll(plans.get((i + k * 5) % plans.size()).body());
            }
            SamplePlan longer = new SamplePlan(
                    first.name() + "-" + i,
                    first.nationalTitle(),
                    first.motto(),
                    first.parent(),
                    first.agency(),
                    first.number(),
                    first.date(),
                    first.type(),
                    first.subject() + " (" + i + ")",
                    null,
                    null,
                    body,
                    first.recipients(),
                    first.signature(),
                    first.annex(),
                    List.of("docx"),
                    false,
                    Look.SOUND,
                    List.of());
            Path file = folder.resolve(String.format(java.util.Locale.ROOT, "%03d.docx", i));
            DocxSample.write(longer, file);
            files.add(file);
        }
        return files;
    }

    /** Writes {@code count} pdf, each with the pages of several samples. */
    public static List<Path> pdf(Path folder, int count) throws IOException {
        List<Path> samples;
        try (var list = Files.list(Path.of("samples"))) {
            samples = list.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(String.format(java.util.Locale.ROOT, "%03d.pdf", i));
            List<PDDocument> open = new ArrayList<>();
            try (PDDocument merged = new PDDocument()) {
                for (int k = 0; merged.getNumberOfPages() < 3 + i % 4; k++) {
                    PDDocument source = Loader.loadPDF(
                            samples.get((i + k * 3) % samples.size()).toFile());
                    open.add(source);
                    for (PDPage page : source.getPages()) {
                        merged.importPage(page);
                    }
                }
                merged.save(file.toFile());
            } finally {
                for (PDDocument source : open) {
                    source.close();
                }
            }
            files.add(file);
        }
        return files;
    }
}
