package org.planlint.parse;

import org.planlint.text.NormalText;
import org.planlint.text.Paragraph;
import org.planlint.text.Span;
import org.planlint.text.Table;

/** One line of the document as it was read: a paragraph, or a piece of one between forced breaks. */
class BareLine {
    final int index;
    final Paragraph paragraph;
    final Table table;
    final int row;
    final int column;
    private final NormalText normal;
    private final boolean inData;
    private String lower;
    /** Negative while nobody has asked. */
    private int firstDigit = -1;

    /** @param inData whether {@code table} holds data, and does not only place text */
    BareLine(int index, Paragraph paragraph, NormalText normal, Table table, int row, int column, boolean inData) {
        this.index = index;
        this.paragraph = paragraph;
        this.normal = normal;
        this.table = table;
        this.row = row;
        this.column = column;
        this.inData = inData;
    }

    BareLine(BareLine same) {
        this(same.index, same.paragraph, same.normal, same.table, same.row, same.column, same.inData);
    }

    /** The same with other characters in a place; what is quoted stays what was read. */
    BareLine with(int start, int end, String other) {
        return new BareLine(index, paragraph, normal.with(start, end, other), table, row, column, inData);
    }

    String text() {
        return normal.text();
    }

    /** Capitals without diacritics, character for character. */
    String folded() {
        return normal.folded();
    }

    String lower() {
        if (lower == null) {
            lower = NormalText.small(text());
        }
        return lower;
    }

    /** Whether a digit is followed, with at most a space between, by one of {@code marks}: cheaper than a pattern. */
    boolean hasDigitBefore(String marks) {
        String text = lower();
        for (int i = firstDigit(); i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                char next = text.charAt(i + 1);
                if (next == ' ' && i + 2 < text.length()) {
                    next = text.charAt(i + 2);
                }
                if (marks.indexOf(next) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the first digit stands in {@link #lower()}; its length for none. */
    private int firstDigit() {
        String text = lower();
        if (firstDigit < 0) {
            firstDigit = 0;
            while (firstDigit < text.length() && (text.charAt(firstDigit) < '0' || text.charAt(firstDigit) > '9')) {
                firstDigit++;
            }
        }
        return firstDigit;
    }

    Span span(int start, int end) {
        return normal.span(start, end);
    }

    Span span() {
        return normal.span();
    }

    /** Where in {@link #text()} a place begins that lies in this line. */
    int position(Span place) {
        return normal.position(place.start());
    }

    boolean inTable() {
        return table != null;
    }

    /** Whether it stands in a table that holds data, and does not only place text side by side. */
    boolean inData() {
        return inData;
    }

    boolean isCentred() {
        return paragraph.layout().alignment() == Paragraph.Alignment.CENTER;
    }

    /** Whether most of the paragraph is bold; false where the file shows no fonts. */
    boolean isBold() {
        int bold = 0;
        for (Paragraph.Run run : paragraph.runs()) {
            bold += run.bold() ? run.end() - run.start() : 0;
        }
        return bold * 2 > paragraph.text().length() - paragraph.autoLabel();
    }

    /** Whether its letters are all capitals. */
    boolean isCapitals() {
        boolean letter = false;
        for (int i = 0; i < text().length(); i++) {
            char c = text().charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letter |= Character.isLetter(c);
        }
        return letter;
    }

    @Override
    public String toString() {
        return text();
    }
}
