package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a line as letters that stand together.
 *
 * @param small the word in small letters
 */
record Word(Line line, int start, int end, String small) {
    /** What joins a word to a symbol, an address, a number or a longer word, where it stands right beside it. */
    private static final int WIDEST_SPACE = 2;

    private static final String JOINS = "@/_'’-–&\\";

    static List<Word> of(Line line) {
        List<Word> words = new ArrayList<>();
        String text = line.text();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && isOfWord(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(new Word(line, start, i, line.lower().substring(start, i)));
                start = -1;
            }
        }
        return words;
    }

    static boolean isOfWord(char c) {
        return c < 0x80
                ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
                : Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    String text() {
        return line.text().substring(start, end);
    }

    /** Whether both have the same letters, capitals apart. */
    boolean isWrittenAs(Word other) {
        return end - start == other.end - other.start
                && line.text().regionMatches(start, other.line.text(), other.start, end - start);
    }

    /** This word and those up to {@code last}, in small letters. */
    String to(Word last) {
        return line.lower().substring(start, last.end);
    }

    /** The same in capitals without diacritics. */
    String foldedTo(Word last) {
        return line.folded().substring(start, last.end);
    }

    /** Whether the other stands behind it with one space between. */
    boolean isBefore(Word next) {
        return next != null && next.start == end + 1 && line.text().charAt(end) == ' ';
    }

    /** Whether the file has a gap between them that sets columns apart. */
    boolean isInAnotherColumn(Word next) {
        return line.span(end, next.start).text().length() > WIDEST_SPACE;
    }

    boolean isCapitals() {
        char first = line.text().charAt(start);
        return Character.toUpperCase(first) == first && text().equals(text().toUpperCase(Locale.ROOT));
    }

    boolean isCapitalised() {
        return Character.isUpperCase(line.text().charAt(start));
    }

    /** Whether it is a piece of something longer: "(c/đ)", "makét2", "ke-hoach@…". */
    boolean isPiece() {
        String text = line.text();
        boolean before = start > 0 && joins(text.charAt(start - 1));
        boolean behind = end < text.length() && joins(text.charAt(end));
        boolean dotted = end + 1 < text.length()
                        && text.charAt(end) == '.'
                        && Character.isLetterOrDigit(text.charAt(end + 1))
                || start > 1 && text.charAt(start - 1) == '.' && Character.isLetterOrDigit(text.charAt(start - 2));
        return before || behind || dotted;
    }

    private static boolean joins(char c) {
        return JOINS.indexOf(c) >= 0 || Character.isDigit(c);
    }

    /** Small letters in the case of the model: all capitals, the first, or none. */
    static String likeCase(String model, String word) {
        if (model.equals(model.toUpperCase(Locale.ROOT))) {
            return word.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(model.charAt(0))
                ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                : word;
    }
}
