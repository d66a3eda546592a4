package org.planlint.extract.ocr;

import java.util.Arrays;
import java.util.BitSet;
import org.planlint.text.InkMap;

/** Black and white of a picture: what is darker than the paper around it is ink. */
final class Ink {
    /** Paper is measured in squares of so many pixels. */
    private static final int TILE = 64;
    /** As bright is the paper of a square: most of its pixels are no brighter. */
    private static final double PAPER = 0.8;
    /** Nothing darker is taken for paper: a black square is all ink. */
    private static final int DARKEST_PAPER = 110;
    /** By so much darker than the paper is ink. */
    private static final int CONTRAST = 60;
    /** So many dark pixels at 300 dots an inch in a cell of the map are ink, fewer are specks. */
    private static final int SPECK = 4;

    final int width;
    final int height;
    private final BitSet black;
    private final int dotsPerInch;

    private Ink(int width, int height, BitSet black, int dotsPerInch) {
        this.width = width;
        this.height = height;
        this.black = black;
        this.dotsPerInch = dotsPerInch;
    }

    static Ink of(GreyPicture picture) {
        int[][] paper = paper(picture);
        int width = picture.width();
        byte[] shades = picture.shades();
        BitSet black = new BitSet(width * picture.height());
        for (int y = 0; y < picture.height(); y++) {
            int[] around = paper[y / TILE];
            int row = y * width;
            for (int left = 0; left < width; left += TILE) {
                int darkerThan = around[left / TILE] - CONTRAST;
                for (int at = row + left; at < row + Math.min(width, left + TILE); at++) {
                    if ((shades[at] & 0xFF) < darkerThan) {
                        black.set(at);
                    }
                }
            }
        }
        return new Ink(width, picture.height(), black, picture.dotsPerInch());
    }

    /** Turned so that lines run level. */
    Ink straightened(Straight straight) {
        if (straight.slope() == 0) {
            return this;
        }
        BitSet level = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = (int) Math.round(straight.backX(x, y));
                int fromY = (int) Math.round(straight.backY(x, y));
                if (fromX >= 0 && fromX < width && fromY >= 0 && fromY < height && isBlack(fromX, fromY)) {
                    level.set(y * width + x);
                }
            }
        }
        return new Ink(width, height, level, dotsPerInch);
    }

    private static int[][] paper(GreyPicture picture) {
        int[][] paper = new int[picture.height() / TILE + 1][picture.width() / TILE + 1];
        int[] counts = new int[256];
        for (int row = 0; row < paper.length; row++) {
            for (int column = 0; column < paper[row].length; column++) {
                Arrays.fill(counts, 0);
                int pixels = 0;
                for (int y = row * TILE; y < Math.min((row + 1) * TILE, picture.height()); y++) {
                    for (int x = column * TILE; x < Math.min((column + 1) * TILE, picture.width()); x++) {
                        counts[picture.shade(x, y)]++;
                        pixels++;
                    }
                }
                int shade = 0;
                for (int below = counts[0]; below < pixels * PAPER; below += counts[++shade]) {}
                paper[row][column] = Math.max(shade, DARKEST_PAPER);
            }
        }
        return paper;
    }

    /** The share of the picture that is ink. */
    double share() {
        return black.cardinality() / (double) (width * height);
    }

    boolean isBlack(int x, int y) {
        return black.get(y * width + x);
    }

    /** The first ink of a row from here on; the width where none is. */
    int nextBlack(int x, int y) {
        int at = black.nextSetBit(y * width + x);
        return at < 0 ? width : Math.min(width, at - y * width);
    }

    /** The first paper of a row from here on; the width where none is. */
    int nextWhite(int x, int y) {
        return Math.min(width, black.nextClearBit(y * width + x) - y * width);
    }

    int dotsPerInch() {
        return dotsPerInch;
    }

    /** Turned clockwise by so many quarters. */
    Ink turned(int quarters) {
        if (quarters == 0) {
            return this;
        }
        int w = quarters % 2 == 1 ? height : width;
        int h = quarters % 2 == 1 ? width : height;
        BitSet turned = new BitSet(width * height);
        for (int at = black.nextSetBit(0); at >= 0; at = black.nextSetBit(at + 1)) {
            int x = at % width;
            int y = at / width;
            turned.set(
                    switch (quarters) {
                        case 1 -> x * w + w - 1 - y;
                        case 2 -> (h - 1 - y) * w + w - 1 - x;
                        default -> (h - 1 - x) * w + y;
                    });
        }
        return new Ink(w, h, turned, dotsPerInch);
    }

    /** The same with rows and columns changed about. */
    Ink transposed() {
        BitSet other = new BitSet(width * height);
        for (int at = black.nextSetBit(0); at >= 0; at = black.nextSetBit(at + 1)) {
            other.set(at % width * height + at / width);
        }
        return new Ink(height, width, other, dotsPerInch);
    }

    /** In cells of points. */
    InkMap map() {
        double cell = InkMap.CELL * dotsPerInch / 72.0;
        int columns = (int) Math.ceil(width / cell);
        int rows = (int) Math.ceil(height / cell);
        int[] pixels = new int[columns * rows];
        for (int at = black.nextSetBit(0); at >= 0; at = black.nextSetBit(at + 1)) {
            pixels[(int) (at / width / cell) * columns + (int) (at % width / cell)]++;
        }
        int least = Math.max(1, SPECK * dotsPerInch * dotsPerInch / (300 * 300));
        long[] bits = new long[(columns * rows + 63) / 64];
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] >= least) {
                bits[i >> 6] |= 1L << (i & 63);
            }
        }
        return new InkMap(columns, rows, bits);
    }
}
