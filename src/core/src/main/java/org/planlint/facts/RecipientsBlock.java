package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;

/** The label "Nơi nhận". */
public record RecipientsBlock(int lines, Span span) implements Located {
    private static final Pattern END_MARK = Pattern.compile("\\s*[.,;:]?\\s*$");

    /** A line below it with this mark at its end in place of the one that it has. */
    static String endedBy(String line, String mark) {
        return END_MARK.matcher(line).replaceFirst("") + mark;
    }
}
