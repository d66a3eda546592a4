package org.planlint.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * What was typed into a field whose picture the file leaves to its reader to draw: a typed or chosen value, in its frame, upright on
 * the page. Its typeface is not known. ISO 32000-1, 12.7.3.3 and 12.7.4.
 */
final class PdfFieldText {
    private static final COSName TYPED = COSName.getPDFName("Tx");
    private static final COSName CHOSEN = COSName.getPDFName("Ch");
    /** Flags of a field. ISO 32000-1, table 228. */
    private static final int SEVERAL_LINES = 1 << 12;

    private static final int PASSWORD = 1 << 13;
    private static final int MOST_PARENTS = 30;
    private static final int LONGEST = 10_000;
    /** The size in the words by which a field is drawn; 0 for as fits. */
    private static final Pattern SIZE = Pattern.compile("([0-9.]{1,9})\\s+Tf");

    private static final Pattern BREAK = Pattern.compile("\r\n?|\n");
    private static final float USUAL_SIZE = 12;
    /** In parts of the type's size: a letter's width, the way to the next line, what hangs below a line, the edge of a frame. */
    private static final float WIDTH = 0.5f;

    private static final float LEADING = 1.15f;
    private static final float BELOW = 0.22f;
    private static final float EDGE = 2;

    private final COSDictionary widget;
    private final PDRectangle box;
    private final PDPage page;

    /** @param box of the field, in the file's units */
    PdfFieldText(COSDictionary widget, PDRectangle box, PDPage page) {
        this.widget = widget;
        this.box = box;
        this.page = page;
    }

    /** Whether it is a field that somebody types into. */
    static boolean isTyped(COSDictionary widget) {
        return TYPED.equals(inherited(widget, COSName.FT));
    }

    /** Nothing for what is no field, is empty, ticked or secret. */
    String value() {
        COSBase type = inherited(widget, COSName.FT);
        if (box == null || !TYPED.equals(type) && !CHOSEN.equals(type) || (flags() & PASSWORD) != 0) {
            return "";
        }
        COSBase value = inherited(widget, COSName.V);
        String text =
                value instanceof COSArray several && several.size() > 0 ? string(several.getObject(0)) : string(value);
        return text.substring(0, Math.min(text.length(), LONGEST)).strip();
    }

    private static String string(COSBase value) {
        return value instanceof COSString string
                ? string.getString()
                : value instanceof COSStream stream ? stream.toTextString() : "";
    }

    private int flags() {
        return inherited(widget, COSName.FF) instanceof COSNumber number ? number.intValue() : 0;
    }

    /** Of the field itself or of the nearest it belongs to; the list of parents may be a ring. */
    private static COSBase inherited(COSDictionary field, COSName key) {
        COSDictionary at = field;
        for (int i = 0; at != null && i < MOST_PARENTS; i++) {
            COSBase value = at.getDictionaryObject(key);
            if (value != null) {
                return value;
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }

    /** The letters of the value, each at its place. */
    List<Letter> letters() {
        int turn = page.getRotation();
        boolean lying = turn == 90 || turn == 270;
        float wide = Math.max(1, (lying ? box.getHeight() : box.getWidth()) - 2 * EDGE);
        float high = lying ? box.getWidth() : box.getHeight();
        boolean several = (flags() & SEVERAL_LINES) != 0;
        float size = size(several ? USUAL_SIZE : Math.min(USUAL_SIZE, Math.max(4, high * 0.7f)));
        List<String> lines = several
                ? lines(value(), Math.max(1, (int) (wide / (size * WIDTH))))
                : List.of(BREAK.matcher(value()).replaceAll(" "));
        float leading = Math.min(size * LEADING, high / lines.size());
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            float up = several ? high - size - leading * i : (high - size) / 2;
            line(lines.get(i), turn, up + size * BELOW, size, wide, letters);
        }
        return letters;
    }

    private float size(float otherwise) {
        Matcher size = SIZE.matcher(string(inherited(widget, COSName.DA)));
        try {
            float said = size.find() ? Float.parseFloat(size.group(1)) : 0;
            return said < 1 ? otherwise : said;
        } catch (NumberFormatException noSize) {
            return otherwise;
        }
    }

    private static List<String> lines(String value, int letters) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : BREAK.split(value)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() > 0 ? " " : "").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private void line(String text, int turn, float up, float size, float wide, List<Letter> letters) {
        PDRectangle crop = page.getCropBox();
        Letter.Frame frame = new Letter.Frame(crop.getWidth(), crop.getHeight(), turn);
        float width = Math.min(size * WIDTH, wide / Math.max(1, text.length()));
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            float from = EDGE + i * width;
            Matrix at = Matrix.getRotateInstance(
                    Math.toRadians(turn),
                    x(turn, from, up) - crop.getLowerLeftX(),
                    y(turn, from, up) - crop.getLowerLeftY());
            at.concatenate(Matrix.getScaleInstance(size, size));
            letters.add(frame.letter(
                    Character.toString(points[i]),
                    null,
                    Affine.of(at),
                    x(turn, from + width, up) - crop.getLowerLeftX(),
                    y(turn, from + width, up) - crop.getLowerLeftY(),
                    null));
        }
    }

    /** From a place within the frame as it is seen, to the right and up, to one in the file. */
    private float x(int turn, float right, float up) {
        return switch (turn) {
            case 90 -> box.getUpperRightX() - up;
            case 180 -> box.getUpperRightX() - right;
            case 270 -> box.getLowerLeftX() + up;
            default -> box.getLowerLeftX() + right;
        };
    }

    private float y(int turn, float right, float up) {
        return switch (turn) {
            case 90 -> box.getLowerLeftY() + right;
            case 180 -> box.getUpperRightY() - up;
            case 270 -> box.getUpperRightY() - right;
            default -> box.getLowerLeftY() + up;
        };
    }
}
