package org.planlint.extract.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A page at 300 dots an inch on which boxes of ink are drawn. */
final class Drawn {
    private final BufferedImage page;
    private final Graphics2D on;

    Drawn(int width, int height) {
        page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        on = page.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, width, height);
        on.setColor(Color.BLACK);
    }

    Drawn box(int left, int top, int width, int height) {
        on.fillRect(left, top, width, height);
        return this;
    }

    Drawn in(Color colour) {
        on.setColor(colour);
        return this;
    }

    /** Turns the pen about a point. */
    Drawn turned(double slope, double x, double y) {
        on.rotate(Math.atan(slope), x, y);
        return this;
    }

    Drawn line(int x1, int y1, int x2, int y2) {
        on.drawLine(x1, y1, x2, y2);
        return this;
    }

    BufferedImage picture() {
        return page;
    }

    GreyPicture grey() {
        return GreyPicture.of(page, 300);
    }
}
