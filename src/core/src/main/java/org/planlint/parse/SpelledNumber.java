package org.planlint.parse;

import java.util.List;

/** A whole number in Vietnamese words: 21 is {@code hai mươi mốt}, 1,005 is {@code một nghìn không trăm lẻ năm}. */
final class SpelledNumber {
    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private SpelledNumber() {}

    /** @param number from 0 to 10¹⁸ - 1 */
    static String of(long number) {
        if (number < 10) {
            return DIGITS.get((int) number);
        }
        if (number < 20) {
            return number == 10 ? "mười" : "mười " + (number == 15 ? "lăm" : of(number - 10));
        }
        if (number < 100) {
            return of(number / 10) + " mươi" + (number % 10 == 0 ? "" : " " + behindTens((int) (number % 10)));
        }
        if (number < 1000) {
            return counted(number, 100, "trăm", behindHundreds(number % 100));
        }
        if (number < MILLION) {
            long rest = number % 1000;
            return counted(number, 1000, "nghìn", rest >= 100 ? of(rest) : "không trăm " + behindHundreds(rest));
        }
        return number < BILLION
                ? counted(number, MILLION, "triệu", behindHundreds(number % MILLION))
                : counted(number, BILLION, "tỷ", behindHundreds(number % BILLION));
    }

    private static String counted(long number, long unit, String name, String rest) {
        return of(number / unit) + " " + name + (number % unit == 0 ? "" : " " + rest);
    }

    private static String behindTens(int digit) {
        return switch (digit) {
            case 1 -> "mốt";
            case 4 -> "tư";
            case 5 -> "lăm";
            default -> DIGITS.get(digit);
        };
    }

    private static String behindHundreds(long rest) {
        return rest < 10 ? "lẻ " + DIGITS.get((int) rest) : of(rest);
    }
}
