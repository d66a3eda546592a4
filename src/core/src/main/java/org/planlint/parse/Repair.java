package org.planlint.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.LawTables;
import org.planlint.text.NormalText;

/**
 * Sets right what recognition misreads where only a few readings can be meant: the fixed words of the form, the line of
 * the number, that of place and date, Roman numerals. Names and figures are left as they were read, and what is quoted
 * is what was read.
 */
final class Repair {
    private static final Pattern DASH = Pattern.compile("^[_.:„¬ ]*(?:[~«]-?|-[_.~]+) (?=\\S)");
    private static final Pattern SPECK =
            Pattern.compile("^[_.:„¬]+ ?(?=[-–+]\\s|\\d{1,2}[.)]\\s|\\p{Lu})|^[`'‘’´|\\\\/,]+ ?(?=\\p{Lu}\\p{Ll})");

    /** What is known of the words of the form: most files need none of it. */
    private record Known(FixedPhrases phrases, HeadLines headLines) {}

    private final LawTables law;
    private Known known;

    Repair(LawTables law) {
        this.law = law;
    }

    private synchronized Known known() {
        if (known == null) {
            known = new Known(new FixedPhrases(law), new HeadLines(law));
        }
        return known;
    }

    /** A line of recognised text as it was printed, as far as that can be told. */
    NormalText line(NormalText read, boolean inHead, Legibility legibility) {
        NormalText line = known().phrases().repair(read, inHead);
        return inHead ? known().headLines().repair(line, legibility) : tidy(line);
    }

    /** Specks before an item, and what its dash was taken for. */
    private static NormalText tidy(NormalText line) {
        Matcher dash = DASH.matcher(line.text());
        if (dash.lookingAt()) {
            return line.with(0, dash.end(), "- ");
        }
        Matcher speck = SPECK.matcher(line.text());
        return speck.lookingAt() ? line.with(0, speck.end(), "") : line;
    }
}
