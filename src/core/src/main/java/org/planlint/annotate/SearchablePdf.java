package org.planlint.annotate;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.pdf.PdfPictures;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.Paragraph;
import org.planlint.text.RecognisedPage;
import org.planlint.text.Sha256;
import org.planlint.text.TextLine;

/**
 * A scan as a pdf of two layers: the pictures of its pages as they are, not coded anew, and behind them what was recognised,
 * unseen, so that it can be searched and copied. The same file and recognition give the same bytes.
 */
public final class SearchablePdf {
    /** Why a copy is not said to be PDF/A-2b. */
    public enum Obstacle {
        /** Pages that show more than pictures: their fonts and graphics are those of the file. */
        MORE_THAN_PICTURES,
        /** Notes, fields or signatures on pages. */
        ANNOTATIONS,
        /** Files within the file, layers that can be switched off. */
        ATTACHMENTS_OR_LAYERS
    }

    /**
     * @param pages     how many have a layer of recognised text
     * @param obstacles why it is not PDF/A-2b; none if it is
     */
    public record Copy(byte[] bytes, int pages, List<Obstacle> obstacles) {
        public Copy {
            obstacles = List.copyOf(obstacles);
        }
    }

    private static final COSName FONT = COSName.getPDFName("PlanLintInvisible");
    private static final Pattern WORD = Pattern.compile("\\S+");
    /** The baseline lies so far above the foot of a line's frame, as a share of its height. */
    private static final double FOOT = 0.21;

    private final PDDocument pdf;
    private final Document document;

    private SearchablePdf(PDDocument pdf, Document document) {
        this.pdf = pdf;
        this.document = document;
    }

    /**
     * @param file     a pdf, or pictures of pages
     * @param document what was read of it
     * @throws IOException if it cannot be copied
     * @throws ReadFailure if its pictures cannot be read
     */
    public static Copy of(byte[] file, Document document) throws IOException, ReadFailure {
        try (PDDocument pdf = PdfPictures.open(file, document.mediaType())) {
            if (pdf.isEncrypted()) {
                pdf.setAllSecurityToBeRemoved(true);
            }
            pdf.setDocumentId(Long.parseUnsignedLong(Sha256.hex(file).substring(0, 16), 16));
            return new SearchablePdf(pdf, document).copy();
        }
    }

    private Copy copy() throws IOException {
        List<Obstacle> obstacles = new ArrayList<>();
        PDFont invisible = PDFontFactory.createFont(InvisibleFont.in(pdf));
        Map<Integer, StringBuilder> layers = layers();
        boolean pictures = true;
        boolean annotated = false;
        for (int i = 0; i < pdf.getNumberOfPages(); i++) {
            PDPage page = pdf.getPage(i);
            PageContent content = new PageContent(pdf, page);
            if (document.recognised(i + 1) != null) {
                content.dropHiddenText();
            }
            pictures &= content.isPictures();
            content.askForNoSmoothing();
            annotated |= !page.getAnnotations().isEmpty();
            page.getCOSObject().removeItem(COSName.AA);
            if (layers.containsKey(i + 1)) {
                if (page.getResources() == null) {
                    page.setResources(new PDResources());
                }
                page.getResources().put(FONT, invisible);
                content.putBehind(("q BT 3 Tr\n" + layers.get(i + 1) + "ET Q\n").getBytes(StandardCharsets.US_ASCII));
                page.setRotation(document.format(i + 1).turn());
            }
        }
        if (!pictures) {
            obstacles.add(Obstacle.MORE_THAN_PICTURES);
        }
        if (annotated || pdf.getDocumentCatalog().getAcroForm() != null) {
            obstacles.add(Obstacle.ANNOTATIONS);
        }
        if (pdf.getDocumentCatalog().getOCProperties() != null
                || pdf.getDocumentCatalog().getNames() != null) {
            obstacles.add(Obstacle.ATTACHMENTS_OR_LAYERS);
        }
        describe(obstacles.isEmpty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return new Copy(out.toByteArray(), layers.size(), obstacles);
    }

    // ---- the layer ----

    /** By page, the text of those that were recognised, word by word in reading order. */
    private Map<Integer, StringBuilder> layers() {
        Map<Integer, StringBuilder> layers = new TreeMap<>();
        for (Paragraph paragraph : document.paragraphs()) {
            for (TextLine line : paragraph.lines()) {
                RecognisedPage page = document.recognised(line.page());
                if (page != null) {
                    words(
                            paragraph.text(),
                            line,
                            page,
                            layers.computeIfAbsent(line.page(), key -> new StringBuilder()));
                }
            }
        }
        return layers;
    }

    private void words(String text, TextLine line, RecognisedPage page, StringBuilder layer) {
        Matcher word = WORD.matcher(text).region(line.start(), Math.min(line.end(), text.length()));
        Paragraph.Box before = null;
        while (word.find()) {
            Paragraph.Box box = line.box(word.start(), word.end());
            if (before != null) {
                double end = before.x() + before.width();
                show(" ", new Paragraph.Box(end, box.y(), Math.max(0.1, box.x() - end), box.height()), page, layer);
            }
            show(word.group(), box, page, layer);
            before = box;
        }
    }

    private void show(String text, Paragraph.Box box, RecognisedPage recognised, StringBuilder layer) {
        PageFormat format = document.format(recognised.page());
        PDPage page = pdf.getPage(recognised.page() - 1);
        double baseline = box.y() + box.height() * (1 - FOOT);
        double[] upright = recognised.askew(box.x(), baseline, format);
        double[] at = onPaper(upright, page.getCropBox(), format.turn());
        double angle = Math.toRadians(format.turn()) - Math.atan(recognised.slope());
        double size = box.height();
        double natural = text.length() * size * InvisibleFont.WIDTH / 1000;
        layer.append(String.format(
                Locale.ROOT,
                "/" + FONT.getName() + " %.2f Tf %.2f Tz %.5f %.5f %.5f %.5f %.2f %.2f Tm <",
                size,
                100 * box.width() / natural,
                Math.cos(angle),
                Math.sin(angle),
                -Math.sin(angle),
                Math.cos(angle),
                at[0],
                at[1]));
        text.chars().forEach(c -> layer.append(String.format("%04X", c)));
        layer.append("> Tj\n");
    }

    /** From the page as it is read to the paper, from its lower left corner. */
    private static double[] onPaper(double[] at, PDRectangle crop, int turn) {
        double x = at[0];
        double y = at[1];
        double[] paper = switch (turn) {
            case 90 -> new double[] {y, x};
            case 180 -> new double[] {crop.getWidth() - x, y};
            case 270 -> new double[] {crop.getWidth() - y, crop.getHeight() - x};
            default -> new double[] {x, crop.getHeight() - y};
        };
        return new double[] {paper[0] + crop.getLowerLeftX(), paper[1] + crop.getLowerLeftY()};
    }

    // ---- PDF/A ----

    /** What ISO 19005-2 asks of the file as a whole: 6.1.3, 6.2.3, 6.5 and 6.6. */
    private void describe(boolean archival) throws IOException {
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        catalog.getCOSObject().removeItem(COSName.OPEN_ACTION);
        catalog.getCOSObject().removeItem(COSName.AA);
        String title = pdf.getDocumentInformation().getTitle();
        pdf.setDocumentInformation(new PDDocumentInformation());
        pdf.setVersion(1.7f);
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(xmp(title, archival).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        if (archival) {
            PDOutputIntent screen = new PDOutputIntent(
                    pdf,
                    new ByteArrayInputStream(
                            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
            screen.setInfo("sRGB IEC61966-2.1");
            screen.setOutputCondition("sRGB IEC61966-2.1");
            screen.setOutputConditionIdentifier("sRGB IEC61966-2.1");
            screen.setRegistryName("http://www.color.org");
            catalog.setOutputIntents(List.of(screen));
        }
    }

    private static String xmp(String title, boolean archival) {
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
                + "<xmp:CreatorTool>PlanLint</xmp:CreatorTool>\n"
                + (title == null || title.isBlank()
                        ? ""
                        : "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(title)
                                + "</rdf:li></rdf:Alt></dc:title>\n")
                + (archival ? "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n" : "")
                + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
