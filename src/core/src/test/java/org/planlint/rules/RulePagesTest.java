package org.planlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.parse.PlanParser;
import org.planlint.report.Finding;
import org.planlint.report.Severity;
import org.planlint.report.State;
import org.planlint.report.Text;
import org.planlint.samples.OneRule;
import org.planlint.text.Document;

/** A rule's page is its test: the examples run through the real parser, and what a page must have is checked. */
class RulePagesTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final PlanParser PARSER = new PlanParser(Law.tables());
    private static final Judge JUDGE = new Judge(RuleBase.shipped(), Settings.NONE.only(Profile.ARCHIVE));

    @Test
    void theRuleThatIsAskedForExists() {
        assertTrue(
                OneRule.ID == null || RuleBase.shipped().page(OneRule.ID) != null,
                () -> "no rule is called " + OneRule.ID + ", did you mean "
                        + Nearest.to(
                                OneRule.ID,
                                RuleBase.shipped().pages().stream()
                                        .map(RulePage::id)
                                        .toList()) + "?");
    }

    @TestFactory
    Stream<DynamicTest> examplesBehaveAsThePageSays() {
        return RuleBase.shipped().pages().stream()
                .filter(page -> page.scope() == RulePage.Scope.DOCUMENT && OneRule.isAskedFor(page.id()))
                .flatMap(page -> {
                    List<Example> examples = SoundPlans.examples(page);
                    return Stream.iterate(0, i -> i < examples.size(), i -> i + 1)
                            .map(i -> DynamicTest.dynamicTest(
                                    page.id() + " example " + (i + 1), () -> run(page, examples.get(i))));
                });
    }

    private static void run(RulePage page, Example example) throws ReadFailure {
        String document = SoundPlans.document(example);
        byte[] laidOut = SoundPlans.laidOut(example);
        Judge.Verdict report = laidOut == null
                ? judge(document, SoundPlans.signatures(example), SoundPlans.record(example), SoundPlans.scan(example))
                : judge(laidOut);
        assertFalse(report.coverage().states().containsValue(State.ERROR), () -> "a rule failed: " + report.coverage());
        messagesNameOnlyWhatTheRulesGive(report.findings());
        List<String> quoted = report.findings().stream()
                .filter(f -> f.rule().equals(page.id()))
                .map(f -> f.evidence().replaceAll("\\s+", " "))
                .toList();
        if (!example.wrong()) {
            assertEquals(List.of(), quoted, () -> page.id() + " must find nothing in:\n" + document);
            assertEquals(
                    List.of(),
                    report.findings().stream()
                            .filter(f -> f.severity() == Severity.ERROR)
                            .map(Finding::rule)
                            .toList(),
                    () -> "what is shown as right must hold no error of another rule:\n" + document);
            return;
        }
        assertEquals(1, quoted.size(), () -> page.id() + " must find one thing, found " + quoted + " in:\n" + document);
        if (example.quotes().isEmpty()) {
            assertEquals("", quoted.get(0));
        } else {
            assertTrue(
                    quoted.get(0).contains(example.quotes()),
                    () -> page.id() + " must quote “" + example.quotes() + "”, quoted “" + quoted.get(0) + "”");
        }
    }

    private static Judge.Verdict judge(String text, List<String> signatures, List<String> record, List<String> scan)
            throws ReadFailure {
        Document document = EXTRACTOR.read("example.txt", text.getBytes(StandardCharsets.UTF_8), "text/plain");
        Document whole = signatures.isEmpty() ? document : SignedExample.of(document, signatures);
        Document counted = ScannedExample.of(RecordedExample.counted(whole, record), scan);
        return JUDGE.judge(counted, PARSER.parse(counted, null, null, RecordedExample.of(record)));
    }

    private static Judge.Verdict judge(byte[] docx) throws ReadFailure {
        Document document = EXTRACTOR.read("example.docx", docx, DOCX);
        return JUDGE.judge(document, PARSER.parse(document));
    }

    private static void messagesNameOnlyWhatTheRulesGive(List<Finding> findings) {
        for (Finding f : findings) {
            for (Text words : List.of(f.message(), f.advice())) {
                assertFalse(words.vi().contains("{") || words.en().contains("{"), f.rule() + ": " + words);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsWhole() {
        return RuleBase.shipped().pages().stream()
                .filter(page -> OneRule.isAskedFor(page.id()))
                .map(page -> DynamicTest.dynamicTest(page.id(), () -> {
                    List<Example> examples = SoundPlans.examples(page);
                    assertTrue(examples.stream().filter(Example::wrong).count() >= 2, "two wrong examples at least");
                    assertTrue(examples.stream().filter(e -> !e.wrong()).count() >= 2, "two right examples at least");
                    for (Example example : examples) {
                        assertEquals(example.wrong(), example.quotes() != null, "a wrong example says what is quoted");
                        assertFalse(example.text().isBlank(), "an example shows something");
                    }
                    String[] parts = SoundPlans.body(page).split("\n---\n");
                    assertEquals(3, parts.length, "Vietnamese, English and examples, parted by lines of ---");
                    for (String heading :
                            List.of("## Kiểm tra gì", "## Vì sao", "## Cách sửa", "## Khi nào không áp dụng")) {
                        assertTrue(parts[0].contains(heading), heading);
                    }
                    for (String heading :
                            List.of("## What it checks", "## Why", "## How to mend", "## When it does not apply")) {
                        assertTrue(parts[1].contains(heading), heading);
                    }
                    for (var text : List.of(page.cites(), page.title(), page.message(), page.advice())) {
                        assertFalse(text.vi().isBlank() || text.en().isBlank(), "both languages");
                    }
                }));
    }

    @Test
    void everyRuleHasItsFileItsPageAndOneName() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(Path.of("rules"))) {
            walk.filter(f -> f.toString().endsWith(".drl")).forEach(f -> {
                String id = f.getFileName().toString().replace(".drl", "");
                assertTrue(id.matches("[a-z]+(-[a-z]+)*"), id + " is kebab-case");
                assertEquals(null, files.put(id, f), id + " is unique");
            });
        }
        assertEquals(
                files.keySet().stream().toList(),
                RuleBase.shipped().pages().stream().map(RulePage::id).sorted().toList());
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String drl = Files.readString(file.getValue());
            Matcher names = Pattern.compile("(?m)^rule \"([^\"]+)\"").matcher(drl);
            boolean any = false;
            while (names.find()) {
                any = true;
                assertEquals(file.getKey(), names.group(1).replaceAll("/.*", ""), "a rule is named after its file");
            }
            assertTrue(any, file.getKey());
            assertTrue(
                    drl.contains("package rules." + file.getValue().getParent().getFileName() + "\n"), file.getKey());
            assertFalse(drl.contains("salience") || drl.contains("modify") || drl.contains("update("), file.getKey());
        }
    }

    @Test
    void theIndexInDocsIsInStepWithThePages() throws IOException {
        assertEquals(
                RuleIndexDoc.text(),
                Files.readString(RuleIndexDoc.FILE),
                "run mvn -q -B test-compile exec:java@rule-docs");
    }
}
