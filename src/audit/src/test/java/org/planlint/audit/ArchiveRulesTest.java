package org.planlint.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.PlanLint.Examination;
import org.planlint.report.ArchiveFinding;
import org.planlint.rules.ArchiveJudge;
import org.planlint.rules.Example;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.rules.Settings;
import org.planlint.rules.SoundPlans;

/** The examples of the rules over an archive, each a small archive, through reader, catalogue and rules. */
class ArchiveRulesTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> examplesBehaveAsThePageSays() {
        return RuleBase.shipped().pages().stream()
                .filter(page -> page.scope() == RulePage.Scope.ARCHIVE)
                .flatMap(page -> {
                    List<Example> examples = SoundPlans.examples(page);
                    return IntStream.range(0, examples.size())
                            .mapToObj(i -> DynamicTest.dynamicTest(
                                    page.id() + " example " + (i + 1), () -> run(page, examples.get(i))));
                });
    }

    private void run(RulePage page, Example example) throws IOException {
        List<ArchiveFinding> found = new ArrayList<>();
        Map<String, String> documents = SoundPlans.documents(example);
        try (Catalogue catalogue = new Catalogue(folder.resolve("catalogue.mv"))) {
            for (Map.Entry<String, String> file : documents.entrySet()) {
                Examination examined = PLANLINT.examine(
                                "kho/" + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8))
                        .catalogued();
                catalogue.add(examined.report(), examined.card());
            }
            catalogue.judge(new ArchiveJudge(RuleBase.shipped(), Settings.NONE), found::add);
        }
        List<ArchiveFinding> own =
                found.stream().filter(f -> f.rule().equals(page.id())).toList();
        if (!example.wrong()) {
            assertEquals(List.of(), own);
            return;
        }
        assertEquals(1, own.size(), () -> "one finding, but: " + own);
        assertTrue(
                own.get(0).evidence().contains(example.quotes()),
                () -> "quotes " + example.quotes() + ", but: " + own.get(0).evidence());
        for (String words : List.of(
                own.get(0).message().vi(),
                own.get(0).message().en(),
                own.get(0).advice().vi())) {
            assertFalse(words.contains("{"), words);
        }
        own.get(0).paths().forEach(path -> assertTrue(documents.containsKey(path.replace("kho/", "")), path));
    }
}
