package org.planlint.parse;

import java.util.List;
import java.util.Locale;
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
    private static final Pattern SPECK = Pattern.compile(
            "^[_.:„¬]+ ?(?=[-–+]\\s|\\d{1,2}[.)]\\s|\\d{1,2},\\s\\p{Lu}|\\p{Lu})|^[`'‘’´|\\\\/,]+ ?(?=\\p{Lu}\\p{Ll})");

    /** "2. _ Mục tiêu", "I. .. MỤC TIÊU", "2... Các phòng", "Iv.. TỔ CHỨC": specks behind a number. */
    private static final Pattern NUMBER_SPECK = Pattern.compile(
            "^(?<number>\\d{1,2}|[IVXivx]{1,5})(?:\\.{2,3}|[.)] ?[_.`'‘’´~…¬]{1,3}) (?=\\p{Lu}(?<second>\\S))");

    /** "kềm theo": no other words have these letters. */
    private static final Pattern ATTACHED = Pattern.compile("(?<![A-Z])KEM THEO(?![A-Z])");

    /** Behind a name alone on its line. */
    private static final Pattern SPECKS_BEHIND =
            Pattern.compile("^(?:\\p{Lu}\\p{Ll}+ ){1,4}\\p{Lu}\\p{Ll}+(?<specks> ?[_.,'`’|~-]{1,3})$");

    /** What is known of the words of the form: most files need none of it. */
    private record Known(FixedPhrases phrases, HeadLines headLines, SignersTitles titles) {}

    private final LawTables law;
    private Known known;

    Repair(LawTables law) {
        this.law = law;
    }

    private synchronized Known known() {
        if (known == null) {
            known = new Known(new FixedPhrases(law), new HeadLines(law), new SignersTitles());
        }
        return known;
    }

    /** A line of recognised text as it was printed, as far as that can be told. */
    NormalText line(NormalText read, boolean inHead, Legibility legibility) {
        NormalText line = known().phrases().repair(read, inHead);
        return inHead ? known().headLines().repair(line, legibility) : attached(tidy(line));
    }

    private static NormalText attached(NormalText line) {
        Matcher m = ATTACHED.matcher(line.folded());
        if (!m.find() || Character.isUpperCase(line.text().charAt(m.start() + 1))) {
            return line;
        }
        boolean first = Character.isUpperCase(line.text().charAt(m.start()));
        return line.with(m.start(), m.end(), first ? "Kèm theo" : "kèm theo");
    }

    /** Titles in signature blocks, which need the lines around them. */
    void titlesOfSigners(List<BareLine> lines, Recognition recognition) {
        known().titles().repair(lines, recognition);
    }

    /** Specks before an item, and what its dash was taken for. */
    private static NormalText tidy(NormalText line) {
        Matcher dash = DASH.matcher(line.text());
        if (dash.lookingAt()) {
            return line.with(0, dash.end(), "- ");
        }
        Matcher number = NUMBER_SPECK.matcher(line.text());
        if (number.find()) {
            String read = number.group("number");
            boolean capitals = Character.isUpperCase(number.group("second").charAt(0));
            return line.with(0, number.end(), (capitals ? read.toUpperCase(Locale.ROOT) : read) + ". ");
        }
        Matcher behind = SPECKS_BEHIND.matcher(line.text());
        if (behind.matches()) {
            return line.with(behind.start("specks"), line.text().length(), "");
        }
        Matcher speck = SPECK.matcher(line.text());
        return speck.lookingAt() ? line.with(0, speck.end(), "") : line;
    }
}
