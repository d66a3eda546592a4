package org.planlint.text;

/** Where in the file a paragraph stands. */
public enum Place {
    BODY,
    CELL,
    TEXT_BOX,
    HEADER,
    FOOTER,
    FOOTNOTE,
    STAMP
}
