package org.planlint.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** A clerk's blue pen: figures, and a signature. */
final class Pen {
    private static final Color BLUE = new Color(32, 52, 150);
    /** Strokes of each figure in a square whose y goes down: x and y by turns, NaN where the pen is lifted. */
    private static final double UP = Double.NaN;

    private static final double[][] FIGURES = {
        {.55, .02, .2, .15, .05, .55, .3, .98, .7, .9, .9, .45, .75, .1, .5, .03},
        {.25, .3, .6, .02, .52, .5, .42, 1},
        {.1, .25, .4, .02, .8, .12, .75, .4, .35, .75, .05, .98, .5, .9, .95, .96},
        {.12, .12, .5, .0, .8, .15, .7, .38, .4, .48, .75, .55, .85, .8, .5, 1, .08, .9},
        {.6, .02, .3, .35, .05, .68, .5, .66, .95, .62, UP, UP, .68, .3, .62, .7, .55, 1.05},
        {.85, .02, .35, .05, .25, .4, .6, .38, .85, .6, .7, .92, .35, 1, .08, .88},
        {.75, .02, .35, .3, .1, .7, .3, .98, .7, .9, .78, .65, .45, .55, .15, .7},
        {.1, .08, .5, .05, .9, .05, .6, .45, .4, 1, UP, UP, .25, .5, .75, .46},
        {.7, .1, .3, .03, .2, .3, .6, .55, .8, .85, .4, 1, .15, .8, .5, .5, .78, .2, .65, .06},
        {.8, .2, .45, .02, .15, .25, .35, .5, .75, .35, .82, .15, .72, .6, .5, 1.05}
    };

    private final Graphics2D paper;
    private final Random chance;

    /** @param paper in points from the upper left */
    Pen(Graphics2D paper, Random chance) {
        this.paper = paper;
        this.chance = chance;
    }

    /** Writes figures into a gap: larger than type, leaning, and not quite on its line. */
    void write(String figures, Rectangle2D gap) {
        double height = gap.getHeight() * (1.15 + chance.nextDouble() * 0.35);
        double width = height * 0.52;
        double x = gap.getCenterX() - width * figures.length() / 2;
        double base = gap.getMaxY() + height * (chance.nextDouble() * 0.2 - 0.02);
        for (char figure : figures.toCharArray()) {
            stroke(FIGURES[figure - '0'], x, base - height, width * 0.86, height, 0.22);
            x += width * (0.95 + chance.nextDouble() * 0.1);
        }
    }

    /** Signs above a name, and a little over it. */
    void sign(Rectangle2D name) {
        double[] loops = new double[26];
        for (int i = 0; i < loops.length; i += 2) {
            loops[i] = i / (double) loops.length + (chance.nextDouble() - 0.5) * 0.25;
            loops[i + 1] = i % 4 == 0 ? chance.nextDouble() * 0.5 : 0.45 + chance.nextDouble() * 0.6;
        }
        stroke(loops, name.getCenterX() - 55, name.getY() - 31, 110, 34, 0.1);
        stroke(new double[] {0, .5, .4, .42, .8, .5, 1, .3}, name.getCenterX() - 50, name.getY() - 18, 120, 20, 0);
    }

    private void stroke(double[] points, double x, double y, double width, double height, double lean) {
        Path2D path = new Path2D.Double();
        double lastX = UP;
        double lastY = UP;
        for (int i = 0; i < points.length; i += 2) {
            if (Double.isNaN(points[i])) {
                lastX = UP;
                continue;
            }
            double jitter = (chance.nextDouble() - 0.5) * 0.06;
            double px = x + width * (points[i] + jitter) + lean * height * (1 - points[i + 1]);
            double py = y + height * (points[i + 1] + jitter);
            if (Double.isNaN(lastX)) {
                path.moveTo(px, py);
            } else {
                path.quadTo(lastX, lastY, (lastX + px) / 2, (lastY + py) / 2);
                if (i + 2 >= points.length || Double.isNaN(points[i + 2])) {
                    path.lineTo(px, py);
                }
            }
            lastX = px;
            lastY = py;
        }
        paper.setColor(BLUE);
        paper.setStroke(new BasicStroke(
                (float) (1.0 + chance.nextDouble() * 0.4), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paper.draw(path);
    }
}
