package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;
import org.planlint.words.Vocabulary;

/**
 * A line of the signature block that says by what right one signs.
 *
 * @param code    TM, KT, TL, TUQ or Q
 * @param printed how the file prints it: "TM.", "T/M", "KT:"
 * @param whom    the collective or the title behind it, in capitals
 */
public record AuthorityLine(String code, String printed, String whom, Span span) implements Located {
    private static final Vocabulary BODIES = Vocabulary.of("bodies");
    private static final Pattern HEADED =
            Pattern.compile("^" + BODIES.get("under one head").capitals().any() + "(?:\\s.*|$)");
    private static final Pattern COLLECTIVE = Pattern.compile(
            ".*" + BODIES.get("collective though so named").capitals().any() + ".*");
    private static final Pattern SHORT =
            Pattern.compile("^" + BODIES.get("short names").capitals().any() + "(?:\\s.*|$)");

    /** Decree 30/2020, PL I.I Mục II.7b: TM. KT. TL. TUQ. Q. */
    public boolean isWellFormed() {
        return printed.equals(code + ".");
    }

    /** Bodies under one head, who signs in his own name. */
    public boolean isForHeadedBody() {
        return code.equals("TM")
                && HEADED.matcher(whom).matches()
                && !COLLECTIVE.matcher(whom).matches();
    }

    public boolean abbreviates() {
        return SHORT.matcher(whom).matches();
    }
}
