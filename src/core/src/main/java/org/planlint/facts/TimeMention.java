package org.planlint.facts;

import org.planlint.text.Span;

/** A clock time in the text, as written: 25 giờ is kept as hour 25. */
public record TimeMention(int hour, int minute, String section, Span span) implements Located {
    public boolean isPossible() {
        return hour >= 0 && (hour < 24 || hour == 24 && minute == 0) && minute >= 0 && minute < 60;
    }
}
