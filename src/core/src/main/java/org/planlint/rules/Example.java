package org.planlint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.report.Language;
import org.planlint.report.Words;

/**
 * An example of a rule's page, fenced as {@code ```wrong quotes="…"} or {@code ```right}. It writes a few parts of a sound plan
 * anew ({@link PlanParts}), or is a whole document. That of a rule over an archive holds several files, each behind a line
 * {@code === name}; {@code rules/README.md} shows the forms.
 *
 * @param wrong  whether the rule finds something in it: one thing
 * @param quotes what the finding quotes; empty where it speaks of the document as a whole, null where the page does not say
 * @param plan   the sound plan that it changes, by its file's name in {@code rules/plans}
 * @param whole  whether it is marked as a whole document
 * @param text   what stands between the fences
 */
public record Example(boolean wrong, String quotes, String plan, boolean whole, String text) {
    static final List<String> PLANS = List.of("department", "province");
    /** Above the examples on a page, which both languages share. */
    private static final String HEADING = "## Ví dụ · Examples";

    private static final Pattern FENCED =
            Pattern.compile("(?ms)^```(?<kind>wrong|right)(?<said>(?: [^\\n]*)?)\\n(?<text>.*?)\\n?^```$");
    private static final Pattern SAID = Pattern.compile("(?<word>[^\\s=]+)(?:=\"(?<value>[^\"]*)\")?");
    private static final List<String> WORDS = List.of("quotes", "plan", "whole");
    private static final Pattern FILE = Pattern.compile("(?m)^=== (.+)$");

    /**
     * The examples of a page, in its order.
     *
     * @throws IllegalArgumentException with the word, part or line of the first that cannot be read
     */
    public static List<Example> of(String page) {
        List<Example> found = new ArrayList<>();
        Matcher m = FENCED.matcher(page);
        while (m.find()) {
            found.add(of(m));
        }
        return found;
    }

    private static Example of(Matcher fenced) {
        Map<String, String> said = new LinkedHashMap<>();
        Matcher m = SAID.matcher(fenced.group("said"));
        while (m.find()) {
            said.put(known(m.group("word"), WORDS, "word"), m.group("value"));
        }
        return new Example(
                fenced.group("kind").equals("wrong"),
                said.get("quotes"),
                known(said.getOrDefault("plan", PLANS.get(0)), PLANS, "plan"),
                said.containsKey("whole"),
                fenced.group("text"));
    }

    private static String known(String word, List<String> words, String what) {
        if (!words.contains(word)) {
            throw new IllegalArgumentException(
                    "unknown " + what + " " + word + ", did you mean “" + Nearest.to(word, words) + "”?");
        }
        return word;
    }

    /** What it holds, file by file; one without names is a single file without name. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher names = FILE.matcher(text);
        String[] texts = FILE.split(text, -1);
        for (int i = 1; names.find(); i++) {
            files.put(names.group(1), texts[i].strip());
        }
        return files.isEmpty() ? Map.of("", text) : files;
    }

    /** The page's text with each example as users read it in {@code language}: judged, and its places called by name. */
    static String read(String page, Language language) {
        ResourceBundle words = language.words();
        StringBuilder out = new StringBuilder();
        Matcher m = FENCED.matcher(page);
        boolean introduced = false;
        while (m.find()) {
            Example example = of(m);
            m.appendReplacement(out, "");
            if (example.inParts() && !introduced) {
                out.append(words.getString("example.intro")).append("\n\n");
                introduced = true;
            }
            out.append(example.in(words));
        }
        return m.appendTail(out).toString().replace(HEADING, "## " + words.getString("example.heading"));
    }

    private boolean inParts() {
        return !whole
                && files().entrySet().stream()
                        .anyMatch(file -> PlanParts.begin(file.getValue())
                                || !file.getKey().isEmpty() && file.getValue().isEmpty());
    }

    private String in(ResourceBundle words) {
        String verdict = words.getString(wrong ? "example.wrong" : "example.right");
        String of = !inParts()
                ? words.getString("example.whole")
                : plan.equals(PLANS.get(0)) ? "" : words.getString("example.plan." + plan);
        String found = !wrong || quotes == null
                ? ""
                : quotes.isEmpty() ? words.getString("example.found.whole") : Words.say(words, "example.found", quotes);
        List<String> shown = new ArrayList<>();
        files().forEach((name, written) -> shown.add((name.isEmpty() ? "" : "=== " + name + "\n")
                + (!inParts()
                        ? written
                        : written.isEmpty()
                                ? words.getString("example.same")
                                : PlanParts.of(written).in(words))));
        return "**" + verdict + "**" + of + found + ":\n\n```\n" + String.join("\n", shown) + "\n```";
    }
}
