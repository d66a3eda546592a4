package org.planlint.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.planlint.facts.Wording;
import org.planlint.facts.Wording.Kind;
import org.planlint.words.Vocabulary;

/**
 * Words that were typed twice: a small word ("của của"), two to four words in a row ("triển khai triển khai"), and a
 * syllable that never stands alone where no second word can begin with it ("cá nhân nhân có", "học tập tập lý luận"). Vietnamese doubles words by
 * right ("từ từ"), and one word may end as the next begins ("phân công công việc"): of one syllable only those of the lists
 * are looked for.
 */
final class DoubledWords {
    private static final Vocabulary WORDS = Vocabulary.of("wording");
    private static final Vocabulary SPELLING = Vocabulary.of("spelling");
    private static final Set<String> SMALL = Set.copyOf(WORDS.get("doubled").all());
    private static final Set<String> BOUND = Set.copyOf(WORDS.get("never alone").all());
    private static final Set<String> HARDLY_ALONE =
            Set.copyOf(WORDS.get("never alone", "hardly alone").all());
    private static final Set<String> DONE_ONCE =
            Set.copyOf(WORDS.get("done once").all());
    private static final Set<String> BEHIND_A_NOUN =
            Set.copyOf(WORDS.get("doubled", "behind a noun").all());
    private static final Set<String> BY_RIGHT =
            Set.copyOf(WORDS.get("doubled by right").all());
    private static final Set<String> DOERS = Set.copyOf(WORDS.get("doers").all());
    private static final Set<String> DEEDS =
            Set.copyOf(WORDS.get("what doers are named after").all());
    private static final Set<String> KNOWN =
            Set.copyOf(SPELLING.get("words of the trade", "written nearly so", "other words")
                    .all());
    /** "kế hoạch kế hoạch hóa": the second belongs to a longer word. */
    private static final String TURNS_TO_A_VERB = "hóa";

    private static final int LONGEST = 4;
    /** Parts cells that stand in one line. */
    private static final char BAR = '|';

    private final List<Wording> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private DoubledWords() {}

    /** Each at its first place. */
    static List<Wording> find(Found soFar) {
        DoubledWords search = new DoubledWords();
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX) {
                search.in(line);
            }
        }
        return search.found;
    }

    private void in(Line line) {
        List<Word> words = line.words();
        int i = 0;
        while (i < words.size()) {
            int length = doubledAt(words, i);
            if (length > 0) {
                Word last = words.get(i + 2 * length - 1);
                String once = line.text()
                        .substring(
                                words.get(i).start(), words.get(i + length - 1).end());
                if (seen.add(words.get(i).to(last))) {
                    found.add(new Wording(
                            Kind.DOUBLED_WORD, once, line.span(words.get(i).start(), last.end())));
                }
            }
            i += Math.max(1, 2 * length);
        }
    }

    /** How many words from there stand twice and should not, or 0. */
    private static int doubledAt(List<Word> words, int at) {
        for (int length = LONGEST; length > 0; length--) {
            if (at + 2 * length <= words.size() && isTwice(words, at, length)) {
                Word before = at > 0 ? words.get(at - 1) : null;
                Word behind = at + 2 * length < words.size() ? words.get(at + 2 * length) : null;
                Word first = words.get(at);
                Word second = words.get(at + length);
                boolean wrong = length > 1
                        ? isSlip(before, first, words.get(at + length - 1), behind)
                        : isSlip(before, first, second, behind, second.isBefore(behind))
                                || isSlipBeforeWord(words, at, before, behind);
                return wrong ? length : 0;
            }
        }
        return 0;
    }

    /**
     * Before a whole word: the end of a word ("học tập tập lý luận"), which cannot stand there alone, or a verb
     * ("lập lập thành tích"). Where a row of cells stands in one line, the end of one may meet the next.
     */
    private static boolean isSlipBeforeWord(List<Word> words, int at, Word before, Word behind) {
        Word first = words.get(at);
        Word second = words.get(at + 1);
        Word last = at + 3 < words.size() ? words.get(at + 3) : null;
        boolean endsAWord = before != null && before.isBefore(first) && KNOWN.contains(before.to(first));
        return behind != null
                && last != null
                && second.isBefore(behind)
                && behind.isBefore(last)
                && !second.isCapitalised()
                && KNOWN.contains(behind.to(last))
                && !KNOWN.contains(second.to(behind))
                && (endsAWord ? HARDLY_ALONE : DONE_ONCE).contains(first.small())
                && first.line().text().indexOf(BAR) < 0;
    }

    /** In one run with single spaces, and alike but for a capital at its start. */
    private static boolean isTwice(List<Word> words, int at, int length) {
        for (int i = at; i < at + length; i++) {
            Word one = words.get(i);
            Word other = words.get(i + length);
            boolean alike = i == at && at == 0 ? one.small().equals(other.small()) : one.isWrittenAs(other);
            if (!alike || one.isPiece() || other.isPiece()) {
                return false;
            }
        }
        for (int i = at; i < at + 2 * length - 1; i++) {
            if (!words.get(i).isBefore(words.get(i + 1))) {
                return false;
            }
        }
        return !words.get(at + length - 1).isInAnotherColumn(words.get(at + length))
                && (length == 1
                        || !words.get(at).small().equals(words.get(at + 1).small()));
    }

    /** Several words: they may do what they are named for ("đoàn kiểm tra kiểm tra"), or be doubled for stress. */
    private static boolean isSlip(Word before, Word first, Word last, Word behind) {
        boolean verb = before != null && DOERS.contains(before.small()) && DEEDS.contains(first.to(last));
        boolean longer = behind != null && behind.small().equals(TURNS_TO_A_VERB);
        boolean table = first.line().inData() && last.isCapitalised();
        return !verb && !longer && !table && !BY_RIGHT.contains(first.small()) && !BY_RIGHT.contains(first.to(last));
    }

    private static boolean isSlip(Word before, Word first, Word second, Word behind, boolean goesOn) {
        boolean endsAWord = before != null && before.isBefore(first) && KNOWN.contains(before.to(first));
        if (SMALL.contains(first.small())) {
            return !endsAWord;
        }
        boolean beginsAWord = goesOn && KNOWN.contains(second.to(behind));
        return BOUND.contains(first.small())
                && !second.isCapitalised()
                && !beginsAWord
                && (!goesOn || BEHIND_A_NOUN.contains(behind.small()));
    }
}
