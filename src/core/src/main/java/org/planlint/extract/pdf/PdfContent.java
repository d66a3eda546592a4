package org.planlint.extract.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws a page's content, the forms in it and the pictures of its annotations, as far as text, lines and the place of pictures ask
 * for it. ISO 32000-1, 8.2 and 8.10. Clips, shadings, strokes and what is marked pass by.
 */
final class PdfContent {
    private static final int DEEPEST_FORM = 50;
    /** Operators that show text, in what should be a picture. */
    private static final Pattern SWALLOWED = Pattern.compile("\\sBT\\s[^\\x00]{0,2000}?T[jJ]\\s");

    private final PageBudget budget;
    private final PdfText text;
    private final PDPage page;
    private final PdfLetters letters;
    private final PdfPaths paths = new PdfPaths();
    /** The states saved, the one that holds on top; a form has its own. */
    private Deque<PdfState> states = new ArrayDeque<>();

    private PDResources resources;
    private int depth;
    private boolean torn;
    /** How much of the page its pictures cover, in square points. */
    private double pictures;

    private PdfGlyphs.Finest finest = PdfGlyphs.Finest.NONE;

    PdfContent(PDPage page, PdfLetters letters, PdfText text, PageBudget budget) {
        this.page = page;
        this.letters = letters;
        this.text = text;
        this.budget = budget;
        PDRectangle crop = page.getCropBox();
        text.startPage(letters, new Letter.Frame(crop.getWidth(), crop.getHeight(), page.getRotation()), crop);
        states.push(new PdfState());
    }

    /** What was painted, in the file's frame. */
    List<double[]> lines() {
        return paths.lines();
    }

    double pictures() {
        return pictures;
    }

    PdfGlyphs.Finest finest() {
        return finest;
    }

    /** Whether a picture took text behind it along. */
    boolean isTorn() {
        return torn;
    }

    void drawPage() throws IOException {
        draw(page, page.getResources(), state().units);
    }

    /** Draws what the annotation shows, if anything. ISO 32000-1, 12.5.5. */
    void draw(PDAnnotation annotation) throws IOException {
        PDAppearanceStream shown = annotation.getNormalAppearanceStream();
        PDRectangle box = shown == null ? null : shown.getBBox();
        PDRectangle frame = annotation.getRectangle();
        if (isEmpty(box) || isEmpty(frame)) {
            return;
        }
        Rectangle2D drawn = box.transform(shown.getMatrix()).getBounds2D();
        if (drawn.isEmpty()) {
            return;
        }
        Matrix fitted = Matrix.getTranslateInstance(frame.getLowerLeftX(), frame.getLowerLeftY());
        fitted.scale((float) (frame.getWidth() / drawn.getWidth()), (float) (frame.getHeight() / drawn.getHeight()));
        fitted.translate((float) -drawn.getX(), (float) -drawn.getY());
        draw(shown, shown.getResources(), Affine.of(Matrix.concatenate(fitted, shown.getMatrix())));
    }

    private static boolean isEmpty(PDRectangle frame) {
        return frame == null || !(frame.getWidth() > 0) || !(frame.getHeight() > 0);
    }

    private PdfState state() {
        return states.peek();
    }

    /**
     * @param own   the resources it has; null where it draws with those of what it is drawn in
     * @param units from its own into those of the page
     */
    private void draw(PDContentStream content, PDResources own, Affine units) throws IOException {
        PDResources before = resources;
        Deque<PdfState> saved = states;
        PdfState begun = state().clone();
        begun.units = units;
        states = new ArrayDeque<>();
        states.push(begun);
        resources = own != null ? own : resources != null ? resources : ofPage();
        try {
            perform(content);
        } finally {
            states = saved;
            resources = before;
        }
    }

    private PDResources ofPage() {
        PDResources known = page.getResources();
        return known == null ? new PDResources() : known;
    }

    private void perform(PDContentStream content) throws IOException {
        PdfTokens tokens = new PdfTokens(content);
        List<COSBase> operands = new ArrayList<>();
        for (Object token = tokens.parseNextToken(); token != null; token = tokens.parseNextToken()) {
            if (token instanceof Operator operator) {
                budget.drawn();
                budget.nested(states.size());
                perform(operator, operands);
                operands.clear();
            } else {
                operands.add((COSBase) token);
            }
        }
    }

    private void perform(Operator operator, List<COSBase> operands) throws IOException {
        try {
            if (!text.perform(operator.getName(), operands, state(), resources)
                    && !paths.perform(operator.getName(), operands, state().units)) {
                performOther(operator, operands);
            }
        } catch (IOException broken) {
            if (!operator.getName().equals("Do") && !(broken.getCause() instanceof DataFormatException)) {
                throw broken;
            }
        }
    }

    private void performOther(Operator operator, List<COSBase> operands) throws IOException {
        switch (operator.getName()) {
            case "q" -> states.push(state().clone());
            case "Q" -> {
                if (states.size() > 1) {
                    states.pop();
                }
            }
            case "cm" -> {
                if (operands.size() >= 6 && PdfText.areNumbers(operands)) {
                    state().units = PdfText.affine(operands).then(state().units);
                }
            }
            case "gs" -> setParameters(operands);
            case "cs", "g", "rg", "k", "sc", "scn" -> setColour(operator.getName(), operands);
            case "Do" -> drawObject(operands);
            case "BI" -> passPicture(operator.getImageData());
            default -> {
                // shows nothing that is asked for
            }
        }
    }

    private void setParameters(List<COSBase> operands) {
        COSDictionary all = resources.getCOSObject().getCOSDictionary(COSName.EXT_G_STATE);
        if (all != null && !operands.isEmpty() && operands.get(0) instanceof COSName name) {
            COSDictionary parameters = all.getCOSDictionary(name);
            if (parameters != null) {
                text.choose(parameters, state());
            }
        }
    }

    /** One that is broken is unknown, and no reason to refuse the file. ISO 32000-1, 8.6.8. */
    private void setColour(String operator, List<COSBase> operands) {
        try {
            switch (operator) {
                case "g" -> setColour(resources.getColorSpace(COSName.DEVICEGRAY), operands);
                case "rg" -> setColour(resources.getColorSpace(COSName.DEVICERGB), operands);
                case "k" -> setColour(resources.getColorSpace(COSName.DEVICECMYK), operands);
                case "cs" -> {
                    if (!operands.isEmpty() && operands.get(0) instanceof COSName name) {
                        state().colours = resources.getColorSpace(name);
                        state().colour = state().colours.getInitialColor();
                    }
                }
                default -> setColour(state().colours, operands);
            }
        } catch (IOException | RuntimeException broken) {
            state().colours = null;
            state().colour = null;
        }
    }

    private void setColour(PDColorSpace space, List<COSBase> operands) throws IOException {
        state().colours = space;
        boolean ofNumbers = !(space instanceof PDPattern);
        if (ofNumbers && operands.size() < space.getNumberOfComponents()) {
            throw new IOException("too few parts of a colour");
        }
        if (ofNumbers && !PdfText.areNumbers(operands)) {
            state().colour = new PDColor(new float[0], null);
            return;
        }
        COSArray parts = new COSArray();
        parts.addAll(operands);
        state().colour = new PDColor(parts, space);
    }

    /** Measures a picture, and draws a form. ISO 32000-1, 8.8. */
    private void drawObject(List<COSBase> operands) throws IOException {
        COSName name = !operands.isEmpty() && operands.get(0) instanceof COSName first ? first : null;
        if (name != null && resources.isImageXObject(name)) {
            measure(name);
            return;
        }
        budget.form();
        if (name != null && resources.getXObject(name) instanceof PDFormXObject form && depth < DEEPEST_FORM) {
            if (form instanceof PDTransparencyGroup || form.getCOSObject().getLength() > 0) {
                depth++;
                try {
                    draw(form, form.getResources(), Affine.of(form.getMatrix()).then(state().units));
                } finally {
                    depth--;
                }
            }
        }
    }

    private void measure(COSName name) {
        Affine to = state().units;
        double area = Math.abs(to.a() * to.d() - to.c() * to.b());
        PDRectangle crop = page.getCropBox();
        pictures += area;
        if (area > crop.getWidth() * crop.getHeight() * PdfGlyphs.Scan.WHOLE) {
            letters.cover();
            finest = finest.or(PictureMeasure.of(resources, name, to));
        }
    }

    /** A picture within the content; one that does not end where it should takes the text behind it along. */
    private void passPicture(byte[] data) {
        torn |= data != null
                && SWALLOWED
                        .matcher(new String(data, StandardCharsets.ISO_8859_1))
                        .find();
    }
}
