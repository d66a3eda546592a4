package org.planlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.samples.Mutants;
import org.planlint.samples.Programs;
import org.planlint.samples.StartsPrograms;

/** A finding keeps its fingerprint when its plan is saved anew, flows anew or becomes a pdf. */
class FingerprintTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TempDir
    Path folder;

    @Test
    void spacesCaseAndMarksDoNotCount() {
        String print = Fingerprint.of("event-year", "II.1", "ngày 07 tháng 4 năm 2022", new HashMap<>());
        assertEquals(print, Fingerprint.of("event-year", "II.1", "Ngày 07  tháng 4\nnăm 2022", new HashMap<>()));
        assertNotEquals(print, Fingerprint.of("event-year", "II.2", "ngày 07 tháng 4 năm 2022", new HashMap<>()));
        assertNotEquals(print, Fingerprint.of("event-year", "II.1", "ngày 08 tháng 4 năm 2022", new HashMap<>()));
    }

    @Test
    void theSecondOfTwoEqualFindingsIsAnotherOne() {
        Map<String, Integer> given = new HashMap<>();
        assertNotEquals(
                Fingerprint.of("placeholder-text", "I", "…", given),
                Fingerprint.of("placeholder-text", "I", "…", given));
    }

    /** One plan for every second rule that has a defect to plant, each saved by LibreOffice in three formats: some 150 pairs. */
    @Test
    @StartsPrograms
    void atLeastNineteenInTwentySurviveLibreOffice() throws Exception {
        List<Path> sources = sources();
        List<DocumentReport> before = PLANLINT.check(sources).documents();
        for (String format : List.of("docx", "odt", "pdf")) {
            Path target = Files.createDirectory(folder.resolve(format));
            List<Path> copies = Programs.convert(sources, format, target);
            List<DocumentReport> after = PLANLINT.check(copies).documents();
            int findings = 0;
            List<String> lost = new ArrayList<>();
            for (int i = 0; i < copies.size(); i++) {
                findings += compare(before.get(i), after.get(i), lost);
                compare(after.get(i), before.get(i), lost);
            }
            assertTrue(copies.size() >= 50, copies.size() + " pairs");
            assertTrue(
                    lost.size() * 20 <= findings,
                    format + ": " + lost.size() + " of " + findings + " changed: " + lost);
        }
    }

    private List<Path> sources() throws IOException {
        Path folder = Files.createDirectory(this.folder.resolve("sources"));
        Set<String> rules = new HashSet<>();
        List<Path> files = new ArrayList<>();
        for (Mutants.Mutant mutant : Mutants.all()) {
            if (mutant.format().equals("docx") && rules.add(mutant.rule()) && rules.size() % 2 == 0) {
                files.add(mutant.write(folder));
            }
        }
        return files;
    }

    /** Counts the findings of {@code one} that {@code other} could have too, and names those that it has not. */
    private static int compare(DocumentReport one, DocumentReport other, List<String> lost) {
        Set<String> prints = new HashSet<>(
                other.findings().stream().map(Finding::fingerprint).toList());
        int asked = 0;
        for (Finding finding : one.findings()) {
            if (other.coverage().states().get(finding.rule()) != State.NOT_EVALUATED) {
                asked++;
                if (!prints.contains(finding.fingerprint())) {
                    lost.add(other.path() + " " + finding.rule() + " “" + finding.evidence() + "”");
                }
            }
        }
        return asked;
    }
}
