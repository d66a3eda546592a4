package org.planlint.facts;

import org.planlint.text.Span;

/** The place before the date, and the unit that the letterhead names; {@code seat} is where the agency sits. */
public record PlaceOfIssue(String place, String seat, Span span) implements Located {
    /** Names are compared without diacritics, generic words and spaces; "Thành phố Cần Thơ" is "Cần Thơ", and so is "CầnThơ". */
    public boolean isElsewhere() {
        String here = place.replace(" ", "");
        String there = seat.replace(" ", "");
        return !here.contains(there) && !there.contains(here);
    }
}
