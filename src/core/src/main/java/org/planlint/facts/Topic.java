package org.planlint.facts;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlint.text.NormalText;

/** Compares what two texts say a plan is about. Short forms and copies with errors of reading count as the same. */
final class Topic {
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Z]+");
    private static final int FEWEST = 4;
    /** Of the words of the shorter, how many at most the longer may share to be about something else. */
    private static final double SHARED = 0.35;

    private Topic() {}

    /** Whether the two are clearly about different things; false where one says too little. */
    static boolean differ(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        int fewer = Math.min(first.size(), second.size());
        if (fewer < FEWEST) {
            return false;
        }
        first.retainAll(second);
        return first.size() < SHARED * fewer;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(
                text == null
                        ? List.of()
                        : Arrays.asList(
                                SEPARATORS.split(NormalText.fold(Normalizer.normalize(text, Normalizer.Form.NFC)))));
        words.remove("");
        return words;
    }
}
