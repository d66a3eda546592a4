package org.planlint.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.TermVariant;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/**
 * Finds names that the text writes once otherwise than elsewhere: a short form with a letter for one that looks like it
 * ("DTl" for "DTI") or two letters in the other order ("DIT"), and names of bodies and events whose words change places.
 */
final class NameVariants {
    private static final Sought SHORT_FORM =
            new Sought("(?<![\\p{L}\\d./\\-–])[A-ZĐ][A-ZĐl01]{2,8}(?![\\p{L}\\d/\\-–])");
    private static final Pattern ROMAN = Pattern.compile("[IVXLCl1]+");
    private static final List<String> HEADS =
            Vocabulary.of("wording").get("heads of names").all();
    /** Two or three words change places in any sentence; a name of more does not. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 8;

    /** A name as it is written at one place, and the word before it. */
    private record Use(String form, String before, Line line, int start, int end) {}

    private final Map<String, List<Use>> shortForms = new LinkedHashMap<>();
    /** By head and words in the order of the alphabet, then by how they are written. */
    private final Map<String, Map<String, List<Use>>> names = new LinkedHashMap<>();

    private final Map<String, TermVariant> found = new LinkedHashMap<>();

    private NameVariants() {}

    /** Each at its only place, in the order of the text. */
    static List<TermVariant> find(Found soFar) {
        NameVariants search = new NameVariants();
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.BODY || line.zone == Line.Zone.TITLE || line.zone == Line.Zone.ANNEX) {
                search.read(line);
            }
        }
        search.shortForms();
        search.names.values().forEach(search::order);
        return search.found.values().stream()
                .sorted(Comparator.comparingInt((TermVariant v) -> v.span().paragraph())
                        .thenComparingInt(v -> v.span().start()))
                .toList();
    }

    private void read(Line line) {
        String text = line.text();
        for (Matcher m = SHORT_FORM.first(text); m != null; m = SHORT_FORM.next(m, text)) {
            if (!ROMAN.matcher(m.group()).matches()) {
                Use use = new Use(m.group(), wordBefore(text, m.start()), line, m.start(), m.end());
                shortForms.computeIfAbsent(m.group(), form -> new ArrayList<>()).add(use);
            }
        }
        List<Word> words = null;
        for (String head : HEADS) {
            int next = 0;
            for (int at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
                words = words == null ? line.words() : words;
                while (next < words.size() && words.get(next).start() < at + head.length()) {
                    next++;
                }
                name(line, at, at + head.length(), words.subList(next, Math.min(words.size(), next + LONGEST)));
            }
        }
    }

    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(text.lastIndexOf(' ', end - 1) + 1, end);
    }

    /** @param words those behind the head, as many as a name may have */
    private void name(Line line, int start, int behindHead, List<Word> words) {
        int in = 0;
        while (in < words.size()
                && in < LONGEST
                && (in == 0
                        ? words.get(0).start() == behindHead + 1
                        : words.get(in - 1).isBefore(words.get(in)))) {
            in++;
            if (in >= SHORTEST) {
                int end = words.get(in - 1).end();
                String[] sorted =
                        words.stream().limit(in).map(Word::small).sorted().toArray(String[]::new);
                String form = line.lower().substring(start, end);
                names.computeIfAbsent(
                                line.text().substring(start, behindHead) + Arrays.toString(sorted),
                                key -> new LinkedHashMap<>())
                        .computeIfAbsent(form, key -> new ArrayList<>())
                        .add(new Use(line.text().substring(start, end), "", line, start, end));
            }
        }
    }

    private void shortForms() {
        Map<String, String> plain = new HashMap<>();
        shortForms.keySet().stream().filter(form -> form.equals(plain(form))).forEach(form -> plain.put(form, form));
        for (List<Use> uses : shortForms.values()) {
            Use use = uses.get(0);
            String form = use.form();
            if (!plain.containsKey(form) && plain.containsKey(plain(form))) {
                add(use, plain(form));
            } else if (uses.size() == 1) {
                for (int i = 0; i + 1 < form.length(); i++) {
                    String other = form.substring(0, i) + form.charAt(i + 1) + form.charAt(i) + form.substring(i + 2);
                    List<Use> others = other.equals(form) ? List.of() : shortForms.getOrDefault(other, List.of());
                    if (others.size() > 1
                            && others.stream().anyMatch(o -> o.before().equals(use.before()))) {
                        add(use, other);
                    }
                }
            }
        }
    }

    private static String plain(String form) {
        return form.replace('l', 'I').replace('1', 'I').replace('0', 'O');
    }

    private void order(Map<String, List<Use>> ways) {
        if (ways.size() == 2) {
            List<Use> most = ways.values().stream()
                    .max(Comparator.comparingInt(List::size))
                    .orElseThrow();
            for (List<Use> way : ways.values()) {
                if (way.size() == 1 && most.size() > 1) {
                    add(way.get(0), most.get(0).form());
                }
            }
        }
    }

    /** The longest of those that begin at one place comes last, and stays. */
    private void add(Use use, String other) {
        found.put(
                use.line().index + ":" + use.start(),
                new TermVariant(use.form(), other, use.line().span(use.start(), use.end())));
    }
}
