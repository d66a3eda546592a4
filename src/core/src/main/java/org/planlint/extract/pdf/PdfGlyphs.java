package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.planlint.text.RecognisedPage;

/** Takes the characters and the drawn lines of each page off PDFBox, in the frame in which the text stands upright. */
final class PdfGlyphs {
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
        static final double WHOLE = 0.5;

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

    private final List<Page> pages = new ArrayList<>();
    private final Set<Integer> torn = new TreeSet<>();
    private final PdfAnnotations annotations = new PdfAnnotations();
    private final PdfColour colours = new PdfColour();
    private final PageBudget budget = new PageBudget();
    private final PdfText text = new PdfText(budget);

    /** All pages of the document that show something. */
    List<Page> pages(PDDocument document) throws IOException {
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            if (page.hasContents() || page.getCOSObject().getDictionaryObject(COSName.ANNOTS) != null) {
                pages.add(read(page, number));
                page.removePageResourceFromCache();
            }
        }
        return pages;
    }

    /** Pages of which a part could not be read: their numbers, from 1. */
    Set<Integer> torn() {
        return torn;
    }

    /** The page on which an annotation lies, from 1; 0 where none was read that has it. */
    int pageOf(PDAnnotation annotation) {
        return annotations.pageOf(annotation);
    }

    /** The words in an annotation's picture, on one line. */
    String printed(PDAnnotation annotation) {
        return annotations.printed(annotation);
    }

    /** What was drawn before a page's content breaks off is read. */
    private Page read(PDPage page, int number) throws IOException {
        budget.startPage();
        PdfLetters letters = new PdfLetters(colours);
        PdfContent content = new PdfContent(page, letters, text, budget);
        try {
            content.drawPage();
        } catch (PageBudget.Exceeded exceeded) {
            throw exceeded;
        } catch (IOException | RuntimeException broken) {
            if (Thread.currentThread().isInterrupted()) {
                throw broken;
            }
            torn.add(number);
        }
        int own = letters.size();
        boolean hidden = letters.areHidden();
        double covered = content.pictures();
        Finest finest = content.finest();
        List<String> stamps = new ArrayList<>();
        annotations.draw(annotations(page, number), number, page, content, letters, stamps);
        if (content.isTorn()) {
            torn.add(number);
        }
        PDRectangle crop = page.getCropBox();
        int turn = direction(letters.all());
        boolean turned = turn == 90 || turn == 270;
        List<Glyph> glyphs = glyphs(letters.all(), number, turn);
        return new Page(
                number,
                turned ? crop.getHeight() : crop.getWidth(),
                turned ? crop.getWidth() : crop.getHeight(),
                glyphs,
                rules(content.lines(), turn, crop),
                stamps,
                letters.unmapped(),
                isPictured(page),
                turn,
                new Scan(
                        Math.min(1, covered / (crop.getWidth() * crop.getHeight())),
                        (int) letters.all().subList(0, own).stream()
                                .filter(letter -> letter.turn() == turn)
                                .count(),
                        hidden,
                        null,
                        finest));
    }

    private List<PDAnnotation> annotations(PDPage page, int number) {
        try {
            return page.getAnnotations();
        } catch (IOException | RuntimeException broken) {
            torn.add(number);
            return List.of();
        }
    }

    /** Those whose lines run as most do. */
    private static List<Glyph> glyphs(List<Letter> letters, int page, int turn) {
        List<Glyph> glyphs = new ArrayList<>(letters.size());
        for (Letter letter : letters) {
            if (letter.turn() == turn) {
                Typeface typeface = letter.typeface();
                glyphs.add(new Glyph(
                        letter.text(),
                        page,
                        letter.along(),
                        letter.line(),
                        letter.advance(),
                        letter.size(),
                        typeface == null ? null : typeface.name(),
                        typeface != null && typeface.isBold(),
                        typeface != null && typeface.isItalic(),
                        letter.colour(),
                        100));
            }
        }
        return glyphs;
    }

    private static List<Rule> rules(List<double[]> lines, int turn, PDRectangle crop) {
        List<Rule> rules = new ArrayList<>(lines.size());
        for (double[] line : lines) {
            double[] a = turn(line[0] - crop.getLowerLeftX(), line[1] - crop.getLowerLeftY(), turn, crop);
            double[] b = turn(line[2] - crop.getLowerLeftX(), line[3] - crop.getLowerLeftY(), turn, crop);
            rules.add(new Rule(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])));
        }
        return rules;
    }

    private static boolean isPictured(PDPage page) {
        PDResources resources = page.getResources();
        if (resources != null) {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
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

    private static int direction(List<Letter> letters) {
        int[] counts = new int[4];
        for (Letter letter : letters) {
            counts[letter.turn() / 90]++;
        }
        int best = 0;
        for (int i = 1; i < 4; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return best * 90;
    }
}
