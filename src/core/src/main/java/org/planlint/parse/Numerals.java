package org.planlint.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.text.NormalText;

/** Roman numbers of sections whose strokes recognition ran together or took for other signs: "HI." is III. */
final class Numerals {
    private static final Pattern BLURRED =
            Pattern.compile("^(?<number>[IVXHLl1|!íÌ]{1,6})(?<mark> ?[.,:]) ?(?=\\p{Lu})");
    private static final Pattern CAPITALS = Pattern.compile("[IVXH]");
    private static final Pattern STROKES = Pattern.compile("[l1|!íÌL]");

    private Numerals() {}

    static NormalText repair(NormalText line) {
        Matcher m = BLURRED.matcher(line.text());
        if (!m.find() || !CAPITALS.matcher(m.group("number")).find()) {
            return line;
        }
        String roman = STROKES.matcher(m.group("number").replace("H", "II")).replaceAll("I");
        boolean lone = m.group("number").equals("H");
        return roman.equals(m.group("number")) || lone || Vietnamese.roman(roman) <= 0
                ? line
                : line.with(m.start("number"), m.end("number"), roman);
    }
}
