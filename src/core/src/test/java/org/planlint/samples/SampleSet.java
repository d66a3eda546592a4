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
        List<SamplePlan> plans = plans();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SamplePlan first = plans.get(i % plans.size());
            List<String> body = new ArrayList<>();
            for (int k = 0; k < 4 + i % 3; k++) {
                body.addAll(plans.get((i + k * 5) % plans.size()).body());
            }
            SamplePlan longer = with(first, "-" + i, body);
            Path file = folder.resolve(String.format(java.util.Locale.ROOT, "%03d.docx", i));
            DocxSample.write(longer, file);
            files.add(file);
        }
        return files;
    }

    /** Writes a docx with so many paragraphs in its body. */
    public static Path docxOf(Path folder, int paragraphs) throws IOException {
        List<SamplePlan> plans = plans();
        List<String> body = new ArrayList<>();
        for (int i = 0; body.size() < paragraphs; i++) {
            body.addAll(plans.get(i % plans.size()).body());
        }
        Path file = folder.resolve(paragraphs + "-paragraphs.docx");
        DocxSample.write(with(plans.get(0), "-" + paragraphs, body.subList(0, paragraphs)), file);
        return file;
    }

    /** Writes a pdf of so many pages. */
    public static Path pdfOf(Path folder, int pages) throws IOException {
        Path file = folder.resolve(pages + "-pages.pdf");
        List<PDDocument> open = new ArrayList<>();
        try (PDDocument merged = new PDDocument()) {
            for (Path sample : pdfSamples()) {
                open.add(Loader.loadPDF(sample.toFile()));
            }
            for (int i = 0; merged.getNumberOfPages() < pages; i++) {
                for (PDPage page : open.get(i % open.size()).getPages()) {
                    if (merged.getNumberOfPages() < pages) {
                        merged.importPage(page);
                    }
                }
            }
            merged.save(file.toFile());
        } finally {
            for (PDDocument sample : open) {
                sample.close();
            }
        }
        return file;
    }

    private static List<SamplePlan> plans() throws IOException {
        return SamplePlan.all().stream()
                .filter(p -> p.cover() == null && p.agency() != null)
                .toList();
    }

    public static List<Path> pdfSamples() throws IOException {
        try (var list = Files.list(Path.of("samples"))) {
            return list.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    /** The plan with another body, and so another name and subject. */
    private static SamplePlan with(SamplePlan plan, String suffix, List<String> body) {
        return new SamplePlan(
                plan.name() + suffix,
                plan.nationalTitle(),
                plan.motto(),
                plan.parent(),
                plan.agency(),
                plan.number(),
                plan.date(),
                plan.type(),
                plan.subject() + " (" + suffix.substring(1) + ")",
                null,
                null,
                body,
                plan.recipients(),
                plan.signature(),
                plan.annex(),
                List.of("docx"),
                false,
                Look.SOUND,
                List.of());
    }

    /** Writes {@code count} pdf, each with the pages of several samples. */
    public static List<Path> pdf(Path folder, int count) throws IOException {
        List<Path> samples = pdfSamples();
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
