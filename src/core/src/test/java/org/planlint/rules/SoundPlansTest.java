package org.planlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;
import org.planlint.facts.Plan;
import org.planlint.report.DocumentReport;
import org.planlint.report.Language;

/** The sound plans are sound, so that what an example shows is in its lines alone. */
class SoundPlansTest {
    @Test
    void noRuleFindsAnythingInThem() {
        PlanLint planlint = PlanLint.builder().build();
        for (String name : Example.PLANS) {
            DocumentReport report =
                    planlint.check("example.txt", SoundPlans.plan(name).text().getBytes(StandardCharsets.UTF_8));
            assertEquals(List.of(), report.findings(), name);
            assertEquals(Plan.Kind.PLAN.name(), report.plan().kind(), name);
        }
    }

    @Test
    void examplesKnowThemByName() throws IOException {
        try (Stream<Path> files = Files.list(SoundPlans.FOLDER)) {
            assertEquals(
                    Example.PLANS,
                    files.map(f -> f.getFileName().toString().replace(".txt", ""))
                            .sorted()
                            .toList());
        }
        for (Language language : Language.values()) {
            for (String plan : Example.PLANS.subList(1, Example.PLANS.size())) {
                assertFalse(language.words().getString("example.plan." + plan).isBlank());
            }
        }
    }

    @Test
    void theyHaveTheSamePartsAndEachHasAName() {
        List<String> parts =
                List.copyOf(SoundPlans.plan(Example.PLANS.get(0)).lines().keySet());
        for (String plan : Example.PLANS) {
            assertEquals(parts, List.copyOf(SoundPlans.plan(plan).lines().keySet()), plan);
        }
        assertEquals(
                PlanParts.NAMES,
                parts.stream().filter(part -> !part.matches("[IVX].*")).toList());
        for (Language language : Language.values()) {
            PlanParts.NAMES.forEach(part ->
                    assertFalse(language.words().getString("part." + part).isBlank(), part));
        }
    }

    @Test
    void theReadmeNamesEveryPart() throws IOException {
        String readme = Files.readString(Path.of("rules/README.md"));
        PlanParts.NAMES.forEach(part -> assertTrue(readme.contains("`" + part + "`"), part));
        Example.of(readme.replace("````", ""))
                .forEach(example -> assertFalse(SoundPlans.document(example).isBlank()));
        assertEquals(
                2, Example.of(readme.replace("````", "")).size(), "what it shows is in the form that it describes");
    }
}
