package org.planlint.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlint.facts.Repetition;
import org.planlint.words.Pieces;

/** Finds paragraphs that stand in the plan twice, and headings that stand twice in one row. */
final class Repetitions {
    /** Shorter lines may be repeated for good reason. */
    private static final int LONG = 120;

    private static final int SHORT_HEADING = 6;
    private static final Pattern ROMAN = Pattern.compile("^" + Pieces.ROMAN + "\\s?[./)-]\\s*");

    private Repetitions() {}

    static List<Repetition> find(Found soFar) {
        Map<String, Line> seen = new HashMap<>();
        Map<String, Line> headings = new HashMap<>();
        List<Repetition> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY || line.inTable()) {
                continue;
            }
            if (line.text().length() >= LONG) {
                Line first = seen.putIfAbsent(letters(line.folded()), line);
                if (first != null) {
                    found.add(new Repetition(Repetition.Kind.PARAGRAPH, first.span(), 0, 0, line.span()));
                }
            } else if (line.isCapitals() && ROMAN.matcher(line.text()).find()) {
                String title = bare(ROMAN.matcher(line.text()).replaceFirst(""));
                Line first = title.length() < SHORT_HEADING || line.section.indexOf('.') >= 0
                        ? null
                        : headings.putIfAbsent(title, line);
                if (first != null) {
                    found.add(new Repetition(Repetition.Kind.HEADING, first.span(), 0, 0, line.span()));
                }
            }
        }
        return counted(found);
    }

    private static List<Repetition> counted(List<Repetition> found) {
        List<Repetition> counted = new ArrayList<>();
        for (Repetition r : found) {
            int before =
                    (int) counted.stream().filter(c -> c.kind() == r.kind()).count();
            int all = (int) found.stream().filter(f -> f.kind() == r.kind()).count();
            counted.add(new Repetition(r.kind(), r.first(), before, all - before - 1, r.span()));
        }
        return counted;
    }

    private static String bare(String text) {
        return letters(NormalTitle.of(text));
    }

    private static String letters(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
