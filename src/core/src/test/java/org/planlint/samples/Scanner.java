package org.planlint.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** A machine that makes a picture of a sheet, and how well it does. */
enum Scanner {
    MFP300(300, Ink.COLOUR, 252, 2, 0, 0, 0.85f),
    GREY200(200, Ink.GREY, 238, 6, 1, 0.5, 0.6f),
    COLOUR200(200, Ink.COLOUR, 244, 5, 1, 0.2, 0.6f),
    LOW150(150, Ink.GREY, 214, 7, 0, 0.2, 0.45f),
    COPY200(200, Ink.BLACK, 235, 26, 1, 7, 1),
    BLACK300(300, Ink.BLACK, 250, 14, 1, 1, 1);

    private enum Ink {
        COLOUR,
        GREY,
        BLACK
    }

    private static final int THRESHOLD = 150;
    /** Noise is drawn from so many values, since a page has millions of dots. */
    private static final int NOISES = 4096;

    final int dpi;
    private final Ink ink;
    /** How bright bare paper comes out, of 255. */
    private final int ground;
    /** By how much each dot is off: standard deviation, of 255. */
    private final double noise;
    /** How many times the picture is softened over three dots. */
    private final int blur;
    /** Spots of dirt on a square inch. */
    private final double specks;
    /** Of JPEG, 0 to 1. */
    final float quality;

    Scanner(int dpi, Ink ink, int ground, double noise, int blur, double specks, float quality) {
        this.dpi = dpi;
        this.ink = ink;
        this.ground = ground;
        this.noise = noise;
        this.blur = blur;
        this.specks = specks;
        this.quality = quality;
    }

    boolean isBlack() {
        return ink == Ink.BLACK;
    }

    /**
     * The picture of a sheet on the glass.
     *
     * @param sheet at this machine's dpi
     * @param skew  by how many degrees it lies askew
     * @param turn  by how many degrees, of 0, 90, 180 and 270, it lies turned clockwise
     */
    BufferedImage scan(BufferedImage sheet, double skew, int turn, Random chance) {
        BufferedImage picture = laid(sheet, skew, turn);
        dirty(picture, chance);
        int[] dots = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < blur; i++) {
            soften(dots, picture.getWidth());
        }
        expose(dots, picture.getWidth(), chance);
        return switch (ink) {
            case COLOUR -> picture;
            case GREY -> copy(picture, BufferedImage.TYPE_BYTE_GRAY);
            case BLACK -> black(picture, dots);
        };
    }

    private static BufferedImage laid(BufferedImage sheet, double skew, int turn) {
        boolean across = turn % 180 != 0;
        int width = across ? sheet.getHeight() : sheet.getWidth();
        int height = across ? sheet.getWidth() : sheet.getHeight();
        AffineTransform place = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        place.rotate(Math.toRadians(turn + skew));
        place.translate(-sheet.getWidth() / 2.0, -sheet.getHeight() / 2.0);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(sheet, place, null);
        g.dispose();
        return picture;
    }

    private void dirty(BufferedImage picture, Random chance) {
        double inches = picture.getWidth() / (double) dpi * picture.getHeight() / dpi;
        Graphics2D g = picture.createGraphics();
        for (int i = 0; i < inches * specks; i++) {
            int shade = chance.nextInt(120);
            g.setColor(new Color(shade, shade, shade));
            int size = 1 + chance.nextInt(Math.max(1, dpi / 80));
            g.fillOval(chance.nextInt(picture.getWidth()), chance.nextInt(picture.getHeight()), size, size);
        }
        g.dispose();
    }

    /** Half of each dot's light comes from its neighbours on the line, and then half from those above and below. */
    private static void soften(int[] dots, int width) {
        for (int step : new int[] {1, width}) {
            int before = dots[0];
            for (int i = step; i < dots.length - step; i++) {
                int here = dots[i];
                int left = step == 1 ? before : dots[i - step];
                dots[i] = mixed(left, here, dots[i + step]);
                before = here;
            }
        }
    }

    private static int mixed(int a, int b, int c) {
        int out = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int value = (a >> shift & 255) + 2 * (b >> shift & 255) + (c >> shift & 255);
            out |= value / 4 << shift;
        }
        return out;
    }

    /** Paper that is not white, light that falls off to one side, and noise. */
    private void expose(int[] dots, int width, Random chance) {
        int[] noises = new int[NOISES];
        for (int i = 0; i < NOISES; i++) {
            noises[i] = (int) Math.round(chance.nextGaussian() * noise);
        }
        for (int i = 0; i < dots.length; i++) {
            double light = ground * (1 - 0.04 * (i % width) / width) / 255;
            int off = noises[chance.nextInt(NOISES)];
            int out = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int value = (int) (18 + (dots[i] >> shift & 255) * (light - 18 / 255.0)) + off;
                out |= Math.max(0, Math.min(255, value)) << shift;
            }
            dots[i] = out;
        }
    }

    private static BufferedImage copy(BufferedImage picture, int type) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D g = copy.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return copy;
    }

    private static BufferedImage black(BufferedImage picture, int[] dots) {
        int width = picture.getWidth();
        BufferedImage black = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] bits = ((DataBufferByte) black.getRaster().getDataBuffer()).getData();
        int line = (width + 7) / 8;
        for (int i = 0; i < dots.length; i++) {
            int light = (299 * (dots[i] >> 16 & 255) + 587 * (dots[i] >> 8 & 255) + 114 * (dots[i] & 255)) / 1000;
            if (light >= THRESHOLD) {
                bits[i / width * line + i % width / 8] |= (byte) (0x80 >> i % width % 8);
            }
        }
        return black;
    }
}
