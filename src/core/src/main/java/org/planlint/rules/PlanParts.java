package org.planlint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.report.Words;

/**
 * A plan, part by part: each line stands behind the name of its part and a bar, or behind a bar alone where the part goes on.
 * The sound plans in {@code rules/plans} are written so, and so is what an example writes anew in one of them.
 *
 * @param lines each part's lines by its name, in the order of the plan; an empty list where the part is left out
 */
record PlanParts(Map<String, List<String>> lines) {
    static final List<String> NAMES = List.of(
            "agency",
            "number",
            "nationalTitle",
            "motto",
            "date",
            "type",
            "subject",
            "basis",
            "recipients",
            "signature",
            "annex",
            "signatures",
            "record",
            "scan",
            "layout");
    private static final String SIGNATURES = "signatures";
    private static final String RECORD = "record";
    private static final String SCAN = "scan";
    private static final String LAYOUT = "layout";
    /** They are no lines of the plan: a test makes them, or the maker of samples sets them. */
    private static final List<String> UNPRINTED = List.of(SIGNATURES, RECORD, SCAN, LAYOUT);

    private static final Pattern SECTION = Pattern.compile("[IVX]+(?:\\.\\d+)?");
    private static final Pattern LINE = Pattern.compile("(?<part>[^\\s|]*) *\\| ?(?<line>.*)");

    /**
     * Reads parts from text.
     *
     * @throws IllegalArgumentException with the part or line that does not fit
     */
    static PlanParts of(String text) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        List<String> part = null;
        for (String line : text.lines().toList()) {
            Matcher m = LINE.matcher(line);
            if (!m.matches() || part == null && m.group("part").isEmpty()) {
                throw new IllegalArgumentException("outside of any part: " + line);
            }
            if (!m.group("part").isEmpty()) {
                part = new ArrayList<>();
                if (lines.put(known(m.group("part")), part) != null) {
                    throw new IllegalArgumentException("written twice: " + m.group("part"));
                }
            }
            if (!m.group("line").isEmpty()) {
                part.add(m.group("line"));
            }
        }
        return new PlanParts(lines);
    }

    /** Whether the text's first line names a part; a whole document's does not. */
    static boolean begin(String text) {
        Matcher m = LINE.matcher(text.lines().findFirst().orElse(""));
        return m.matches() && !m.group("part").isEmpty();
    }

    private static String known(String part) {
        if (!NAMES.contains(part) && !SECTION.matcher(part).matches()) {
            throw new IllegalArgumentException(
                    "unknown part " + part + ", did you mean “" + Nearest.to(part, NAMES) + "”?");
        }
        return part;
    }

    /**
     * This plan with the parts of {@code anew} in place of its own. A section takes those below it along.
     *
     * @throws IllegalArgumentException with the part that this plan does not have
     */
    PlanParts with(PlanParts anew) {
        Map<String, List<String>> changed = new LinkedHashMap<>(lines);
        anew.lines.forEach((part, written) -> {
            if (changed.replace(part, written) == null) {
                throw new IllegalArgumentException(
                        "the plan has no part " + part + ", but: " + String.join(", ", lines.keySet()));
            }
        });
        for (String part : anew.lines.keySet()) {
            List<String> below = changed.keySet().stream()
                    .filter(p -> p.startsWith(part + "."))
                    .toList();
            if (below.stream().anyMatch(anew.lines::containsKey)) {
                throw new IllegalArgumentException("part " + part + " is written anew, and so is one below it");
            }
            below.forEach(changed::remove);
        }
        return new PlanParts(changed);
    }

    /** The plan's text. */
    String text() {
        return lines.entrySet().stream()
                .filter(part -> !UNPRINTED.contains(part.getKey()))
                .flatMap(part -> part.getValue().stream())
                .collect(Collectors.joining("\n"));
    }

    /** The digital signatures that it is to bear, one a line; rules/README.md has their form. */
    List<String> signatures() {
        return lines.getOrDefault(SIGNATURES, List.of());
    }

    /** The fields of the record that comes with it, one a line; rules/README.md has their form. */
    List<String> record() {
        return lines.getOrDefault(RECORD, List.of());
    }

    /** How its paper was scanned, one page a line; rules/README.md has their form. */
    List<String> scan() {
        return lines.getOrDefault(SCAN, List.of());
    }

    /** What of it looks otherwise than the decree has it, one part a line; rules/README.md has their form. */
    List<String> layout() {
        return lines.getOrDefault(LAYOUT, List.of());
    }

    /** As it was written, with the parts called by their names in {@code words}. */
    String in(ResourceBundle words) {
        int width = lines.keySet().stream()
                .mapToInt(part -> name(part, words).length())
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        lines.forEach((part, written) -> {
            String margin = name(part, words);
            for (String line : written.isEmpty() ? List.of(words.getString("example.none")) : written) {
                out.append(margin)
                        .append(" ".repeat(width - margin.length()))
                        .append(" | ")
                        .append(line)
                        .append('\n');
                margin = "";
            }
        });
        return out.toString().stripTrailing();
    }

    private static String name(String part, ResourceBundle words) {
        return NAMES.contains(part) ? words.getString("part." + part) : Words.say(words, "section", part);
    }
}
