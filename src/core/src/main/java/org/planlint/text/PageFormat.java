package org.planlint.text;

/**
 * Paper and margins of a section of the file, in points; null where unknown. A pdf has one a page, whose margins are those of its
 * text.
 *
 * @param fromPage the first page of the section, 1-based; 0 where unknown
 * @param fromParagraph index of the section's first paragraph; -1 where unknown
 * @param top where the body begins, room for a header counted
 * @param gutter what is added to the left margin for the binding
 * @param header from the upper edge of the paper to the header
 * @param footer from the footer to the lower edge of the paper
 * @param differentFirstPage whether the first page has a header and a footer of its own
 * @param picture whether the page of a pdf is a picture without text
 * @param turn by how many degrees a pdf page is turned clockwise so that its text stands upright
 */
public record PageFormat(
        int fromPage,
        int fromParagraph,
        double width,
        double height,
        Double top,
        Double right,
        Double bottom,
        Double left,
        Double gutter,
        Double header,
        Double footer,
        Boolean differentFirstPage,
        boolean picture,
        int turn) {
    /** Wider than high. */
    public boolean landscape() {
        return width > height;
    }
}
