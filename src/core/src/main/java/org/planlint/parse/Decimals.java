package org.planlint.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arabic numbers of sections and items in recognised text, of which figures were read as letters or signs: "1.I. Nâng cao",
 * "Z. Công tác" behind "1.". What was read as figures stays what it is.
 */
final class Decimals {
    private static final Pattern BLURRED = Pattern.compile(
            "^(?<first>[\\dIl|{Z$§]{1,2})(?<mark>[.,])(?:(?<second>[\\dIl|{Z]{1,2})(?<end>[.,]))? (?=\\p{Lu})");
    private static final Pattern ONE = Pattern.compile("[Il|{]");
    /** No letter, so no Roman number either. */
    private static final Pattern STROKE = Pattern.compile("[|{]");

    private static final Pattern FIGURES = Pattern.compile("\\d+");

    /** The number before; 0 for none. */
    private int first;

    private int second;

    private Decimals() {}

    /** Sets right the numbers at the start of these lines. */
    static void repair(List<BareLine> lines, Recognition recognition) {
        Decimals before = new Decimals();
        for (int i = 0; i < lines.size(); i++) {
            BareLine line = lines.get(i);
            Matcher m = BLURRED.matcher(line.text());
            if (recognition.isOfPicture(line.paragraph) && !line.inData() && m.lookingAt()) {
                lines.set(i, m.group("second") == null ? before.single(line, m) : before.pair(line, m));
            }
        }
    }

    /** "2, Các đơn vị", "Z. Công tác": what follows the number before. */
    private BareLine single(BareLine line, Matcher m) {
        String read = figures(m.group("first"));
        boolean sure = read.equals(m.group("first")) && m.group("mark").equals(".");
        if (!FIGURES.matcher(read).matches()) {
            return line;
        }
        int value = Integer.parseInt(read);
        boolean stroke = STROKE.matcher(m.group("first")).matches();
        if (!sure
                && !stroke
                && (value != first + 1 || ONE.matcher(m.group("first")).find())) {
            return line;
        }
        first = value;
        second = 0;
        return sure ? line : line.with(0, m.end(), value + ". ");
    }

    /** "5,8.", "1.I.", "$.3." behind "3.2.". */
    private BareLine pair(BareLine line, Matcher m) {
        String number = figures(m.group("first"));
        String part = figures(m.group("second"));
        if (!FIGURES.matcher(part).matches()) {
            return line;
        }
        boolean next = Integer.parseInt(part) == second + 1;
        if (!FIGURES.matcher(number).matches()) {
            if (!next || second == 0) {
                return line;
            }
            number = String.valueOf(first);
        }
        first = Integer.parseInt(number);
        second = Integer.parseInt(part);
        String whole = first + "." + second + ". ";
        return line.text().startsWith(whole) ? line : line.with(0, m.end(), whole);
    }

    private static String figures(String read) {
        return ONE.matcher(read).replaceAll("1").replace('Z', '2');
    }
}
