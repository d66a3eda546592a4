package org.planlint.annotate;

import java.util.List;
import org.planlint.text.Paragraph.Alignment;

/** One change of a document that its program can show as tracked. What is null in it stays as it is; measures in points. */
public sealed interface Edit {
    /** Other characters in place of some of a paragraph's, in stretches that go together. */
    record Words(int paragraph, List<Note.Change> changes) implements Edit {
        public Words {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Another type for characters {@code start} to {@code end} of a paragraph.
     *
     * @param black whether they get the colour of ordinary text
     */
    record Type(
            int paragraph, int start, int end, String font, Double size, Boolean bold, Boolean italic, boolean black)
            implements Edit {
        public Type(int paragraph, int start, int end) {
            this(paragraph, start, end, null, null, null, null, false);
        }

        public Type inFont(String name) {
            return new Type(paragraph, start, end, name, size, bold, italic, black);
        }

        public Type ofSize(double points) {
            return new Type(paragraph, start, end, font, points, bold, italic, black);
        }

        public Type bold(boolean on) {
            return new Type(paragraph, start, end, font, size, on, italic, black);
        }

        public Type italic(boolean on) {
            return new Type(paragraph, start, end, font, size, bold, on, black);
        }

        public Type inBlack() {
            return new Type(paragraph, start, end, font, size, bold, italic, true);
        }
    }

    /**
     * Another setting of a paragraph.
     *
     * @param firstLine the indent of its first line, which then hangs no more
     * @param line      in lines
     */
    record Setting(int paragraph, Alignment alignment, Double firstLine, Double before, Double after, Double line)
            implements Edit {
        public Setting(int paragraph) {
            this(paragraph, null, null, null, null, null);
        }

        public Setting aligned(Alignment to) {
            return new Setting(paragraph, to, firstLine, before, after, line);
        }

        public Setting indented(double points) {
            return new Setting(paragraph, alignment, points, before, after, line);
        }

        public Setting spaced(Double above, Double below) {
            return new Setting(paragraph, alignment, firstLine, above, below, line);
        }

        public Setting withLine(double lines) {
            return new Setting(paragraph, alignment, firstLine, before, after, lines);
        }
    }

    /** Another paper or other margins for a section, counted from 0 in the order of the file. */
    record Page(int section, Double width, Double height, Double top, Double right, Double bottom, Double left)
            implements Edit {}

    /**
     * Page numbers in the middle of the top margin of every page but the first, upright and in Arabic figures, in place of those
     * that there are. Word cannot track it.
     *
     * @param note what a comment on this paragraph says of it
     */
    record PageNumbers(double size, int paragraph, String note) implements Edit {}
}
