package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlint.facts.Facts;
import org.planlint.facts.Plan;
import org.planlint.facts.Section;
import org.planlint.facts.Signature;
import org.planlint.rules.Law;
import org.planlint.text.Capability;
import org.planlint.text.Document;

/** Recognised text is understood as such: the cases are data in {@code src/test/cases/recognised.yaml}. */
class RecognisedTest {
    private static final String HEAD =
            "SỞ NỘI VỤ~Số: 45/KH-SNV~CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM~Độc lập - Tự do - Hạnh phúc~"
                    + "Sơn Thủy, ngày 10 tháng 3 năm 2023~KẾ HOẠCH~Tập huấn công tác văn thư~";

    private static Facts picture(Object page) {
        return new PlanParser(Law.tables())
                .parse(RecognisedPages.draw(List.of(page.toString().split("~"))));
    }

    /** Text that says of itself that it was recognised, and no more. */
    private static Facts text(Object text) {
        Document typed = CasesTest.read(text.toString().replace('~', '\n'));
        Set<Capability> rest = new HashSet<>(typed.capabilities());
        rest.remove(Capability.TYPED_TEXT);
        return new PlanParser(Law.tables())
                .parse(new Document(
                        typed.name(),
                        typed.mediaType(),
                        rest,
                        typed.blocks(),
                        typed.paragraphs(),
                        typed.pageFormats(),
                        typed.signatures(),
                        typed.revisions()));
    }

    @TestFactory
    Stream<DynamicTest> heads() throws IOException {
        return CasesTest.cases("recognised")
                .filter(c -> c.containsKey("is"))
                .map(c -> DynamicTest.dynamicTest(String.valueOf(c.getOrDefault("page", c.get("text"))), () -> {
                    Plan plan = (c.containsKey("page") ? picture(c.get("page")) : text(c.get("text"))).plan();
                    Map<?, ?> is = (Map<?, ?>) c.get("is");
                    assertEquals(is.containsKey("type") ? is.get("type") : "KẾ HOẠCH", plan.type(), "type");
                    assertEquals(is.get("agency"), plan.agency(), "agency");
                    assertEquals(is.get("parentAgency"), plan.parentAgency(), "parentAgency");
                    assertEquals(is.get("number"), plan.number(), "number");
                    assertEquals(is.get("symbol"), plan.symbol(), "symbol");
                    assertEquals(is.get("place"), plan.place(), "place");
                    assertEquals(
                            is.get("issueDate"),
                            plan.issueDate() == null ? null : plan.issueDate().toString(),
                            "issueDate");
                    assertEquals(
                            is.containsKey("illegible") ? is.get("illegible") : List.of(),
                            plan.illegible().stream().map(Enum::name).toList(),
                            "illegible");
                    assertEquals(is.get("draft"), plan.isDraft(), "draft");
                    if (c.containsKey("title")) {
                        assertEquals(c.get("title"), plan.titleSpan().text(), "title");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> sections() throws IOException {
        return CasesTest.cases("recognised")
                .filter(c -> c.containsKey("sections"))
                .map(c -> DynamicTest.dynamicTest(
                        c.get("body").toString(),
                        () -> assertEquals(
                                c.get("sections"),
                                picture(HEAD + c.get("body")).all(Section.class).stream()
                                        .map(Section::enumerator)
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> signatures() throws IOException {
        return CasesTest.cases("recognised")
                .filter(c -> c.containsKey("signature"))
                .map(c -> DynamicTest.dynamicTest(c.get("end").toString(), () -> {
                    Signature read = picture(HEAD + "I. NỘI DUNG~- Tập huấn cho công chức.~- Văn phòng Sở thực hiện./.~"
                                    + c.get("end"))
                            .first(Signature.class);
                    Map<?, ?> is = (Map<?, ?>) c.get("signature");
                    assertEquals(is.get("authority"), read.authority());
                    assertEquals(is.get("position"), read.position());
                    assertEquals(is.get("name"), read.name());
                }));
    }
}
