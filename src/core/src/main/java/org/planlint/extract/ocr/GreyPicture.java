package org.planlint.extract.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Shades of grey, a byte a pixel from 0 for black, row by row from the upper left corner. */
public record GreyPicture(int width, int height, int dotsPerInch, byte[] shades) {
    /** Nine of ten dots of print and more are less coloured, by any scanner; those of pens and stamps are more. */
    private static final int OF_PRINT = 16;
    /** Print stays as dark as this under the colour that lies over it. */
    private static final int DARK = 90;

    /** As a scanner without colours would see it. */
    static GreyPicture of(BufferedImage picture, int dotsPerInch) {
        return of(picture, dotsPerInch, false);
    }

    /**
     * Without coloured ink: stamps and pens vanish, so that the print under them can be read. Black print has no colour;
     * dark pixels stay, since what is dark is taken for print.
     */
    static GreyPicture withoutColours(BufferedImage picture, int dotsPerInch) {
        return of(picture, dotsPerInch, true);
    }

    private static GreyPicture of(BufferedImage picture, int dotsPerInch, boolean dropColours) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] shades = new byte[width * height];
        int[] colours = colours(picture);
        for (int at = 0; at < shades.length; at++) {
            int r = colours[at] >> 16 & 0xFF;
            int g = colours[at] >> 8 & 0xFF;
            int b = colours[at] & 0xFF;
            int light = (r * 299 + g * 587 + b * 114) / 1000;
            if (dropColours) {
                light = faded(light, Math.max(r, Math.max(g, b)), Math.min(r, Math.min(g, b)));
            }
            shades[at] = (byte) light;
        }
        return new GreyPicture(width, height, dotsPerInch, shades);
    }

    /** Row by row; a drawn page's own, since asking for each pixel costs more than all that is done with it. */
    private static int[] colours(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB
                && picture.getRaster().getParent() == null
                && picture.getRaster().getDataBuffer() instanceof DataBufferInt own) {
            return own.getData();
        }
        int width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }

    /**
     * From a spread between its strongest and weakest colour that print does not reach a pixel fades, from twice as much on it
     * is white.
     */
    private static int faded(int light, int strongest, int weakest) {
        if (strongest <= DARK) {
            return light;
        }
        int colour = Math.max(0, Math.min(OF_PRINT, strongest - weakest - OF_PRINT));
        return light + (255 - light) * colour / OF_PRINT;
    }

    int shade(int x, int y) {
        return shades[y * width + x] & 0xFF;
    }

    /** Two pixels for each three, each with what falls into it. */
    GreyPicture atTwoThirds() {
        int w = width * 2 / 3;
        int h = height * 2 / 3;
        byte[] small = new byte[w * h];
        for (int y = 0; y < h; y++) {
            int top = y / 2 * 3 + y % 2;
            int upper = y % 2 == 0 ? 2 : 1;
            for (int x = 0; x < w; x++) {
                int left = x / 2 * 3 + x % 2;
                int first = x % 2 == 0 ? 2 : 1;
                int sum = upper * (first * shade(left, top) + (3 - first) * shade(left + 1, top))
                        + (3 - upper) * (first * shade(left, top + 1) + (3 - first) * shade(left + 1, top + 1));
                small[y * w + x] = (byte) (sum / 9);
            }
        }
        return new GreyPicture(w, h, dotsPerInch * 2 / 3, small);
    }

    /** Turned clockwise by so many quarters. */
    GreyPicture turned(int quarters) {
        if (quarters == 0) {
            return this;
        }
        boolean crosswise = quarters % 2 == 1;
        int w = crosswise ? height : width;
        int h = crosswise ? width : height;
        byte[] turned = new byte[shades.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                turned[y * w + x] = switch (quarters) {
                    case 1 -> shades[(height - 1 - x) * width + y];
                    case 2 -> shades[(height - 1 - y) * width + width - 1 - x];
                    default -> shades[x * width + width - 1 - y];
                };
            }
        }
        return new GreyPicture(w, h, dotsPerInch, turned);
    }

    /** White paper. */
    static GreyPicture blank(int width, int height, int dotsPerInch) {
        byte[] shades = new byte[width * height];
        Arrays.fill(shades, (byte) 255);
        return new GreyPicture(width, height, dotsPerInch, shades);
    }

    GreyPicture copy() {
        return new GreyPicture(width, height, dotsPerInch, shades.clone());
    }

    /** Takes the ink off a pixel; one outside has none. */
    void whiten(int x, int y) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            shades[y * width + x] = (byte) 255;
        }
    }

    /** Puts a part of another picture here; what lies outside of either is left out. */
    void put(GreyPicture other, int left, int top, int right, int bottom, int x, int y) {
        int from = Math.max(left, 0);
        int to = Math.min(Math.min(right, other.width), from + width - x);
        for (int row = Math.max(top, 0); row < Math.min(bottom, other.height) && y < height; row++, y++) {
            System.arraycopy(other.shades, row * other.width + from, shades, y * width + x, Math.max(0, to - from));
        }
    }

    /** As a portable grey map (PGM). */
    byte[] pgm() {
        byte[] head = ("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + shades.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(shades, 0, whole, head.length, shades.length);
        return whole;
    }
}
