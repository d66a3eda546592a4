package org.planlint.extract.pdf;

import org.apache.pdfbox.util.Matrix;

/**
 * A matrix from one frame into another, in the numbers that a file has them: {@code x' = ax + cy + e}, {@code y' = bx + dy + f}.
 * ISO 32000-1, 8.3.4.
 */
record Affine(float a, float b, float c, float d, float e, float f) {
    static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

    /** Numbers without end are refused, as is what they would be drawn by. */
    Affine {
        // the sum of finite numbers may be infinite, but what holds a NaN or an infinity never sums up to a finite one
        float sum = a + b + c + d + e + f;
        if (!Float.isFinite(sum)
                && !(Float.isFinite(a)
                        && Float.isFinite(b)
                        && Float.isFinite(c)
                        && Float.isFinite(d)
                        && Float.isFinite(e)
                        && Float.isFinite(f))) {
            throw new IllegalArgumentException("numbers without end in a matrix");
        }
    }

    static Affine of(Matrix matrix) {
        return new Affine(
                matrix.getScaleX(),
                matrix.getShearY(),
                matrix.getShearX(),
                matrix.getScaleY(),
                matrix.getTranslateX(),
                matrix.getTranslateY());
    }

    /**
     * By this first, then by the other. What the third column adds, nothing, is added as well: it is by the sign of a zero that
     * {@link #height} takes what is upside down for negative or not, as the library does.
     */
    Affine then(Affine to) {
        float right = 0 * to.e;
        float up = 0 * to.f;
        return new Affine(
                a * to.a + b * to.c + right,
                a * to.b + b * to.d + up,
                c * to.a + d * to.c + right,
                c * to.b + d * to.d + up,
                e * to.a + f * to.c + to.e,
                e * to.b + f * to.d + to.f);
    }

    /** The same, begun at another place. */
    Affine from(float x, float y) {
        return new Affine(a, b, c, d, e + (x * a + y * c), f + (x * b + y * d));
    }

    double x(float x, float y) {
        return (float) ((double) a * x + (double) c * y + e);
    }

    double y(float x, float y) {
        return (float) ((double) b * x + (double) d * y + f);
    }

    /** How large one upwards becomes. */
    float height() {
        return Float.compare(c, 0) == 0 ? d : (float) Math.sqrt((double) c * c + (double) d * d);
    }

    /** How large one to the right becomes. */
    float width() {
        return Float.compare(b, 0) == 0 ? a : (float) Math.sqrt((double) a * a + (double) b * b);
    }
}
