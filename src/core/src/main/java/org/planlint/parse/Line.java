package org.planlint.parse;

import java.util.List;

/** A line as finders see it: with its part of the document and its section. */
final class Line extends ZonedLine {
    /** Path of the section that it stands in, "" before the first. */
    final String section;
    /** The headings that enclose it, outermost first, each with a line break behind it. */
    final String sectionTitle;

    /** The same in capitals without diacritics. */
    final String headings;

    private List<Word> words;

    Line(ZonedLine line, String section, String sectionTitle, String headings) {
        super(line);
        this.section = section;
        this.sectionTitle = sectionTitle;
        this.headings = headings;
    }

    /** Its words, in their order. */
    List<Word> words() {
        if (words == null) {
            words = Word.of(this);
        }
        return words;
    }
}
