package org.planlint.text;

/**
 * How a page looks, upright as it is read.
 *
 * @param page      1-based
 * @param width     of the page in points, as {@link Area} counts
 * @param mediaType image/png or image/jpeg
 */
public record PagePicture(int page, double width, double height, String mediaType, byte[] bytes) {}
