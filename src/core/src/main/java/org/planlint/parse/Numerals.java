package org.planlint.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of sections in recognised text. Strokes run together or are lost, "HI." and "II." for III. Roman numbers whose
 * strokes may be others are read so that they follow each other best, by their V and X; a point đ by the d before it.
 */
final class Numerals {
    private static final Pattern BLURRED =
            Pattern.compile("^(?<number>[IVXHLl1|!íÌ{]{1,6})(?<mark> ?[.,:])(?: |(?=\\p{Lu}))(?=[\\p{Lu}“\"])");
    private static final Pattern ROMAN_LETTERS = Pattern.compile("[IVXH]");
    private static final Pattern STROKES = Pattern.compile("[l1|!íÌL{]");
    private static final Pattern TOO_MANY = Pattern.compile("I{4,}");
    private static final Pattern POINT = Pattern.compile("^(?<letter>[a-zđ]) ?[).] ?(?=\\S)");
    private static final int LONGEST = 200;
    private static final int LARGEST = 20;

    // What a reading costs: the cheapest is taken.
    private static final int ANOTHER = 2;
    private static final int AN_ARABIC_ONE_IN_CAPITALS = 1;
    private static final int AN_ARABIC_ONE = 2;
    private static final int NOT_FROM_THE_FIRST = 3;
    private static final int ANEW = 3;
    /** A "1." that was read surely, in small letters, is more likely the first point below a number. */
    private static final int ANEW_WITH_AN_ARABIC_ONE = 5;

    private static final int ANOTHER_THAN_SURE = 7;
    private static final int NOT_ROMAN = 5;
    private static final int OUT_OF_ORDER = 6;
    private static final int NEVER = 1_000_000;

    /**
     * A line that may begin with a Roman number.
     *
     * @param value  what it was read as
     * @param sure   whether its strokes were counted
     * @param arabic whether it may be "1."
     * @param capitals whether the line is in capitals
     */
    private record Candidate(
            int line, int end, String read, int value, boolean sure, boolean arabic, boolean capitals) {
        /** Whether it was read as a Roman number. */
        boolean roman() {
            return !read.isEmpty();
        }

        /** What it costs to take it for this number. */
        int cost(int number) {
            if (number == value) {
                return roman() ? 0 : capitals ? AN_ARABIC_ONE_IN_CAPITALS : AN_ARABIC_ONE;
            }
            boolean alike = roman() && skeleton(Vietnamese.toRoman(number)).equals(skeleton(read));
            return !alike ? NEVER : sure ? ANOTHER_THAN_SURE : ANOTHER;
        }

        /** What it costs to take it for none. */
        int costOfNone() {
            return !arabic ? NEVER : roman() ? NOT_ROMAN : 0;
        }
    }

    private Numerals() {}

    /** Sets right the numbers at the start of these lines. */
    static void repair(List<BareLine> lines, Recognition recognition) {
        List<Candidate> candidates = new ArrayList<>();
        char point = 0;
        for (int i = 0; i < lines.size(); i++) {
            BareLine line = lines.get(i);
            if (!recognition.isOfPicture(line.paragraph) || line.inData()) {
                continue;
            }
            Matcher roman = BLURRED.matcher(line.text());
            Matcher letter = POINT.matcher(line.text());
            if (roman.lookingAt() && line.text().length() < LONGEST) {
                add(candidates, line, i, roman);
            } else if (letter.lookingAt()) {
                char read = letter.group("letter").charAt(0);
                char meant = read == 'd' && point == 'd' ? 'đ' : read == 'đ' && point == 'c' ? 'd' : read;
                if (meant != read) {
                    lines.set(i, line.with(letter.start("letter"), letter.end("letter"), String.valueOf(meant)));
                }
                point = meant;
            }
        }
        int[] values = values(candidates);
        for (int k = 0; k < values.length; k++) {
            Candidate candidate = candidates.get(k);
            BareLine line = lines.get(candidate.line);
            boolean arabic = values[k] == 0
                    && (candidate.roman() || !Character.isDigit(line.text().charAt(0)));
            if (values[k] > 0 || arabic) {
                String number = arabic ? String.valueOf(candidate.value) : Vietnamese.toRoman(values[k]);
                lines.set(candidate.line, line.with(0, candidate.end, number + ". "));
            }
        }
    }

    private static void add(List<Candidate> candidates, BareLine line, int at, Matcher m) {
        String number = m.group("number");
        String strokes = TOO_MANY.matcher(
                        STROKES.matcher(number.replace("H", "II")).replaceAll("I"))
                .replaceAll("III");
        boolean roman = ROMAN_LETTERS.matcher(number).find();
        int value = Vietnamese.roman(strokes);
        if (value > 0 && value <= LARGEST && (roman || strokes.length() == 1 || line.isCapitals())) {
            boolean sure = line.span(m.start("number"), m.end("number")).confidence() >= LegibilityOfPicture.SURE;
            boolean arabic = !roman || number.length() == 1 && strokes.equals("I") && !line.isCapitals();
            candidates.add(new Candidate(at, m.end(), roman ? strokes : "", value, sure, arabic, line.isCapitals()));
        }
    }

    /** V and X alone: what is lost or added are strokes. */
    private static String skeleton(String roman) {
        return roman.replace("I", "");
    }

    /** What each is, so that all cost least; 0 for none. */
    private static int[] values(List<Candidate> candidates) {
        int[][] from = new int[candidates.size()][LARGEST + 1];
        int[][] chosen = new int[candidates.size()][LARGEST + 1];
        int[] costs = new int[LARGEST + 1];
        Arrays.fill(costs, NEVER);
        costs[0] = 0;
        for (int k = 0; k < candidates.size(); k++) {
            Candidate candidate = candidates.get(k);
            int[] next = new int[LARGEST + 1];
            Arrays.fill(next, NEVER);
            // of two that may be the number, the first is it: its points stand below it
            for (int last = LARGEST; last >= 0; last--) {
                if (costs[last] >= NEVER) {
                    continue;
                }
                for (int number = 0; number <= LARGEST; number++) {
                    int cost = costs[last]
                            + (number == 0
                                    ? candidate.costOfNone()
                                    : candidate.cost(number) + step(last, number, candidate));
                    int to = number == 0 ? last : number;
                    if (cost < next[to]) {
                        next[to] = cost;
                        from[k][to] = last;
                        chosen[k][to] = number;
                    }
                }
            }
            costs = next;
        }
        int at = 0;
        for (int last = 0; last <= LARGEST; last++) {
            at = costs[last] < costs[at] ? last : at;
        }
        int[] values = new int[candidates.size()];
        for (int k = values.length - 1; k >= 0; k--) {
            values[k] = chosen[k][at];
            at = from[k][at];
        }
        return values;
    }

    private static int step(int last, int number, Candidate candidate) {
        if (number == last + 1) {
            return 0;
        }
        if (last > 0 && number == 1) {
            return candidate.sure && !candidate.roman() && !candidate.capitals ? ANEW_WITH_AN_ARABIC_ONE : ANEW;
        }
        return last == 0 ? NOT_FROM_THE_FIRST : OUT_OF_ORDER;
    }
}
