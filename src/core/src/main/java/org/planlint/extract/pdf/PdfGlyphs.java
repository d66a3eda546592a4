package org.planlint.extract.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.planlint.text.RecognisedPage;
import org.planlint.words.Pieces;

/** Takes the characters and the drawn lines of each page off PDFBox, in the frame in which the text stands upright. */
final class PdfGlyphs extends PDFTextStripper {
    /**
     * A character or ligature: its page, its left edge, its baseline from the top of the page and its width, in points.
     *
     * @param color      as RRGGBB, or null
     * @param confidence how sure it was recognised, 0 to 100; 100 where it was not
     */
    record Glyph(
            String text,
            int page,
            double x,
            double y,
            double width,
            double size,
            String font,
            boolean bold,
            boolean italic,
            String color,
            int confidence) {
        /** As somebody typed it, in a colour that is not known. */
        Glyph(
                String text,
                int page,
                double x,
                double y,
                double width,
                double size,
                String font,
                boolean bold,
                boolean italic) {
            this(text, page, x, y, width, size, font, bold, italic, null, 100);
        }

        double right() {
            return x + width;
        }
    }

    /** A drawn horizontal or vertical line, in points from the upper left corner. */
    record Rule(double x1, double y1, double x2, double y2) {
        boolean horizontal() {
            return Math.abs(y2 - y1) <= Math.abs(x2 - x1);
        }
    }

    /**
     * @param stamps   texts of signature fields and other annotations that are banners, not part of the page
     * @param unmapped characters drawn whose meaning the file does not give
     * @param pictured whether the page has pictures, of which a scan is one
     * @param turn     by how many degrees it is turned clockwise so that its text stands upright
     * @param scan     what is known of it as the picture of a page
     */
    record Page(
            int number,
            double width,
            double height,
            List<Glyph> glyphs,
            List<Rule> rules,
            List<String> stamps,
            int unmapped,
            boolean pictured,
            int turn,
            Scan scan) {
        /** A page that is no scan. */
        Page(
                int number,
                double width,
                double height,
                List<Glyph> glyphs,
                List<Rule> rules,
                List<String> stamps,
                int unmapped,
                boolean pictured,
                int turn) {
            this(number, width, height, glyphs, rules, stamps, unmapped, pictured, turn, Scan.NONE);
        }
    }

    /**
     * @param pictures   the share of the page that pictures cover
     * @param own        how many of its characters are the page's own; those behind them are of annotations
     * @param hidden     whether these are not to be seen: somebody's recognition lies under or over the picture
     * @param recognised what its characters were recognised from, or null
     * @param finest     of the pictures that cover the page what is best in each; the layers of a scan are often not alike
     */
    record Scan(double pictures, int own, boolean hidden, RecognisedPage recognised, Finest finest) {
        static final Scan NONE = new Scan(0, 0, false, null, Finest.NONE);
        /** A page whose pictures cover less of it has pictures, and is none. */
        private static final double WHOLE = 0.5;

        /** Whether the page is a picture. */
        boolean isPicture() {
            return pictures >= WHOLE;
        }
    }

    /**
     * @param resolution dots an inch; 0 where unknown
     * @param depth      bits a dot; 0 where unknown
     */
    record Finest(int resolution, int depth) {
        static final Finest NONE = new Finest(0, 0);

        Finest or(Finest other) {
            return new Finest(Math.max(resolution, other.resolution), Math.max(depth, other.depth));
        }
    }

    private record Printed(TextPosition text, String color) {}

    private record Face(String name, boolean bold, boolean italic) {}

    /** What is stamped into a gap is short, however wide it is spaced; a banner is not. */
    private static final int LONGEST_STAMP_IN_GAP = 12;
    /** What a registry stamps as a whole: the number with its symbol, the place and day of issue. */
    private static final Pattern STAMPED_HEAD =
            Pattern.compile("(?:" + Pieces.NUMBER_LABEL + "\\s*:?\\s*)?\\d*\\s*/\\s*\\p{Lu}.{0,40}"
                    + "|.{0,40}ngày\\s*\\d{0,2}\\s*tháng\\s*\\d{0,2}.{0,20}|\\d{1,2}\\s*tháng\\s*\\d{1,2}.{0,20}");
    /** The hour that a program puts on a signature. */
    private static final Pattern HOUR = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}");

    /** Between words, in parts of the type's size. */
    private static final double GAP = 0.15;

    /** Stands for one that cannot be opened: what is written in it is drawn without a meaning. */
    private static final PDFont UNREADABLE = new PDType1Font(Standard14Fonts.FontName.ZAPF_DINGBATS);

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Operators that show text, in what should be a picture. */
    private static final Pattern SWALLOWED = Pattern.compile("\\sBT\\s[^\\x00]{0,2000}?T[jJ]\\s");

    private static final int MAX_GLYPHS_PER_PAGE = 60_000;
    private static final int MAX_RULES_PER_PAGE = 20_000;

    private final List<Page> pages = new ArrayList<>();
    private final Set<Integer> torn = new TreeSet<>();
    private final Map<PDFont, Face> faces = new IdentityHashMap<>();
    private final PdfFonts fonts = new PdfFonts();
    private final PdfColour colour = new PdfColour();
    private final PageBudget budget = new PageBudget();
    private List<Printed> positions = new ArrayList<>();
    /** How far to the right each row has been printed: only what goes back can print a character twice. */
    private final Map<Integer, Float> reached = new HashMap<>();

    private int atRow;
    private float atX;
    private List<double[]> lines = new ArrayList<>();
    private final List<double[]> path = new ArrayList<>();
    private double[] at;
    private double[] begin;
    private List<String> stamps = new ArrayList<>();
    /** What each annotation prints, and on which page. */
    private final Map<COSDictionary, Shown> shown = new IdentityHashMap<>();

    private int unmapped;
    private int received;
    /** How much of the page its pictures cover, in square points, and how many of its characters are its own. */
    private double pictures;

    private Finest finest = Finest.NONE;

    private int own;
    /** How many of them are drawn so that they are seen, and no picture of the page has come over them. */
    private int visible;

    private boolean hidden;

    private record Shown(int page, String text) {}

    PdfGlyphs() {
        addOperator(new FontOperator());
        addOperator(new PictureOperator());
        for (OperatorProcessor colours : List.of(
                new SetNonStrokingColor(this),
                new SetNonStrokingColorN(this),
                new SetNonStrokingColorSpace(this),
                new SetNonStrokingDeviceCMYKColor(this),
                new SetNonStrokingDeviceGrayColor(this),
                new SetNonStrokingDeviceRGBColor(this))) {
            addOperator(new ColourOperator(colours));
        }
        addOperator(new InlinePicture());
        for (String name : new String[] {"m", "l", "re", "h", "c", "v", "y"}) {
            addOperator(new PathOperator(name));
        }
        for (String name : new String[] {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"}) {
            addOperator(new PaintOperator(name));
        }
    }

    /** All pages of the document. */
    List<Page> pages(PDDocument document) throws IOException {
        Map<COSDictionary, COSBase> bare = withContents(document);
        try {
            writeText(document, Writer.nullWriter());
        } finally {
            bare.forEach((page, contents) -> page.setItem(COSName.CONTENTS, contents));
        }
        return pages;
    }

    /**
     * Gives a blank content to pages that have fields or stamps alone, which the library would pass over.
     *
     * @return what these had instead; null for nothing
     */
    private static Map<COSDictionary, COSBase> withContents(PDDocument document) throws IOException {
        Map<COSDictionary, COSBase> bare = new IdentityHashMap<>();
        for (PDPage page : document.getPages()) {
            COSDictionary known = page.getCOSObject();
            if (!page.hasContents() && known.getDictionaryObject(COSName.ANNOTS) != null) {
                bare.put(known, known.getItem(COSName.CONTENTS));
                PDStream blank = new PDStream(document);
                try (OutputStream out = blank.createOutputStream()) {
                    out.write(' ');
                }
                page.setContents(blank);
            }
        }
        return bare;
    }

    /** Pages of which a part could not be read: their numbers, from 1. */
    Set<Integer> torn() {
        return torn;
    }

    /** What was drawn before a page's content breaks off is read. */
    @Override
    public void processPage(PDPage page) throws IOException {
        try {
            super.processPage(page);
        } catch (PageBudget.Exceeded exceeded) {
            throw exceeded;
        } catch (IOException | RuntimeException broken) {
            if (Thread.currentThread().isInterrupted() || pages.size() > 0 && last().number() == getCurrentPageNo()) {
                throw broken;
            }
            torn.add(getCurrentPageNo());
            writePage();
            endPage(page);
        }
    }

    private Page last() {
        return pages.get(pages.size() - 1);
    }

    /** The page on which an annotation lies, from 1; 0 where none was read that has it. */
    int pageOf(PDAnnotation annotation) {
        Shown found = shown.get(annotation.getCOSObject());
        return found == null ? 0 : found.page;
    }

    /** The words in an annotation's picture, on one line. */
    String printed(PDAnnotation annotation) {
        Shown found = shown.get(annotation.getCOSObject());
        return found == null ? "" : found.text;
    }

    @Override
    protected void startPage(PDPage page) {
        budget.startPage();
        positions = new ArrayList<>();
        reached.clear();
        atRow = Integer.MIN_VALUE;
        atX = Float.NEGATIVE_INFINITY;
        lines = new ArrayList<>();
        path.clear();
        at = null;
        stamps = new ArrayList<>();
        unmapped = 0;
        pictures = 0;
        finest = Finest.NONE;
        visible = 0;
    }

    /**
     * Reads what annotations show, behind the page's own text. A number or day that a registry stamps into the gap
     * of the letterhead is part of the page, and so is what was typed into a form; a signature's banner is not.
     */
    @Override
    protected void writePage() throws IOException {
        own = positions.size();
        hidden = visible * 2 < own;
        double ofPage = pictures;
        Finest finestOfPage = finest;
        for (PDAnnotation annotation : annotations()) {
            if (annotation.isHidden()) {
                continue;
            }
            int from = positions.size();
            if (annotation.getAppearance() == null) {
                addValue(annotation);
                continue;
            }
            int drawn = lines.size();
            try {
                showAnnotation(annotation);
            } catch (PageBudget.Exceeded exceeded) {
                throw exceeded;
            } catch (IOException | RuntimeException brokenAppearance) {
                positions.subList(from, positions.size()).clear();
            }
            lines.subList(drawn, lines.size()).clear();
            shown.put(
                    annotation.getCOSObject(),
                    new Shown(getCurrentPageNo(), words(positions.subList(from, positions.size()))));
            StringBuilder text = new StringBuilder();
            for (Printed p : positions.subList(from, positions.size())) {
                text.append(p.text.getUnicode());
            }
            if (text.toString().isBlank()) {
                addValue(annotation);
            } else if (!isOfPage(annotation, text.toString())) {
                stamps.add(text.toString());
                positions.subList(from, positions.size()).clear();
            }
        }
        pictures = ofPage;
        finest = finestOfPage;
    }

    private List<PDAnnotation> annotations() {
        try {
            return getCurrentPage().getAnnotations();
        } catch (IOException | RuntimeException broken) {
            torn.add(getCurrentPageNo());
            return List.of();
        }
    }

    private void addValue(PDAnnotation annotation) {
        PdfFieldText typed = new PdfFieldText(annotation.getCOSObject(), annotation.getRectangle(), getCurrentPage());
        if (!typed.value().isEmpty()) {
            typed.letters().forEach(letter -> positions.add(new Printed(letter, null)));
        }
    }

    private static String words(List<Printed> printed) {
        StringBuilder text = new StringBuilder();
        TextPosition last = null;
        for (Printed one : printed) {
            TextPosition p = one.text;
            boolean apart = last != null
                    && (Math.abs(p.getYDirAdj() - last.getYDirAdj()) > p.getHeightDir() / 2
                            || p.getXDirAdj() > last.getXDirAdj() + last.getWidthDirAdj() + p.getYScale() * GAP);
            text.append(apart ? " " : "").append(p.getUnicode());
            last = p;
        }
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isOfPage(PDAnnotation annotation, String text) {
        String plain = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        return plain.replace(" ", "").length() <= LONGEST_STAMP_IN_GAP
                || !HOUR.matcher(plain).find()
                        && (PdfFieldText.isTyped(annotation.getCOSObject())
                                || STAMPED_HEAD.matcher(plain).matches());
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.drawn();
        budget.nested(getGraphicsStackSize());
        super.processOperator(operator, operands);
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        if (getGraphicsState().getTextState().getFont() == UNREADABLE) {
            unmapped += string.length;
        } else {
            super.showText(string);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        budget.drawn();
        int before = received;
        super.showGlyph(matrix, font, code, displacement);
        if (received == before) {
            unmapped++;
        }
    }

    /** Keeps the character; one printed twice at one place, as a poor man's bold, is kept once. */
    @Override
    protected void processTextPosition(TextPosition text) {
        received++;
        String unicode = text.getUnicode();
        if (unicode == null || unicode.isEmpty() || positions.size() >= MAX_GLYPHS_PER_PAGE) {
            return;
        }
        float x = text.getX();
        int row = Math.round(text.getY());
        if (row != atRow) {
            reached.merge(atRow, atX, Math::max);
            atRow = row;
            atX = reached.getOrDefault(row, Float.NEGATIVE_INFINITY);
        }
        if (x >= atX || !isPrinted(unicode, text)) {
            positions.add(new Printed(text, colour.of(getGraphicsState().getNonStrokingColor())));
            visible += getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER ? 0 : 1;
        }
        atX = Math.max(atX, x + text.getWidth() * 0.3f);
    }

    private boolean isPrinted(String unicode, TextPosition text) {
        for (int i = positions.size() - 1; i >= 0; i--) {
            TextPosition other = positions.get(i).text;
            if (Math.abs(other.getX() - text.getX()) < 0.8f
                    && Math.abs(other.getY() - text.getY()) < 0.8f
                    && unicode.equals(other.getUnicode())) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void endPage(PDPage page) {
        float dir = direction();
        PDRectangle crop = page.getCropBox();
        boolean turned = dir == 90 || dir == 270;
        double width = turned ? crop.getHeight() : crop.getWidth();
        double height = turned ? crop.getWidth() : crop.getHeight();
        List<Glyph> glyphs = new ArrayList<>(positions.size());
        int ofPage = 0;
        for (int i = 0; i < positions.size(); i++) {
            TextPosition p = positions.get(i).text;
            if (p.getDir() != dir) {
                continue;
            }
            ofPage += i < own ? 1 : 0;
            Face face = faces.computeIfAbsent(p.getFont(), PdfGlyphs::face);
            glyphs.add(new Glyph(
                    p.getUnicode(),
                    getCurrentPageNo(),
                    p.getXDirAdj(),
                    p.getYDirAdj(),
                    p.getWidthDirAdj(),
                    p.getYScale(),
                    face.name,
                    face.bold,
                    face.italic,
                    positions.get(i).color,
                    100));
        }
        List<Rule> rules = new ArrayList<>();
        for (double[] line : lines) {
            double[] a = turn(line[0] - crop.getLowerLeftX(), line[1] - crop.getLowerLeftY(), dir, crop);
            double[] b = turn(line[2] - crop.getLowerLeftX(), line[3] - crop.getLowerLeftY(), dir, crop);
            rules.add(new Rule(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])));
        }
        double covered = Math.min(1, pictures / (crop.getWidth() * crop.getHeight()));
        pages.add(new Page(
                getCurrentPageNo(),
                width,
                height,
                glyphs,
                rules,
                stamps,
                unmapped,
                isPictured(page),
                (int) dir,
                new Scan(covered, ofPage, hidden, null, finest)));
    }

    private static boolean isPictured(PDPage page) {
        if (page.getResources() != null) {
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** From the file's frame, which begins at the lower left, into that in which the text stands upright. */
    static double[] turn(double x, double y, float dir, PDRectangle crop) {
        return switch ((int) dir) {
            case 90 -> new double[] {y, x};
            case 180 -> new double[] {crop.getWidth() - x, y};
            case 270 -> new double[] {crop.getHeight() - y, crop.getWidth() - x};
            default -> new double[] {x, crop.getHeight() - y};
        };
    }

    private float direction() {
        int[] counts = new int[4];
        for (Printed p : positions) {
            int quarter = Math.round(p.text.getDir() / 90) & 3;
            counts[quarter]++;
        }
        int best = 0;
        for (int i = 1; i < 4; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return best * 90f;
    }

    private static Face face(PDFont font) {
        if (font == null) {
            return new Face(null, false, false);
        }
        String name = String.valueOf(font.getName());
        int plus = name.indexOf('+');
        String bare = plus == 6 ? name.substring(7) : name;
        String lower = bare.toLowerCase(java.util.Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        boolean bold = lower.contains("bold")
                || lower.contains("black")
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
        boolean italic = lower.contains("italic")
                || lower.contains("oblique")
                || descriptor != null && (descriptor.isItalic() || descriptor.getItalicAngle() != 0);
        return new Face(bare, bold, italic);
    }

    private static double number(List<COSBase> operands, int i) {
        return i < operands.size() && operands.get(i) instanceof COSNumber n ? n.floatValue() : 0;
    }

    private double[] point(List<COSBase> operands, int i) {
        Point2D p = transformedPoint((float) number(operands, i), (float) number(operands, i + 1));
        return new double[] {p.getX(), p.getY()};
    }

    private void line(double[] from, double[] to) {
        if (from != null && path.size() < MAX_RULES_PER_PAGE) {
            path.add(new double[] {from[0], from[1], to[0], to[1]});
        }
    }

    /** Sets the font, legible where the file's own is not. */
    private final class FontOperator extends SetFontAndSize {
        FontOperator() {
            super(PdfGlyphs.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            PDTextState state = getGraphicsState().getTextState();
            try {
                super.process(operator, operands);
            } catch (MissingOperandException nothingNamed) {
                throw nothingNamed;
            } catch (IOException | RuntimeException broken) {
                state.setFont(UNREADABLE);
                return;
            }
            if (state.getFont() != null) {
                state.setFont(fonts.legible(state.getFont()));
            }
        }
    }

    /** Sets the colour of type; one that is broken is unknown, and no reason to refuse the file. */
    private final class ColourOperator extends OperatorProcessor {
        private final OperatorProcessor colours;

        ColourOperator(OperatorProcessor colours) {
            super(PdfGlyphs.this);
            this.colours = colours;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            try {
                colours.process(operator, operands);
            } catch (IOException | RuntimeException broken) {
                getGraphicsState().setNonStrokingColorSpace(null);
                getGraphicsState().setNonStrokingColor(null);
            }
        }

        @Override
        public String getName() {
            return colours.getName();
        }
    }

    /** Measures the pictures, and draws all else. */
    private final class PictureOperator extends DrawObject {
        PictureOperator() {
            super(PdfGlyphs.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (!operands.isEmpty()
                    && operands.get(0) instanceof COSName name
                    && getResources() != null
                    && getResources().isImageXObject(name)) {
                Matrix to = getGraphicsState().getCurrentTransformationMatrix();
                double area = Math.abs(to.getScaleX() * to.getScaleY() - to.getShearX() * to.getShearY());
                PDRectangle page = getCurrentPage().getCropBox();
                pictures += area;
                if (area > page.getWidth() * page.getHeight() * Scan.WHOLE) {
                    visible = 0;
                    finest = finest.or(PictureMeasure.of(getResources(), name, to));
                }
            } else {
                budget.form();
                super.process(operator, operands);
            }
        }
    }

    /** A picture within the content; one that does not end where it should takes the text behind it along. */
    private final class InlinePicture extends OperatorProcessor {
        InlinePicture() {
            super(PdfGlyphs.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            byte[] data = operator.getImageData();
            if (data != null
                    && SWALLOWED
                            .matcher(new String(data, StandardCharsets.ISO_8859_1))
                            .find()) {
                torn.add(getCurrentPageNo());
            }
        }

        @Override
        public String getName() {
            return OperatorName.BEGIN_INLINE_IMAGE;
        }
    }

    /** Builds the path; a rectangle is its four sides. */
    private final class PathOperator extends OperatorProcessor {
        private final String name;

        PathOperator(String name) {
            super(PdfGlyphs.this);
            this.name = name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            switch (name) {
                case "m" -> {
                    at = point(operands, 0);
                    begin = at;
                }
                case "l" -> {
                    double[] to = point(operands, 0);
                    line(at, to);
                    at = to;
                }
                case "h" -> {
                    if (at != null && begin != null) {
                        line(at, begin);
                        at = begin;
                    }
                }
                case "re" -> {
                    double x = number(operands, 0);
                    double y = number(operands, 1);
                    double w = number(operands, 2);
                    double h = number(operands, 3);
                    Point2D a = transformedPoint((float) x, (float) y);
                    Point2D b = transformedPoint((float) (x + w), (float) (y + h));
                    double[] p = {a.getX(), a.getY()};
                    double[] q = {b.getX(), a.getY()};
                    double[] r = {b.getX(), b.getY()};
                    double[] s = {a.getX(), b.getY()};
                    line(p, q);
                    line(q, r);
                    line(r, s);
                    line(s, p);
                    at = p;
                    begin = p;
                }
                case "c" -> at = point(operands, 4);
                default -> at = point(operands, 2);
            }
        }

        @Override
        public String getName() {
            return name;
        }
    }

    /** Paints the path: thin and straight pieces are rules. A filled area gives its sides only where it is thin. */
    private final class PaintOperator extends OperatorProcessor {
        private final String name;

        PaintOperator(String name) {
            super(PdfGlyphs.this);
            this.name = name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            boolean strokes = !name.startsWith("f") && !name.equals("F") && !name.equals("n");
            boolean fills = name.startsWith("f") || name.equals("F");
            if (strokes || fills && isThin()) {
                for (double[] p : path) {
                    boolean flat = Math.abs(p[1] - p[3]) < 1.5 && Math.abs(p[0] - p[2]) > 4;
                    boolean upright = Math.abs(p[0] - p[2]) < 1.5 && Math.abs(p[1] - p[3]) > 4;
                    if ((flat || upright) && lines.size() < MAX_RULES_PER_PAGE) {
                        lines.add(p);
                    }
                }
            }
            path.clear();
            at = null;
        }

        private boolean isThin() {
            if (path.isEmpty() || path.size() > 400) {
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
                if (Math.min(maxX - minX, maxY - minY) > 3.5) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
