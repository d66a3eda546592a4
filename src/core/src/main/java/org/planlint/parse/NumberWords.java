package org.planlint.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlint.words.Vocabulary;

/** Numbers in Vietnamese words, of which people write one and the same in several ways. */
final class NumberWords {
    private static final Set<String> WORDS =
            Set.copyOf(Vocabulary.of("figures").get("number words").all());
    private static final Set<String> FILLERS =
            Set.copyOf(Vocabulary.of("figures").get("around number words").all());
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private NumberWords() {}

    /** The number in words. */
    static String spell(BigDecimal number) {
        return SpelledNumber.of(number.longValueExact());
    }

    /** Whether the words say another number; false where they hold a word that is no part of one. */
    static boolean differ(BigDecimal number, String words) {
        if (number.stripTrailingZeros().scale() > 0
                || number.signum() < 0
                || number.precision() - number.scale() > 15) {
            return false;
        }
        List<String> written = bare(words);
        return written != null && !written.isEmpty() && !written.equals(bare(spell(number)));
    }

    /** The number's words in one writing, without those that are left out at will; null where one is no number's. */
    private static List<String> bare(String words) {
        List<String> found = new ArrayList<>();
        for (String word : NO_LETTERS
                .matcher(words.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip()
                .split(" ")) {
            String one = switch (word) {
                case "lẻ" -> "linh";
                case "ngàn" -> "nghìn";
                case "tỉ" -> "tỷ";
                case "mốt" -> "một";
                case "tư" -> "bốn";
                case "lăm", "nhăm" -> "năm";
                case "bẩy" -> "bảy";
                case "chục" -> "mươi";
                default -> word;
            };
            if (FILLERS.contains(one)) {
                continue;
            }
            if (!WORDS.contains(one)) {
                return null;
            }
            boolean silent = one.equals("linh");
            if (one.equals("trăm")
                    && !found.isEmpty()
                    && found.get(found.size() - 1).equals("không")) {
                found.remove(found.size() - 1);
                silent = true;
            }
            if (!silent) {
                found.add(one);
            }
        }
        return found;
    }
}
