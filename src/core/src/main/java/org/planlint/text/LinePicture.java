package org.planlint.text;

/**
 * A line cut out of the picture of its page, as the scan shows it.
 *
 * @param width     in points, as {@link Area} counts
 * @param mediaType image/png or image/jpeg
 */
public record LinePicture(double width, double height, String mediaType, byte[] bytes) {}
