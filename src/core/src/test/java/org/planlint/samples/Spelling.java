package org.planlint.samples;

import java.util.ArrayList;
import java.util.List;

/** How far words that were read are from those that were typed, in letters. */
final class Spelling {
    private Spelling() {}

    /** Each word is set against the nearest that is left; what finds none counts whole. */
    static int distance(List<String> missing, List<String> invented) {
        List<String> left = new ArrayList<>(invented);
        int sum = 0;
        for (String word : missing) {
            int least = word.length();
            String nearest = null;
            for (String other : left) {
                int distance = distance(word, other);
                if (distance < least) {
                    least = distance;
                    nearest = other;
                }
            }
            left.remove(nearest);
            sum += least;
        }
        return sum + left.stream().mapToInt(String::length).sum();
    }

    /** Levenshtein's. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
