package org.planlint.text;

/**
 * What page number shows on the pages of a section.
 *
 * @param section which of {@link Document#pageFormats}, from 0; in a pdf the whole file is one section, 0
 * @param first   what shows on the section's first page; null for none
 * @param later   what shows on every later page; null where one has none
 * @param start   the number that the section's first page is given anew; null where the count goes on
 * @param format  how the file calls the figures, such as {@code decimal} or {@code upperRoman}; null where it says nothing
 */
public record PageNumbering(int section, Shown first, Shown later, Integer start, String format) {
    /**
     * A number as it shows.
     *
     * @param paragraph index of the paragraph in which it stands; -1 where unknown
     * @param place     {@link Place#HEADER} or {@link Place#FOOTER}
     * @param alignment null where unknown
     * @param form      as it is printed, with 1 for the number: {@code 1}, {@code - 1 -}, {@code Trang 1/5}
     * @param field     whether the program counts; false for figures that somebody typed
     * @param size      in points; null where unknown
     * @param bold      null where unknown
     * @param italic    null where unknown
     */
    public record Shown(
            int paragraph,
            Place place,
            Paragraph.Alignment alignment,
            String form,
            boolean field,
            Double size,
            Boolean bold,
            Boolean italic) {}
}
