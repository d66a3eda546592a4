package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;
import org.planlint.report.State;
import org.planlint.rules.RuleBase;
import org.planlint.samples.Judgements.Comparison;
import org.planlint.samples.Judgements.Judgement;
import org.planlint.samples.Judgements.Verdict;

/** The table of judgements is whole, holds no word of a file, and no fault that was found once is lost in silence. */
class JudgementsTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final List<String> FOLDERS = List.of("files", "transcripts");
    private static final PlanLint PLANLINT = PlanLint.builder().jobs(2).build();
    private static final Pattern FINDING = Pattern.compile("[0-9a-f]{6}");
    private static final Pattern PLACE =
            Pattern.compile("(?:[IVXLC0-9.\\p{Ll}]+|opening|bases|letterhead|recipients|signature|annex)(?: [a-z]+)?");
    private static final Pattern REASON = Pattern.compile("[a-z][A-Za-z’,:; -]{9,99}");

    @Test
    void theTableIsInOrderAndHoldsNoWordOfAFile() throws IOException {
        List<Judgement> table = Judgements.read();
        assertEquals(table.stream().map(Judgement::toString).sorted().toList(), sortedBy(table), "sort the lines");
        for (Judgement j : table) {
            assertTrue(RuleBase.shipped().page(j.rule()) != null, () -> "no rule is called " + j.rule());
            Pattern key = j.verdict() == Verdict.MISSED ? PLACE : FINDING;
            assertTrue(key.matcher(j.finding()).matches(), () -> j + ": not " + key);
            assertTrue(REASON.matcher(j.reason()).matches(), () -> j + ": plain English that quotes nothing");
        }
    }

    private static List<String> sortedBy(List<Judgement> table) {
        return table.stream().map(Judgement::toString).toList();
    }

    /**
     * New findings are printed, to be judged; a false alarm that is back is one of those that the table knows, and counts
     * in the figures. A fault that was found and is no more is a step back, until somebody writes into the table that it
     * is missed now.
     */
    @Test
    void aFaultThatWasFoundIsFoundStill() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            assumeTrue(Files.isDirectory(CORPUS.resolve(folder)), "no ../shared/corpus beside this checkout");
            try (Stream<Path> list = Files.list(CORPUS.resolve(folder))) {
                files.addAll(list.sorted().toList());
            }
        }
        List<DocumentReport> documents = PLANLINT.check(files).documents();
        for (DocumentReport document : documents) {
            assertFalse(
                    document.coverage().states().containsValue(State.ERROR),
                    () -> document.path() + ": " + document.coverage().notEvaluated());
        }
        Comparison comparison = Judgements.compare(Judgements.read(), documents);
        System.out.print(comparison.text());
        assertEquals(
                List.of(),
                comparison.lost(),
                "found no more: mend it, or say in the table that it is missed, or under which key it is found now");
    }

    @Test
    void findingsAreHeldAgainstTheTable() {
        DocumentReport report =
                PLANLINT.check("a.txt", "SỞ NỘI VỤ\nKẾ HOẠCH\nTập huấn\nI. NỘI DUNG\n1. Một\n3. Ba".getBytes());
        String gap = report.findings().stream()
                .filter(f -> f.rule().equals("numbering-gap"))
                .map(Judgements::key)
                .findFirst()
                .orElseThrow();
        Comparison comparison = Judgements.compare(
                Judgements.of(Judgements.HEAD
                        + "\na.txt\tnumbering-gap\t" + gap + "\tright\ttwo is left out"
                        + "\na.txt\tdoubled-word\t0a1b2c\tright\ta word typed twice"
                        + "\na.txt\tmissing-signer\tsignature\tmissed\tnobody signs"
                        + "\nb.txt\tdoubled-word\t0a1b2c\tright\tanother file"),
                List.of(report));
        assertEquals(
                List.of("two is left out"),
                comparison.held().stream().map(Judgement::reason).toList());
        assertEquals(report.findings().size() - 1, comparison.unjudged().size());
        assertEquals(
                List.of("a word typed twice"),
                comparison.lost().stream().map(Judgement::reason).toList());
        assertTrue(comparison.text().contains("missed so far: a.txt\tmissing-signer"), comparison.text());
    }

    @Test
    void aTableThatCannotBeReadIsRefused() {
        String line = "\na.txt\tdoubled-word\t0a1b2c\tright\tbecause";
        assertEquals(
                "line 3: judged in line 2 already",
                assertThrows(IllegalArgumentException.class, () -> Judgements.of(Judgements.HEAD + line + line))
                        .getMessage());
        for (String wrong : List.of(
                "",
                line,
                Judgements.HEAD + "\na.txt\tdoubled-word",
                Judgements.HEAD + line + "\t",
                Judgements.HEAD + line.replace("right", "rihgt"))) {
            assertThrows(IllegalArgumentException.class, () -> Judgements.of(wrong), wrong);
        }
    }

    @Test
    void thePageSaysWhatWasCounted() {
        Measurement measured = new Measurement();
        measured.version = "1.0.0";
        measured.digest = "abc";
        Score score = measured.scores.get("numbering-gap");
        score.planted = 9;
        score.caught = 8;
        score.fired = 4;
        score.files = 3;
        score.add(Verdict.RIGHT);
        score.add(Verdict.WRONG);
        score.add(Verdict.MISSED);
        String page = TrustDoc.text(measured, LocalDate.of(2024, 5, 6));
        assertTrue(
                page.contains("(../rules/outline/numbering-gap.md) | error | 8/9 | – |  | 4 in 3 | 1 | 1 |  |  | 1 |"),
                page);
        assertTrue(
                page.contains("| numbering-gap right | 50 %: 1 right, 1 wrong, 0 arguable | ≥ 85 % | not reached |"),
                page);
        assertTrue(page.contains("| 2024-05-06 |") && page.contains("1.0.0, quy tắc · rules abc"), page);
        assertFalse(page.contains("NaN"), page);
    }
}
