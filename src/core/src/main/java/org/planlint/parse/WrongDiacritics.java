package org.planlint.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.planlint.facts.Wording;
import org.planlint.facts.Wording.Kind;
import org.planlint.text.NormalText;
import org.planlint.words.Vocabulary;

/**
 * Words with a wrong diacritic that are possible syllables none the less. Two witnesses are heard: words of the trade,
 * which their other syllable gives away ("phố biến"), and the text itself, where it writes the same words otherwise
 * ("và truyển thông" beside "và truyền thông" twice).
 */
final class WrongDiacritics {
    private static final Vocabulary SPELLING = Vocabulary.of("spelling");
    private static final Set<String> RIGHT =
            Set.copyOf(SPELLING.get("words of the trade", "written nearly so", "other words")
                    .all());
    /** By their letters without marks. */
    private static final Map<String, List<String>> TRADE = new HashMap<>();

    /** Those of a few of their letters that there are: cheaper than to ask for all. */
    private static final BitSet TRADE_SIGNS = new BitSet(1 << Character.SIZE);

    static {
        for (String word : SPELLING.get("words of the trade").all()) {
            String folded = NormalText.fold(word);
            TRADE.computeIfAbsent(folded, letters -> new ArrayList<>()).add(word);
            TRADE_SIGNS.set(sign(folded, 0, folded.indexOf(' ') + 1, folded.length()));
        }
    }

    /** Three words in a row, the middle one of which is looked at. */
    private record Row(Word first, Word middle, Word last) {
        /** Names are written in many ways, each right: "Đỗ Hưng Yên", "Đỗ Hùng Yên". */
        boolean isName() {
            return middle.isCapitalised() && (first.isCapitalised() || last.isCapitalised());
        }

        /** Whether both are the same in small letters. */
        boolean isWrittenAs(Row other) {
            return first.small().equals(other.first.small())
                    && middle.small().equals(other.middle.small())
                    && last.small().equals(other.last.small());
        }
    }

    /** So often the text is searched for words in a row; who asks more often has all of them counted. */
    private static final int FEW = 100;

    private final List<List<Word>> text;
    private final Map<String, Integer> words;
    /** How often each two and each three in a row stand in the text; null while they are asked for a few times only. */
    private Map<String, Integer> rows;

    private int asked;
    /** By the wrong word. */
    private final Map<String, Wording> found = new LinkedHashMap<>();

    /**
     * @param text  the words of each line
     * @param words how often each of them stands in the text, in small letters
     */
    WrongDiacritics(List<List<Word>> text, Map<String, Integer> words) {
        this.text = text;
        this.words = words;
    }

    /** Each at its first place. */
    List<Wording> find() {
        for (List<Word> line : text) {
            for (int i = 0; i + 1 < line.size(); i++) {
                trade(
                        i > 0 ? line.get(i - 1) : null,
                        line.get(i),
                        line.get(i + 1),
                        i + 2 < line.size() ? line.get(i + 2) : null);
            }
        }
        rowsOfSeveralWays().values().forEach(this::otherwise);
        return List.copyOf(found.values());
    }

    /** Words that stand once, and what is the same but for diacritics: no other is written wrong, or right beside that. */
    private Set<String> doubtful() {
        Map<String, List<String>> alike = new HashMap<>();
        words.keySet()
                .forEach(word -> alike.computeIfAbsent(NormalText.fold(word), folded -> new ArrayList<>(2))
                        .add(word));
        Set<String> doubtful = new HashSet<>();
        for (List<String> ways : alike.values()) {
            if (ways.size() > 1 && ways.stream().anyMatch(way -> words.get(way) == 1)) {
                doubtful.addAll(ways);
            }
        }
        return doubtful;
    }

    /** Rows that are written in several ways, by their letters without marks, then by how they are written. */
    private Map<String, Map<String, List<Row>>> rowsOfSeveralWays() {
        Set<String> doubtful = doubtful();
        Map<String, Row> first = new HashMap<>();
        Set<String> several = new HashSet<>();
        eachRow(doubtful, (folded, row) -> {
            Row before = first.putIfAbsent(folded, row);
            if (before != null && !row.isWrittenAs(before)) {
                several.add(folded);
            }
        });
        Map<String, Map<String, List<Row>>> rows = new LinkedHashMap<>();
        if (!several.isEmpty()) {
            eachRow(doubtful, (folded, row) -> {
                if (several.contains(folded)) {
                    rows.computeIfAbsent(folded, letters -> new LinkedHashMap<>())
                            .computeIfAbsent(row.first().to(row.last()), written -> new ArrayList<>())
                            .add(row);
                }
            });
        }
        return rows;
    }

    /** All three in a row, the middle one of which is among these, with their letters without marks. */
    private void eachRow(Set<String> middle, BiConsumer<String, Row> each) {
        for (List<Word> line : text) {
            for (int i = 0; i + 2 < line.size(); i++) {
                if (middle.contains(line.get(i + 1).small())) {
                    Row row = new Row(line.get(i), line.get(i + 1), line.get(i + 2));
                    if (row.first().isBefore(row.middle()) && row.middle().isBefore(row.last())) {
                        each.accept(row.first().foldedTo(row.last()), row);
                    }
                }
            }
        }
    }

    // ---- words of the trade ----

    private void trade(Word before, Word first, Word second, Word behind) {
        List<String> meant = ofTheTrade(first, second);
        if (meant.isEmpty() || first.isPiece() || second.isPiece() || isNameOfTwo(first, second)) {
            return;
        }
        String pair = first.to(second);
        if (RIGHT.contains(pair) || !Syllables.isMarked(pair)) {
            return;
        }
        for (String right : meant) {
            String rightFirst = right.substring(0, right.indexOf(' '));
            String rightSecond = right.substring(right.indexOf(' ') + 1);
            if (second.small().equals(rightSecond)
                    && !belongsBefore(before, first, second)
                    && !begins(second, behind)) {
                add(first, right, first, second);
                return;
            }
            if (first.small().equals(rightFirst) && !belongsBehind(first, second, behind) && !ends(before, first)) {
                add(second, right, first, second);
                return;
            }
        }
    }

    /** "Văn Bàn" is a district; in a line of capitals nobody can tell. */
    private static boolean isNameOfTwo(Word first, Word second) {
        return second.isCapitalised() && !(first.isCapitals() && second.isCapitals());
    }

    /** Whether the first is the end of another word: "yếu tố | chức năng". */
    private boolean belongsBefore(Word before, Word first, Word second) {
        return ends(before, first)
                || before != null && before.isBefore(first) && count(before.to(first)) > count(before.to(second));
    }

    /** Whether the second is the beginning of another word. */
    private boolean belongsBehind(Word first, Word second, Word behind) {
        return begins(second, behind) || second.isBefore(behind) && count(second.to(behind)) > count(first.to(behind));
    }

    private static boolean ends(Word before, Word word) {
        return before != null && before.isBefore(word) && RIGHT.contains(before.to(word));
    }

    private static boolean begins(Word word, Word behind) {
        return word.isBefore(behind) && RIGHT.contains(word.to(behind));
    }

    /** How often two or three in a row stand in the text. */
    private int count(String row) {
        if (++asked > FEW && rows == null) {
            rows = new HashMap<>();
            text.forEach(this::count);
        }
        return rows == null
                ? text.stream().mapToInt(line -> occurrences(row, line)).sum()
                : rows.getOrDefault(row, 0);
    }

    private static int occurrences(String row, List<Word> line) {
        String lower = line.isEmpty() ? "" : line.get(0).line().lower();
        int found = 0;
        for (int at = lower.indexOf(row); at >= 0; at = lower.indexOf(row, at + 1)) {
            int end = at + row.length();
            boolean whole = (at == 0 || !Word.isOfWord(lower.charAt(at - 1)))
                    && (end == lower.length() || !Word.isOfWord(lower.charAt(end)));
            found += whole ? 1 : 0;
        }
        return found;
    }

    private void count(List<Word> line) {
        for (int i = 0; i + 1 < line.size(); i++) {
            Word first = line.get(i);
            Word middle = line.get(i + 1);
            Word last = i + 2 < line.size() ? line.get(i + 2) : null;
            if (first.isBefore(middle)) {
                rows.merge(first.to(middle), 1, Integer::sum);
                if (middle.isBefore(last)) {
                    rows.merge(first.to(last), 1, Integer::sum);
                }
            }
        }
    }

    // ---- what the text itself writes otherwise ----

    private void otherwise(Map<String, List<Row>> ways) {
        if (ways.size() < 2) {
            return;
        }
        Map.Entry<String, List<Row>> most = ways.entrySet().stream()
                .max(Map.Entry.comparingByValue((a, b) -> a.size() - b.size()))
                .orElseThrow();
        Word right = most.getValue().get(0).middle();
        if (most.getValue().size() < 2 || most.getValue().stream().allMatch(Row::isName) || !isWord(right)) {
            return;
        }
        for (List<Row> way : ways.values()) {
            Row row = way.get(0);
            boolean odd = way.size() == 1
                    && words.get(row.middle().small()) == 1
                    && row.first().small().equals(most.getValue().get(0).first().small())
                    && row.last().small().equals(most.getValue().get(0).last().small());
            if (odd && isWord(row.middle()) && (!row.isName() || row.middle().isCapitals()) && !isOfATrade(row)) {
                add(row.middle(), right.small(), row.middle(), row.middle());
            }
        }
    }

    /** Words of the trade that these two are, but for diacritics. */
    static List<String> ofTheTrade(Word first, Word second) {
        String folded = first.line().folded();
        return first.isBefore(second) && TRADE_SIGNS.get(sign(folded, first.start(), second.start(), second.end()))
                ? TRADE.getOrDefault(first.foldedTo(second), List.of())
                : List.of();
    }

    /** A number of the first letters of two words, the last one, and how many there are. */
    private static int sign(String letters, int first, int second, int end) {
        return (char) (((letters.charAt(first) * 31 + letters.charAt(second)) * 31 + letters.charAt(end - 1)) * 31
                + end
                - first);
    }

    private static boolean isWord(Word word) {
        return word.small().length() > 1 && !word.isPiece() && Syllables.possible(word.small());
    }

    private static boolean isOfATrade(Row row) {
        return ends(row.first(), row.middle()) || begins(row.middle(), row.last());
    }

    private void add(Word wrong, String right, Word from, Word to) {
        if (Syllables.isMarked(wrong.small()) && !Syllables.possible(wrong.small())) {
            return;
        }
        String text = from.line().text().substring(from.start(), to.end());
        found.putIfAbsent(
                wrong.small(),
                new Wording(
                        Kind.WRONG_DIACRITIC,
                        Word.likeCase(text, right),
                        from.line().span(from.start(), to.end())));
    }
}
