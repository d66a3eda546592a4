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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.planlint.annotate.Settled;
import org.planlint.annotate.Shape;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.samples.Mutants;
import org.planlint.text.Document;
import org.planlint.text.Marks;

/** What a fix does heals, harms nothing, and can be taken back. */
@Execution(ExecutionMode.CONCURRENT)
class FixTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TempDir
    static Path folder;

    /** Every sample, and every planted fault that a fix may have something to do with. */
    private static Map<String, Path> files() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            samples.filter(f -> f.toString().endsWith(".docx"))
                    .sorted()
                    .forEach(f -> files.put(f.getFileName().toString(), f));
        }
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
                    assertEquals(Fixed.places(fixed.left()), copy.report().findings().size());
                    assertArrayEquals(
                            fixed.bytes(),
                            PLANLINT.fix(copy, new Asked(Set.of(), true, false)).bytes(),
                            "the second time changes nothing");
                    byte[] rejected = Settled.rejected(fixed.bytes(), Marks.FIXER);
                    assertEquals(
                            Shape.of(source.understanding().document()),
                            Shape.of(document(rejected)),
                            "who rejects all has the source");
                    byte[] plain =
                            PLANLINT.fix(source, new Asked(Set.of(), true, true)).bytes();
                    assertEquals(0, Settled.changes(plain, Marks.FIXER));
                    assertEquals(
                            said(copy.report()),
                            said(PLANLINT.check("copy.docx", plain)),
                            "plain is the same as accepted");
                }));
    }

    private static Document document(byte[] docx) {
        return PLANLINT.examine("copy.docx", docx).understanding().document();
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

    // ---- refused ----

    private static Refusal.Reason refused(String name, byte[] bytes) {
        Refusal refusal = assertThrows(
                Refusal.class, () -> PLANLINT.fix(PLANLINT.examine(name, bytes), Asked.ALL));
        assertTrue(refusal.text().vi().endsWith(".") && refusal.text().en().endsWith("."));
        return refusal.reason();
    }

    @Test
    void whatMustNotBeChangedIsRefused() throws Exception {
        byte[] plan = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.docx"));
        assertEquals(
                Refusal.Reason.NOT_DOCX, refused("a.odt", Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.odt"))));
        assertEquals(Refusal.Reason.UNREADABLE, refused("a.docx", new byte[0]));
        String settings = "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">%s</w:settings>";
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
        assertTrue(PLANLINT.fix(PLANLINT.examine("a.docx", unlocked), Asked.ALL).mended().isEmpty());
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
