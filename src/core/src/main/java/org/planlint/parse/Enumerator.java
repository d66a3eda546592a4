package org.planlint.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Section.Kind;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * The number at the start of a line.
 *
 * @param mark    what stands behind it, where rows may differ by it
 * @param value   its place in its row; 0 for dashes
 * @param prefix  of "2.1.3" the "2.1"; of a point its letter
 * @param end     where the words begin
 * @param printed the number with its mark
 */
record Enumerator(Kind kind, String mark, int value, String prefix, int end, String printed) {
    private static final Pattern PART = Pattern.compile("^(?:PHẦN|Phần)\\s+(?:(?:thứ|THỨ)\\s+(\\p{L}+)|(" + Pieces.ROMAN
            + "|\\d{1,2}))\\s*(?:[.:\\-–]|$|(?=\\s\\p{Lu}))");
    private static final Pattern CHAPTER =
            Pattern.compile("^(?:CHƯƠNG|Chương)\\s+([IVXLC]+|\\d{1,2})\\s*(?:[.:]|$|(?=\\s\\p{Lu}{2}))");
    private static final Pattern MUC = Pattern.compile("^(?:MỤC|Mục)\\s+(\\d{1,2}|" + Pieces.ROMAN + ")\\s*(?:[.:]|$)");
    private static final Pattern ARTICLE = Pattern.compile("^Điều\\s+(\\d{1,3})\\s*[.:]");
    private static final Pattern ROMAN =
            Pattern.compile("^(?!" + Pieces.ABOUT + ")([IVX]{1,7}|[XL]{1,3}[IVX]{0,5})\\s?([./)\\-–])\\s*(?=\\S)");
    private static final Pattern UPPER = Pattern.compile("^(" + Pieces.UPPER_LETTER + ")\\s?([.)/])\\s*(?=\\p{Lu})");
    private static final Pattern DECIMAL =
            Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2}){1,4})\\s?([.):])?\\s*(?=[\\p{L}\"“(])");
    private static final Pattern ARABIC =
            Pattern.compile("^(\\d{1,2})\\s?([.)]|[/\\-–](?=\\s))\\s*(?=[\\p{L}\"“(\\[*])");
    private static final Pattern PAREN = Pattern.compile("^\\((\\d{1,2})\\)\\s*[.:]?\\s*(?=\\S)");
    private static final Pattern LETTER =
            Pattern.compile("^(" + Pieces.POINT_LETTER + ")\\s?([.)]|/(?=\\s)|,(?=\\s\\p{Lu}))\\s*(?=\\S)");
    /** A point that says its clause too: "4.2.a. Các hộ …". */
    private static final Pattern LETTER_BEHIND_DECIMAL =
            Pattern.compile("^\\d{1,2}(?:\\.\\d{1,2}){0,4}\\.(" + Pieces.POINT_LETTER + ")\\s?([.)])\\s*(?=\\S)");

    private static final Pattern BULLET = Pattern.compile("^([-–—+*•▪✓])\\s*(?=\\S)");
    /** What an item counts may come first in it: "2. 200 áo", "3.1. 100% học sinh". */
    private static final String COUNTED = "\\s+(?=\\d{1,3}(?:\\.\\d{3})*(?:,\\d+)?\\s?(?:%|\\p{L}))";

    private static final Pattern BEFORE_COUNT = Pattern.compile("^(\\d{1,2})\\s?([.)])" + COUNTED);
    private static final Pattern DECIMAL_BEFORE_COUNT =
            Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2}){1,4})[.):]" + COUNTED);
    private static final Pattern UNIT_AFTER_DECIMAL =
            Pattern.compile("^" + Vocabulary.of("figures").any("units") + Pieces.WORD_END + ".*");

    /** The number that a line opens with beyond doubt, or null. */
    static Enumerator of(BareLine line) {
        char first = line.text().isEmpty() ? ' ' : line.text().charAt(0);
        if (Character.isLetter(first)) {
            return opensWithLetter(line);
        }
        return first >= '0' && first <= '9' ? opensWithDigit(line.text()) : opensWithSign(line.text());
    }

    private static Enumerator opensWithLetter(BareLine line) {
        String text = line.text();
        Matcher m = PART.matcher(text);
        if (m.lookingAt()) {
            int value = m.group(1) != null ? Vietnamese.ordinal(m.group(1)) : count(m.group(2));
            if (value > 0) {
                return at(m, Kind.PART, "", value, "");
            }
        }
        if ((m = CHAPTER.matcher(text)).find()) {
            return at(m, Kind.CHAPTER, "", count(m.group(1)), "");
        }
        if ((m = MUC.matcher(text)).find()) {
            return at(m, Kind.MUC, "", count(m.group(1)), "");
        }
        if ((m = ARTICLE.matcher(text)).find()) {
            return at(m, Kind.ARTICLE, "", count(m.group(1)), "");
        }
        if ((m = ROMAN.matcher(text)).find() && Vietnamese.roman(m.group(1)) > 0) {
            return at(m, Kind.ROMAN, m.group(2), Vietnamese.roman(m.group(1)), "");
        }
        if ((m = LETTER.matcher(text)).find()) {
            return letter(m);
        }
        if ((m = UPPER.matcher(text)).find() && line.isCapitals()) {
            return at(m, Kind.CHAPTER, "A", m.group(1).charAt(0) - 'A' + 1, "");
        }
        return null;
    }

    private static Enumerator opensWithDigit(String text) {
        Matcher m = LETTER_BEHIND_DECIMAL.matcher(text);
        if (m.find()) {
            return letter(m);
        }
        if ((m = DECIMAL.matcher(text)).find()
                && !UNIT_AFTER_DECIMAL.matcher(text.substring(m.end())).matches()) {
            return decimal(m);
        }
        if ((m = ARABIC.matcher(text)).find()
                && !UNIT_AFTER_DECIMAL.matcher(text.substring(m.end())).matches()) {
            return at(m, Kind.ARABIC, m.group(2), count(m.group(1)), "");
        }
        return null;
    }

    private static Enumerator opensWithSign(String text) {
        Matcher m = PAREN.matcher(text);
        if (m.find()) {
            return at(m, Kind.PAREN, "", count(m.group(1)), "");
        }
        if ((m = BULLET.matcher(text)).find()) {
            char c = m.group(1).charAt(0);
            Kind kind = c == '+' ? Kind.PLUS : c == '-' || c == '–' || c == '—' ? Kind.DASH : Kind.STAR;
            return at(m, kind, "", 0, "");
        }
        return null;
    }

    private static Enumerator at(Matcher m, Kind kind, String mark, int value, String prefix) {
        return new Enumerator(kind, mark, value, prefix, m.end(), m.group().strip());
    }

    private static Enumerator decimal(Matcher m) {
        String digits = m.group(1);
        int dot = digits.lastIndexOf('.');
        return at(m, Kind.DECIMAL, "", count(digits.substring(dot + 1)), digits.substring(0, dot));
    }

    /** A letter that Vietnamese points do not use (f, j, w, z) takes the place behind the one before it in Latin. */
    private static Enumerator letter(Matcher m) {
        char c = m.group(1).charAt(0);
        int value = Vietnamese.POINT_LETTERS.indexOf(c) + 1;
        if (value == 0) {
            value = Vietnamese.POINT_LETTERS.indexOf((char) (c - 1)) + 1;
            value = value == 0 ? 90 : value + 1;
        }
        return at(m, Kind.LETTER, m.group(2), value, String.valueOf(c));
    }

    /** The number of an item that begins with a figure of its own, or null; a broken line may look like one. */
    static Enumerator beforeCount(BareLine line) {
        Matcher m = BEFORE_COUNT.matcher(line.text());
        if (m.lookingAt()) {
            return at(m, Kind.ARABIC, m.group(2), count(m.group(1)), "");
        }
        if ((m = DECIMAL_BEFORE_COUNT.matcher(line.text())).find()) {
            return decimal(m);
        }
        return null;
    }

    /** A letter that Vietnamese points do not use. */
    boolean isForeignPoint() {
        return kind == Kind.LETTER && Vietnamese.POINT_LETTERS.indexOf(prefix.charAt(0)) < 0;
    }

    /** The number of this row with another value, in the same writing. */
    String written(int other) {
        return switch (kind) {
            case ROMAN -> Vietnamese.toRoman(other) + mark.replace("-", ".");
            case DECIMAL -> prefix + "." + other + ".";
            case ARABIC -> other + mark;
            case PAREN -> "(" + other + ")";
            case LETTER -> point(other);
            case ARTICLE -> "Điều " + other + ".";
            default -> String.valueOf(other);
        };
    }

    /** The point of that place; null behind the last letter. */
    private static String point(int place) {
        return place <= Vietnamese.POINT_LETTERS.length() ? Vietnamese.POINT_LETTERS.charAt(place - 1) + ")" : null;
    }

    private static int count(String digits) {
        return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : Vietnamese.roman(digits);
    }
}
