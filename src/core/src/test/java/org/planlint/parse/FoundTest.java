package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.planlint.facts.DateMention;
import org.planlint.facts.EnactingClause;
import org.planlint.facts.Event;
import org.planlint.facts.Reference;
import org.planlint.facts.Section;
import org.planlint.rules.Law;
import org.planlint.text.Document;

/** Finders stand in an order, and one that stands too early, or gives too late, is told so on any document. */
class FoundTest {
    private static final Document EMPTY = Typed.document(List.of());
    private static final Finder<Event> EVENTS = new Finder<>(Event.class, Schedules::events);
    private static final Finder<DateMention> NO_DATES = new Finder<>(DateMention.class, found -> List.of());

    @Test
    void aFinderThatAsksTooEarlyFails() {
        Found found = Typed.found(EMPTY);
        IllegalStateException early = assertThrows(IllegalStateException.class, () -> found.add(EVENTS));
        assertTrue(early.getMessage().startsWith("DateMention "), early.getMessage());
        found.add(NO_DATES);
        found.add(EVENTS);
        assertEquals(List.of(), found.all(Event.class));
    }

    @Test
    void aFinderThatGivesMoreOfWhatWasAskedForFails() {
        Found found = Typed.found(EMPTY);
        found.add(NO_DATES);
        found.add(NO_DATES);
        found.add(EVENTS);
        assertThrows(IllegalStateException.class, () -> found.add(NO_DATES));
    }

    @Test
    void factsStandInTheOrderOfTheirFinders() {
        Found found = Typed.found(
                Typed.document(List.of("Căn cứ Kế hoạch số 12/KH-UBND; Sở thực hiện như sau:", "I. NỘI DUNG")));
        found.add(new Finder<>(Section.class, soFar -> soFar.outline().sections()));
        found.add(new Finder<>(Reference.class, new References(Law.tables())::find));
        found.add(new Finder<>(EnactingClause.class, Issuers::enactingClause));
        assertEquals(
                List.of(Section.class, Reference.class, EnactingClause.class),
                found.all().stream().map(Object::getClass).toList());
    }

    /** A finder that looked first and asked then would do so in some documents only, and a wrong order would stay hidden. */
    @Test
    void allFindersAskBeforeTheyLook() throws IOException {
        Set<String> asking = asking(Typed.document(Files.readAllLines(Path.of("samples/01-hoi-nghi-so-ket.txt"))));
        assertTrue(asking.containsAll(Set.of("DateMention", "Event", "Issuer")), asking::toString);
        assertEquals(asking, asking(EMPTY));
    }

    /** The finders that cannot do with nothing before them. */
    private static Set<String> asking(Document document) {
        Set<String> asking = new TreeSet<>();
        for (Finder<?> finder : PlanParser.finders(Law.tables())) {
            try {
                Typed.found(document).add(finder);
            } catch (IllegalStateException asks) {
                asking.add(finder.type().getSimpleName());
            }
        }
        return asking;
    }
}
