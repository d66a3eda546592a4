package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.planlint.PlanLint;
import org.planlint.report.Finding;

/**
 * A plan that is set rightly sets off no rule, and one that is set wrongly in one thing the rule on it alone, in every format that shows
 * it.
 */
@StartsPrograms
@TakesLong
@Execution(ExecutionMode.CONCURRENT)
class LayoutCasesTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final List<String> FORMATS = List.of("doc", "odt", "pdf");
    /** Every case in every format: {@code -Dlayout=all}. */
    private static final boolean ALL = "all".equals(System.getProperty("layout"));

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> docx() throws IOException {
        Path own = Files.createDirectory(folder.resolve("docx"));
        List<DynamicTest> tests = new ArrayList<>();
        for (LayoutCase one : LayoutCase.all()) {
            tests.add(test(one, "docx", one.write(own)));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> whatLibreOfficeMakesOfThem() throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("made"));
        List<LayoutCase> cases = LayoutCase.all();
        List<DynamicTest> tests = new ArrayList<>();
        for (String format : FORMATS) {
            List<LayoutCase> those = new ArrayList<>();
            List<Path> docx = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                LayoutCase one = cases.get(i);
                boolean sound = one.rule() == null && one.formats().contains(format);
                if (sound || one.rule() != null && (ALL || isTurnOf(format, one, i))) {
                    those.add(cases.get(i));
                    docx.add(cases.get(i).write(own));
                }
            }
            List<Path> made = Programs.convert(docx, format, own);
            for (int i = 0; i < those.size(); i++) {
                tests.add(test(those.get(i), format, made.get(i)));
            }
        }
        return tests.stream();
    }

    /** A plan with a fault is made in one of the formats that show it, the next one in the next of them. */
    private static boolean isTurnOf(String format, LayoutCase one, int number) {
        List<String> showing = FORMATS.stream().filter(one.formats()::contains).toList();
        return !showing.isEmpty() && showing.get(number % showing.size()).equals(format);
    }

    private static DynamicTest test(LayoutCase one, String format, Path file) {
        return DynamicTest.dynamicTest(one.name() + ", " + format, () -> {
            List<Finding> findings = PLANLINT.check(file).findings();
            List<String> wrong = new ArrayList<>();
            if (one.formats().contains(format)
                    && one.rule() != null
                    && findings.stream().noneMatch(finding -> finding.rule().equals(one.rule()))) {
                wrong.add("missed");
            }
            findings.stream()
                    .filter(finding -> !finding.rule().equals(one.rule())
                            && !finding.rule().equals(one.also()))
                    .forEach(finding -> wrong.add(finding.rule() + " “" + finding.evidence() + "” "
                            + finding.message().vi()));
            assertEquals(List.of(), wrong);
        });
    }
}
