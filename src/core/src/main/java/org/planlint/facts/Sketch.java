package org.planlint.facts;

import java.util.Arrays;

/**
 * The words of a text in little space, so that likeness can be told without the text: of all runs of three words, each
 * hashed, the smallest in each of {@value #BINS} bins (one-permutation MinHash). Figures count as one and the same word.
 */
public final class Sketch {
    public static final int BINS = 64;
    private static final int NONE = -1;

    private final int[] least;

    private Sketch(int[] least) {
        this.least = least;
    }

    /** Of hashed runs of words; null where they are too few to tell anything. */
    public static Sketch of(int[] runs) {
        if (runs.length < BINS * 2) {
            return null;
        }
        int[] least = new int[BINS];
        Arrays.fill(least, NONE);
        for (int run : runs) {
            int mixed = run * 0x9E3779B9;
            mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
            mixed ^= mixed >>> 13;
            int bin = mixed & BINS - 1;
            int value = mixed >>> 6;
            least[bin] = least[bin] == NONE ? value : Math.min(least[bin], value);
        }
        return new Sketch(least);
    }

    /** How much of the two texts is the same, in percent: runs of words in both by runs in either. */
    public int likeness(Sketch other) {
        int same = 0;
        int filled = 0;
        for (int i = 0; i < BINS; i++) {
            if (least[i] != NONE || other.least[i] != NONE) {
                filled++;
                same += least[i] == other.least[i] ? 1 : 0;
            }
        }
        return same * 100 / filled;
    }
}
