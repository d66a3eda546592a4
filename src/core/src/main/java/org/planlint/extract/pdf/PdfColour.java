package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceN;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.color.PDLab;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;

/** Colours of a pdf as RRGGBB. Profiles are passed over: whether type is black does not hang on them, and they cost time. */
final class PdfColour {
    private static final String BLACK = "000000";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PDColor last;
    private String lastHex;

    /** Null for patterns, and for what the file does not give. */
    String of(PDColor colour) {
        if (colour != last) {
            last = colour;
            lastHex = colour == null ? null : hex(colour);
        }
        return lastHex;
    }

    private static String hex(PDColor colour) {
        try {
            PDColorSpace space = colour.getColorSpace();
            if (space instanceof PDPattern) {
                return null;
            }
            float[] parts = colour.getComponents();
            return hex(isMixed(space) ? space.toRGB(parts) : plain(parts));
        } catch (IOException | RuntimeException unknown) {
            return null;
        }
    }

    /** Whether the numbers are no shares of light or of ink. */
    private static boolean isMixed(PDColorSpace space) {
        return space instanceof PDSeparation
                || space instanceof PDDeviceN
                || space instanceof PDIndexed
                || space instanceof PDLab;
    }

    private static float[] plain(float[] parts) {
        return switch (parts.length) {
            case 1 -> new float[] {parts[0], parts[0], parts[0]};
            case 3 -> parts;
            case 4 ->
                new float[] {
                    (1 - parts[0]) * (1 - parts[3]), (1 - parts[1]) * (1 - parts[3]), (1 - parts[2]) * (1 - parts[3])
                };
            default -> throw new IllegalArgumentException(parts.length + " parts of a colour");
        };
    }

    private static String hex(float[] light) {
        int all = whole(light[0]) << 16 | whole(light[1]) << 8 | whole(light[2]);
        return all == 0 ? BLACK : HEX.toHexDigits(all, 6);
    }

    private static int whole(float share) {
        return Math.round(Math.max(0, Math.min(1, share)) * 255);
    }
}
