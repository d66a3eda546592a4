package org.planlint.extract.pdf;

import java.io.IOException;

/**
 * A character or ligature as it is printed: where it stands as the page is turned, and where as its own line runs.
 *
 * @param typeface null where it is not known
 * @param x        its left edge on the page as it is turned
 * @param y        its baseline on the page as it is turned, from the top
 * @param turn     by how many degrees its line is turned against the file's frame: 0, 90, 180 or 270
 * @param along    where it begins on its line
 * @param line     where its line lies, from the top of a page turned as the line is
 * @param advance  its width along its line
 * @param colour   as RRGGBB, or null
 */
record Letter(
        String text,
        Typeface typeface,
        float x,
        float y,
        float width,
        int turn,
        float along,
        float line,
        float advance,
        float size,
        String colour) {
    /** The frame of a page: its crop box, and by how many degrees it is turned. ISO 32000-1, 14.11.2 and table 30. */
    record Frame(float width, float height, int turn) {
        /** A letter in this frame, from {@code at} its origin to where the next would stand. */
        Letter letter(String text, Typeface typeface, Affine at, float endX, float endY, String colour) {
            int own = Letter.turn(at);
            return letter(text, typeface, own, at.height(), at.e(), at.f(), endX, endY, colour);
        }

        /** @param own by how many degrees its line is turned */
        Letter letter(
                String text,
                Typeface typeface,
                int own,
                float size,
                float atX,
                float atY,
                float endX,
                float endY,
                String colour) {
            return new Letter(
                    text,
                    typeface,
                    right(turn, atX, atY),
                    down(turn, atX, atY),
                    isUpright(turn) ? Math.abs(endY - atY) : Math.abs(endX - atX),
                    own,
                    right(own, atX, atY),
                    down(own, atX, atY),
                    isUpright(own) ? Math.abs(endY - atY) : Math.abs(endX - atX),
                    size,
                    colour);
        }

        private static boolean isUpright(int turn) {
            return turn == 90 || turn == 270;
        }

        private float right(int turn, float x, float y) {
            return switch (turn) {
                case 90 -> y;
                case 180 -> width - x;
                case 270 -> height - y;
                default -> x;
            };
        }

        /** Taken twice from the frame where the line is turned: so the library rounds, and what is level must stay so. */
        private float down(int turn, float x, float y) {
            return switch (turn) {
                case 90 -> width - (width - x);
                case 180 -> height - (height - y);
                case 270 -> width - x;
                default -> height - y;
            };
        }
    }

    /** How high its typeface's capitals are, in points. */
    float height() throws IOException {
        return typeface == null ? size : Math.abs(typeface.height() * size);
    }

    /** By how many degrees a line is turned that is drawn so: by the quarter it is nearest to. */
    static int turn(Affine at) {
        float up = Math.abs(at.b());
        float down = Math.abs(at.c());
        if (at.d() > 0 && up < at.a() && down < at.d() && at.a() > 0) {
            return 0;
        }
        if (at.d() < 0 && up < Math.abs(at.a()) && down < Math.abs(at.d()) && at.a() < 0) {
            return 180;
        }
        if (Math.abs(at.d()) < down && at.b() > 0 && at.c() < 0 && Math.abs(at.a()) < at.b()) {
            return 90;
        }
        if (Math.abs(at.d()) < at.c() && at.b() < 0 && at.c() > 0 && Math.abs(at.a()) < up) {
            return 270;
        }
        return 0;
    }
}
