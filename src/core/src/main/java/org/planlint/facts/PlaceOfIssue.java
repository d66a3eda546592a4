package org.planlint.facts;

import org.planlint.text.Span;

/** The place before the date, and the unit that the letterhead names; {@code seat} is where the agency sits. */
public record PlaceOfIssue(String place, String seat, Span span) implements Located {
    /** Names are compared without diacritics and generic words; "Thành phố Cần Thơ" is "Cần Thơ". */
    public boolean isElsewhere() {
        return !place.contains(seat) && !seat.contains(place);
    }
}
