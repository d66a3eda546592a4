package org.planlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.facts.AnnexNumbering;
import org.planlint.facts.BodyMeasure;
import org.planlint.facts.DateMention;
import org.planlint.facts.Deadline;
import org.planlint.facts.Facts;
import org.planlint.facts.Located;
import org.planlint.facts.PageSetup;
import org.planlint.facts.Plan;
import org.planlint.facts.Trace;

/** Only what the rules name that bind a document is looked for. */
class RuleTypesTest {
    private static Set<Class<?>> facts(String rule) {
        Set<Class<?>> types = new HashSet<>(RuleBase.shipped().types(rule));
        types.removeIf(type -> !Located.class.isAssignableFrom(type));
        return types;
    }

    @Test
    void aRuleNamesWhatItsConditionsNameNestedOnesToo() {
        assertEquals(Set.of(AnnexNumbering.class), facts("annex-page-number"));
        assertEquals(Set.of(Plan.class, PageSetup.class), facts("page-margins"), "collected");
        assertEquals(
                Set.of(Plan.class, DateMention.class, Deadline.class), facts("event-before-issue"), "of two parts");
    }

    /** A letter is bound by a few rules alone: nobody measures its text. */
    @Test
    void whatNoRuleAsksIsNotLookedFor(@TempDir Path folder) throws Exception {
        Path letter = Files.writeString(folder.resolve("cv.txt"), """
                SỞ NỘI VỤ
                Số: 12/SNV-VP
                Kính gửi: Các phòng thuộc Sở
                Đề nghị các phòng đăng ký danh sách tập huấn trước ngày 15/3/2023.
                """);
        PlanLint.Understanding read = PlanLint.builder().build().understand(letter);
        Set<Class<?>> asked = new HashSet<>();
        Facts.Source source = new Facts.Source() {
            @Override
            public <T extends Located> List<T> all(Class<T> type) {
                asked.add(type);
                return read.facts().all(type);
            }

            @Override
            public List<Located> all() {
                return read.facts().all();
            }
        };
        Facts facts = new Facts(read.facts().plan(), source, read.facts().sectionOf());
        new Judge(RuleBase.shipped(), Settings.NONE).judge(read.document(), facts);
        assertTrue(asked.contains(Trace.class), asked::toString);
        assertFalse(asked.contains(BodyMeasure.class), asked::toString);
    }

    @Test
    void eachRuleNamesSomething() {
        RuleBase.shipped().pages().stream()
                .filter(page -> page.scope() == RulePage.Scope.DOCUMENT)
                .forEach(page -> assertTrue(!RuleBase.shipped().types(page.id()).isEmpty(), page.id()));
    }
}
