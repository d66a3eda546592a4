package org.planlint.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlint.PlanLint;
import org.planlint.report.DocumentReport;
import org.planlint.report.Severity;
import org.planlint.report.Status;

/** What planlint must say of each sample, in every format: the faults that were planted, and nothing else. */
class SamplesTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TestFactory
    Stream<DynamicTest> eachSampleHasItsFaultsAndNoOthers() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (SamplePlan plan : SamplePlan.all()) {
            for (String format : plan.formats()) {
                Path file = Path.of("samples", plan.name() + "." + format);
                tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(plan, file)));
            }
        }
        return tests.stream();
    }

    private static void check(SamplePlan plan, Path file) {
        DocumentReport report = PLANLINT.check(file);
        assertEquals(Status.CHECKED, report.status(), () -> String.valueOf(report.error()));
        List<String> expected =
                plan.expect().stream().map(SamplePlan.Expected::rule).toList();
        List<String> found = new ArrayList<>(report.findings().stream()
                .filter(f -> f.severity() != Severity.INFO || expected.contains(f.rule()))
                .map(f -> f.rule() + " “" + f.evidence().replaceAll("\\s+", " ") + "”")
                .toList());
        List<SamplePlan.Expected> missed = new ArrayList<>();
        for (SamplePlan.Expected fault : plan.expect()) {
            String hit = found.stream()
                    .filter(f -> f.startsWith(fault.rule() + " ") && f.contains(fault.quotes()))
                    .findFirst()
                    .orElse(null);
            if (hit == null) {
                missed.add(fault);
            } else {
                found.remove(hit);
            }
        }
        assertEquals(List.of(), missed, () -> "missed; found instead " + found);
        assertEquals(List.of(), found, "false alarms");
    }

    @TestFactory
    Stream<DynamicTest> theFactsDoNotDependOnTheFormat() throws IOException {
        return SamplePlan.all().stream()
                .map(plan -> DynamicTest.dynamicTest(plan.name(), () -> {
                    Set<String> summaries = new TreeSet<>(Comparator.naturalOrder());
                    for (String format : plan.formats()) {
                        DocumentReport.PlanSummary p = PLANLINT.check(Path.of("samples", plan.name() + "." + format))
                                .plan();
                        summaries.add(String.join(
                                " | ",
                                String.valueOf(p.type()),
                                p.kind(),
                                String.valueOf(p.agency()),
                                String.valueOf(p.parentAgency()),
                                String.valueOf(p.number()),
                                String.valueOf(p.symbol()),
                                String.valueOf(p.place()),
                                String.valueOf(p.issueDate()),
                                String.valueOf(p.subject()),
                                String.valueOf(p.signer())));
                    }
                    assertEquals(1, summaries.size(), () -> String.join("\n", summaries));
                }));
    }

    @Test
    void samplesAreThoseThatTheMakerMakes() throws IOException {
        Set<String> made = SamplePlan.all().stream()
                .flatMap(plan -> plan.formats().stream().map(format -> plan.name() + "." + format))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            assertEquals(
                    made, files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
        Set<String> formats = made.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        assertTrue(formats.containsAll(Set.of("docx", "doc", "odt", "pdf", "rtf", "txt")), formats.toString());
    }
}
