package org.planlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlint.report.DocumentReport;
import org.planlint.report.Report;
import org.planlint.report.State;
import org.planlint.report.Status;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;

/** Real plans with the labels of a careful clerk. They lie beside the project, not in it: skipped where they are absent. */
class SharedPlansTest {
    private static final Path SHARED = Path.of("../shared");
    private static final PlanLint PLANLINT = PlanLint.builder().jobs(2).build();

    private static String text(JsonObject o, String key) {
        return o.get(key) == null || o.get(key).isJsonNull() ? null : o.get(key).getAsString();
    }

    @Test
    void seedsHaveTheFactsAndFindingsOfTheirLabels() throws IOException {
        assumeTrue(Files.isDirectory(SHARED.resolve("seeds")), "no ../shared/seeds beside this checkout");
        Set<String> rules =
                RuleBase.shipped().pages().stream().map(RulePage::id).collect(Collectors.toSet());
        // the labels know nothing of younger rules
        Set<String> labelled = RuleBase.shipped().pages().stream()
                .filter(page -> page.since().equals("0.1.0"))
                .map(RulePage::id)
                .collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        JsonArray gold = JsonParser.parseString(Files.readString(SHARED.resolve("seeds/gold.json")))
                .getAsJsonArray();
        for (JsonElement element : gold) {
            JsonObject label = element.getAsJsonObject();
            DocumentReport report = PLANLINT.check(SHARED.resolve("seeds").resolve(text(label, "file")));
            JsonObject facts = label.getAsJsonObject("facts");
            String where = text(label, "file") + ": ";
            compare(
                    wrong,
                    where + "number",
                    text(facts, "number"),
                    report.plan().number());
            compare(
                    wrong,
                    where + "symbol",
                    text(facts, "symbol"),
                    report.plan().symbol());
            compare(wrong, where + "place", text(facts, "place"), report.plan().place());
            compare(
                    wrong,
                    where + "issueDate",
                    text(facts, "issueDate"),
                    report.plan().issueDate());
            compare(
                    wrong,
                    where + "year",
                    text(facts, "year"),
                    String.valueOf(report.plan().year()));
            JsonObject signer = facts.getAsJsonObject("signer");
            compare(
                    wrong,
                    where + "signer",
                    text(signer, "name"),
                    report.plan().signer().name());
            compare(
                    wrong,
                    where + "position",
                    text(signer, "position"),
                    report.plan().signer().position());
            Set<String> expected = label.getAsJsonArray("expect").asList().stream()
                    .map(e -> text(e.getAsJsonObject(), "rule"))
                    .collect(Collectors.toSet());
            for (JsonElement e : label.getAsJsonArray("expect")) {
                String rule = text(e.getAsJsonObject(), "rule");
                String quotes = text(e.getAsJsonObject(), "evidence");
                boolean found = report.findings().stream()
                        .anyMatch(f -> f.rule().equals(rule)
                                && (quotes == null || f.evidence().contains(quotes)));
                if (rules.contains(rule) && !found) {
                    wrong.add(where + "missed " + rule + " " + quotes);
                }
            }
            report.findings().stream()
                    .filter(f -> labelled.contains(f.rule()) && !expected.contains(f.rule()))
                    .forEach(f -> wrong.add(where + "false alarm " + f.rule() + " " + f.evidence()));
        }
        assertEquals(List.of(), wrong);
    }

    private static void compare(List<String> wrong, String what, String expected, String found) {
        if (!String.valueOf(expected).equals(String.valueOf(found))) {
            wrong.add(what + " is " + expected + ", read " + found);
        }
    }

    @Test
    void corpusFilesAllGetAStatusAndTheLabelledFactsAreRight() throws IOException {
        Path files = SHARED.resolve("corpus/files");
        assumeTrue(Files.isDirectory(files), "no ../shared/corpus beside this checkout");
        List<Path> paths;
        try (Stream<Path> list = Files.list(files)) {
            paths = list.sorted().toList();
        }
        Report report = PLANLINT.check(paths);
        assertEquals(paths.size(), report.documents().size());
        assertTrue(report.documents().stream()
                .allMatch(d -> Set.of(Status.CHECKED, Status.UNREADABLE).contains(d.status())));
        assertTrue(
                report.documents().stream().noneMatch(d -> d.coverage().states().containsValue(State.ERROR)),
                "a rule failed");
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (String line : Files.readAllLines(SHARED.resolve("corpus/gold.jsonl"))) {
            JsonObject label = JsonParser.parseString(line).getAsJsonObject();
            String path =
                    files.resolve(Path.of(text(label, "file")).getFileName()).toString();
            DocumentReport d = report.documents().stream()
                    .filter(x -> x.path().equals(path))
                    .findFirst()
                    .orElseThrow();
            if (d.status() != Status.CHECKED) {
                continue;
            }
            judged += 4;
            String labelled = text(label, "number");
            boolean withSymbol = d.plan().number() != null && (labelled == null || labelled.contains("/"));
            compare(
                    wrong,
                    path + " number",
                    labelled,
                    withSymbol
                            ? d.plan().number() + "/" + d.plan().symbol()
                            : d.plan().number());
            compare(wrong, path + " date", text(label, "issueDate"), d.plan().issueDate());
            compare(
                    wrong,
                    path + " signer",
                    text(label, "signerName"),
                    d.plan().signer() == null ? null : d.plan().signer().name());
            // a label tells of a heading alone; a source may be named without one
            if ("true".equals(text(label, "hasBudget")) && !d.plan().budget()) {
                wrong.add(path + " budget is not seen");
            }
        }
        int facts = judged;
        assertTrue(judged > 0 && wrong.size() * 20 <= judged, () -> wrong.size() + " of " + facts + " wrong: " + wrong);
    }
}
