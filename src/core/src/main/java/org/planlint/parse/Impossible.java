package org.planlint.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlint.facts.Wording;
import org.planlint.facts.Wording.Kind;
import org.planlint.text.NormalText;
import org.planlint.words.Vocabulary;

/** Words that can be no Vietnamese syllable, and are no name, short form or foreign word. */
final class Impossible {
    private static final List<String> FOREIGN =
            Vocabulary.of("syllables").get("foreign words").small().all();
    private static final Set<String> KNOWN =
            Set.copyOf(Vocabulary.of("syllables").get("borrowed words").all());
    /** Shorter words are too near to each other. */
    private static final int SHORTEST_FOREIGN = 7;
    /** Vietnamese words that make a line Vietnamese. */
    private static final int ENOUGH = 3;
    /** Footnotes that a pdf glues to a word. */
    private static final String NOTES = "abcdei";

    private final List<List<Word>> text;
    private final boolean pdf;
    /** Each word of the text, and whether it is plainly Vietnamese: of the others there are few. */
    private final Map<String, Boolean> written = new HashMap<>();
    /** Two in a row, as they are written; null until they are asked for. */
    private Set<String> pairs;

    /**
     * @param text  the words of each line
     * @param words each of them once, in small letters
     * @param pdf   whether a reader put the words together from characters
     */
    Impossible(List<List<Word>> text, Set<String> words, boolean pdf) {
        this.text = text;
        this.pdf = pdf;
        words.forEach(small -> written.put(small, Syllables.isMarked(small) && Syllables.possible(small)));
    }

    /** Each at its first place. */
    List<Wording> find() {
        Map<String, Wording> found = new LinkedHashMap<>();
        for (List<Word> line : text) {
            boolean vietnamese = isVietnamese(line);
            for (int i = 0; i < line.size() && vietnamese; i++) {
                Word word = line.get(i);
                if (written.get(word.small())) {
                    continue;
                }
                Word before = i > 0 ? line.get(i - 1) : null;
                Word behind = i + 1 < line.size() ? line.get(i + 1) : null;
                if (!found.containsKey(word.small()) && isWrong(word, before, behind)) {
                    found.put(
                            word.small(),
                            new Wording(
                                    Kind.IMPOSSIBLE_SYLLABLE,
                                    right(word, before, behind),
                                    word.line().span(word.start(), word.end())));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private static boolean isVietnamese(List<Word> line) {
        int marked = 0;
        for (int i = 0; i < line.size() && marked < ENOUGH; i++) {
            marked += Syllables.isMarked(line.get(i).small()) ? 1 : 0;
        }
        return marked == ENOUGH;
    }

    private boolean isWrong(Word word, Word before, Word behind) {
        if (word.small().length() < 2 || word.isPiece() || KNOWN.contains(word.small())) {
            return false;
        }
        if (!Syllables.isMarked(word.small())) {
            return !word.isCapitals() && (foreign(word.small()) != null || isStammered(word, behind));
        }
        return isImpossible(word) && !isTorn(word, before, behind) && !isGlued(word.small());
    }

    private static boolean isImpossible(Word word) {
        String small = word.small();
        boolean name = word.isCapitalised();
        if (word.isCapitals() && !Syllables.isToned(small) || !Syllables.isOne(small) || Syllables.isBorrowed(small)) {
            return false;
        }
        return name ? !Syllables.possibleName(small) : !Syllables.possible(small);
    }

    /** A pdf may tear a word in two: "nguờ i". */
    private static boolean isTorn(Word word, Word before, Word behind) {
        return before != null && before.isBefore(word) && Syllables.possible(before.small() + word.small())
                || word.isBefore(behind) && Syllables.possible(word.small() + behind.small());
    }

    /** Two words of the text without the space between, or one with the letter of a footnote. */
    private boolean isGlued(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (written.containsKey(word.substring(0, i))
                    && written.containsKey(word.substring(i))
                    && Syllables.possible(word.substring(0, i))
                    && Syllables.possible(word.substring(i))) {
                return true;
            }
        }
        int last = word.length() - 1;
        return pdf
                && NOTES.indexOf(word.charAt(last)) >= 0
                && written.containsKey(word.substring(0, last))
                && Syllables.possible(word.substring(0, last));
    }

    /** A plain word that begins as none does in any language, before a Vietnamese one: "Phhosi hợp". */
    private static boolean isStammered(Word word, Word behind) {
        String small = word.small();
        int vowel = 0;
        boolean twice = false;
        while (vowel < small.length() && !Syllables.isVowel(small.charAt(vowel))) {
            twice |= vowel > 0
                    && small.charAt(vowel) == small.charAt(vowel - 1)
                    && "lmcs".indexOf(small.charAt(vowel)) < 0;
            vowel++;
        }
        boolean plain = word.text().substring(1).equals(small.substring(1));
        return twice && plain && vowel < small.length() && word.isBefore(behind) && Syllables.isMarked(behind.small());
    }

    /** The known word that this one misses by a letter, or null. */
    private static String foreign(String word) {
        if (word.length() < SHORTEST_FOREIGN - 1) {
            return null;
        }
        for (String known : FOREIGN) {
            if (word.equals(known) || word.equals(known + "s")) {
                return null;
            }
        }
        return FOREIGN.stream()
                .filter(known -> known.length() >= SHORTEST_FOREIGN && isOneLetterFrom(word, known))
                .findFirst()
                .orElse(null);
    }

    /** Whether one letter more, less or other, or two in the other order, makes one word of the other. */
    private static boolean isOneLetterFrom(String word, String known) {
        int from = 0;
        while (from < word.length() && from < known.length() && word.charAt(from) == known.charAt(from)) {
            from++;
        }
        String rest = word.substring(from);
        String other = known.substring(from);
        if (rest.isEmpty() || other.isEmpty()) {
            return rest.length() + other.length() == 1;
        }
        return rest.substring(1).equals(other)
                || rest.equals(other.substring(1))
                || rest.substring(1).equals(other.substring(1))
                || rest.length() > 1
                        && other.length() > 1
                        && rest.charAt(0) == other.charAt(1)
                        && rest.charAt(1) == other.charAt(0)
                        && rest.substring(2).equals(other.substring(2));
    }

    private Set<String> pairs() {
        if (pairs == null) {
            pairs = new HashSet<>();
            for (List<Word> line : text) {
                for (int i = 1; i < line.size(); i++) {
                    if (line.get(i - 1).isBefore(line.get(i))) {
                        pairs.add(line.get(i - 1).to(line.get(i)));
                    }
                }
            }
        }
        return pairs;
    }

    /** What was meant, where its neighbour tells: a word of the trade, or the same two words elsewhere in the text. */
    private String right(Word word, Word before, Word behind) {
        if (!Syllables.isMarked(word.small())) {
            return foreign(word.small());
        }
        Set<String> meant = new HashSet<>();
        if (before != null) {
            WrongDiacritics.ofTheTrade(before, word).forEach(two -> meant.add(two.substring(two.indexOf(' ') + 1)));
        }
        if (behind != null) {
            WrongDiacritics.ofTheTrade(word, behind).forEach(two -> meant.add(two.substring(0, two.indexOf(' '))));
        }
        String folded = word.foldedTo(word);
        for (String other : meant.isEmpty() ? written.keySet() : Set.<String>of()) {
            boolean beside = other.length() == folded.length()
                    && !other.equals(word.small())
                    && (before != null && before.isBefore(word) && pairs().contains(before.small() + " " + other)
                            || word.isBefore(behind) && pairs().contains(other + " " + behind.small()));
            if (beside && NormalText.fold(other).equals(folded) && Syllables.possible(other)) {
                meant.add(other);
            }
        }
        return meant.size() == 1 ? Word.likeCase(word.text(), meant.iterator().next()) : null;
    }
}
