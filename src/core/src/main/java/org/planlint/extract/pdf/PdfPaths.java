package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** Builds and paints paths: thin and straight pieces are rules. ISO 32000-1, 8.5. */
final class PdfPaths {
    private static final int MOST_LINES = 20_000;
    /** Sides of a filled path that may be rules. */
    private static final int MOST_FILLED = 400;
    /** In points: what is thin, how far a straight line may slope, and how long it is at least. */
    private static final double THIN = 3.5;

    private static final double STRAIGHT = 1.5;
    private static final double SHORTEST = 4;

    private final List<double[]> lines = new ArrayList<>();
    private final List<double[]> path = new ArrayList<>();
    private double[] at;
    private double[] begin;

    /** What was painted, each from a point to another in the file's frame. */
    List<double[]> lines() {
        return lines;
    }

    /** Whether the operator is one of paths. */
    boolean perform(String operator, List<COSBase> operands, Affine units) {
        switch (operator) {
            case "m" -> {
                at = point(operands, 0, units);
                begin = at;
            }
            case "l" -> {
                double[] to = point(operands, 0, units);
                line(at, to);
                at = to;
            }
            case "h" -> {
                if (at != null && begin != null) {
                    line(at, begin);
                    at = begin;
                }
            }
            case "re" -> rectangle(operands, units);
            case "c" -> at = point(operands, 4, units);
            case "v", "y" -> at = point(operands, 2, units);
            case "S", "s", "B", "B*", "b", "b*" -> paint(true);
            case "f", "F", "f*" -> paint(isThin());
            case "n" -> paint(false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static double number(List<COSBase> operands, int i) {
        return i < operands.size() && operands.get(i) instanceof COSNumber n ? n.floatValue() : 0;
    }

    private static double[] point(List<COSBase> operands, int i, Affine units) {
        return point(number(operands, i), number(operands, i + 1), units);
    }

    private static double[] point(double x, double y, Affine units) {
        return new double[] {units.x((float) x, (float) y), units.y((float) x, (float) y)};
    }

    /** Its four sides. */
    private void rectangle(List<COSBase> operands, Affine units) {
        double x = number(operands, 0);
        double y = number(operands, 1);
        double[] p = point(x, y, units);
        double[] r = point(x + number(operands, 2), y + number(operands, 3), units);
        double[] q = {r[0], p[1]};
        double[] s = {p[0], r[1]};
        line(p, q);
        line(q, r);
        line(r, s);
        line(s, p);
        at = p;
        begin = p;
    }

    private void line(double[] from, double[] to) {
        if (from != null && path.size() < MOST_LINES) {
            path.add(new double[] {from[0], from[1], to[0], to[1]});
        }
    }

    /** @param rules whether its pieces are: a filled area gives its sides only where it is thin */
    private void paint(boolean rules) {
        for (double[] p : rules ? path : List.<double[]>of()) {
            boolean flat = Math.abs(p[1] - p[3]) < STRAIGHT && Math.abs(p[0] - p[2]) > SHORTEST;
            boolean upright = Math.abs(p[0] - p[2]) < STRAIGHT && Math.abs(p[1] - p[3]) > SHORTEST;
            if ((flat || upright) && lines.size() < MOST_LINES) {
                lines.add(p);
            }
        }
        path.clear();
        at = null;
    }

    private boolean isThin() {
        if (path.isEmpty() || path.size() > MOST_FILLED) {
            return false;
        }
        for (int i = 0; i + 3 < path.size(); i += 4) {
            double minX = Double.MAX_VALUE;
            double maxX = -Double.MAX_VALUE;
            double minY = Double.MAX_VALUE;
            double maxY = -Double.MAX_VALUE;
            for (int k = i; k < i + 4; k++) {
                double[] p = path.get(k);
                minX = Math.min(minX, Math.min(p[0], p[2]));
                maxX = Math.max(maxX, Math.max(p[0], p[2]));
                minY = Math.min(minY, Math.min(p[1], p[3]));
                maxY = Math.max(maxY, Math.max(p[1], p[3]));
            }
            if (Math.min(maxX - minX, maxY - minY) > THIN) {
                return false;
            }
        }
        return true;
    }
}
