package org.planlint.text;

/** Paper and margins of a section of the file, in points; margins of a pdf are those of its text's frame. */
public record PageFormat(int fromPage, double width, double height,
                         Double top, Double right, Double bottom, Double left, Boolean differentFirstPage) {
}
