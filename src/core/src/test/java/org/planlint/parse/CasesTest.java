package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlint.PlanLint;
import org.planlint.extract.Extractor;
import org.planlint.facts.Amount;
import org.planlint.facts.ArchiveLine;
import org.planlint.facts.Budget;
import org.planlint.facts.DateMention;
import org.planlint.facts.DateRole;
import org.planlint.facts.Facts;
import org.planlint.facts.Indicator;
import org.planlint.facts.Recipient;
import org.planlint.facts.Reference;
import org.planlint.facts.Signature;
import org.planlint.report.Severity;
import org.planlint.rules.Law;
import org.planlint.samples.OneRule;
import org.planlint.text.Document;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Facts read from single lines, heads and ends of plans: the cases are data in {@code src/test/cases}. */
class CasesTest {
    private static final String HEAD = """
            UBND TỈNH SƠN THỦY
            SỞ NỘI VỤ
            Số: 45/KH-SNV
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Sơn Thủy, ngày 10 tháng 3 năm 2023
            KẾ HOẠCH
            Tập huấn công tác văn thư
            """;

    static Facts facts(String text) {
        return new PlanParser(Law.tables()).parse(read(text));
    }

    static Document read(String text) {
        try {
            return new Extractor().read("case.txt", text.getBytes(StandardCharsets.UTF_8), "text/plain");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bodies that issue a plan with this head together. */
    private static List<String> jointly(String head) {
        try {
            byte[] bytes = (head.replace('~', '\n') + "\nKẾ HOẠCH\n").getBytes(StandardCharsets.UTF_8);
            Flow flow = new Flow(
                    new Extractor().read("case.txt", bytes, "text/plain"), new Repair(Law.tables()));
            return Letterheads.read(new Structure(flow)).jointly().stream()
                    .map(Letterheads.Body::name)
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Stream<Map<String, Object>> cases(String name) throws IOException {
        String yaml = Files.readString(Path.of("src/core/src/test/cases", name + ".yaml"));
        List<Map<String, Object>> all =
                (List<Map<String, Object>>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return all.stream().filter(c -> !Boolean.TRUE.equals(c.get("skip")));
    }

    @TestFactory
    Stream<DynamicTest> dates() throws IOException {
        return cases("dates")
                .map(c -> DynamicTest.dynamicTest(c.get("line").toString(), () -> {
                    List<String> read = facts(HEAD + c.get("line")).all(DateMention.class).stream()
                            .filter(d -> d.role() != DateRole.ISSUE)
                            .map(d -> d.date() + (d.end() == null ? "" : ".." + d.end()) + " " + d.role()
                                    + (d.weekday() == null ? "" : " @" + d.weekday()))
                            .toList();
                    assertEquals(c.get("dates"), read);
                }));
    }

    @TestFactory
    Stream<DynamicTest> references() throws IOException {
        return cases("references")
                .map(c -> DynamicTest.dynamicTest(c.get("line").toString(), () -> {
                    List<String> read =
                            facts(HEAD + c.get("line").toString().replace('~', '\n')).all(Reference.class).stream()
                                    .map(r -> r.type() + " " + r.number() + " " + r.date() + " of " + r.issuer())
                                    .toList();
                    assertEquals(c.get("references"), read);
                }));
    }

    @TestFactory
    Stream<DynamicTest> budgets() throws IOException {
        return cases("budgets")
                .map(c -> DynamicTest.dynamicTest(
                        c.get("line").toString(),
                        () -> assertEquals(
                                c.get("budget"), facts(HEAD + c.get("line")).first(Budget.class) != null)));
    }

    @TestFactory
    Stream<DynamicTest> letterheads() throws IOException {
        return cases("letterheads")
                .map(c -> DynamicTest.dynamicTest(c.get("head").toString(), () -> {
                    Facts facts =
                            facts(c.get("head").toString().replace('~', '\n') + "\nKẾ HOẠCH\nTập huấn\nI. NỘI DUNG");
                    var plan = facts.plan();
                    Map<?, ?> is = (Map<?, ?>) c.get("is");
                    assertEquals("KẾ HOẠCH", plan.type(), "type");
                    assertEquals(is.get("agency"), plan.agency(), "agency");
                    assertEquals(is.get("parentAgency"), plan.parentAgency(), "parentAgency");
                    assertEquals(is.get("number"), plan.number(), "number");
                    assertEquals(is.get("symbol"), plan.symbol(), "symbol");
                    assertEquals(is.get("place"), plan.place(), "place");
                    assertEquals(is.get("issueDate"), String.valueOf(plan.issueDate()), "issueDate");
                    if (is.containsKey("regime")) {
                        assertEquals(is.get("regime"), plan.regime().name(), "regime");
                    }
                    if (is.containsKey("issuers")) {
                        assertEquals(is.get("issuers"), jointly(c.get("head").toString()), "issuers");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> signatures() throws IOException {
        return cases("signatures")
                .map(c -> DynamicTest.dynamicTest(c.get("end").toString(), () -> {
                    Facts facts = facts(HEAD + "I. NỘI DUNG\n- Tập huấn cho công chức.\n- Văn phòng Sở thực hiện./.\n"
                            + "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"
                            + c.get("end").toString().replace('~', '\n'));
                    Signature signature = facts.first(Signature.class);
                    Map<?, ?> is = (Map<?, ?>) c.get("is");
                    assertEquals(is.get("authority"), signature.authority());
                    assertEquals(is.get("position"), signature.position());
                    assertEquals(is.get("name"), signature.name());
                    assertEquals(
                            c.get("fault"),
                            signature.fault() == null ? null : signature.fault().name());
                }));
    }

    @TestFactory
    Stream<DynamicTest> recipients() throws IOException {
        return cases("recipients")
                .map(c -> DynamicTest.dynamicTest(c.get("list").toString(), () -> {
                    Facts facts = facts(HEAD + "I. NỘI DUNG\n- Tập huấn cho công chức.\n- Văn phòng Sở thực hiện./.\n"
                            + "Nơi nhận:\n" + c.get("list").toString().replace('~', '\n')
                            + "\nGIÁM ĐỐC\nLò Thị Hạnh\n");
                    List<String> read = new ArrayList<>();
                    facts.all(Recipient.class).forEach(r -> read.add(r.name() + " " + ending(r.ending())));
                    facts.all(ArchiveLine.class).forEach(a -> read.add(a.text() + " " + ending(a.ending())));
                    assertEquals(c.get("is"), read);
                }));
    }

    private static String ending(String mark) {
        return mark == null ? "?" : mark;
    }

    @TestFactory
    Stream<DynamicTest> figures() throws IOException {
        return cases("figures")
                .map(c -> DynamicTest.dynamicTest(c.get("line").toString(), () -> {
                    Facts facts = facts(HEAD + c.get("line"));
                    assertEquals(
                            c.getOrDefault("amounts", List.of()),
                            facts.all(Amount.class).stream()
                                    .map(a -> a.value().toPlainString() + " " + a.unit() + " / " + a.words())
                                    .toList());
                    assertEquals(
                            c.getOrDefault("indicators", List.of()),
                            facts.all(Indicator.class).stream()
                                    .map(i -> i.name() + " | target " + i.target() + " change " + i.change()
                                            + " baseline " + i.baseline() + " " + i.unit())
                                    .toList());
                }));
    }

    // ---- whole plans around a piece of body ----

    private static final String SOUND_HEAD = HEAD.replace("10 tháng 3 năm 2023", "15 tháng 3 năm 2024");
    private static final String SOUND_END = """

            Kinh phí thực hiện được bố trí từ nguồn chi thường xuyên của Sở.
            Văn phòng Sở chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch này./.
            Nơi nhận:
            - UBND tỉnh (để b/c);
            - Lưu: VT, VP.
            GIÁM ĐỐC
            Lò Thị Hạnh
            """;

    private static List<String> findings(Object body) {
        return PlanLint.builder()
                .build()
                .check("case.txt", (SOUND_HEAD + body + SOUND_END).getBytes(StandardCharsets.UTF_8))
                .findings()
                .stream()
                .filter(f -> f.severity() != Severity.INFO)
                .map(f -> f.rule() + " " + f.evidence())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> traps() throws IOException {
        return cases("traps")
                .map(c -> DynamicTest.dynamicTest(
                        c.get("why").toString(), () -> assertEquals(List.of(), findings(c.get("body")))));
    }

    @TestFactory
    Stream<DynamicTest> soundPlans() throws IOException {
        return cases("sound")
                .map(c -> DynamicTest.dynamicTest(
                        c.get("why").toString(),
                        () -> assertEquals(
                                List.of(),
                                PlanLint.builder()
                                        .build()
                                        .check(
                                                "case.txt",
                                                c.get("plan").toString().getBytes(StandardCharsets.UTF_8))
                                        .findings()
                                        .stream()
                                        .filter(f -> f.severity() != Severity.INFO)
                                        .map(f -> f.rule() + " “" + f.evidence() + "”")
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> faults() throws IOException {
        return cases("faults")
                .filter(c -> OneRule.isAskedFor(c.get("rule")))
                .map(c -> DynamicTest.dynamicTest(c.get("rule") + " " + c.get("quotes"), () -> {
                    List<String> found = findings(c.get("body"));
                    assertEquals(1, found.size(), found::toString);
                    assertTrue(
                            found.get(0).startsWith(c.get("rule") + " ")
                                    && found.get(0).contains(c.get("quotes").toString()),
                            found::toString);
                }));
    }
}
