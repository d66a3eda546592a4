package org.planlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint.Examination;
import org.planlint.facts.Signature;
import org.planlint.facts.Witness;
import org.planlint.facts.Witness.Agreement;
import org.planlint.facts.Witness.Part;

/**
 * Certificates as a check on our own reading: whom real signed files print is whom their certificates name, on the day on
 * which these signed. The files lie beside the project, not in it: skipped where they are absent.
 */
class CertifiedPlansTest {
    private static final Path SHARED = Path.of("../shared/corpus/files");
    private static final double AGREE = 0.98;
    /** Days from the printed one to the signature: signers and registries take some. */
    private static final int DAYS = 1;

    /** What differs though each witness was read as it stands, by file, with the reason. */
    private static final List<String> KNOWN = List.of(
            // Dated ten days before it was signed; a decision, not a plan.
            "0d28ef36.pdf day",
            // Signed and stamped two days behind the printed one; a decision, not a plan.
            "6d6e865b.pdf day");

    @Test
    void whatIsPrintedAgreesWithTheCertificates() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "no ../shared/corpus/files beside this checkout");
        List<Path> files;
        try (Stream<Path> all = Files.list(SHARED)) {
            files = all.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
        List<String> differ = new ArrayList<>();
        int[] compared = new int[1];
        PlanLint.builder().jobs(2).build().examine(files, file -> compared[0] += compare(file, differ));
        differ.removeAll(KNOWN);
        assertTrue(compared[0] > 0, "some file is signed");
        assertTrue(
                differ.size() <= compared[0] * (1 - AGREE),
                () -> differ.size() + " of " + compared[0] + " differ: " + differ);
        assertEquals(List.of(), differ, "each disagreement is named");
    }

    /** How many of signer, agency and day could be compared. */
    private static int compare(Examination file, List<String> differ) {
        if (file.understanding() == null) {
            return 0;
        }
        String name = Path.of(file.report().path()).getFileName() + " ";
        List<Witness> witnesses = file.understanding().facts().all(Witness.class);
        int compared = 0;
        for (Part part : List.of(Part.SIGNATORY, Part.SEAL)) {
            Witness witness = witnesses.stream()
                    .filter(w -> w.part() == part)
                    .max(Comparator.comparing(w -> w.agreement() == Agreement.SAME))
                    .orElse(null);
            if (witness == null
                    || part == Part.SIGNATORY && file.understanding().facts().first(Signature.class) == null) {
                continue;
            }
            compared++;
            if (witness.agreement() != Agreement.SAME) {
                differ.add(name + part.name().toLowerCase(Locale.ROOT));
            }
        }
        Witness seal = witnesses.stream()
                .filter(w -> w.part() == Part.SEAL)
                .findFirst()
                .orElse(null);
        var plan = file.understanding().facts().plan();
        if (seal != null && plan.isDated()) {
            compared++;
            LocalDate printed = plan.issueDate().toLocalDate();
            LocalDate signed = seal.signature().day();
            if (signed.isBefore(printed.minusDays(DAYS)) || signed.isAfter(printed.plusDays(DAYS))) {
                differ.add(name + "day");
            }
        }
        return compared;
    }
}
