package org.planlint.text;

/** What a reader could see in a file. A rule that needs more than this is not evaluated: unknown is not wrong. */
public enum Capability {
    /** Characters in reading order. */
    TEXT,
    /** Characters as somebody typed them, not recognised from the picture of a page. */
    TYPED_TEXT,
    /** The text of every page: none is a picture among pages with text, and none is damaged. */
    EVERY_PAGE,
    /** Fonts, sizes, bold and italic of each run. */
    FONTS,
    /** The colour of each run. */
    COLOURS,
    /** Alignment, indents and spacing of each paragraph. */
    LAYOUT,
    /** Page size and margins. */
    PAGE_FORMAT,
    /** The page on which each block stands. */
    PAGES,
    /** Headers and footers apart from the body. */
    HEADERS,
    /** What page number shows on the first page and on later ones. */
    PAGE_NUMBERS,
    /** Lines that are drawn, and borders. */
    LINES,
    /** Digital signature fields. */
    SIGNATURES,
    /** Tracked changes and comments. */
    REVISIONS
}
