package org.planlint.parse;

import org.planlint.facts.LawTables;
import org.planlint.text.NormalText;

/**
 * Sets right what recognition misreads where only a few readings can be meant: the fixed words of the form, the line of
 * the number, that of place and date, Roman numerals. Names and figures are left as they were read, and what is quoted
 * is what was read.
 */
final class Repair {
    private final FixedPhrases phrases;
    private final HeadLines headLines;

    Repair(LawTables law) {
        phrases = new FixedPhrases(law);
        headLines = new HeadLines(law);
    }

    /** A line of recognised text as it was printed, as far as that can be told. */
    NormalText line(NormalText read, boolean inHead, Legibility legibility) {
        NormalText line = phrases.repair(read, inHead);
        line = inHead ? headLines.repair(line, legibility) : line;
        return Numerals.repair(line);
    }
}
