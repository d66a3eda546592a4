package org.planlint.facts;

import java.util.List;
import org.planlint.text.Span;

/** A programme, as a table or as lines of text. Timed if its items carry clock times, else in order only. */
public record Agenda(int id, boolean timed, String title, List<AgendaItem> items, Span span) implements Located {
    public Agenda {
        items = List.copyOf(items);
    }

    /** When its first item with a time begins, HH:mm; empty without times. */
    public String openingTime() {
        return AgendaItem.clock(items.stream()
                .map(AgendaItem::start)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null));
    }

    /**
     * Whether it opens at another hour than {@code time} (HH:mm): no item of it begins then, and its first one lies
     * behind that hour or more than {@code welcome} minutes before it: so long guests may be received.
     */
    public boolean opensAwayFrom(String time, int welcome) {
        int event = Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
        Integer first = items.stream()
                .map(AgendaItem::start)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean among = items.stream().anyMatch(item -> item.start() != null && item.start() == event);
        return timed && first != null && !among && (first > event || event - first > welcome);
    }
}
