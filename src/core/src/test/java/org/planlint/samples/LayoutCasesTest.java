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
@Execution(ExecutionMode.CONCURRENT)
class LayoutCasesTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

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
        List<Path> docx = new ArrayList<>();
        for (LayoutCase one : cases) {
            docx.add(one.write(own));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (String format : List.of("doc", "odt", "pdf")) {
            List<Path> made = Programs.convert(docx, format, own);
            for (int i = 0; i < cases.size(); i++) {
                tests.add(test(cases.get(i), format, made.get(i)));
            }
        }
        return tests.stream();
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
