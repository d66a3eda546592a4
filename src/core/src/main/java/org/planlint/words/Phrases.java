package org.planlint.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.text.NormalText;

/** Words and phrases of one kind, as plain text with single spaces. */
public record Phrases(List<String> all) {
    private static final Comparator<String> LONGEST_FIRST = (a, b) -> b.length() - a.length();
    private static final Pattern SIGN = Pattern.compile("[\\\\.()\\[\\]{}|?*+^$]");

    public Phrases {
        all = List.copyOf(all);
    }

    public static Phrases of(String... phrases) {
        return new Phrases(List.of(phrases));
    }

    /** As a group of a pattern. The longer come before the shorter, so that no phrase hides one that goes on. */
    public String any() {
        return all.isEmpty() ? oneByOne() : any(List.copyOf(new TreeSet<>(all))).orElseGet(this::oneByOne);
    }

    /**
     * What several begin with is looked at once, and not for each of them: "(?:Hội (?:đồng|trường)|Sở)". Empty where two
     * differ in a capital, since a pattern that passes over case would take the first of them and not the longest.
     */
    private static Optional<String> any(List<String> sorted) {
        StringBuilder group = new StringBuilder();
        return write(sorted, 0, group) ? Optional.of("(?:" + group + ")") : Optional.empty();
    }

    /** @param sorted phrases that are alike up to {@code at} */
    private static boolean write(List<String> sorted, int at, StringBuilder group) {
        boolean ends = sorted.get(0).length() == at;
        List<String> longer = ends ? sorted.subList(1, sorted.size()) : sorted;
        if (longer.isEmpty()) {
            return true;
        }
        boolean parts = ends
                || longer.get(0).charAt(at) != longer.get(longer.size() - 1).charAt(at);
        Set<Character> small = new HashSet<>();
        group.append(parts ? "(?:" : "");
        for (int from = 0, to; from < longer.size(); from = to) {
            char next = longer.get(from).charAt(at);
            to = from + 1;
            while (to < longer.size() && longer.get(to).charAt(at) == next) {
                to++;
            }
            group.append(from > 0 ? "|" : "")
                    .append(SIGN.matcher(String.valueOf(next)).replaceAll("\\\\$0"));
            if (!small.add(Character.toLowerCase(next)) || !write(longer.subList(from, to), at + 1, group)) {
                return false;
            }
        }
        group.append(parts ? ends ? ")?" : ")" : "");
        return true;
    }

    private String oneByOne() {
        List<String> longestFirst = new ArrayList<>(all);
        longestFirst.sort(LONGEST_FIRST);
        StringBuilder group = new StringBuilder("(?:");
        for (String phrase : longestFirst) {
            group.append(group.length() > 3 ? "|" : "")
                    .append(SIGN.matcher(phrase).replaceAll("\\\\$0"));
        }
        return group.append(')').toString();
    }

    /** Whether the text holds one of them, be it inside a word: cheaper than a pattern. */
    public boolean in(String text) {
        for (String phrase : all) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    public Phrases and(Phrases more) {
        return new Phrases(Stream.concat(all.stream(), more.all.stream()).toList());
    }

    public Phrases small() {
        return each(phrase -> phrase.toLowerCase(Locale.ROOT));
    }

    public Phrases capitals() {
        return each(phrase -> phrase.toUpperCase(Locale.ROOT));
    }

    /** In capitals without diacritics, as {@link NormalText#folded} gives a text. */
    public Phrases folded() {
        return each(NormalText::fold);
    }

    private Phrases each(UnaryOperator<String> change) {
        return new Phrases(all.stream().map(change).distinct().toList());
    }
}
