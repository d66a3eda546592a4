package org.planlint.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** An office's round red stamp, 36 mm across: two rings, words between them, a star in the middle. */
final class Stamp {
    static final double RADIUS = 51;
    private static final Color RED = new Color(205, 35, 45, 215);
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final double SIZE = 8;

    private Stamp() {}

    /** @param paper in points from the upper left */
    static void press(Graphics2D paper, String words, double x, double y, double turned) throws IOException {
        AffineTransform before = paper.getTransform();
        paper.translate(x, y);
        paper.rotate(Math.toRadians(turned));
        paper.setColor(RED);
        paper.setStroke(new BasicStroke(2.2f));
        paper.draw(circle(RADIUS));
        paper.setStroke(new BasicStroke(0.8f));
        paper.draw(circle(RADIUS - 4));
        paper.draw(circle(RADIUS - 17));
        paper.fill(star(16));
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            round(paper, font, words);
        }
        paper.setTransform(before);
    }

    private static void round(Graphics2D paper, TrueTypeFont font, String words) throws IOException {
        double radius = RADIUS - 14;
        double scale = SIZE / font.getUnitsPerEm();
        double angle = -Math.PI * 0.85;
        double step = Math.PI * 1.7 / Math.max(1, words.length());
        for (int i = 0; i < words.length(); i++, angle += step) {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(words.charAt(i));
            if (glyph != 0 && font.getGlyph().getGlyph(glyph) != null) {
                AffineTransform place = AffineTransform.getRotateInstance(angle);
                place.translate(0, -radius);
                place.scale(scale, -scale);
                Shape letter = font.getGlyph().getGlyph(glyph).getPath();
                paper.fill(place.createTransformedShape(letter));
            }
        }
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape star(double radius) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : radius * 0.4;
            double angle = -Math.PI / 2 + i * Math.PI / 5;
            if (i == 0) {
                star.moveTo(r * Math.cos(angle), r * Math.sin(angle));
            } else {
                star.lineTo(r * Math.cos(angle), r * Math.sin(angle));
            }
        }
        star.closePath();
        return star;
    }
}
