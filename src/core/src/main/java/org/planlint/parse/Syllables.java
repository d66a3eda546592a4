package org.planlint.parse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.planlint.words.Vocabulary;

/**
 * What can be a syllable of Vietnamese: an onset and a rhyme that the language joins, spelled as it spells them, under a
 * tone that the rhyme allows. Words are in small letters and in the form that text is read in.
 */
final class Syllables {
    private static final Vocabulary LETTERS = Vocabulary.of("syllables");
    /** Each vowel letter under the six tones: level, huyền, sắc, hỏi, ngã, nặng. */
    private static final List<String> TONES = List.of(
            "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ",
            "ưừứửữự", "yỳýỷỹỵ");

    /** For each letter its tone, and the vowel without it; 0 for what is no vowel. */
    private static final byte[] TONE = new byte[0x1F00];

    private static final char[] VOWEL = new char[TONE.length];

    static {
        for (String tones : TONES) {
            for (int tone = 0; tone < tones.length(); tone++) {
                TONE[tones.charAt(tone)] = (byte) tone;
                VOWEL[tones.charAt(tone)] = tones.charAt(0);
            }
        }
    }

    private static final int SAC = 2;
    private static final int NANG = 5;
    /** Vowels with a mark of their own take the tone where one is in the rhyme. */
    private static final String MARKED = "ăâêôơư";
    /** A syllable that ends so is short, and has one of two tones: "cấp", "cập". */
    private static final String STOPS = "cpt";

    private static final String NO_VIETNAMESE_LETTERS = "fjwz";
    private static final Set<String> ALL = all(rhymes("rhymes"), true);
    private static final Set<String> NAMES = names();
    private static final Set<String> BORROWED = new HashSet<>(rhymes("onsets of borrowed words"));

    private Syllables() {}

    private static List<String> rhymes(String list) {
        return LETTERS.get(list).all().stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList();
    }

    private static Set<String> all(List<String> rhymes, boolean spelled) {
        Set<String> all = new HashSet<>();
        List<String> onsets = rhymes("onsets");
        List<String> beforeFront = rhymes("onsets before e, ê, i, y");
        List<String> beforeBack = rhymes("onsets before other vowels");
        for (String rhyme : rhymes) {
            boolean front = "eêiy".indexOf(rhyme.charAt(0)) >= 0;
            all.add(rhyme);
            onsets.forEach(onset -> all.add(onset + rhyme));
            if (front || !spelled) {
                beforeFront.forEach(onset -> all.add(onset + rhyme));
            }
            if (!front || !spelled) {
                beforeBack.forEach(onset -> all.add(onset + rhyme));
            }
        }
        all.addAll(rhymes("rhymes without an onset"));
        rhymes("rhymes behind qu").forEach(rhyme -> all.add("qu" + rhyme));
        rhymes("rhymes behind the g of gi").forEach(rhyme -> all.add("g" + rhyme));
        return all;
    }

    /** Names keep spellings of their own: "Kon", "Kông". */
    private static Set<String> names() {
        Set<String> names = all(rhymes("rhymes"), false);
        names.addAll(all(rhymes("rhymes of names"), false));
        return names;
    }

    /** Whether the word can be a Vietnamese one of one syllable. */
    static boolean possible(String word) {
        return sounds(word, ALL::contains);
    }

    /** The same for names, where more is possible. */
    static boolean possibleName(String word) {
        return sounds(word, NAMES::contains);
    }

    private static boolean sounds(String word, Predicate<String> letters) {
        StringBuilder base = new StringBuilder(word.length());
        int tone = 0;
        int toned = -1;
        for (int i = 0; i < word.length(); i++) {
            int at = toneOf(word.charAt(i));
            if (at > 0 && tone > 0) {
                return false;
            }
            if (at > 0) {
                tone = at;
                toned = i;
            }
            base.append(at > 0 ? toneless(word.charAt(i)) : word.charAt(i));
        }
        return letters.test(base.toString()) && stopAllows(base, tone) && standsRight(base, toned);
    }

    private static boolean stopAllows(CharSequence base, int tone) {
        char last = base.charAt(base.length() - 1);
        boolean stop = STOPS.indexOf(last) >= 0 || last == 'h' && base.charAt(base.length() - 2) == 'c';
        return !stop || tone == SAC || tone == NANG;
    }

    /** "trường" and not "trừơng". */
    private static boolean standsRight(CharSequence base, int toned) {
        if (toned < 0) {
            return true;
        }
        for (int i = base.length() - 1; i >= 0; i--) {
            if (MARKED.indexOf(base.charAt(i)) >= 0) {
                return toned == i;
            }
        }
        return true;
    }

    private static int toneOf(char c) {
        return c < TONE.length ? TONE[c] : 0;
    }

    private static char toneless(char c) {
        return VOWEL[c];
    }

    static boolean isVowel(char c) {
        return c < VOWEL.length && VOWEL[c] != 0;
    }

    /** Whether it has a tone mark, which no abbreviation has. */
    static boolean isToned(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (toneOf(word.charAt(i)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a letter of it is Vietnamese alone: a tone mark, đ, or a vowel with a mark. */
    static boolean isMarked(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > 0x7F && (c == 'đ' || MARKED.indexOf(c) >= 0 || toneOf(c) > 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its vowels stand together, as in a word of one syllable; "ôtô" and "môitrường" have more. */
    static boolean isOne(String word) {
        int groups = 0;
        for (int i = 0; i < word.length(); i++) {
            groups += isVowel(word.charAt(i)) && (i == 0 || !isVowel(word.charAt(i - 1))) ? 1 : 0;
        }
        return groups == 1;
    }

    /** Whether it begins or is spelled as no Vietnamese word does: "brôm", "Krông", "zơ", "наука". */
    static boolean isBorrowed(String word) {
        int onset = 0;
        while (onset < word.length() && !isVowel(word.charAt(onset))) {
            onset++;
        }
        return BORROWED.contains(word.substring(0, onset))
                || word.chars()
                        .anyMatch(c ->
                                NO_VIETNAMESE_LETTERS.indexOf(c) >= 0 || c >= 0x250 && c < 0x1E00 || c >= VOWEL.length);
    }
}
