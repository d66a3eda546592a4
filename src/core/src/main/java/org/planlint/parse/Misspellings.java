package org.planlint.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlint.facts.Wording;

/** Finds words that are written wrong, whatever they were meant to be. */
final class Misspellings {
    private static final String PDF = "application/pdf";

    /** Nobody types worse than one wrong word in so many: more are the work of what recognised or converted the text. */
    private static final int WORDS_EACH = 200;

    private static final int FEW = 8;

    private Misspellings() {}

    static List<Wording> find(Found soFar) {
        if (soFar.recognition().made()) {
            return List.of();
        }
        List<List<Word>> text = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.COVER) {
                text.add(line.words());
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        text.forEach(line -> line.forEach(word -> counts.merge(word.small(), 1, Integer::sum)));
        boolean pdf = soFar.document().mediaType().equals(PDF);
        List<Wording> found = Stream.concat(
                        new Impossible(text, counts.keySet(), pdf).find().stream(),
                        new WrongDiacritics(text, counts).find().stream())
                .toList();
        int words = text.stream().mapToInt(List::size).sum();
        return found.size() > FEW && found.size() * WORDS_EACH > words ? List.of() : found;
    }
}
