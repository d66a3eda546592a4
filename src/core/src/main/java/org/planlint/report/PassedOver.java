package org.planlint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.planlint.text.DocumentName;

/** Counts the files of folders and zips that are of kinds that are not read, by ending: what a report is silent about. */
public final class PassedOver {
    private static final String HIDDEN = "hidden";
    private static final String LINK = "link";
    private static final String NONE = "none";
    private static final Pattern ENDING = Pattern.compile("\\.[\\p{L}\\d_-]{1,12}");
    private static final int NAMED = 6;

    private final Map<String, Integer> counts = new TreeMap<>();

    /** @param name the last part of its path; our own files beside a document are none of the archive's */
    public void add(String name) {
        if (!DocumentName.isOwn(name)) {
            count(DocumentName.isHidden(name) ? HIDDEN : ending(name));
        }
    }

    /** A link, which is not followed. */
    public void addLink() {
        count(LINK);
    }

    private void count(String kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot <= 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return ENDING.matcher(ending).matches() ? ending : NONE;
    }

    public Map<String, Integer> counts() {
        return counts;
    }

    public static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For people: ".xlsx 12, .jpg 3, 4 loại nữa". */
    public static String said(Map<String, Integer> counts, Language language) {
        List<String> parts = new ArrayList<>();
        sorted(counts).stream()
                .limit(NAMED)
                .forEach(kind -> parts.add(kind(kind.getKey(), language) + " " + kind.getValue()));
        if (counts.size() > NAMED) {
            parts.add(Words.say(language.words(), "passed-over.more", counts.size() - NAMED));
        }
        return String.join(", ", parts);
    }

    /** The most frequent first. */
    public static List<Map.Entry<String, Integer>> sorted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** An ending as it is, else its name. */
    public static String kind(String kind, Language language) {
        return kind.startsWith(".") ? kind : language.words().getString("passed-over." + kind);
    }
}
