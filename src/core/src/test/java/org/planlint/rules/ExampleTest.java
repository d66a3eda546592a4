package org.planlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planlint.report.Language;

/** How an example is written, how it is read, and what is said of one that cannot be. */
class ExampleTest {
    private static final String PAGE = """
            ## Ví dụ · Examples

            ```wrong plan="province" quotes="T/M"
            number    |
            signature | T/M ỦY BAN NHÂN DÂN
                      | CHỦ TỊCH
            ```

            ```wrong quotes=""
            II.3 | | TT | Việc |
                 | | 1 | Soạn |
            ```

            ```right whole
            KẾ HOẠCH
            I. NỘI DUNG
            ```
            """;
    private static final String ARCHIVE = """
            ```right
            === a.txt
            === b.txt
            date | Sơn Thủy, ngày 12 tháng 3 năm 2023
            ```
            """;

    private static String refused(String page) {
        return assertThrows(IllegalArgumentException.class, () -> Example.read(page, Language.EN))
                .getMessage();
    }

    @Test
    void theFenceSaysWhatTheExampleIs() {
        List<Example> examples = Example.of(PAGE);
        assertEquals(
                List.of(true, true, false),
                examples.stream().map(Example::wrong).toList());
        assertEquals("T/M", examples.get(0).quotes());
        assertEquals("province", examples.get(0).plan());
        assertEquals("", examples.get(1).quotes());
        assertEquals("department", examples.get(1).plan(), "where no plan is named");
        assertEquals(new Example(false, null, "department", true, "KẾ HOẠCH\nI. NỘI DUNG"), examples.get(2));
    }

    @Test
    void readersSeeTheVerdictThePartsByNameAndTheLinesAsTheyStand() {
        assertEquals("""
                ## Examples

                Each example writes a few parts of a department's sound plan anew, named on the left; the other parts stay as they are.

                **Wrong**, a province's plan, found at `T/M`:

                ```
                number    | (none)
                signature | T/M ỦY BAN NHÂN DÂN
                          | CHỦ TỊCH
                ```

                **Wrong**, found of the whole document:

                ```
                section II.3 | | TT | Việc |
                             | | 1 | Soạn |
                ```

                **Right**, a whole document:

                ```
                KẾ HOẠCH
                I. NỘI DUNG
                ```
                """, Example.read(PAGE, Language.EN));
        String vi = Example.read(PAGE, Language.VI);
        assertTrue(vi.startsWith("## Ví dụ\n"), vi);
        assertTrue(vi.contains("**Sai**, kế hoạch của Ủy ban nhân dân tỉnh, báo ở `T/M`:"), vi);
        assertTrue(vi.contains("\nsố, ký hiệu | (không có)\nphần ký     | T/M") && vi.contains("mục II.3 | | TT"), vi);
    }

    @Test
    void anArchiveIsReadFileByFile() {
        assertEquals(
                Map.of("a.txt", "", "b.txt", "date | Sơn Thủy, ngày 12 tháng 3 năm 2023"),
                Example.of(ARCHIVE).get(0).files());
        String read = Example.read(ARCHIVE, Language.EN);
        assertTrue(read.contains("=== a.txt\n(the sound plan, as it is)\n=== b.txt\nplace and date | Sơn"), read);
        String same = Example.read("```right\n=== a.txt\n=== b.txt\n```", Language.EN);
        assertTrue(same.contains("**Right**:") && same.contains("=== b.txt\n(the sound plan, as it is)\n"), same);
    }

    /** The form of before: an office's own pages may hold it still. */
    @Test
    void aFenceWithoutPartsIsShownAsTheDocumentItIs() {
        String page = "```right\nKẾ HOẠCH\n| TT | Việc |\n```\n";
        assertEquals(
                "**Right**, a whole document:\n\n```\nKẾ HOẠCH\n| TT | Việc |\n```\n", Example.read(page, Language.EN));
        assertThrows(
                IllegalArgumentException.class,
                () -> SoundPlans.document(Example.of(page).get(0)),
                "shipped pages say whole");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertEquals("unknown part numbr, did you mean “number”?", refused("```right\nnumbr | Số: 5\n```"));
        assertEquals("outside of any part: Số: 5", refused("```right\nnumber |\nSố: 5\n```"));
        assertEquals("written twice: number", refused("```right\nnumber | Số: 5\nnumber | Số: 6\n```"));
        assertEquals("unknown word in, did you mean “plan”?", refused("```right in=\"number\"\nSố: 5\n```"));
        assertEquals(
                "unknown plan provinse, did you mean “province”?",
                refused("```right plan=\"provinse\"\nnumber | Số: 5\n```"));
    }

    @Test
    void partsTakeThePlaceOfThePlansOwn() {
        PlanParts plan = PlanParts.of("""
                type | KẾ HOẠCH
                I    | I. MỘT
                     | a
                II   | II. HAI
                II.1 | 1. x
                II.2 |
                III  | III. BA
                """);
        assertEquals("KẾ HOẠCH\nI. MỘT\na\nII. HAI\n1. x\nIII. BA", plan.text());
        assertEquals(
                "KẾ HOẠCH\nII. HAI\n1. y\n2. z\nIII. BA",
                plan.with(PlanParts.of("II.2 | 2. z\nI |\nII.1 | 1. y")).text(),
                "in the plan's order");
        assertEquals(
                "KẾ HOẠCH\nI. MỘT\na\nII. HAI\nIII. BA",
                plan.with(PlanParts.of("II | II. HAI")).text(),
                "a section with those below it");
        assertEquals(
                "the plan has no part II.7, but: type, I, II, II.1, II.2, III",
                assertThrows(IllegalArgumentException.class, () -> plan.with(PlanParts.of("II.7 | 7. x")))
                        .getMessage());
        assertEquals(
                "part II is written anew, and so is one below it",
                assertThrows(IllegalArgumentException.class, () -> plan.with(PlanParts.of("II.1 | 1. x\nII | II. HAI")))
                        .getMessage());
        assertFalse(PlanParts.begin("KẾ HOẠCH\nI | x"));
    }
}
