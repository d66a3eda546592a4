package org.planlint.annotate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What of two writings differs, in the smallest stretches: what both have is left alone, with the type it is set in. */
final class Difference {
    /** Above it only what both begin and end with is told apart; no line of a letterhead is so long. */
    private static final int LONGEST = 1000;

    private Difference() {}

    /** The changes that make {@code with} of {@code old}, in order, each counted from {@code offset} at the start of {@code old}. */
    static List<Note.Change> between(String old, String with, int offset) {
        List<String> before = letters(old);
        List<String> after = letters(with);
        if (before.size() > LONGEST || after.size() > LONGEST) {
            return List.of(new Note.Change(offset, offset + old.length(), with));
        }
        int[][] common = common(before, after);
        List<Note.Change> changes = new ArrayList<>();
        int at = offset;
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            int start = at;
            StringBuilder put = new StringBuilder();
            while ((i < before.size() || j < after.size())
                    && !(i < before.size() && j < after.size() && before.get(i).equals(after.get(j)))) {
                if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                    at += before.get(i++).length();
                } else {
                    put.append(after.get(j++));
                }
            }
            if (at > start || put.length() > 0) {
                changes.add(new Note.Change(start, at, put.toString()));
            }
            if (i < before.size() && j < after.size()) {
                at += before.get(i++).length();
                j++;
            }
        }
        return Collections.unmodifiableList(changes);
    }

    /** How many letters from i in one and from j in the other stand in both, in order. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** The characters, each with the marks that stand over and under it. */
    private static List<String> letters(String text) {
        List<String> letters = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.offsetByCodePoints(at, 1);
            while (end < text.length() && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
                end = text.offsetByCodePoints(end, 1);
            }
            letters.add(text.substring(at, end));
            at = end;
        }
        return letters;
    }
}
