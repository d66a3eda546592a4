package org.planlint.text;

/** A frame on one page. */
public record Area(int page, Paragraph.Box box) {}
