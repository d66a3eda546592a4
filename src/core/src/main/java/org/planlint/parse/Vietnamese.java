package org.planlint.parse;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlint.words.Vocabulary;

/** Words for numbers and days, and the row of letters that Vietnamese points run through. */
final class Vietnamese {
    /** Decree 30/2020, PL I.I Mục II.6đ: points run in the Vietnamese alphabet; the decree itself skips ă â ê ô ơ ư. */
    static final String POINT_LETTERS = "abcdđeghiklmnopqrstuvxy";

    private static final Map<String, DayOfWeek> DAYS = days();
    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("nhất", 1),
            Map.entry("một", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("tư", 4),
            Map.entry("bốn", 4),
            Map.entry("năm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9),
            Map.entry("mười", 10));
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Vietnamese() {}

    /** Monday is "hai" or "2". */
    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new HashMap<>();
        Vocabulary dates = Vocabulary.of("dates");
        for (String word : dates.get("weekdays").all()) {
            DayOfWeek day = DayOfWeek.of(days.size() / 2 + 1);
            days.put(word, day);
            days.put(String.valueOf(day.getValue() + 1), day);
        }
        dates.get("Sunday").all().forEach(word -> days.put(word, DayOfWeek.SUNDAY));
        return days;
    }

    /** The day that "hai", "2" or "chủ nhật" names, or null. */
    static DayOfWeek day(String word) {
        return DAYS.get(SPACES.matcher(word.toLowerCase(Locale.ROOT)).replaceAll(" "));
    }

    /** 1 for "nhất"; 0 if the word is no ordinal. */
    static int ordinal(String word) {
        return ORDINALS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    /** Value of a Roman number in capitals, or 0 if it is not written as Romans are. */
    static int roman(String text) {
        int total = 0;
        int last = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = switch (text.charAt(i)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                case 'L' -> 50;
                case 'C' -> 100;
                default -> 0;
            };
            if (value == 0) {
                return 0;
            }
            total += value < last ? -value : value;
            last = Math.max(last, value);
        }
        return toRoman(total).equals(text) ? total : 0;
    }

    static String toRoman(int value) {
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder out = new StringBuilder();
        int rest = value;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                out.append(signs[i]);
                rest -= values[i];
            }
        }
        return out.toString();
    }
}
