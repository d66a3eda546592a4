package org.planlint.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planlint.text.Span;

class FactsTest {
    private static final Plan PLAN = new Plan(
            "KẾ HOẠCH",
            Plan.Kind.PLAN,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Regime.ND30,
            null,
            null,
            null,
            new Letterhead(null, null, null, null, null),
            null,
            List.of());
    private static final EndMark END = new EndMark(true, new Span(2, 0, 3, "./."));
    private static final ReportDuty FIRST = new ReportDuty(new Span(0, 0, 7, "báo cáo"));
    private static final ReportDuty SECOND = new ReportDuty(new Span(1, 0, 7, "báo cáo"));

    @Test
    void areAskedForByType() {
        Facts facts = new Facts(PLAN, List.of(FIRST, END, SECOND), Map.of());
        assertEquals(List.of(FIRST, SECOND), facts.all(ReportDuty.class));
        assertSame(FIRST, facts.first(ReportDuty.class));
        assertEquals(List.of(), facts.all(Event.class));
        assertNull(facts.first(Event.class));
        assertEquals(List.of(FIRST, END, SECOND), facts.all());
    }

    @Test
    void knowWhatThereIsOf() {
        RecipientsBlock block = new RecipientsBlock(0, new Span(0, 0, 9, "Nơi nhận:"));
        assertTrue(new Facts(PLAN, List.of(block), Map.of()).knows(Known.RECIPIENTS));
        assertFalse(new Facts(PLAN, List.of(END), Map.of()).knows(Known.RECIPIENTS));
    }

    @Test
    void neverChange() {
        List<Located> found = new ArrayList<>(List.of(FIRST));
        Facts facts = new Facts(PLAN, found, Map.of());
        found.add(SECOND);
        assertEquals(List.of(FIRST), facts.all());
        assertThrows(UnsupportedOperationException.class, () -> facts.all().add(SECOND));
    }
}
