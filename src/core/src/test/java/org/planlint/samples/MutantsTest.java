package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.State;
import org.planlint.report.Status;

/**
 * One defect in a sound plan sets off its own rule and no other. They are so many that they run beside each other, and that not each of
 * them is tried in every format, unless one rule is asked for.
 */
@TakesLong
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {
    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> soundPlansHaveNoFindings() throws IOException {
        return Mutants.sound(folder).entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertEquals(
                                List.of(),
                                Mutants.check(e.getValue()).findings().stream()
                                        .map(f -> f.rule() + " “" + f.evidence() + "”")
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> eachDefectSetsOffItsOwnRuleAlone() throws IOException {
        return Mutants.all().stream()
                .filter(m -> OneRule.ID == null ? m.inTurn() : OneRule.isAskedFor(m.rule()))
                .map(m -> DynamicTest.dynamicTest(m.name() + " " + m.format(), () -> {
                    DocumentReport report = Mutants.check(m.write(folder));
                    assertEquals(Status.CHECKED, report.status());
                    assertFalse(
                            report.coverage().states().containsValue(State.ERROR),
                            () -> "a rule failed: " + report.coverage());
                    List<String> wrong = new ArrayList<>();
                    Set<String> fired = report.findings().stream()
                            .map(Finding::rule)
                            .collect(Collectors.toCollection(TreeSet::new));
                    if (report.findings().stream()
                            .noneMatch(f -> f.rule().equals(m.rule())
                                    && f.evidence().replaceAll("\\s+", " ").contains(m.quotes()))) {
                        wrong.add("missed");
                    }
                    fired.remove(m.rule());
                    fired.remove(String.valueOf(m.also()));
                    fired.forEach(rule -> wrong.add("also " + rule));
                    assertEquals(
                            List.of(),
                            wrong,
                            () -> m.name() + " " + m.format() + ": "
                                    + report.findings().stream()
                                            .map(f -> f.rule() + " “" + f.evidence() + "”")
                                            .toList()
                                            .toString());
                }));
    }

    @Test
    void thereAreAtLeastThreeHundredOverMostRules() throws IOException {
        List<Mutants.Mutant> all = Mutants.all();
        assertTrue(all.size() >= 300, all.size() + " mutants");
        long rules = all.stream().map(Mutants.Mutant::rule).distinct().count();
        assertTrue(rules >= 80, rules + " rules");
    }
}
