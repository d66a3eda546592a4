package org.planlint.extract;

import java.util.Locale;

/** A count as a list number: decimal, Roman or letters, as Word, Writer and HTML print it. */
public enum ListLabel {
    DECIMAL,
    DECIMAL_ZERO,
    UPPER_ROMAN,
    LOWER_ROMAN,
    UPPER_LETTER,
    LOWER_LETTER,
    NONE;

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    /** The count as printed, without dot or bracket; nothing for a Roman number or a letter below 1. */
    public String format(int count) {
        return switch (this) {
            case DECIMAL -> Integer.toString(count);
            case DECIMAL_ZERO -> count < 10 ? "0" + count : Integer.toString(count);
            case UPPER_ROMAN -> roman(count);
            case LOWER_ROMAN -> roman(count).toLowerCase(Locale.ROOT);
            case UPPER_LETTER -> letters(count);
            case LOWER_LETTER -> letters(count).toLowerCase(Locale.ROOT);
            case NONE -> "";
        };
    }

    private static String roman(int count) {
        StringBuilder out = new StringBuilder();
        int rest = count;
        for (int i = 0; i < VALUES.length && rest > 0; i++) {
            while (rest >= VALUES[i]) {
                out.append(SIGNS[i]);
                rest -= VALUES[i];
            }
        }
        return out.toString();
    }

    /** a to z, then aa, bb: as Word does. */
    private static String letters(int count) {
        if (count < 1) {
            return "";
        }
        char letter = (char) ('A' + (count - 1) % 26);
        return String.valueOf(letter).repeat(Math.min((count - 1) / 26 + 1, 8));
    }
}
