package org.planlint.extract.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.text.NormalText;
import org.planlint.words.Vocabulary;

/** Whether words are ones that a reader could read: how many look like syllables of the language, and bear its marks. */
final class Letters {
    /** A Vietnamese syllable without its marks; text whose words are mostly something else is not text. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDGHKLMNPQRSTVX])?(?:[AEIOUY]{1,3})(?:NG|NH|CH|[CMNPT])?");

    /** The small words of other languages, in capitals without diacritics. */
    private static final List<Set<String>> OTHER_LANGUAGES = Stream.of("English", "French")
            .map(language ->
                    Set.copyOf(Vocabulary.of("languages").get(language).folded().all()))
            .toList();
    /** The least share of them in a text of their language. */
    private static final double SMALL_WORDS = 0.12;

    private static final double SYLLABLES = 0.7;
    private static final double MARKS = 0.08;
    /** The share that plans have. */
    private static final double USUAL_MARKS = 0.24;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** How often each word stands there; single letters do not count. */
    private final Map<String, Integer> counts = new HashMap<>();

    private int words;
    private int letters;

    /** Those of a page. */
    static Letters of(PdfGlyphs.Page page) {
        Letters letters = new Letters();
        PdfRow.rows(page.glyphs()).forEach(row -> letters.add(row.text()));
        return letters;
    }

    /** Adds text, and says how many words it has. */
    int add(String text) {
        int before = words;
        for (String word : NO_LETTERS.split(Normalizer.normalize(text, Normalizer.Form.NFC))) {
            if (word.length() > 1) {
                counts.merge(word, 1, Integer::sum);
                words++;
                letters += word.length();
            }
        }
        return words - before;
    }

    int words() {
        return words;
    }

    /** Those of all words. */
    int letters() {
        return letters;
    }

    /** The share of words that look Vietnamese. */
    double syllables() {
        return sum(word -> SYLLABLE.matcher(NormalText.fold(word)).matches() ? 1 : 0) / (double) words;
    }

    /** The share of letters that carry marks. */
    double marks() {
        return sum(word -> (int) word.chars().filter(c -> c > 0x7F).count()) / (double) letters;
    }

    /** How good they are as a reading of a picture, to be compared with another of the same. */
    double worth() {
        return words == 0 ? 0 : words * syllables() * Math.min(1, marks() / USUAL_MARKS);
    }

    private interface Measure {
        int of(String word);
    }

    private int sum(Measure measure) {
        return counts.entrySet().stream()
                .mapToInt(word -> measure.of(word.getKey()) * word.getValue())
                .sum();
    }

    /** Whether they are Vietnamese, or of another language. */
    boolean areText() {
        return syllables() >= SYLLABLES && marks() >= MARKS || areOfOtherLanguage();
    }

    private boolean areOfOtherLanguage() {
        return OTHER_LANGUAGES.stream()
                .anyMatch(small -> sum(word -> small.contains(NormalText.fold(word)) ? 1 : 0) > words * SMALL_WORDS);
    }
}
