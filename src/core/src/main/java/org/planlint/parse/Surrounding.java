package org.planlint.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.facts.Located;
import org.planlint.text.Span;

/** Answers which fact stands around a place, without looking through all of them for each. */
final class Surrounding<F extends Located> {
    /** @param reach the furthest end of it and of all before it in the paragraph */
    private record Stretch<F>(F fact, int order, int start, int end, int reach) {}

    private final Map<Integer, List<Stretch<F>>> byParagraph = new HashMap<>();

    Surrounding(List<F> facts) {
        for (F fact : facts) {
            Span span = fact.span();
            List<Stretch<F>> stretches = byParagraph.computeIfAbsent(span.paragraph(), index -> new ArrayList<>());
            stretches.add(new Stretch<>(fact, stretches.size(), span.start(), span.end(), 0));
        }
        byParagraph.replaceAll((index, stretches) -> reaching(stretches));
    }

    private static <F> List<Stretch<F>> reaching(List<Stretch<F>> stretches) {
        List<Stretch<F>> sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparingInt(Stretch::start));
        int reach = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Stretch<F> s = sorted.get(i);
            reach = Math.max(reach, s.end);
            sorted.set(i, new Stretch<>(s.fact, s.order, s.start, s.end, reach));
        }
        return sorted;
    }

    /** The first in the order given that holds the place; null for none. */
    F around(Span place) {
        List<Stretch<F>> stretches = byParagraph.getOrDefault(place.paragraph(), List.of());
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).start <= place.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Stretch<F> first = null;
        for (int i = low - 1; i >= 0 && stretches.get(i).reach >= place.end(); i--) {
            Stretch<F> s = stretches.get(i);
            if (s.end >= place.end() && (first == null || s.order < first.order)) {
                first = s;
            }
        }
        return first == null ? null : first.fact;
    }
}
