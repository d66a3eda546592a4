package org.planlint.extract.ocr;

/**
 * Turns points of a picture about its middle, so that lines that fall by {@code slope} run level. A picture is not turned
 * itself where it need not be: letters lose by it.
 */
record Straight(double slope, double middleX, double middleY, double cos, double sin) {
    static Straight of(double slope, int width, int height) {
        double angle = Math.atan(slope);
        return new Straight(slope, width / 2.0, height / 2.0, Math.cos(angle), Math.sin(angle));
    }

    double x(double x, double y) {
        return middleX + (x - middleX) * cos + (y - middleY) * sin;
    }

    double y(double x, double y) {
        return middleY - (x - middleX) * sin + (y - middleY) * cos;
    }

    /** Where the point of the straight picture lies in the picture as it is. */
    double backX(double x, double y) {
        return middleX + (x - middleX) * cos - (y - middleY) * sin;
    }

    double backY(double x, double y) {
        return middleY + (x - middleX) * sin + (y - middleY) * cos;
    }
}
