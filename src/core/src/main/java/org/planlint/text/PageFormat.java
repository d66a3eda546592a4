package org.planlint.text;

/**
 * Paper and margins of a section of the file, in points; margins of a pdf are those of its text's frame.
 *
 * @param picture whether the page of a pdf is a picture without text
 * @param turn by how many degrees a pdf page is turned clockwise so that its text stands upright
 */
public record PageFormat(
        int fromPage,
        double width,
        double height,
        Double top,
        Double right,
        Double bottom,
        Double left,
        Boolean differentFirstPage,
        boolean picture,
        int turn) {}
