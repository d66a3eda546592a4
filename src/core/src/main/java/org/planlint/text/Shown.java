package org.planlint.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words of others as they are shown on a line of a terminal, a log or an alarm: what would move the cursor, colour, turn or break
 * the line stands as an escape, so that no name of a file can forge a finding.
 */
public final class Shown {
    /** Controls of both sets, line and paragraph separators, marks that turn the direction, and those that join or hide. */
    private static final Pattern UNSHOWN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\p{Cs}]");

    private Shown() {}

    /** {@code a\u000ab} for an "a" and a "b" with a line break between; the text itself where nothing needs it. */
    public static String line(String text) {
        return text == null ? "" : UNSHOWN.matcher(text).replaceAll(found -> "\\\\" + escape(found.group()));
    }

    private static String escape(String one) {
        return String.format(Locale.ROOT, "u%04x", one.codePointAt(0));
    }
}
