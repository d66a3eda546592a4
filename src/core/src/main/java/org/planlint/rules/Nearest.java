package org.planlint.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that a mistyped one most likely means. */
public final class Nearest {
    private Nearest() {}

    public static String to(String typed, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance.apply(name, typed))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** The same, if it may well be meant: fewer than half of its letters are others. */
    public static Optional<String> meant(String typed, Collection<String> known) {
        String nearest = to(typed, known);
        int wrong = LevenshteinDistance.getDefaultInstance().apply(nearest, typed);
        return 2 * wrong < nearest.length() ? Optional.of(nearest) : Optional.empty();
    }
}
