package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlint.facts.AgendaItem;

/** Programmes in tables and in lines: the cases are data in {@code src/core/src/test/cases/agendas.yaml}. */
class AgendasTest {
    @TestFactory
    Stream<DynamicTest> items() throws IOException {
        return CasesTest.cases("agendas")
                .map(c ->
                        DynamicTest.dynamicTest(c.get("why").toString(), () -> {
                            List<String> read = Agendas.find(Typed.found(Typed.document(
                                            c.get("text").toString().lines().toList())))
                                    .stream()
                                    .flatMap(agenda -> agenda.items().stream())
                                    .map(AgendasTest::words)
                                    .toList();
                            assertEquals(String.join("\n", (List<String>) c.get("items")), String.join("\n", read));
                        }));
    }

    /** Programme, day and track, its number or its time, the start of the item that it is compared with, and its words. */
    private static String words(AgendaItem item) {
        String above = item.ordinal() != null
                ? String.valueOf(item.previousOrdinal())
                : AgendaItem.clock(item.previousStart());
        return item.agenda() + "/" + item.day() + "/" + item.track() + " "
                + (item.ordinal() != null
                        ? item.ordinal()
                        : AgendaItem.clock(item.start()) + "-" + AgendaItem.clock(item.end()))
                + (item.date() == null ? "" : " on " + item.date()) + " after " + above + ": " + item.title();
    }
}
