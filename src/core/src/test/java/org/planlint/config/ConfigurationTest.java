package org.planlint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.Ocr;
import org.planlint.PlanLint;
import org.planlint.report.Coverage;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.RuleInfo;
import org.planlint.report.Severity;
import org.planlint.report.State;
import org.planlint.rules.RuleBase;

/** What {@code planlint.yaml} can set, and what it refuses. */
class ConfigurationTest {
    private static final Path FAULTY = Path.of("samples/02-toa-dam-nam-cu.txt");

    @TempDir
    Path folder;

    private Configuration read(String yaml) throws ConfigurationError, IOException {
        Path file = Files.writeString(folder.resolve(Configuration.NAME), yaml);
        return ConfigurationReader.read(file, RuleBase.shipped());
    }

    private static boolean isOfShape(String yaml) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ConfigurationTest.class.getResourceAsStream("planlint.schema.json"))
                .validate(yaml, InputFormat.YAML)
                .isEmpty();
    }

    /** Editors complete by the schema; what it allows must be what is read. */
    @Test
    void theSchemaAndTheReaderAgree() throws Exception {
        String page = Files.readString(Path.of("docs/configuration.md"));
        String documented = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n"));
        assertTrue(isOfShape(documented), documented);
        for (String wrong : List.of(
                "rule: {}",
                "rules: {event-year: fatal}",
                "rules: {event-year: {level: info}}",
                "stage: ready",
                "rules-url: planlint.example/{id}",
                "rules-url: https://planlint.example/rules/",
                "{only: layout, profile: archive}",
                "ocr-pages: 0",
                "exceptions: [{files: a.doc}]",
                "require: [{section: X}]",
                "packs: ['']",
                "exceptions: [{files: a.doc, reason: ' '}]",
                "forbid: [{id: a, phrase: x, pattern: y}]")) {
            assertFalse(isOfShape(wrong), wrong);
            assertThrows(ConfigurationError.class, () -> read(wrong), wrong);
        }
        for (String right : List.of("ocr-pages: '3'", "waivers: 3", "require: [{id: a, section: 5}]")) {
            assertTrue(isOfShape(right), right);
            read(right);
        }
    }

    private static DocumentReport check(Configuration configuration, Path file, LocalDate today)
            throws ConfigurationError {
        return PlanLint.builder()
                .settings(configuration.settings(), configuration.digest())
                .today(today)
                .rules(configuration.rules())
                .build()
                .check(file);
    }

    private static DocumentReport check(Configuration configuration) throws ConfigurationError {
        return check(configuration, FAULTY, LocalDate.of(2026, 1, 1));
    }

    private static List<String> rules(DocumentReport report) {
        return report.findings().stream().map(Finding::rule).distinct().toList();
    }

    @Test
    void aRuleThatIsOffIsNotAskedAndNotCounted() throws Exception {
        assertTrue(rules(check(Configuration.of(RuleBase.shipped()))).contains("event-year"));
        DocumentReport report = check(read("rules:\n  event-year: off\n"));
        assertFalse(rules(report).contains("event-year"));
        assertFalse(report.coverage().states().containsKey("event-year"));
    }

    @Test
    void severityIsSetByWordOrByKey() throws Exception {
        for (String yaml : List.of("rules: {event-year: info}", "rules:\n  event-year:\n    severity: info\n")) {
            DocumentReport report = check(read(yaml));
            assertEquals(
                    List.of(Severity.INFO),
                    report.findings().stream()
                            .filter(f -> f.rule().equals("event-year"))
                            .map(Finding::severity)
                            .distinct()
                            .toList(),
                    yaml);
        }
    }

    @Test
    void aParameterMovesTheLimit() throws Exception {
        assertFalse(rules(check(Configuration.of(RuleBase.shipped()))).contains("subject-too-long"));
        assertTrue(rules(check(read("rules: {subject-too-long: {parameters: {characters: 20}}}")))
                .contains("subject-too-long"));
    }

    /** The rules of a profile, and some that it must not ask. */
    @ParameterizedTest
    @CsvSource({
        "'', page-margins event-year, scan-resolution",
        "only: content, event-year, page-margins scan-resolution",
        "only: layout, page-margins, event-year scan-resolution",
        "profile: archive, scan-resolution scan-archival-form page-margins event-year, ''"
    })
    void aProfileChoosesTheRules(String yaml, String asked, String others) throws Exception {
        Configuration configuration = read(yaml);
        List<String> ids = PlanLint.builder()
                .settings(configuration.settings(), configuration.digest())
                .rules(configuration.rules())
                .build()
                .ruleInfos()
                .stream()
                .map(RuleInfo::id)
                .toList();
        assertTrue(ids.containsAll(List.of(asked.split(" "))), () -> asked + " in " + ids);
        assertTrue(Collections.disjoint(ids, List.of(others.split(" "))), () -> others + " not in " + ids);
    }

    @Test
    void exceptionsHoldForTheirFilesUntilTheyAreOver() throws Exception {
        Path file = Files.copy(
                FAULTY, Files.createDirectories(folder.resolve("2024")).resolve("a.txt"));
        Configuration configuration = read("""
                exceptions:
                  - files: "2024/*.txt"
                    rules: [event-year]
                    reason: đã trao đổi
                    expires: 2026-06-30
                """);
        DocumentReport before = check(configuration, file, LocalDate.of(2026, 6, 30));
        assertFalse(rules(before).contains("event-year"));
        assertEquals(
                List.of(new Coverage.Exempt("event-year", "đã trao đổi")),
                before.coverage().exempt());
        assertEquals(State.NOT_APPLICABLE, before.coverage().states().get("event-year"));
        assertTrue(rules(check(configuration, file, LocalDate.of(2026, 7, 1))).contains("event-year"), "it is over");
        assertTrue(
                rules(check(configuration, FAULTY, LocalDate.of(2026, 1, 1))).contains("event-year"), "another file");
    }

    @Test
    void theCommandLineSaysWhetherScansAreReadBeforeTheConfigurationDoes() throws Exception {
        Configuration off = read("ocr: off\nocr-pages: 40\n");
        assertEquals(Recognition.OFF, off.ocr());
        assertEquals(40, off.ocrPages());
        assertNull(new Ocr(null, null, null, 1).under(off));
        assertNotNull(new Ocr(Recognition.AUTO, null, null, 1).under(off));
        assertNull(new Ocr(Recognition.OFF, null, null, 1).under(read("ocr: auto\n")));
        assertNull(Configuration.of(RuleBase.shipped()).ocr());
    }

    @Test
    void ownSectionsPhrasesAndPatternsNeedNoDrl() throws Exception {
        DocumentReport report = check(read("""
                require:
                  - {id: need-evaluation, section: Đánh giá kết quả, severity: error}
                  - {id: need-money, section: kinh phí}
                forbid:
                  - {id: no-hall, phrase: chia sẻ kinh nghiệm, message: {vi: "Bỏ “{evidence}”.", en: "Drop it."}}
                  - {id: no-long-number, pattern: '\\d{9,}'}
                """));
        assertTrue(rules(report).contains("need-evaluation"));
        assertFalse(rules(report).contains("need-money"), "the plan has the section");
        Finding hall = report.findings().stream()
                .filter(f -> f.rule().equals("no-hall"))
                .findFirst()
                .orElseThrow();
        assertEquals("chia sẻ kinh nghiệm", hall.evidence().toLowerCase(java.util.Locale.ROOT));
        assertEquals("Bỏ “" + hall.evidence() + "”.", hall.message().vi());
        assertFalse(rules(report).contains("no-long-number"));
        assertEquals(State.PASS, report.coverage().states().get("no-long-number"));
    }

    /** From Java 19 on a plain {@code \b} finds the start of a word inside "đơn". */
    @Test
    void anOfficesPatternKnowsVietnameseLettersOnEveryJdk() throws Exception {
        List<String> found = check(read("""
                forbid:
                  - {id: no-inner, pattern: '\\bơn vị'}
                  - {id: no-whole, pattern: '\\bđơn \\w+\\b'}
                """)).findings().stream()
                .filter(f -> f.rule().startsWith("no-"))
                .map(f -> f.rule() + " " + f.evidence())
                .distinct()
                .toList();
        assertEquals(List.of("no-whole đơn vị"), found);
    }

    @Test
    void theNearestFileAboveIsFound() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Path file = Files.writeString(folder.resolve(Configuration.NAME), "rules: {}");
        assertEquals(file.toAbsolutePath().normalize(), Configuration.above(deep.resolve("x.docx")));
    }

    /** What is wrong, and what the message must say. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("ruels: {}", ":1: không có “ruels”, có phải “rules”?"),
            Map.entry("rules:\n  event-yaer: off\n", ":2: không có “event-yaer”, có phải “event-year”?"),
            Map.entry("rules:\n  event-year:\n    severty: info\n", ":3: không có “severty”, có phải “severity”?"),
            Map.entry("rules: {event-year: eror}", "có phải “error”?"),
            Map.entry("rules: {event-year: {parameters: {x: 1}}}", "không có tham số"),
            Map.entry("rules: {subject-too-long: {parameters: {charcters: 1}}}", "có phải “characters”?"),
            Map.entry("rules: {subject-too-long: {parameters: {characters: many}}}", "cần một số nguyên"),
            Map.entry("exceptions:\n  - files: '*'\n", ":2: thiếu “reason”"),
            Map.entry("exceptions:\n  - {files: '*', reason: x, expires: 31/12/2026}\n", "ngày viết dạng 2026-12-31"),
            Map.entry("forbid:\n  - {id: x-y}\n", "phrase, pattern"),
            Map.entry("forbid:\n  - {id: x-y, pattern: '('}\n", "mẫu sai"),
            Map.entry("forbid:\n  - {id: event-year, phrase: a}\n", "mã event-year đã có"),
            Map.entry("profile: archiv\n", "có phải “archive”?"),
            Map.entry("profile: archive\nonly: layout\n", "profile, only"),
            Map.entry("ocr: aut\n", ":1: không có “aut”, có phải “auto”?"),
            Map.entry("ocr-pages: 0\n", ":1: cần ít nhất một trang"),
            Map.entry("require: [1]", "cần các cặp khóa"),
            Map.entry("rules: [\n", ":2: "));

    @TestFactory
    Stream<DynamicTest> whatIsUnknownIsRefusedWithItsLineAndTheNearestName() {
        return REFUSED.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Path file = Files.writeString(folder.resolve(Configuration.NAME), e.getKey());
                    String said = assertThrows(
                                    ConfigurationError.class, () -> ConfigurationReader.read(file, RuleBase.shipped()))
                            .getMessage();
                    assertTrue(said.startsWith(file.toString()) && said.contains(e.getValue()), said);
                }));
    }

    // ---- own rules ----

    private static final String DRL = """
            package own

            import org.planlint.facts.Plan

            global org.planlint.rules.Findings findings

            rule "no-autumn"
            when
                $plan : Plan( subject != null )
            then
                findings.at(kcontext, $plan).say("word", $plan.subject());
            end
            """;
    private static final String PAGE = """
            ---
            severity: info
            since: "1"
            cites: {vi: Riêng, en: Own}
            title: {vi: Thử, en: A try}
            message: {vi: "Trích yếu: {word}", en: "Subject: {word}"}
            advice: {vi: Bỏ, en: Drop}
            ---
            """;

    private Path pack(String drl, String page) throws IOException {
        Path pack = Files.createDirectories(folder.resolve("pack"));
        Files.writeString(pack.resolve("no-autumn.drl"), drl);
        Files.writeString(pack.resolve("no-autumn.md"), page);
        return pack;
    }

    @Test
    void anOwnRuleJudgesBesideTheShippedOnes() throws Exception {
        RuleBase rules = Packs.load(List.of(pack(DRL, PAGE)), RuleBase.shipped());
        DocumentReport report = PlanLint.builder().rules(rules).build().check(FAULTY);
        Finding own = report.findings().stream()
                .filter(f -> f.rule().equals("no-autumn"))
                .findFirst()
                .orElseThrow();
        assertEquals("Trích yếu: " + report.plan().subject(), own.message().vi());
        assertTrue(rules(report).contains("event-year"));
        assertFalse(rules.digest().equals(RuleBase.shipped().digest()));
    }

    @Test
    void aRuleThatBreaksIsAnErrorOfItsOwnAndNeverAPass() throws Exception {
        RuleBase rules = Packs.load(
                List.of(pack(DRL.replace("subject != null", "subject.charAt(100000) == 'x'"), PAGE)),
                RuleBase.shipped());
        DocumentReport report = PlanLint.builder().rules(rules).build().check(FAULTY);
        assertEquals(State.ERROR, report.coverage().states().get("no-autumn"));
        assertTrue(report.coverage().notEvaluated().contains(new Coverage.Missing("no-autumn", "ERROR")));
        assertTrue(rules(report).contains("event-year"), "the others go on");
    }

    @TestFactory
    Stream<DynamicTest> aBrokenPackIsRefusedWithFileAndLine() {
        return Map.of(
                        "unknown field",
                                new String[] {
                                    DRL.replace("subject != null", "subjekt != null"), PAGE, "no-autumn.drl:9: "
                                },
                        "unknown class",
                                new String[] {DRL.replace("facts.Plan", "facts.Plam"), PAGE, "no-autumn.drl:9: "},
                        "unknown method",
                                new String[] {DRL.replace("findings.at", "findings.att"), PAGE, "no-autumn.drl:11: "},
                        "bad syntax", new String[] {DRL.replace("\nthen\n", "\nden\n"), PAGE, "no-autumn.drl:1"},
                        "other name",
                                new String[] {
                                    DRL.replace("rule \"no-autumn\"", "rule \"autumn\""), PAGE, "no-autumn.drl:7: "
                                },
                        "unknown key",
                                new String[] {
                                    DRL,
                                    PAGE.replace("severity", "severty"),
                                    "no-autumn.md:2: unknown key severty, did you mean “severity”?"
                                },
                        "bad yaml",
                                new String[] {DRL, PAGE.replace("{vi: Thử, en: A try}", "{vi: Thử"), "no-autumn.md:"},
                        "unknown part",
                                new String[] {
                                    DRL,
                                    PAGE + "\n```right\nnumbr | Số: 5\n```\n",
                                    "no-autumn.md:11: unknown part numbr, did you mean “number”?"
                                },
                        "no part",
                                new String[] {
                                    DRL,
                                    PAGE + "\n```right\ntype |\nSố: 5\n```\n",
                                    "no-autumn.md:12: outside of any part: Số: 5"
                                },
                        "taken id", new String[] {null, null, "event-year"})
                .entrySet()
                .stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Path pack;
                    if (e.getValue()[0] == null) {
                        pack = Files.createDirectories(folder.resolve("taken"));
                        Files.write(
                                pack.resolve("event-year.drl"),
                                DRL.replace("no-autumn", "event-year").getBytes(StandardCharsets.UTF_8));
                    } else {
                        pack = pack(e.getValue()[0], e.getValue()[1]);
                    }
                    String said = assertThrows(
                                    ConfigurationError.class, () -> Packs.load(List.of(pack), RuleBase.shipped()))
                            .getMessage();
                    assertTrue(said.contains(e.getValue()[2]), said);
                }));
    }
}
