package org.planlint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlint.facts.Known;
import org.planlint.facts.Plan;
import org.planlint.facts.Regime;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.Text;
import org.planlint.text.Capability;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a rule's page: YAML front matter between two lines of {@code ---}, then Markdown with {@link Example}s. */
final class PageParser {
    private static final Set<String> KEYS = Set.of(
            "severity",
            "inDraft",
            "scope",
            "needs",
            "needsToPass",
            "needsToFail",
            "asks",
            "asksToFail",
            "appliesTo",
            "regimes",
            "cites",
            "title",
            "message",
            "advice",
            "details",
            "parameters",
            "floor",
            "since");

    private static final Pattern BETWEEN_LANGUAGES = Pattern.compile("\n---\n");

    private PageParser() {}

    /** @throws IllegalArgumentException with the page's name where something is missing or unknown */
    public static RulePage parse(String id, String family, String page) {
        try {
            if (!page.startsWith("---\n")) {
                throw new IllegalArgumentException("front matter is missing");
            }
            int end = page.indexOf("\n---\n", 4);
            Object loaded = new Load(LoadSettings.builder().build()).loadFromString(page.substring(4, end + 1));
            Map<?, ?> front = (Map<?, ?>) loaded;
            for (Object key : front.keySet()) {
                if (!KEYS.contains(String.valueOf(key))) {
                    throw new IllegalArgumentException(
                            "unknown key " + key + ", did you mean “" + Nearest.to(String.valueOf(key), KEYS) + "”?");
                }
            }
            Map<String, Text> details = new LinkedHashMap<>();
            if (front.get("details") instanceof Map<?, ?> map) {
                map.forEach((key, value) -> details.put(String.valueOf(key), text(value, "details." + key)));
            }
            return new RulePage(
                    id,
                    family,
                    front.get("scope") == null
                            ? RulePage.Scope.DOCUMENT
                            : RulePage.Scope.valueOf(word(front, "scope").toUpperCase(Locale.ROOT)),
                    Severity.valueOf(word(front, "severity").toUpperCase(Locale.ROOT)),
                    front.get("inDraft") == null
                            ? null
                            : Severity.valueOf(word(front, "inDraft").toUpperCase(Locale.ROOT)),
                    list(front.get("needs"), Capability.class, List.of(Capability.TEXT)),
                    list(front.get("needsToPass"), Capability.class, List.of(Capability.TEXT)),
                    list(front.get("needsToFail"), Capability.class, List.of(Capability.TEXT)),
                    list(front.get("asks"), Known.class, List.of()),
                    list(front.get("asksToFail"), Known.class, List.of()),
                    list(front.get("appliesTo"), Plan.Kind.class, List.of(Plan.Kind.PLAN)),
                    list(front.get("regimes"), Regime.class, Regime.NORMS),
                    text(front.get("cites"), "cites"),
                    text(front.get("title"), "title"),
                    text(front.get("message"), "message"),
                    text(front.get("advice"), "advice"),
                    details,
                    parameters(front.get("parameters")),
                    front.get("floor") instanceof Integer floor ? floor : RulePage.FLOOR,
                    word(front, "since"),
                    help(page.substring(end + 5).strip()));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(family + "/" + id + ".md: " + e.getMessage(), e);
        }
    }

    /** Vietnamese, English and the examples, which stand behind both; an own page of fewer parts is the same in both. */
    private static Text help(String body) {
        String[] parts = BETWEEN_LANGUAGES.split(body);
        if (parts.length < 3) {
            return Text.each(language -> Example.read(body, language));
        }
        return new Text(
                Example.read(parts[0].strip() + "\n\n" + parts[2].strip(), Language.VI),
                Example.read(parts[1].strip() + "\n\n" + parts[2].strip(), Language.EN));
    }

    private static Map<String, Integer> parameters(Object value) {
        Map<String, Integer> found = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, figure) -> found.put(String.valueOf(name), (Integer) figure));
        }
        return found;
    }

    private static String word(Map<?, ?> front, String key) {
        Object value = front.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return String.valueOf(value);
    }

    private static Text text(Object value, String key) {
        if (value instanceof Map<?, ?> map && map.get("vi") != null && map.get("en") != null) {
            return new Text(
                    String.valueOf(map.get("vi")).strip(),
                    String.valueOf(map.get("en")).strip());
        }
        throw new IllegalArgumentException(key + " needs vi and en");
    }

    private static <E extends Enum<E>> List<E> list(Object value, Class<E> type, List<E> otherwise) {
        if (value == null) {
            return otherwise;
        }
        List<E> found = new ArrayList<>();
        for (Object item : (List<?>) value) {
            found.add(Enum.valueOf(type, String.valueOf(item)));
        }
        return found;
    }
}
