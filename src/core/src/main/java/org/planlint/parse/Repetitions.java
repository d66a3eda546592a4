package org.planlint.parse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Repetition;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Finds paragraphs and long sentences that stand in the plan twice, and headings that stand twice in one row. */
final class Repetitions {
    /** Shorter lines may be repeated for good reason. */
    private static final int LONG = 120;

    /** The letters of a sentence that is not repeated within a paragraph by chance. */
    private static final int LONG_SENTENCE = 50;

    private static final Pattern SENTENCE_END = Pattern.compile("[.;]\\s+");
    private static final Pattern ADDRESSEE = Pattern.compile("(?iu)(?:(?:Các|Đề nghị|Giao|Đối với|Đoàn)\\s+)*"
            + Vocabulary.of("bodies").any("agencies") + Pieces.NO_LETTER_AFTER + ".*");

    /** A line may be as long as a file, and be full of numbers. */
    private static final int LONGEST_MARK = 40;

    private static final Pattern MARK = Pattern.compile(Pieces.LIST_MARK + "\\s*");

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
                Line first = seen.putIfAbsent(letters(line.folded().substring(behindMark(line))), line);
                if (first != null && !isForAnother(first, line)) {
                    found.add(new Repetition(Repetition.Kind.PARAGRAPH, first.span(), 0, 0, line.span()));
                } else if (first == null) {
                    repeatedHalf(line, found);
                }
            } else if (line.isCapitals() && ROMAN.matcher(line.text()).lookingAt()) {
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

    /** The same task given to two bodies under their own headings stands twice on purpose. */
    private static boolean isForAnother(Line first, Line second) {
        return !first.section.equals(second.section)
                && ADDRESSEE.matcher(heading(first)).matches()
                && ADDRESSEE.matcher(heading(second)).matches();
    }

    /** The innermost heading that a line stands under, and is not itself. */
    private static String heading(Line line) {
        String titles = line.sectionTitle.stripTrailing();
        String title = titles.substring(titles.lastIndexOf('\n') + 1);
        boolean own = !title.isEmpty() && line.text().startsWith(title, behindMark(line));
        return own ? heading(titles.substring(0, Math.max(0, titles.lastIndexOf('\n')))) : title;
    }

    private static String heading(String titles) {
        return titles.substring(titles.lastIndexOf('\n') + 1);
    }

    /** Where the words of an item begin. */
    private static int behindMark(Line line) {
        Matcher mark = MARK.matcher(line.text());
        mark.region(0, Math.min(line.text().length(), LONGEST_MARK));
        return mark.lookingAt() ? mark.end() : 0;
    }

    /** A sentence that stands in one paragraph a second time. */
    private static void repeatedHalf(Line line, List<Repetition> found) {
        Map<String, Integer> seen = new HashMap<>();
        Matcher end = SENTENCE_END.matcher(line.text());
        int from = 0;
        boolean more = true;
        while (more) {
            more = end.find();
            int to = more ? end.start() + 1 : line.text().length();
            String sentence = letters(line.folded().substring(from, to));
            Integer first = sentence.length() < LONG_SENTENCE ? null : seen.putIfAbsent(sentence, from);
            if (first != null) {
                found.add(new Repetition(
                        Repetition.Kind.PARAGRAPH,
                        line.span(first, Math.min(first + to - from, from)),
                        0,
                        0,
                        line.span(from, to)));
                return;
            }
            from = more ? end.end() : to;
        }
    }

    private static List<Repetition> counted(List<Repetition> found) {
        Map<Repetition.Kind, Integer> all = new EnumMap<>(Repetition.Kind.class);
        found.forEach(r -> all.merge(r.kind(), 1, Integer::sum));
        Map<Repetition.Kind, Integer> sofar = new EnumMap<>(Repetition.Kind.class);
        List<Repetition> counted = new ArrayList<>();
        for (Repetition r : found) {
            int before = sofar.merge(r.kind(), 1, Integer::sum) - 1;
            counted.add(new Repetition(r.kind(), r.first(), before, all.get(r.kind()) - before - 1, r.span()));
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
