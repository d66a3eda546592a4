package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlint.facts.DateMention;
import org.planlint.facts.EnactingClause;
import org.planlint.facts.Event;
import org.planlint.facts.Reference;
import org.planlint.facts.Section;
import org.planlint.rules.Law;
import org.planlint.text.Document;

/** A type of fact is looked for once, when it is asked for, and never in a circle. */
class FoundTest {
    private static final Document EMPTY = Typed.document(List.of());

    @Test
    void whatNobodyAsksForIsNotLookedFor() {
        List<String> looked = new ArrayList<>();
        Found found = Typed.found(
                EMPTY,
                List.of(
                        new Finder<>(Section.class, soFar -> {
                            looked.add("sections");
                            return List.of();
                        }),
                        new Finder<>(DateMention.class, soFar -> {
                            looked.add("dates");
                            return List.of();
                        })));
        found.all(DateMention.class);
        found.all(DateMention.class);
        assertEquals(List.of("dates"), looked);
    }

    @Test
    void aTypeThatNobodyFindsIsRefused() {
        Found found = Typed.found(EMPTY, List.of(new Finder<>(Event.class, Schedules::events)));
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> found.all(Event.class));
        assertEquals("nobody finds DateMention", e.getMessage());
    }

    @Test
    void findersThatAskEachOtherAreRefused() {
        Found found = Typed.found(
                EMPTY,
                List.of(
                        new Finder<>(DateMention.class, soFar -> {
                            soFar.all(Event.class);
                            return List.of();
                        }),
                        new Finder<>(Event.class, soFar -> {
                            soFar.all(DateMention.class);
                            return List.of();
                        })));
        assertThrows(IllegalStateException.class, () -> found.all(Event.class));
    }

    @Test
    void factsStandInTheOrderOfTheirFinders() {
        Found found = Typed.found(
                Typed.document(List.of("Căn cứ Kế hoạch số 12/KH-UBND; Sở thực hiện như sau:", "I. NỘI DUNG")),
                List.of(
                        new Finder<>(Section.class, soFar -> soFar.outline().sections()),
                        new Finder<>(Reference.class, new References(Law.tables())::find),
                        new Finder<>(EnactingClause.class, Issuers::enactingClause)));
        assertEquals(
                List.of(Section.class, Reference.class, EnactingClause.class),
                found.all().stream().map(Object::getClass).toList());
    }

    /** Whichever is asked for first, and whatever the document holds. */
    @Test
    void noFinderWaitsForItself() throws IOException {
        Document plan = Typed.document(Files.readAllLines(Path.of("samples/01-hoi-nghi-so-ket.txt")));
        for (Finder<?> finder : PlanParser.finders(Law.tables())) {
            assertNotNull(Typed.found(plan).all(finder.type()));
            assertNotNull(Typed.found(EMPTY).all(finder.type()));
        }
    }
}
