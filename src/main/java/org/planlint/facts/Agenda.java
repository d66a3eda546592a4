package org.planlint.facts;

import java.util.List;
import org.planlint.text.Span;

/** A programme, as a table or as lines of text. Timed if its items carry clock times, else in order only. */
public record Agenda(int id, boolean timed, String title, List<AgendaItem> items, Span span) implements Located {
    public Agenda {
        items = List.copyOf(items);
    }
}
