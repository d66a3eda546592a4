package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws text: the operators of ISO 32000-1, 9.3 and 9.4. */
final class PdfText {
    private static final int MODES = 8;

    private final PdfFonts fonts = new PdfFonts();
    private final PageBudget budget;
    private PdfLetters letters;
    private Letter.Frame frame;
    private float left;
    private float bottom;

    PdfText(PageBudget budget) {
        this.budget = budget;
    }

    void startPage(PdfLetters letters, Letter.Frame frame, PDRectangle crop) {
        this.letters = letters;
        this.frame = frame;
        this.left = crop.getLowerLeftX();
        this.bottom = crop.getLowerLeftY();
    }

    /** Whether the operator is one of text. */
    boolean perform(String operator, List<COSBase> operands, PdfState state, PDResources resources) throws IOException {
        switch (operator) {
            case "BT" -> {
                state.at = Affine.IDENTITY;
                state.line = Affine.IDENTITY;
            }
            case "ET" -> {
                state.at = null;
                state.line = null;
            }
            case "Tf" -> choose(operands, state, resources);
            case "Tc" -> state.spacing = number(operands, operands.size() - 1, state.spacing);
            case "Tw" -> state.wordSpacing = number(operands, 0, state.wordSpacing);
            case "Tz" -> state.stretch = number(operands, 0, state.stretch);
            case "TL" -> state.leading = number(operands, 0, state.leading);
            case "Ts" -> state.rise = number(operands, 0, state.rise);
            case "Tr" -> state.mode = mode(operands, state.mode);
            case "Tm" -> {
                if (operands.size() >= 6 && areNumbers(operands)) {
                    state.at = affine(operands);
                    state.line = state.at;
                }
            }
            case "Td" -> {
                if (isNumber(operands, 0) && isNumber(operands, 1)) {
                    move(state, number(operands, 0, 0), number(operands, 1, 0));
                }
            }
            case "TD" -> {
                if (isNumber(operands, 1)) {
                    state.leading = -number(operands, 1, 0);
                    if (isNumber(operands, 0)) {
                        move(state, number(operands, 0, 0), number(operands, 1, 0));
                    }
                }
            }
            case "T*" -> move(state, 0, -state.leading);
            case "Tj" -> show(operands, 0, state);
            case "TJ" -> {
                if (state.at != null && !operands.isEmpty() && operands.get(0) instanceof COSArray pieces) {
                    show(pieces, state);
                }
            }
            case "'" -> {
                move(state, 0, -state.leading);
                show(operands, 0, state);
            }
            case "\"" -> {
                if (operands.size() >= 3) {
                    state.wordSpacing = number(operands, 0, state.wordSpacing);
                    state.spacing = number(operands, 1, state.spacing);
                    move(state, 0, -state.leading);
                    show(operands, 2, state);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(List<COSBase> operands, int i) {
        return i < operands.size() && operands.get(i) instanceof COSNumber;
    }

    static boolean areNumbers(List<COSBase> operands) {
        for (COSBase operand : operands) {
            if (!(operand instanceof COSNumber)) {
                return false;
            }
        }
        return true;
    }

    private static float number(List<COSBase> operands, int i, float otherwise) {
        return i >= 0 && i < operands.size() && operands.get(i) instanceof COSNumber number
                ? number.floatValue()
                : otherwise;
    }

    /** Of six numbers. */
    static Affine affine(List<COSBase> operands) {
        return new Affine(
                number(operands, 0, 0),
                number(operands, 1, 0),
                number(operands, 2, 0),
                number(operands, 3, 0),
                number(operands, 4, 0),
                number(operands, 5, 0));
    }

    private static int mode(List<COSBase> operands, int otherwise) {
        int mode = isNumber(operands, 0) ? ((COSNumber) operands.get(0)).intValue() : otherwise;
        return mode >= 0 && mode < MODES ? mode : otherwise;
    }

    private static void move(PdfState state, float x, float y) {
        if (state.line != null) {
            state.line = new Affine(1, 0, 0, 1, x, y).then(state.line);
            state.at = state.line;
        }
    }

    /** Sets the font; one that is not there is the usual one. */
    private void choose(List<COSBase> operands, PdfState state, PDResources resources) {
        if (operands.size() < 2 || !(operands.get(0) instanceof COSName name) || !isNumber(operands, 1)) {
            return;
        }
        state.size = number(operands, 1, 0);
        COSDictionary all = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        state.typeface = fonts.typeface(all == null ? null : all.getCOSDictionary(name));
    }

    /** Sets the font that a dictionary of the graphics state has. ISO 32000-1, table 58. */
    void choose(COSDictionary parameters, PdfState state) {
        COSArray font = parameters.getCOSArray(COSName.FONT);
        if (font != null && font.getObject(1) instanceof COSNumber size) {
            state.size = size.floatValue();
            state.typeface = fonts.typeface(font.getObject(0) instanceof COSDictionary dictionary ? dictionary : null);
        }
    }

    private void show(List<COSBase> operands, int i, PdfState state) throws IOException {
        if (state.at != null && i < operands.size() && operands.get(i) instanceof COSString string) {
            show(string.getBytes(), state);
        }
    }

    private void show(COSArray pieces, PdfState state) throws IOException {
        for (COSBase piece : pieces) {
            if (piece instanceof COSString string) {
                show(string.getBytes(), state);
            } else if (piece instanceof COSNumber number) {
                float back = -number.floatValue() / 1000 * state.size;
                boolean downwards = state.typeface != null && state.typeface.origin(0) != null;
                state.at = downwards ? state.at.from(0, back) : state.at.from(back * (state.stretch / 100f), 0);
            }
        }
    }

    private void show(byte[] string, PdfState state) throws IOException {
        Typeface typeface = state.typeface == null ? fonts.usual() : state.typeface;
        if (typeface == PdfFonts.UNREADABLE) {
            letters.unmapped(string.length);
        } else {
            new Run(typeface, state).show(string);
        }
    }

    /** A string as it is drawn. ISO 32000-1, 9.4.4. */
    private final class Run implements Typeface.Signs {
        private final Typeface typeface;
        private final PdfState state;
        private final float stretch;
        /** How large signs are on the page, and how they are turned. */
        private final Affine drawn;

        private final int turn;
        private final float size;

        Run(Typeface typeface, PdfState state) {
            this.typeface = typeface;
            this.state = state;
            this.stretch = state.stretch / 100f;
            Affine scale = new Affine(state.size * stretch, 0, 0, state.size, 0, state.rise);
            this.drawn = scale.then(state.at).then(state.units);
            this.turn = Letter.turn(drawn);
            this.size = drawn.height();
        }

        void show(byte[] string) throws IOException {
            typeface.read(string, this);
        }

        @Override
        public void sign(Typeface.Sign sign, int code, boolean space) {
            budget.drawn();
            Affine at = state.at;
            Affine units = state.units;
            if (sign.text() == null) {
                letters.unmapped(1);
            } else {
                float x = state.rise * at.c() + at.e();
                float y = state.rise * at.d() + at.f();
                float atX = x * units.a() + y * units.c() + units.e();
                float atY = x * units.b() + y * units.d() + units.f();
                Typeface.Origin origin = typeface.origin(code);
                if (origin != null) {
                    atX += origin.x() * drawn.a() + origin.y() * drawn.c();
                    atY += origin.x() * drawn.b() + origin.y() * drawn.d();
                }
                float width = sign.width() * state.size * stretch;
                float up = sign.up() * state.size;
                float endX = width * at.a() + up * at.c() + at.e();
                float endY = width * at.b() + up * at.d() + at.f();
                letters.print(
                        frame.letter(
                                sign.text(),
                                typeface,
                                turn,
                                size,
                                atX - left,
                                atY - bottom,
                                endX * units.a() + endY * units.c() + units.e() - left,
                                endX * units.b() + endY * units.d() + units.f() - bottom,
                                letters.colour(state.colour)),
                        state.isSeen());
            }
            float spaced = space ? state.spacing + state.wordSpacing : state.spacing;
            state.at = typeface.origin(code) == null
                    ? at.from((sign.right() * state.size + spaced) * stretch, 0)
                    : at.from(0, sign.up() * state.size + spaced);
        }
    }
}
