package org.planlint.rules;

import java.util.Collection;
import java.util.Comparator;
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
}
