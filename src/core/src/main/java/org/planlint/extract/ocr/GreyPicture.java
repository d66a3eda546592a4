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

    /** So many dots of a page are no brighter than its paper. */
    private static final double PAPER = 0.8;
    /** What is darker than paper by more is ink. */
    private static final int CONTRAST = 60;
    /** The darkest fifth of ink is print, and no edge of it. */
    private static final double PRINT = 0.2;
    /** On the way from print to paper: what lies beyond {@link #GREY} is no print, what lies so far before it is. */
    private static final double EDGE = 0.2;

    private static final double GREY = 0.45;
    /** Where the scanner saw no colours, stamps come out darker. */
    private static final double GREY_OF_GREY = 0.35;
    /** Of a picture without colours no more dots have any. */
    private static final double COLOURLESS = 0.0001;
    /** The ink of stamps has such a spread between its colours. */
    private static final int OF_STAMP = 60;
    /** Of how bright it is by itself it is no brighter over print, and no darker beside it. */
    private static final double UNDER = 0.82;

    private static final double BARE = 0.9;

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

    /**
     * With nothing but what is as dark as print: stamps and pens are lighter, even where no colour tells them. Red ink is as bright
     * in red as paper is; where it is darker than elsewhere, print lies under it.
     */
    static GreyPicture ofPrint(BufferedImage picture, int dotsPerInch) {
        int width = picture.getWidth();
        int[] colours = colours(picture);
        byte[] shades = new byte[width * picture.getHeight()];
        int[] strongest = new int[256];
        int[] red = new int[256];
        int coloured = 0;
        for (int colour : colours) {
            int most = most(colour);
            strongest[most]++;
            coloured += most - least(colour) > OF_PRINT ? 1 : 0;
            if (most == (colour >> 16 & 0xFF) && most - least(colour) > OF_STAMP) {
                red[most]++;
            }
        }
        int paper = quantile(strongest, 256, PAPER);
        int print = quantile(strongest, Math.max(0, paper - CONTRAST), PRINT);
        int stamp = quantile(red, 256, 0.5);
        double grey = coloured > shades.length * COLOURLESS ? GREY : GREY_OF_GREY;
        for (int at = 0; at < shades.length; at++) {
            int most = most(colours[at]);
            double shade = ramp(most, print + (paper - print) * (grey - EDGE), print + (paper - print) * grey);
            if (most == (colours[at] >> 16 & 0xFF)) {
                double share = ramp(most - least(colours[at]), OF_STAMP / 2.0, OF_STAMP);
                double under = Math.min(shade, ramp(most, stamp * UNDER, stamp * BARE));
                shade += (under - shade) * share;
            }
            shades[at] = (byte) Math.round(255 * shade);
        }
        return new GreyPicture(width, picture.getHeight(), dotsPerInch, shades);
    }

    /** Of each dot by how much its strongest colour differs from its weakest: 0 where it is grey. */
    static GreyPicture ofColours(BufferedImage picture, int dotsPerInch) {
        int[] colours = colours(picture);
        byte[] shades = new byte[colours.length];
        for (int at = 0; at < shades.length; at++) {
            shades[at] = (byte) (most(colours[at]) - least(colours[at]));
        }
        return new GreyPicture(picture.getWidth(), picture.getHeight(), dotsPerInch, shades);
    }

    /** 0 up to one value, 1 from another on, and between them what lies between. */
    private static double ramp(double value, double none, double all) {
        return Math.max(0, Math.min(1, (value - none) / (all - none)));
    }

    /** Below which this share of those counted below {@code end} lies. */
    private static int quantile(int[] counts, int end, double share) {
        long all = Arrays.stream(counts, 0, end).asLongStream().sum();
        int value = 0;
        for (long below = counts[0]; value < end - 1 && below < all * share; below += counts[++value]) {}
        return value;
    }

    private static int most(int colour) {
        return Math.max(colour >> 16 & 0xFF, Math.max(colour >> 8 & 0xFF, colour & 0xFF));
    }

    private static int least(int colour) {
        return Math.min(colour >> 16 & 0xFF, Math.min(colour >> 8 & 0xFF, colour & 0xFF));
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
