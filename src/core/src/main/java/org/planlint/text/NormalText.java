package org.planlint.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A paragraph's text brought to one form for matching, with the way back to the characters of the file.
 *
 * <p>NFC; every space a plain one and runs of spaces one; zero-width characters gone; Ð as Đ and Ƣ as Ư;
 * tone marks placed the new way (hoà as hòa, uỷ as ủy), since both are right and neither may hide a match.
 */
public final class NormalText {
    private static final String OLD_TONES = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ";
    private static final String NEW_TONES = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy";

    private static final char[] FOLDED = foldTable();
    private static final char[] SMALL = smallTable();

    private final Paragraph paragraph;
    private final String original;
    private final String text;
    private final int[] origin;
    private String folded;
    private Span whole;

    private NormalText(Paragraph paragraph, String text, int[] origin) {
        this.paragraph = paragraph;
        this.original = paragraph.text();
        this.text = text;
        this.origin = origin;
    }

    /** Normalises characters {@code from} to {@code to} of the paragraph. */
    public static NormalText of(Paragraph paragraph, int from, int to) {
        String source = paragraph.text();
        StringBuilder out = new StringBuilder(to - from);
        int[] origin = new int[(to - from) * 2 + 1];
        int i = from;
        while (i < to) {
            char c = source.charAt(i);
            int next = i + 1;
            int before = out.length();
            if (c >= 0x80) {
                while (next < to && isMark(source.charAt(next))) {
                    next++;
                }
                if (isInvisible(c)) {
                    i = next;
                    continue;
                }
                if (next == i + 1 && isWideSpace(c)) {
                    out.append(' ');
                } else if (next > i + 1 || c >= 0x1100 && !isComposed(c)) {
                    out.append(Normalizer.normalize(source.substring(i, next), Normalizer.Form.NFC));
                } else {
                    out.append(single(c));
                }
            } else if (next < to && isMark(source.charAt(next))) {
                while (next < to && isMark(source.charAt(next))) {
                    next++;
                }
                out.append(Normalizer.normalize(source.substring(i, next), Normalizer.Form.NFC));
            } else {
                out.append(c == '\r' || c == '\u000B' || c == '\f' ? ' ' : c);
            }
            if (before > 0 && out.length() > before && out.charAt(before) == ' ' && out.charAt(before - 1) == ' ') {
                out.setLength(before);
            }
            if (origin.length < out.length() + 1) {
                origin = Arrays.copyOf(origin, origin.length * 2 + 8);
            }
            Arrays.fill(origin, before, out.length(), i);
            i = next;
        }
        return finish(paragraph, out, origin, from, to);
    }

    private static NormalText finish(Paragraph paragraph, StringBuilder out, int[] origin, int from, int to) {
        placeTones(out);
        int start = 0;
        int end = out.length();
        while (start < end && out.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && out.charAt(end - 1) <= ' ') {
            end--;
        }
        int[] map = new int[end - start + 1];
        System.arraycopy(origin, start, map, 0, end - start);
        map[end - start] = to;
        if (end < out.length()) {
            map[end - start] = origin[end];
        }
        if (end == start) {
            map[0] = from;
        }
        return new NormalText(paragraph, out.substring(start, end), map);
    }

    /** Letters and punctuation that are NFC as they stand: most of a Vietnamese text above Latin-1. */
    private static boolean isComposed(char c) {
        return c >= 0x1E00 && c <= 0x1EFF || c >= 0x2010 && c <= 0x2027;
    }

    /** The wide and narrow spaces of typesetters. */
    private static boolean isWideSpace(char c) {
        return c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x205F || c == 0x3000;
    }

    private static boolean isMark(char c) {
        return c >= 0x0300 && c <= 0x036F;
    }

    private static boolean isInvisible(char c) {
        return c == '\u200B'
                || c == '\u200C'
                || c == '\u200D'
                || c == '\u2060'
                || c == '\uFEFF'
                || c == '\u00AD'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E');
    }

    private static char single(char c) {
        return switch (c) {
            case '\u00D0', '\u0189' -> 'Đ';
            case '\u00F0' -> 'đ';
            case '\u01A2' -> 'Ư';
            case '\u01A3' -> 'ư';
            case '\u00A0' -> ' ';
            default -> c;
        };
    }

    /** Turns oà into òa at the end of a syllable; "hoàn" keeps its mark, and "quý" too, where u belongs to qu. */
    private static void placeTones(StringBuilder text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char second = text.charAt(i + 1);
            if (second < 0x80) {
                continue;
            }
            char first = text.charAt(i);
            char lowFirst = Character.toLowerCase(first);
            if (lowFirst != 'o' && lowFirst != 'u') {
                continue;
            }
            if (i + 2 < text.length() && Character.isLetter(text.charAt(i + 2))) {
                continue;
            }
            if (lowFirst == 'u' && i > 0 && Character.toLowerCase(text.charAt(i - 1)) == 'q') {
                continue;
            }
            char lowSecond = Character.toLowerCase(second);
            for (int k = 0; k < OLD_TONES.length(); k += 2) {
                if (OLD_TONES.charAt(k) == lowFirst && OLD_TONES.charAt(k + 1) == lowSecond) {
                    text.setCharAt(i, likeCase(first, NEW_TONES.charAt(k)));
                    text.setCharAt(i + 1, likeCase(second, NEW_TONES.charAt(k + 1)));
                    break;
                }
            }
        }
    }

    private static char likeCase(char model, char c) {
        return Character.isUpperCase(model) ? Character.toUpperCase(c) : c;
    }

    public String text() {
        return text;
    }

    /** The text without diacritics in capitals, character for character; for strings that scans and old fonts blur. */
    public String folded() {
        if (folded == null) {
            folded = fold(text);
        }
        return folded;
    }

    /** Characters {@code start} to {@code end} of {@link #text()} as a place in the file. */
    public Span span(int start, int end) {
        int from = origin[start];
        int to = end <= start ? from : end < origin.length ? origin[end] : origin[origin.length - 1];
        while (to > from
                && to <= original.length()
                && Character.isWhitespace(original.charAt(to - 1))
                && end > start
                && !Character.isWhitespace(text.charAt(end - 1))) {
            to--;
        }
        return Span.of(paragraph, from, to);
    }

    /** Where in {@link #text()} the character stands that the paragraph has at {@code at}; its end for one behind it. */
    public int position(int at) {
        int from = 0;
        int to = text.length();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (origin[middle] < at) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /**
     * The same with other characters from {@code start} to {@code end}. The way back still leads to those that stand in
     * the file, so that what is quoted is what was read.
     */
    public NormalText with(int start, int end, String other) {
        int grown = other.length() - (end - start);
        int[] map = new int[origin.length + grown];
        System.arraycopy(origin, 0, map, 0, start);
        for (int i = 0; i < other.length(); i++) {
            map[start + i] = origin[start + Math.min(i, Math.max(0, end - start - 1))];
        }
        System.arraycopy(origin, end, map, end + grown, origin.length - end);
        return new NormalText(paragraph, text.substring(0, start) + other + text.substring(end), map);
    }

    /** The whole of it as a place in the file. */
    public Span span() {
        if (whole == null) {
            whole = span(0, text.length());
        }
        return whole;
    }

    /** Capitals without diacritics, one character for one; đ becomes D. */
    public static String fold(String text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            char c = text.charAt(i);
            out[i] = c < FOLDED.length ? FOLDED[c] : c;
        }
        return new String(out);
    }

    /** Small letters, one character for one. */
    public static String small(String text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            char c = text.charAt(i);
            out[i] = c < SMALL.length ? SMALL[c] : Character.toLowerCase(c);
        }
        return new String(out);
    }

    private static char[] smallTable() {
        char[] table = new char[FOLDED.length];
        for (char c = 0; c < table.length; c++) {
            table[c] = Character.toLowerCase(c);
        }
        return table;
    }

    /** All letters are decomposed at once: one by one they cost a start a hundredth of a second. */
    private static char[] foldTable() {
        char[] table = new char[0x1F00];
        StringBuilder letters = new StringBuilder(table.length * 2);
        for (char c = 0; c < table.length; c++) {
            letters.append('\n').append(c);
        }
        String parted = Normalizer.normalize(letters, Normalizer.Form.NFD);
        int at = 0;
        for (char c = 0; c < table.length; c++) {
            table[c] = Character.toUpperCase(parted.charAt(at + 1));
            at = parted.indexOf('\n', at + 2);
        }
        table['đ'] = 'D';
        table['Đ'] = 'D';
        return table;
    }

    @Override
    public String toString() {
        return text;
    }
}
