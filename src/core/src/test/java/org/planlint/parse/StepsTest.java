package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlint.facts.Section;
import org.planlint.rules.Law;
import org.planlint.text.Document;

/**
 * The steps before the finders, each by itself. A case in {@code src/core/src/test/cases} is a text in which each line
 * bears what the step has to say of it, before a colon of its own.
 */
class StepsTest {
    private static final String SAYS = " :: ";

    private interface Step {
        /** What it says of each line. */
        List<String> read(Document document);
    }

    private static Stream<DynamicTest> cases(String name, Step step) throws IOException {
        return CasesTest.cases(name)
                .map(c -> DynamicTest.dynamicTest(c.get("why").toString(), () -> {
                    List<String> expected = c.get("text")
                            .toString()
                            .lines()
                            .map(StepsTest::tidy)
                            .toList();
                    List<String> texts = expected.stream()
                            .map(line -> line.substring(line.indexOf(SAYS) + SAYS.length()))
                            .toList();
                    assertEquals(String.join("\n", expected), String.join("\n", step.read(Typed.document(texts))));
                }));
    }

    private static String tidy(String line) {
        int at = line.indexOf("::");
        return line.substring(0, at).strip() + SAYS + line.substring(at + 2).strip();
    }

    @TestFactory
    Stream<DynamicTest> zones() throws IOException {
        return cases(
                "zones",
                document -> new Structure(new Flow(document, new Repair(Law.tables())))
                        .lines().stream()
                                .map(line -> line.zone + (line.part > 0 ? " " + line.part : "") + SAYS + typed(line))
                                .toList());
    }

    @TestFactory
    Stream<DynamicTest> outline() throws IOException {
        return cases("outline", document -> {
            Outline outline = new Outline(new Structure(new Flow(document, new Repair(Law.tables()))));
            Map<Integer, Section> opened = outline.sections().stream()
                    .collect(Collectors.toMap(s -> s.span().paragraph(), s -> s));
            return outline.lines().stream()
                    .map(line -> (line.section.isEmpty() ? "-" : line.section)
                            + faults(opened.get(line.paragraph.index()))
                            + SAYS
                            + typed(line))
                    .toList();
        });
    }

    private static String typed(BareLine line) {
        return (line.inTable() ? "| " : "") + line.text();
    }

    private static String faults(Section section) {
        if (section == null) {
            return "";
        }
        return (section.expected() == null ? "" : ", not " + section.expected())
                + (section.repeated() ? ", again" : "")
                + (section.empty() ? ", empty" : "");
    }
}
