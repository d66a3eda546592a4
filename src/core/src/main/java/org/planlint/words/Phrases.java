package org.planlint.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
