package org.planlint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of a rule's page: {@code wrong} has one finding whose evidence holds {@code quotes}, {@code right} has none.
 * That of a rule over an archive holds several files, each behind a line {@code === name}.
 */
public record Example(boolean wrong, String quotes, String text) {
    private static final Pattern EXAMPLE = Pattern.compile("```(wrong quotes=\"(?<quotes>[^\"]*)\"|right)\\n(?<text>.*?)\\n```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?m)^=== (.+)$");

    public static List<Example> of(RulePage page) {
        List<Example> found = new ArrayList<>();
        Matcher m = EXAMPLE.matcher(page.body());
        while (m.find()) {
            found.add(new Example(m.group("quotes") != null, m.group("quotes"), m.group("text")));
        }
        return found;
    }

    /** The files that it holds, by name. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        String[] texts = FILE.split(text);
        Matcher names = FILE.matcher(text);
        for (int i = 1; names.find(); i++) {
            files.put(names.group(1), texts[i].strip());
        }
        return files;
    }
}
