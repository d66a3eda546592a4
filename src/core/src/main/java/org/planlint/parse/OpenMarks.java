package org.planlint.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.planlint.facts.Wording;
import org.planlint.facts.Wording.Kind;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;

/**
 * Brackets and quotation marks without their other half. A half may stand some lines below the first, as where a sentence
 * runs over a line's end or several paragraphs are quoted.
 */
final class OpenMarks {
    private static final String OPENING = "([{“«";
    private static final String CLOSING = ")]}”»";
    private static final char QUOTE = '“';
    /** Typewriters have one mark for both. */
    private static final char STRAIGHT = '"';
    /** "a)", "1)", "ii)" of an enumeration. */
    private static final Sought LABEL = new Sought(
            "(?:^|(?<=[\\s“\"(;:,.\\-–+]))(?:" + Pieces.SECTION_NUMBER + "|\\p{L}|[ivxIVX]{1,4})\\s?(?=\\))");
    /** How far below it the other half may stand, in lines. */
    private static final int REACH = 8;

    private static final int REACH_OF_QUOTES = 30;

    private static final int QUOTED = 80;
    /** A line with more of them was drawn with brackets, and not written. */
    private static final int MOST = 20;

    private record Mark(char mark, Line line, int at, int row) {}

    /** By their kind, each in the order of the text. */
    private final Map<Character, Deque<Mark>> open = new TreeMap<>();

    private final List<Mark> alone = new ArrayList<>();

    private OpenMarks() {}

    static List<Wording> find(Found soFar) {
        if (soFar.recognition().made()) {
            return List.of();
        }
        OpenMarks body = new OpenMarks();
        OpenMarks annexes = new OpenMarks();
        OpenMarks signature = new OpenMarks();
        for (Line line : soFar.lines()) {
            switch (line.zone) {
                case BODY -> body.read(line, line.index);
                case ANNEX -> annexes.read(line, line.index);
                case SIGNATURE -> signature.read(line, line.index);
                default -> {}
            }
        }
        List<Wording> found = new ArrayList<>();
        for (OpenMarks marks : List.of(body, annexes, signature)) {
            marks.open.values().forEach(marks.alone::addAll);
            Map<Integer, Long> inRow =
                    marks.alone.stream().collect(Collectors.groupingBy(Mark::row, Collectors.counting()));
            marks.alone.stream()
                    .filter(mark -> inRow.get(mark.row()) <= MOST)
                    .sorted(Comparator.comparingInt((Mark mark) -> mark.row()).thenComparingInt(Mark::at))
                    .forEach(mark -> found.add(wording(mark)));
        }
        return found;
    }

    private void read(Line line, int row) {
        String text = line.text();
        boolean cells = line.inData() || line.inTable() && line.zone != Line.Zone.SIGNATURE;
        if (cells || !holdsAny(text)) {
            return;
        }
        giveUp(row);
        Set<Integer> labels = labels(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isMark(c)) {
                continue;
            }
            if (OPENING.indexOf(c) >= 0) {
                opens(new Mark(c, line, i, row));
            } else if (CLOSING.indexOf(c) >= 0) {
                if (!close(OPENING.charAt(CLOSING.indexOf(c))) && !labels.contains(i)) {
                    alone.add(new Mark(c, line, i, row));
                }
            } else if (c == STRAIGHT) {
                close(QUOTE);
            }
        }
    }

    private static boolean holdsAny(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isMark(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(char c) {
        return switch (c) {
            case STRAIGHT, '(', '[', '{', '“', '«', ')', ']', '}', '”', '»' -> true;
            default -> false;
        };
    }

    /** Where the brackets behind "a" and "1" stand. */
    private static Set<Integer> labels(String text) {
        Set<Integer> ends = new HashSet<>();
        if (text.indexOf(')') > 0) {
            for (Matcher m = LABEL.first(text); m != null; m = LABEL.next(m, text)) {
                ends.add(m.end());
            }
        }
        return ends;
    }

    private void giveUp(int row) {
        open.forEach((kind, marks) -> leave(marks, row - (kind == QUOTE ? REACH_OF_QUOTES : REACH)));
    }

    /** Leaves those alone that stand above a row. */
    private void leave(Deque<Mark> marks, int row) {
        while (!marks.isEmpty() && marks.peekFirst().row() < row) {
            alone.add(marks.pollFirst());
        }
    }

    /** A bracket that opens in a later line shows that the one before it stays open; quotes may stand in quotes. */
    private void opens(Mark mark) {
        Deque<Mark> before = open.computeIfAbsent(mark.mark(), kind -> new ArrayDeque<>());
        if (mark.mark() != QUOTE || mark.at() < 2) {
            leave(before, mark.row());
        }
        before.addLast(mark);
    }

    private boolean close(char opening) {
        Deque<Mark> marks = open.get(opening);
        return marks != null && marks.pollLast() != null;
    }

    /** From an opening mark on, and up to a closing one. */
    private static Wording wording(Mark mark) {
        String text = mark.line().text();
        boolean opening = OPENING.indexOf(mark.mark()) >= 0;
        int from = opening ? mark.at() : Math.max(0, mark.at() + 1 - QUOTED);
        int to = opening ? Math.min(text.length(), mark.at() + QUOTED) : mark.at() + 1;
        if (opening && to < text.length()) {
            while (to > mark.at() + 1 && text.charAt(to) != ' ') {
                to--;
            }
        } else if (!opening && from > 0) {
            while (from < mark.at() && text.charAt(from) != ' ') {
                from++;
            }
            from = Math.min(mark.at(), from + 1);
        }
        return new Wording(Kind.BRACKET, null, mark.line().span(from, to));
    }
}
