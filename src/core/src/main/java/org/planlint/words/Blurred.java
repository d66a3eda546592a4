package org.planlint.words;

/** Compares words as recognition may have blurred them: capitals without diacritics and spaces, of which some may be others. */
public final class Blurred {
    /** One letter in so many may be another. */
    private static final int LETTERS_EACH = 7;

    private Blurred() {}

    /** How many letters of such a phrase may be others. */
    public static int tolerance(String phrase) {
        return phrase.length() / LETTERS_EACH;
    }

    /** Where the phrase begins in the letters, blurred or not; -1 if nowhere. */
    public static int indexOf(String letters, String phrase) {
        int exact = letters.indexOf(phrase);
        for (int at = 0; exact < 0 && at + phrase.length() <= letters.length(); at++) {
            if (distance(letters.substring(at, at + phrase.length()), phrase) <= tolerance(phrase)) {
                return at;
            }
        }
        return exact;
    }

    /** Whether a letter changed, put in or taken out makes the one of the other. */
    public static boolean isOneLetterFrom(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int from = 0;
        while (from < a.length() && from < b.length() && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int behindA = a.length() == longer ? from + 1 : from;
        int behindB = b.length() == longer ? from + 1 : from;
        return from < longer
                && a.length() - behindA == b.length() - behindB
                && a.regionMatches(behindA, b, behindB, a.length() - behindA);
    }

    /** How many letters must be changed, put in or taken out to make the one of the other. */
    public static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        int[] row = new int[above.length];
        for (int k = 0; k < above.length; k++) {
            above[k] = k;
        }
        for (int i = 0; i < a.length(); i++) {
            row[0] = i + 1;
            for (int k = 1; k < row.length; k++) {
                int same = a.charAt(i) == b.charAt(k - 1) ? 0 : 1;
                row[k] = Math.min(Math.min(row[k - 1], above[k]) + 1, above[k - 1] + same);
            }
            int[] done = above;
            above = row;
            row = done;
        }
        return above[b.length()];
    }
}
