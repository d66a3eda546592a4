package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/** A font as text is read in it: what its codes mean and how far each moves on. ISO 32000-1, 9.4.4 and 9.6 to 9.10. */
abstract class Typeface {
    private static final int CODES_IN_A_ROW = 256;

    /**
     * What a code shows.
     *
     * @param text  null where the file does not tell
     * @param right how far the next stands to the right, in parts of the size
     * @param up    how far the next stands above
     * @param width of what is shown
     */
    record Sign(String text, float right, float up, float width) {
        Sign(String text, float right) {
            this(text, right, 0, right);
        }
    }

    /** Receives what a string shows. */
    interface Signs {
        /** @param space whether it is one byte, 32, by which words are set apart. ISO 32000-1, 9.3.3 */
        void sign(Sign sign, int code, boolean space) throws IOException;
    }

    private final Sign[][] signs = new Sign[CODES_IN_A_ROW][];

    private final PDFontDescriptor descriptor;
    private final String name;
    private final boolean bold;
    private final boolean italic;

    /**
     * @param name       as the file has it, with the mark of a subset
     * @param descriptor null for none
     */
    Typeface(String name, PDFontDescriptor descriptor) {
        this.descriptor = descriptor;
        int plus = name.indexOf('+');
        this.name = plus == 6 ? name.substring(7) : name;
        String lower = this.name.toLowerCase(Locale.ROOT);
        this.bold = lower.contains("bold")
                || lower.contains("black")
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
        this.italic = lower.contains("italic")
                || lower.contains("oblique")
                || descriptor != null && (descriptor.isItalic() || descriptor.getItalicAngle() != 0);
    }

    final PDFontDescriptor descriptor() {
        return descriptor;
    }

    String name() {
        return name;
    }

    boolean isBold() {
        return bold;
    }

    boolean isItalic() {
        return italic;
    }

    /** Takes a string apart into codes. */
    abstract void read(byte[] string, Signs to) throws IOException;

    /** How high its capitals are, in parts of the size. */
    abstract float height() throws IOException;

    /**
     * Half of the frame that all signs fit into, or the capitals' height where the file gives one that is less.
     *
     * @param bottom of the frame, in thousandths of the size
     */
    final float height(float bottom, float top) {
        // what is below -32768 has lost its sign in the making
        float height = (top - (bottom < Short.MIN_VALUE ? -(bottom + 65536) : bottom)) / 2;
        if (descriptor != null) {
            float capitals = descriptor.getCapHeight();
            if (capitals != 0 && (capitals < height || height == 0)) {
                height = capitals;
            }
            float above = descriptor.getAscent();
            float below = descriptor.getDescent();
            if (capitals > above && above > 0 && below < 0 && ((above - below) / 2 < height || height == 0)) {
                height = (above - below) / 2;
            }
        }
        return height;
    }

    /** Where the origin of a code's sign lies in a line that runs downwards; null in one that runs to the right. */
    Origin origin(int code) {
        return null;
    }

    record Origin(float x, float y) {}

    /** Looks a code up that has not been yet. */
    abstract Sign look(int code) throws IOException;

    final Sign sign(int code) throws IOException {
        if (code >>> 16 != 0) {
            return look(code);
        }
        Sign[] row = signs[code >> 8];
        if (row == null) {
            row = new Sign[CODES_IN_A_ROW];
            signs[code >> 8] = row;
        }
        Sign sign = row[code & 0xFF];
        if (sign == null) {
            sign = look(code);
            row[code & 0xFF] = sign;
        }
        return sign;
    }
}
