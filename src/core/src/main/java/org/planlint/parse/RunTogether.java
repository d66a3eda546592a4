package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words between which a space was lost: "GIÁO DỤCVÀ ĐÀO TẠO". */
final class RunTogether {
    private static final int SHORTEST = 2;
    private static final int MOST = 4;

    private RunTogether() {}

    /** The name with the spaces that it has lost, wherever that can be in one way alone. */
    static String apart(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split(" ", -1)) {
            words.add(parted(word));
        }
        return String.join(" ", words);
    }

    private static String parted(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        boolean sound = small.length() != word.length()
                || !Syllables.isMarked(small)
                || !small.chars().allMatch(Character::isLetter)
                || Syllables.possibleName(small);
        for (int parts = SHORTEST; parts <= MOST && !sound; parts++) {
            List<String> ways = ways(word, small, 0, parts);
            if (!ways.isEmpty()) {
                return ways.size() == 1 ? ways.get(0) : word;
            }
        }
        return word;
    }

    /** What stands behind {@code from} as so many syllables, in each way that the language allows. */
    private static List<String> ways(String word, String small, int from, int parts) {
        List<String> ways = new ArrayList<>();
        if (parts == 1) {
            if (small.length() - from >= SHORTEST && Syllables.possible(small.substring(from))) {
                ways.add(word.substring(from));
            }
            return ways;
        }
        for (int to = from + SHORTEST; to <= small.length() - SHORTEST; to++) {
            if (Syllables.possible(small.substring(from, to))) {
                for (String rest : ways(word, small, to, parts - 1)) {
                    ways.add(word.substring(from, to) + " " + rest);
                }
            }
        }
        return ways;
    }
}
