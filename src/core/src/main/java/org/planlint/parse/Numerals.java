package org.planlint.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.text.NormalText;

/**
 * The numbers of sections in recognised text. Strokes run together or are lost, "HI." and "II." for III, so a Roman number
 * is read by its V and X, and by which comes next; and a point đ by the d before it.
 */
final class Numerals {
    private static final Pattern BLURRED = Pattern.compile(
            "^(?<number>[IVXHLl1|!íÌ]{1,6})(?<mark> ?[.,:])(?: |(?=\\p{Lu}))(?=[\\p{Lu}“\"])");
    private static final Pattern ROMAN_LETTERS = Pattern.compile("[IVXH]");
    private static final Pattern STROKES = Pattern.compile("[l1|!íÌL]");
    private static final Pattern POINT = Pattern.compile("^(?<letter>[a-zđ]) ?[).] ?(?=\\S)");
    private static final int LONGEST = 200;
    private static final int LARGEST = 20;

    private Numerals() {}

    /** Sets right the numbers at the start of these lines, in their order. */
    static void repair(List<BareLine> lines, Recognition recognition) {
        int last = 0;
        char point = 0;
        for (int i = 0; i < lines.size(); i++) {
            BareLine line = lines.get(i);
            if (!recognition.isOfPicture(line.paragraph) || line.inData()) {
                continue;
            }
            Matcher roman = BLURRED.matcher(line.text());
            Matcher letter = POINT.matcher(line.text());
            if (roman.find() && line.text().length() < LONGEST && isRoman(roman, line, last)) {
                int value = value(strokes(roman), last + 1);
                if (value > 0) {
                    lines.set(i, line.with(roman.start("number"), roman.end(), Vietnamese.toRoman(value) + ". "));
                    last = value;
                }
            } else if (letter.find()) {
                char read = letter.group("letter").charAt(0);
                char meant = read == 'd' && point == 'd' ? 'đ' : read == 'đ' && point == 'c' ? 'd' : read;
                if (meant != read) {
                    lines.set(i, line.with(letter.start("letter"), letter.end("letter"), String.valueOf(meant)));
                }
                point = meant;
            }
        }
    }

    /** In capitals "1." may be I., where that is what comes next. */
    private static boolean isRoman(Matcher m, BareLine line, int last) {
        return ROMAN_LETTERS.matcher(m.group("number")).find()
                || line.isCapitals() && strokes(m).length() == last + 1 && last < 3;
    }

    private static String strokes(Matcher m) {
        return STROKES.matcher(m.group("number").replace("H", "II")).replaceAll("I");
    }

    /** The number that comes next, if what was read may be it; else what was read; 0 for none. */
    private static int value(String read, int next) {
        if (next <= LARGEST && skeleton(Vietnamese.toRoman(next)).equals(skeleton(read))) {
            return next;
        }
        return Vietnamese.roman(read);
    }

    /** V and X alone: what is lost or added are strokes. */
    private static String skeleton(String roman) {
        return roman.replace("I", "");
    }
}
