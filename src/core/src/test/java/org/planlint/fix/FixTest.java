package org.planlint.fix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.annotate.DocxEditor;
import org.planlint.annotate.Edit;
import org.planlint.annotate.Settled;
import org.planlint.annotate.Shape;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.facts.Element;
import org.planlint.facts.PageSetup;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.samples.LayoutCase;
import org.planlint.samples.Mutants;
import org.planlint.samples.TakesLong;
import org.planlint.text.Document;
import org.planlint.text.Marks;
import org.planlint.text.Paragraph;
import org.planlint.text.Paragraph.Alignment;

/** What a fix does heals, harms nothing, and can be taken back. */
@TakesLong
@Execution(ExecutionMode.CONCURRENT)
class FixTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final Extractor EXTRACTOR = new Extractor();

    @TempDir
    static Path folder;

    /** Every sample, and every planted fault that a fix may have something to do with. */
    private static Map<String, Path> files() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        samples().forEach(f -> files.put(f.getFileName().toString(), f));
        Map<String, Integer> ofRule = new TreeMap<>();
        for (Mutants.Mutant mutant : Mutants.all()) {
            // A first of each rule, and more of those that are mended.
            if (mutant.format().equals("docx")
                    && ofRule.merge(mutant.rule(), 1, Integer::sum) <= (isMended(mutant.rule()) ? 5 : 1)) {
                files.put(mutant.name(), mutant.write(folder));
            }
        }
        return files;
    }

    private static boolean isMended(String rule) {
        return Fixers.OF_LAYOUT.contains(rule) || SURE.contains(rule);
    }

    /** Those whose DRL says {@code correct}. */
    private static final Set<String> SURE = sure();

    private static Set<String> sure() {
        try (Stream<Path> rules = Files.walk(Path.of("rules"))) {
            return rules.filter(f -> f.toString().endsWith(".drl"))
                    .filter(f -> read(f).contains(".correct("))
                    .map(f -> f.getFileName().toString().replace(".drl", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatCanBeMendedIsHealedAndNothingElseComes() throws IOException {
        return files().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    Examination source = PLANLINT.examine(file.getValue());
                    Fixed fixed = PLANLINT.fix(source, new Asked(Set.of(), true, false));
                    if (Arrays.equals(source.bytes(), fixed.bytes())) {
                        assertEquals(Map.of(), fixed.mended());
                        assertEquals(
                                Fixed.places(fixed.left()),
                                source.report().findings().size());
                        return;
                    }
                    Examination copy = PLANLINT.examine("copy.docx", fixed.bytes());
                    Map<String, Long> before = counts(source.report());
                    counts(copy.report())
                            .forEach((rule, count) ->
                                    assertTrue(count <= before.getOrDefault(rule, 0L), rule + " is new or more"));
                    for (Finding finding : copy.report().findings()) {
                        assertTrue(
                                finding.suggestion() == null
                                        || !finding.suggestion().safe()
                                        || !WordsFixer.keepsWords(finding.suggestion()),
                                () -> finding.rule() + " “" + finding.evidence() + "” is left");
                    }
                    assertEquals(
                            Fixed.places(fixed.left()), copy.report().findings().size());
                    assertArrayEquals(
                            fixed.bytes(),
                            PLANLINT.fix(copy, new Asked(Set.of(), true, false)).bytes(),
                            "the second time changes nothing");
                    byte[] rejected = Settled.rejected(fixed.bytes(), Marks.FIXER);
                    assertEquals(
                            Shape.of(source.understanding().document()),
                            Shape.of(document(rejected)),
                            "who rejects all has the source");
                    byte[] plain = PLANLINT.fix(source, new Asked(Set.of(), true, true))
                            .bytes();
                    assertEquals(0, Settled.changes(plain, Marks.FIXER));
                    assertEquals(
                            said(copy.report()),
                            said(PLANLINT.check("copy.docx", plain)),
                            "plain is the same as accepted");
                }));
    }

    /** What stands in it, which is read and not judged. */
    private static Document document(byte[] docx) throws ReadFailure {
        return EXTRACTOR.read("copy.docx", docx, EXTRACTOR.detect("copy.docx", docx));
    }

    private static Map<String, Long> counts(DocumentReport report) {
        return report.findings().stream()
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    }

    private static List<String> said(DocumentReport report) {
        return report.findings().stream()
                .map(f -> f.rule() + " " + f.message().vi())
                .toList();
    }

    @Test
    void everyRuleThatIsSureOfItsWordsHasAFault() throws IOException {
        Set<String> planted = Mutants.all().stream()
                .filter(m -> m.format().equals("docx"))
                .map(Mutants.Mutant::rule)
                .collect(Collectors.toSet());
        assertTrue(planted.containsAll(SURE), () -> SURE + " and " + planted);
    }

    @Test
    void everyPageSaysWhatItsFixChangesAndNoOtherDoes() {
        for (RulePage page : RuleBase.shipped().pages()) {
            assertEquals(isMended(page.id()), page.help().vi().contains("## An toàn khi sửa\n"), page.id());
            assertEquals(isMended(page.id()), page.help().en().contains("## Fix safety\n"), page.id());
        }
    }

    @Test
    void onlyWhatIsAskedForIsMended() throws Exception {
        Path file = mutant("recipient-punctuation");
        Examination source = PLANLINT.examine(file);
        Fixed other = PLANLINT.fix(source, new Asked(Set.of("date-zero"), false, false));
        assertArrayEquals(source.bytes(), other.bytes());
        Fixed asked = PLANLINT.fix(source, new Asked(Set.of("recipient-punctuation"), false, false));
        assertEquals(Set.of("recipient-punctuation"), asked.mended().keySet());
        assertTrue(asked.isWhole());
    }

    @Test
    void whatHasToBeChosenIsLeft() throws Exception {
        Examination source = PLANLINT.examine(Path.of("samples/02-toa-dam-nam-cu.docx"));
        Fixed fixed = PLANLINT.fix(source, new Asked(Set.of("event-year"), true, false));
        assertArrayEquals(source.bytes(), fixed.bytes());
        assertEquals(Map.of("event-year", 2), fixed.left());
    }

    @Test
    void notesOfAnEarlierCopyGoAndItsProposalsAreMade() throws Exception {
        Examination source = PLANLINT.examine(mutant("recipient-punctuation"));
        byte[] noted = PLANLINT.annotate(source, Language.VI).orElseThrow();
        Fixed fixed = PLANLINT.fix(PLANLINT.examine("noted.docx", noted), Asked.ALL);
        assertEquals(0, Settled.changes(fixed.bytes(), Marks.AUTHOR));
        assertEquals(1, fixed.mended().get("recipient-punctuation"));
    }

    private static Path mutant(String rule) throws IOException {
        Mutants.Mutant mutant = Mutants.all().stream()
                .filter(m -> m.rule().equals(rule) && m.format().equals("docx"))
                .findFirst()
                .orElseThrow();
        return mutant.write(Files.createTempDirectory(folder, "one"));
    }

    // ---- layout ----

    /** Spoils every paragraph of the text. */
    private static List<Edit> each(Examination plan, Function<Paragraph, Edit> spoilt) {
        return plan.understanding().document().bodyParagraphs().stream()
                .filter(p -> !p.text().isBlank()
                        && p.layout().firstLineIndent() != null
                        && p.layout().firstLineIndent() > 0)
                .map(spoilt)
                .toList();
    }

    private static List<Edit> element(Examination plan, Element.Kind kind, UnaryOperator<Edit.Type> spoilt) {
        return plan.understanding().facts().all(Element.class).stream()
                .filter(element -> element.kind() == kind)
                .<Edit>map(element -> spoilt.apply(new Edit.Type(
                        element.span().paragraph(),
                        element.span().start(),
                        element.span().end())))
                .toList();
    }

    private static Edit.Type whole(Paragraph paragraph) {
        return new Edit.Type(paragraph.index(), 0, paragraph.text().length());
    }

    /** By rule, what spoils a plan so that it speaks. */
    private static Map<String, Function<Examination, List<Edit>>> faults() {
        Map<String, Function<Examination, List<Edit>>> faults = new TreeMap<>();
        faults.put("page-margins", plan -> List.of(new Edit.Page(0, null, null, 30.0, 30.0, 90.0, 60.0)));
        faults.put("paper-size", plan -> List.of(new Edit.Page(0, 612.0, 792.0, null, null, null, null)));
        faults.put("font-family", plan -> each(plan, p -> whole(p).inFont("Arial")));
        faults.put("letterhead-style", plan -> element(plan, Element.Kind.MOTTO, type -> type.bold(false)));
        faults.put("letterhead-size", plan -> element(plan, Element.Kind.AGENCY, type -> type.ofSize(15)));
        faults.put(
                "title-style",
                plan -> element(
                        plan, Element.Kind.TYPE, type -> type.bold(false).ofSize(18)));
        faults.put("heading-style", plan -> element(plan, Element.Kind.HEADING, type -> type.italic(true)));
        faults.put("signature-style", plan -> element(plan, Element.Kind.SIGNER, type -> type.italic(true)));
        faults.put("recipients-style", plan -> element(plan, Element.Kind.RECIPIENTS, type -> type.bold(false)));
        faults.put("recipients-size", plan -> element(plan, Element.Kind.RECIPIENT, type -> type.ofSize(14)));
        faults.put("body-size", plan -> each(plan, p -> whole(p).ofSize(12)));
        faults.put("body-alignment", plan -> each(plan, p -> new Edit.Setting(p.index()).aligned(Alignment.LEFT)));
        faults.put("body-indent", plan -> each(plan, p -> new Edit.Setting(p.index()).indented(20)));
        faults.put("body-paragraph-spacing", plan -> each(plan, p -> new Edit.Setting(p.index()).spaced(0.0, 2.0)));
        faults.put("body-line-spacing", plan -> each(plan, p -> new Edit.Setting(p.index()).withLine(1.8)));
        return faults;
    }

    @TestFactory
    Stream<DynamicTest> whatIsSetWronglyIsSetRight() throws IOException {
        List<Examination> plans = samples().stream().map(PLANLINT::examine).toList();
        return faults().entrySet().stream().map(fault -> {
            // What is asked of a plan is found by one thread.
            List<Spoilt> all = plans.stream()
                    .map(plan -> new Spoilt(plan.bytes(), fault.getValue().apply(plan)))
                    .filter(spoilt -> !spoilt.edits().isEmpty())
                    .toList();
            return DynamicTest.dynamicTest(fault.getKey(), () -> {
                int healed = 0;
                for (Spoilt spoilt : all) {
                    byte[] wrong = Settled.accepted(
                            DocxEditor.write(spoilt.plan(), spoilt.edits()).bytes(), Marks.FIXER);
                    healed += heals(fault.getKey(), wrong) ? 1 : 0;
                }
                assertTrue(healed > 0, "no sample could be spoilt");
            });
        });
    }

    private record Spoilt(byte[] plan, List<Edit> edits) {}

    @TestFactory
    Stream<DynamicTest> eachCaseOfLayoutIsSetRight() throws IOException {
        return LayoutCase.all().stream()
                .filter(one -> Fixers.OF_LAYOUT.contains(String.valueOf(one.rule())))
                .filter(one -> one.mended() && one.formats().contains("docx"))
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), () -> assertTrue(heals(one.rule(), Files.readAllBytes(one.write(folder))))));
    }

    /** Whether the rule speaks, and no more when it is mended. */
    private static boolean heals(String rule, byte[] wrong) throws Exception {
        Examination source = PLANLINT.examine("wrong.docx", wrong);
        boolean wide = rule.equals("paper-size")
                && source.understanding().facts().all(PageSetup.class).stream().anyMatch(PageSetup::holdsTable);
        if (wide || source.report().findings().stream().noneMatch(f -> f.rule().equals(rule))) {
            return false;
        }
        Fixed fixed = PLANLINT.fix(source, new Asked(Set.of(rule), true, false));
        Examination copy = PLANLINT.examine("copy.docx", fixed.bytes());
        Map<String, Long> left = counts(copy.report());
        assertTrue(!left.containsKey(rule), () -> rule + " is left: " + said(copy.report()));
        left.forEach((other, count) ->
                assertTrue(count <= counts(source.report()).getOrDefault(other, 0L), other + " is new"));
        assertTrue(fixed.isWhole());
        assertEquals(
                Shape.of(source.understanding().document()),
                Shape.of(document(Settled.rejected(fixed.bytes(), Marks.FIXER))));
        assertArrayEquals(
                fixed.bytes(),
                PLANLINT.fix(copy, new Asked(Set.of(rule), true, false)).bytes());
        return true;
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            return samples.filter(f -> f.toString().endsWith(".docx")).sorted().toList();
        }
    }

    @Test
    void whatMayMovePagesIsOfferedOnly() throws Exception {
        Examination plan = PLANLINT.examine(Path.of("samples/01-hoi-nghi-so-ket.docx"));
        List<Edit> edits = faults().get("letterhead-size").apply(plan);
        byte[] wrong = Settled.accepted(DocxEditor.write(plan.bytes(), edits).bytes(), Marks.FIXER);
        Fixed fixed = PLANLINT.fix(PLANLINT.examine("wrong.docx", wrong), Asked.ALL);
        assertArrayEquals(wrong, fixed.bytes());
        assertEquals(Map.of("letterhead-size", edits.size()), fixed.offered());
    }

    // ---- refused ----

    private static Refusal.Reason refused(String name, byte[] bytes) {
        Refusal refusal = assertThrows(Refusal.class, () -> PLANLINT.fix(PLANLINT.examine(name, bytes), Asked.ALL));
        assertTrue(refusal.text().vi().endsWith(".") && refusal.text().en().endsWith("."));
        return refusal.reason();
    }

    @Test
    void whatMustNotBeChangedIsRefused() throws Exception {
        byte[] plan = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.docx"));
        assertEquals(
                Refusal.Reason.NOT_DOCX,
                refused("a.odt", Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.odt"))));
        assertEquals(Refusal.Reason.UNREADABLE, refused("a.docx", new byte[0]));
        String settings =
                "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">%s</w:settings>";
        for (String lock : List.of(
                "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>",
                "<w:writeProtection w:hash=\"9oN7nWkCAyEZib1RomSJTjmPpCY=\"/>")) {
            assertEquals(
                    Refusal.Reason.PROTECTED,
                    refused("a.docx", with(plan, "settings", "word/settings.xml", String.format(settings, lock))),
                    lock);
        }
        byte[] unlocked = with(
                plan,
                "settings",
                "word/settings.xml",
                String.format(settings, "<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"0\"/>"));
        assertTrue(PLANLINT.fix(PLANLINT.examine("a.docx", unlocked), Asked.ALL)
                .mended()
                .isEmpty());
    }

    /** The docx with this part in place of its own, or with it and a relation to it. */
    private static byte[] with(byte[] docx, String kind, String part, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = entry(in);
                if (entry.getName().equals("word/_rels/document.xml.rels")
                        && !new String(bytes, StandardCharsets.UTF_8).contains("/" + kind + "\"")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replace(
                                    "</Relationships>",
                                    "<Relationship Id=\"own\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                                            + kind + "\" Target=\"" + part.replace("word/", "")
                                            + "\"/></Relationships>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                names.add(entry.getName());
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals(part) ? content.getBytes(StandardCharsets.UTF_8) : bytes);
            }
            if (!names.contains(part)) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] entry(InputStream in) throws IOException {
        return in.readAllBytes();
    }
}
