package org.planlint.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.samples.Mutants;
import org.planlint.samples.Programs;
import org.planlint.samples.StartsPrograms;
import org.planlint.samples.TakesLong;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.w3c.dom.Element;

/** Annotated copies: the marks stand at the words, what is sure can be accepted, and nothing else changes. */
@TakesLong
@Execution(ExecutionMode.CONCURRENT)
class AnnotateTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @TempDir
    static Path folder;

    private static byte[] annotated(Examination examination) throws Exception {
        return PLANLINT.annotate(examination, Language.VI).orElseThrow();
    }

    private static List<String> prints(DocumentReport report) {
        return report.findings().stream().map(Finding::fingerprint).toList();
    }

    /** One defect of each rule, and the samples. */
    private static Stream<Path> files(String format) throws IOException {
        return files(format, mutant -> true);
    }

    /** The same, each rule in one of two formats: a mark knows words and places, and nothing of rules. */
    private static Stream<Path> inTurn(String format) throws IOException {
        return files(format, mutant -> mutant.rule().hashCode() % 2 == 0 == format.equals("pdf"));
    }

    private static Stream<Path> files(String format, Predicate<Mutants.Mutant> chosen) throws IOException {
        // Other tests write the same plans at the same time.
        Path own = Files.createTempDirectory(folder, "plans");
        Map<String, Path> files = new LinkedHashMap<>();
        for (Mutants.Mutant mutant : Mutants.all()) {
            if (mutant.format().equals(format) && chosen.test(mutant) && !files.containsKey(mutant.rule())) {
                files.put(mutant.rule(), mutant.write(own));
            }
        }
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            samples.filter(f -> f.toString().endsWith(format)).sorted().forEach(f -> files.put(f.toString(), f));
        }
        return files.values().stream();
    }

    @TestFactory
    Stream<DynamicTest> inADocxEachCommentHoldsItsWords() throws IOException {
        return inTurn("docx")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Examination source = PLANLINT.examine(file);
                    byte[] copy = annotated(source);
                    List<String> comments = commentsOf(copy);
                    List<String> expected = commented(source);
                    for (int i = 0; i < expected.size() && i < comments.size(); i++) {
                        if (expected.get(i).endsWith(": *")) {
                            comments.set(i, comments.get(i).replaceAll(": .*", ": *"));
                        }
                    }
                    assertEquals(expected, comments);
                    Examination again = PLANLINT.examine("copy.docx", copy);
                    assertEquals(
                            prints(source.report()), prints(again.report()), "its own marks are not part of the plan");
                    assertArrayEquals(copy, annotated(again), "annotating twice adds nothing");
                    assertArrayEquals(Files.readAllBytes(file), source.bytes(), "the source is not touched");
                }));
    }

    /** Rule and words of each finding, * for one on the document as a whole; without the numbers that Word computes, which no comment can hold. */
    private static List<String> commented(Examination examination) {
        Document document = examination.understanding().document();
        List<String> expected = new ArrayList<>();
        for (Finding finding : examination.report().findings()) {
            String words = finding.evidence();
            if (finding.location() == null) {
                words = null;
            } else {
                Paragraph paragraph =
                        document.paragraphs().get(finding.location().paragraph());
                int start = finding.location().start() - document.offsets()[paragraph.index()];
                words = words.substring(Math.min(words.length(), Math.max(0, paragraph.autoLabel() - start)));
            }
            expected.add(finding.rule() + ": " + (words == null ? "*" : flat(words)));
        }
        return expected;
    }

    private static List<String> commentsOf(byte[] docx) throws Exception {
        List<String> found = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            Element root = new OfficePackage(docx).xml("word/document.xml").getDocumentElement();
            for (XWPFComment comment : document.getComments() == null ? new XWPFComment[0] : document.getComments()) {
                assertEquals("PlanLint", comment.getAuthor());
                String rule = comment.getText().replaceAll("(?s).*\\(([a-z-]+)\\)\\s*$", "$1");
                assertTrue(comment.getText().contains("Căn cứ:"), comment.getText());
                found.add(rule + ": " + flat(between(root, comment.getId())));
            }
        }
        return found;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The words between a comment's bounds as they stood before any proposal. */
    private static String between(Element root, String id) {
        StringBuilder text = new StringBuilder();
        boolean on = false;
        for (Element element : OfficePackage.elements(root.getOwnerDocument())) {
            String name = element.getLocalName();
            if (name.equals("commentRangeStart")
                    && Word.attribute(element, "id").equals(id)) {
                on = true;
            } else if (name.equals("commentRangeEnd")
                    && Word.attribute(element, "id").equals(id)) {
                return text.toString();
            } else if (on && (name.equals("tab") || name.equals("br") || name.equals("p"))) {
                text.append(' ');
            } else if (on && (name.equals("t") || name.equals("delText")) && !isOwnInsertion(element)) {
                text.append(element.getTextContent());
            }
        }
        throw new AssertionError("comment " + id + " has no bounds");
    }

    private static boolean isOwnInsertion(Element text) {
        Element around = (Element) text.getParentNode().getParentNode();
        return around.getLocalName().equals("ins") && "PlanLint".equals(around.getAttributeNS(W, "author"));
    }

    @TestFactory
    Stream<DynamicTest> acceptingASureChangeMendsThePlan() throws IOException {
        List<Path> files = files("docx").toList().parallelStream()
                .filter(file -> PLANLINT.check(file).findings().stream()
                        .anyMatch(f -> f.suggestion() != null && f.suggestion().safe()))
                .toList();
        assertTrue(files.size() >= 9, files.size() + " plans with sure replacements");
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Examination source = PLANLINT.examine(file);
                    byte[] copy = annotated(source);
                    List<String> left = source.report().findings().stream()
                            .filter(f ->
                                    f.suggestion() == null || !f.suggestion().safe())
                            .map(Finding::rule)
                            .toList();
                    assertEquals(
                            left,
                            PLANLINT.check("accepted.docx", settle(copy, true)).findings().stream()
                                    .map(Finding::rule)
                                    .toList());
                    assertEquals(
                            prints(source.report()),
                            prints(PLANLINT.check("rejected.docx", settle(copy, false))),
                            "rejecting restores it");
                }));
    }

    /** What Word makes of the copy when the author accepts or rejects every change. */
    private static byte[] settle(byte[] copy, boolean accept) throws IOException {
        OfficePackage pack = new OfficePackage(copy);
        var document = pack.xml("word/document.xml");
        int changes = 0;
        for (Element element : OfficePackage.elements(document)) {
            String name = element.getLocalName();
            if (!name.equals("ins") && !name.equals("del")
                    || element.getParentNode() == null
                    || !element.getNamespaceURI().equals(W)
                    || element.getParentNode().getLocalName().equals("rPr")) {
                continue;
            }
            changes++;
            if (name.equals("ins") == accept) {
                Word.restore(element);
            } else {
                element.getParentNode().removeChild(element);
            }
        }
        assertTrue(changes > 0, "there are changes to settle");
        pack.put("word/document.xml", document);
        return pack.bytes();
    }

    @TestFactory
    Stream<DynamicTest> inAPdfEachHighlightCoversItsWords() throws IOException {
        return inTurn("pdf")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Examination source = PLANLINT.examine(file);
                    byte[] copy = annotated(source);
                    assertArrayEquals(
                            source.bytes(),
                            Arrays.copyOf(copy, source.bytes().length),
                            "the copy begins with the bytes of the source");
                    Map<String, String> covered = highlights(copy);
                    for (Finding finding : source.report().findings()) {
                        if (finding.location() != null && finding.location().box() != null) {
                            assertEquals(
                                    letters(finding.evidence()),
                                    letters(covered.get("planlint-" + finding.fingerprint())),
                                    finding.rule());
                        }
                    }
                    Examination again = PLANLINT.examine("copy.pdf", copy);
                    assertEquals(prints(source.report()), prints(again.report()));
                    assertArrayEquals(copy, annotated(again), "annotating twice adds nothing");
                }));
    }

    private static String letters(String text) {
        return String.valueOf(text).replaceAll("[\\s\\u00A0]+", "");
    }

    private static Map<String, String> highlights(byte[] pdf) throws IOException {
        Map<String, String> covered = new LinkedHashMap<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationHighlight highlight) {
                        assertTrue(highlight.getContents().contains("Căn cứ:"), highlight.getContents());
                        assertEquals("PlanLint", highlight.getTitlePopup());
                        covered.put(highlight.getAnnotationName(), words(page, highlight.getQuadPoints()));
                    }
                }
            }
        }
        return covered;
    }

    private static String words(PDPage page, float[] quads) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < quads.length; i += 8) {
            PDFTextStripperByArea stripper = new PDFTextStripperByArea();
            stripper.setSortByPosition(true);
            double left = quads[i];
            double top = page.getCropBox().getHeight() - quads[i + 1];
            stripper.addRegion(
                    "quad", new Rectangle2D.Double(left - 0.2, top, quads[i + 2] - left, quads[i + 1] - quads[i + 5]));
            stripper.extractRegions(page);
            text.append(stripper.getTextForRegion("quad"));
        }
        return text.toString();
    }

    @Test
    void theHighlightIsSeenOnThePage() throws Exception {
        Examination source = PLANLINT.examine(Path.of("samples/02-toa-dam-nam-cu.pdf"));
        Finding.Box box = source.report().findings().get(2).location().box();
        try (PDDocument before = Loader.loadPDF(source.bytes());
                PDDocument after = Loader.loadPDF(annotated(source))) {
            assertTrue(
                    reddish(before, box) < 0.05 && reddish(after, box) > 0.5,
                    reddish(before, box) + " before, " + reddish(after, box) + " after");
        }
    }

    /** The share of pixels in the frame that are red on a page drawn with one pixel a point. */
    private static double reddish(PDDocument pdf, Finding.Box box) throws IOException {
        BufferedImage page = new PDFRenderer(pdf).renderImage(0);
        int red = 0;
        int all = 0;
        for (int x = (int) box.x(); x < box.x() + box.width(); x++) {
            for (int y = (int) box.y(); y < box.y() + box.height(); y++) {
                int rgb = page.getRGB(x, y);
                all++;
                red += (rgb >> 16 & 255) - (rgb & 255) > 40 ? 1 : 0;
            }
        }
        return red / (double) all;
    }

    @Test
    void aSolvedNoteIsTakenOutAndOthersAreLeft() throws Exception {
        for (String name : List.of("samples/02-toa-dam-nam-cu.docx", "samples/02-toa-dam-nam-cu.pdf")) {
            Examination source = PLANLINT.examine(Path.of(name));
            Examination copy = PLANLINT.examine(name, annotated(source));
            List<Finding> fewer = source.report().findings().subList(0, 1);
            byte[] later = annotated(copy.withReport(copy.report().withFindings(fewer)));
            long notes = name.endsWith("pdf")
                    ? highlights(later).size()
                    : commentsOf(later).size();
            assertEquals(1, notes, name);
        }
    }

    @Test
    void otherFormatsAreNotAnnotated() throws Exception {
        assertFalse(PLANLINT.annotate(PLANLINT.examine(Path.of("samples/02-toa-dam-nam-cu.odt")), Language.VI)
                .isPresent());
        assertFalse(PLANLINT.annotate(PLANLINT.examine(Path.of("samples/khong-co.docx")), Language.VI)
                .isPresent());
    }

    @Test
    @StartsPrograms
    void libreOfficeShowsTheCommentsAndTheChanges() throws Exception {
        Programs.require("lowriter");
        List<Path> copies = new ArrayList<>();
        List<Examination> sources = new ArrayList<>();
        for (Path file : files("docx").toList()) {
            Examination source = PLANLINT.examine(file);
            if (source.report().findings().stream()
                            .anyMatch(f ->
                                    f.suggestion() != null && f.suggestion().safe())
                    || file.startsWith("samples")) {
                sources.add(source);
                copies.add(Files.write(folder.resolve("lo-" + copies.size() + ".docx"), annotated(source)));
            }
        }
        List<Path> flat = Programs.convert(copies, "fodt", folder);
        for (int i = 0; i < flat.size(); i++) {
            String xml = Files.readString(flat.get(i), StandardCharsets.UTF_8);
            DocumentReport report = sources.get(i).report();
            assertEquals(
                    report.findings().size(),
                    count(xml, "<office:annotation [^>]*>\\s*<dc:creator>PlanLint</dc:creator>"),
                    report.path());
            long sure = report.findings().stream()
                    .filter(f -> f.suggestion() != null && f.suggestion().safe())
                    .count();
            long changes = count(xml, "<text:(deletion|insertion)>\\s*<office:change-info>\\s*<dc:creator>PlanLint<");
            assertTrue(changes >= sure && (changes > 0) == (sure > 0), changes + " changes in " + report.path());
        }
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
