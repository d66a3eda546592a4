package org.planlint.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** A rule's page for a terminal: its Markdown's headings, quotes and fences as a reader of plain text expects them. */
public final class PagePrint {
    private static final Pattern HEADING = Pattern.compile("^#+ ");
    private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private PagePrint() {}

    public static String of(String markdown) {
        StringBuilder out = new StringBuilder();
        boolean fenced = false;
        for (String line : markdown.split("\n", -1)) {
            if (line.startsWith("```")) {
                fenced = !fenced;
            } else if (fenced) {
                out.append("    ").append(line).append('\n');
            } else {
                String text = HEADING.matcher(line).replaceFirst("");
                text = text.equals(line) ? text : text.toUpperCase(Locale.ROOT);
                text = MARKED.matcher(text).replaceAll("$1");
                out.append(QUOTED.matcher(text).replaceAll("“$1”")).append('\n');
            }
        }
        return out.toString().stripTrailing();
    }
}
