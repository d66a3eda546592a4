package org.planlint.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Abbreviation;
import org.planlint.facts.TermVariant;
import org.planlint.text.Span;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds the short forms that the text defines, and terms that it writes in two ways. */
final class Terms {
    private static final Sought SHORT_FORM = new Sought(
            "\\((?:sau đây\\s+)?(?:gọi (?:tắt|chung) là\\s*:?\\s*|viết tắt(?: là)?\\s*:?\\s*)?[\"“]?(\\p{Lu}[\\p{Lu}\\d&.\\- ]{0,14}\\p{Lu})[\"”]?\\)");
    private static final int LONGEST_FULL_FORM = 90;
    /** Names of indices and systems: Latin words in capitals, "PAR INDEX", "Par-Index", "iDesk". */
    private static final Sought TERM =
            new Sought("(?<![\\p{L}\\d])[A-Z][A-Za-z]{1,9}(?:[ -]?[A-Z][A-Za-z]{1,9}){0,2}(?![\\p{L}\\d])");

    private static final Pattern NO_TERM =
            Pattern.compile("(?:^|[ -])" + Vocabulary.of("wording").any("no terms") + "(?:$|[ -])");
    private static final Pattern LEADING = Pattern.compile("^[\\s,]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");
    private static final Pattern NO_CAPITALS = Pattern.compile("[^\\p{Lu}]+");

    private Terms() {}

    static List<Abbreviation> abbreviations(Found soFar) {
        List<Abbreviation> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.text().indexOf('(') < 0 || line.zone == Line.Zone.HEAD) {
                continue;
            }
            for (Matcher m = SHORT_FORM.first(line.text()); m != null; m = SHORT_FORM.next(m, line.text())) {
                String full = wordsBefore(line.text(), m.start());
                String shortForm = m.group(1);
                boolean known = found.stream().anyMatch(a -> a.shortForm().equals(shortForm));
                if (!full.isEmpty()) {
                    Span early = known || !fits(shortForm, full)
                            ? null
                            : usedBefore(shortForm, line, m.start(1), soFar.lines());
                    found.add(new Abbreviation(shortForm, full, early, line.span(m.start(1), m.end(1))));
                }
            }
        }
        return found;
    }

    /** Whether the letters are the first ones of the words before the bracket; only then is it a definition for sure. */
    private static boolean fits(String shortForm, String full) {
        String[] words = BETWEEN_WORDS.split(LEADING.matcher(full).replaceFirst(""));
        String letters = NO_CAPITALS.matcher(shortForm).replaceAll("");
        if (letters.length() < 2 || words.length < letters.length()) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(Character.toUpperCase(word.charAt(0)));
        }
        return initials.toString().endsWith(letters);
    }

    /** First place in the body, before the definition, where the short form stands alone; titles are not the body. */
    private static Span usedBefore(String shortForm, Line definition, int at, List<Line> lines) {
        for (Line line : lines) {
            boolean body = line.zone == Line.Zone.BODY && !line.inTable();
            int found = body ? alone(shortForm, line.text()) : -1;
            if (found >= 0 && (line.index < definition.index || line == definition && found < at - 1)) {
                return line.span(found, found + shortForm.length());
            }
            if (line == definition) {
                return null;
            }
        }
        return null;
    }

    /** Where the short form first stands in the text as a word of its own, and not in a number or symbol; or -1. */
    private static int alone(String shortForm, String text) {
        for (int at = text.indexOf(shortForm); at >= 0; at = text.indexOf(shortForm, at + 1)) {
            int end = at + shortForm.length();
            boolean begins = at == 0 || !isOfSymbol(text.charAt(at - 1)) && text.charAt(at - 1) != '.';
            if (begins && (end == text.length() || !isOfSymbol(text.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOfSymbol(char c) {
        return Character.isLetter(c) || c >= '0' && c <= '9' || c == '/' || c == '-';
    }

    /** The words of the phrase that ends at {@code end}. */
    private static String wordsBefore(String text, int end) {
        int from = end;
        while (from > 0
                && end - from < LONGEST_FULL_FORM
                && (Character.isLetter(text.charAt(from - 1))
                        || text.charAt(from - 1) == ' '
                        || text.charAt(from - 1) == ',')) {
            from--;
        }
        return text.substring(from, end).strip();
    }

    /** Cheaper than the pattern: names of indices begin with two capitals of the Latin alphabet somewhere. */
    private static boolean hasTwoCapitals(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (isCapital(text.charAt(i)) && isCapital(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private record Use(String form, Span span) {}

    /** Terms that stand in the text in several writings; the rarest of each is reported at its first place. */
    static List<TermVariant> variants(Found soFar) {
        Map<String, Map<String, List<Use>>> terms = new LinkedHashMap<>();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY && line.zone != Line.Zone.TITLE && line.zone != Line.Zone.ANNEX) {
                continue;
            }
            for (Matcher m = TERM.first(hasTwoCapitals(line.text()) ? line.text() : "");
                    m != null;
                    m = TERM.next(m, hasTwoCapitals(line.text()) ? line.text() : "")) {
                String form = m.group();
                if (NO_TERM.matcher(form).find()) {
                    continue;
                }
                String key = form.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
                terms.computeIfAbsent(key, k -> new LinkedHashMap<>())
                        .computeIfAbsent(form.toUpperCase(Locale.ROOT), k -> new ArrayList<>())
                        .add(new Use(form, line.span(m.start(), m.end())));
            }
        }
        List<TermVariant> found = new ArrayList<>();
        terms.forEach((key, bySpacing) -> {
            if (bySpacing.size() < 2 || key.length() < 5) {
                return;
            }
            String common = bySpacing.entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<String, List<Use>> e) ->
                                    e.getValue().size())
                            .thenComparing(e -> e.getKey().contains(" ") ? 1 : 0)
                            .thenComparing(Map.Entry::getKey))
                    .orElseThrow()
                    .getKey();
            bySpacing.forEach((form, uses) -> {
                if (!form.equals(common)) {
                    found.add(new TermVariant(
                            uses.get(0).form(),
                            bySpacing.get(common).get(0).form(),
                            uses.get(0).span()));
                }
            });
        });
        found.sort(Comparator.comparingInt((TermVariant v) -> v.span().paragraph())
                .thenComparingInt(v -> v.span().start()));
        return found;
    }
}
