package org.planlint.facts;

import java.util.List;
import org.planlint.text.Span;

/**
 * How many letters of the plan have a colour, tables and annexes apart.
 *
 * @param colour as RRGGBB
 * @param links  whether they are addresses of mail and pages
 * @param all     where they stand
 * @param span   the first words that have it
 */
public record ColourShare(String colour, int letters, boolean links, List<Span> all, Span span) implements Located {
    public ColourShare {
        all = List.copyOf(all);
    }

    /** Beyond it a grey is no black on paper. */
    private static final int DARK = 0x48;

    private int channel(int at) {
        return Integer.parseInt(colour.substring(at, at + 2), 16);
    }

    /** What an eye takes for black. */
    public boolean isBlack() {
        return channel(0) <= DARK && channel(2) <= DARK && channel(4) <= DARK;
    }
}
