package org.planlint.facts;

import java.util.List;
import java.util.Locale;
import org.planlint.text.Span;

/**
 * How much of the plan is set in a typeface, tables and annexes apart.
 *
 * @param letters how many letters
 * @param of      how many letters show a typeface
 * @param all     where they stand
 * @param span    the first paragraph that is mostly set in it, or else the first that holds it
 */
public record TypefaceShare(String font, int letters, int of, List<Span> all, Span span) implements Located {
    public TypefaceShare {
        all = List.copyOf(all);
    }

    /** Times New Roman, and the free faces of the same widths that programs print in its place. */
    private static final List<String> TIMES = List.of("TIMES", "LIBERATIONSERIF", "TINOS", "NIMBUSROMAN");

    /** Times New Roman by any of its names: TimesNewRomanPSMT, "Times New Roman;serif". */
    public boolean isTimes() {
        String name = font.replace(" ", "").toUpperCase(Locale.ROOT);
        return TIMES.stream().anyMatch(name::startsWith);
    }

    /** Enough of it to be seen: sixty letters, or over one in a hundred. */
    public boolean isConspicuous() {
        return letters >= 60 || letters >= 10 && letters * 100L > of;
    }

    /** The share, in whole percent, 1 at least. */
    public int percent() {
        return of == 0 ? 0 : (int) Math.max(1, Math.round(letters * 100.0 / of));
    }
}
