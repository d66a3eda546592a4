package org.planlint.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A typed plan that was printed, signed, stamped and scanned. The same order gives the same bytes.
 *
 * @param plan  name of the sample
 * @param skew  in degrees
 * @param turn  how the sheets lie on the glass: 0, 90, 180 or 270 degrees
 * @param marks what was done to the paper before
 * @param typed how many pages at the front stay typed
 */
record Scan(String plan, Scanner by, ScanFile as, double skew, int turn, Set<Mark> marks, int typed) {
    /** What a clerk does to a printed plan. */
    enum Mark {
        /** A pen wrote the number over what was typed. */
        HAND_NUMBER,
        HAND_DAY,
        /** Nothing stands where the number should. */
        BLANK_NUMBER,
        BLANK_DAY,
        SIGNED,
        /** Over the signature. */
        STAMPED;

        static Mark of(Object name) {
            return valueOf(name.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static final Pattern NUMBER = Pattern.compile("Số:?(\\d*)/");
    private static final Pattern DAY = Pattern.compile("ngày(\\d*)tháng\\d{1,2}năm");
    private static final double POINTS = 72;
    /** In points. */
    private static final double ROOM = 36;

    static Scan of(Map<?, ?> map) {
        Set<Mark> marks = new HashSet<>();
        if (map.get("marks") instanceof List<?> names) {
            names.forEach(name -> marks.add(Mark.of(name)));
        }
        return new Scan(
                map.get("plan").toString(),
                Scanner.valueOf(map.get("by").toString().toUpperCase(Locale.ROOT)),
                ScanFile.valueOf(map.get("as").toString().toUpperCase(Locale.ROOT)),
                map.get("skew") instanceof Number skew ? skew.doubleValue() : 0,
                map.get("turn") instanceof Number turn ? turn.intValue() : 0,
                marks,
                map.get("typed") instanceof Number typed ? typed.intValue() : 0);
    }

    String name() {
        return plan + " " + by.name().toLowerCase(Locale.ROOT) + " " + as.name().toLowerCase(Locale.ROOT)
                + (turn == 0 ? "" : " " + turn + "°")
                + marks.stream()
                        .sorted()
                        .map(mark -> " " + mark.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining());
    }

    /**
     * Makes the file.
     *
     * @param pdf    the plan as it was typed
     * @param signer as printed, or null
     * @param folder where it is written
     */
    Path write(Path pdf, String signer, Path folder) throws IOException {
        Random chance = new Random(name().hashCode());
        try (PDDocument paper = Loader.loadPDF(pdf.toFile())) {
            List<BufferedImage> pictures = new ArrayList<>();
            PDFRenderer renderer = new PDFRenderer(paper);
            for (int i = typed; i < paper.getNumberOfPages(); i++) {
                BufferedImage sheet = renderer.renderImageWithDPI(i, by.dpi, ImageType.RGB);
                mark(sheet, Letters.of(paper, i), i == 0, signer, chance);
                pictures.add(by.scan(sheet, skew, turn, chance));
            }
            Path file = folder.resolve(name().replaceAll("[^\\p{Alnum}.-]+", "_") + as.ending());
            as.write(pictures, by, paper, typed, file);
            return file;
        }
    }

    private void mark(BufferedImage sheet, Letters letters, boolean first, String signer, Random chance)
            throws IOException {
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(by.dpi / POINTS, by.dpi / POINTS);
        Pen pen = new Pen(g, chance);
        if (first) {
            fill(g, pen, letters.find(NUMBER), Mark.BLANK_NUMBER, Mark.HAND_NUMBER, 10 + chance.nextInt(400));
            fill(g, pen, letters.find(DAY), Mark.BLANK_DAY, Mark.HAND_DAY, 10 + chance.nextInt(18));
        }
        Rectangle2D name = signer == null ? null : letters.find(signer);
        name = name == null || !marks.contains(Mark.SIGNED) ? name : lowered(sheet, g, name);
        if (name != null && marks.contains(Mark.SIGNED)) {
            pen.sign(name);
        }
        if (name != null && marks.contains(Mark.STAMPED)) {
            Stamp.press(
                    g,
                    "CƠ QUAN BAN HÀNH ★ TỈNH SƠN THỦY ★",
                    name.getX() - 2,
                    name.getY() - 34,
                    chance.nextInt(40) - 20);
        }
        g.dispose();
    }

    /** Between title and name there is room to sign, more than the samples leave. */
    private Rectangle2D lowered(BufferedImage sheet, Graphics2D g, Rectangle2D name) {
        double scale = by.dpi / POINTS;
        Rectangle2D cut =
                new Rectangle2D.Double(name.getX() - 4, name.getY() - 2, name.getWidth() + 8, name.getHeight() * 1.5);
        if ((cut.getMaxY() + ROOM) * scale >= sheet.getHeight()) {
            return name;
        }
        BufferedImage word = new BufferedImage(
                (int) (cut.getWidth() * scale), (int) (cut.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
        word.getGraphics().drawImage(sheet, (int) (-cut.getX() * scale), (int) (-cut.getY() * scale), null);
        g.setColor(Color.WHITE);
        g.fill(cut);
        AffineTransform place = AffineTransform.getTranslateInstance(cut.getX(), cut.getY() + ROOM);
        place.scale(1 / scale, 1 / scale);
        g.drawImage(word, place, null);
        return new Rectangle2D.Double(name.getX(), name.getY() + ROOM, name.getWidth(), name.getHeight());
    }

    private void fill(Graphics2D g, Pen pen, Rectangle2D gap, Mark blank, Mark hand, int figures) {
        if (gap == null || !marks.contains(blank) && !marks.contains(hand)) {
            return;
        }
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(gap.getX(), gap.getY(), gap.getWidth(), gap.getHeight() * 1.3));
        if (marks.contains(hand)) {
            pen.write(String.valueOf(figures), gap);
        }
    }
}
