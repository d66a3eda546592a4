package org.planlint.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** What the page of a scan draws, token by token. */
final class PageContent {
    private static final Set<String> SHOW = Set.of("Tj", "TJ", "'", "\"");
    /** Operators that place pictures, and fill or clip plain areas. */
    private static final Set<String> PICTURES = Set.of(
            "q", "Q", "cm", "Do", "re", "m", "l", "h", "W", "W*", "n", "f", "f*", "F", "g", "G", "rg", "RG", "w", "J",
            "j", "M", "i", "BMC", "EMC");

    private static final int INVISIBLE = 3;

    private final PDDocument pdf;
    private final PDPage page;
    private List<Object> tokens;

    PageContent(PDDocument pdf, PDPage page) throws IOException {
        this.pdf = pdf;
        this.page = page;
        this.tokens = new PDFStreamParser(page).parse();
    }

    /** Takes out the text of a layer that nobody sees, and the fonts with it if no other text is there. */
    void dropHiddenText() throws IOException {
        List<Object> kept = new ArrayList<>();
        List<Object> operands = new ArrayList<>();
        Deque<Integer> outer = new ArrayDeque<>();
        int mode = 0;
        boolean shows = false;
        for (Object token : tokens) {
            operands.add(token);
            if (!(token instanceof Operator operator)) {
                continue;
            }
            String name = operator.getName();
            switch (name) {
                case "q" -> outer.push(mode);
                case "Q" -> mode = outer.isEmpty() ? 0 : outer.pop();
                case "Tr" -> mode = operands.get(0) instanceof COSNumber number ? number.intValue() : mode;
                default -> {}
            }
            if (!SHOW.contains(name)) {
                kept.addAll(operands);
            } else if (mode != INVISIBLE) {
                kept.addAll(operands);
                shows = true;
            }
            operands.clear();
        }
        if (kept.size() == tokens.size()) {
            return;
        }
        tokens = shows ? kept : withoutText(kept);
        if (!shows && page.getResources() != null) {
            page.getResources().getCOSObject().removeItem(COSName.FONT);
        }
        PDStream stream = new PDStream(pdf);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(stream);
    }

    /** Without text objects, which are empty now. */
    private static List<Object> withoutText(List<Object> tokens) {
        List<Object> kept = new ArrayList<>();
        List<Object> operands = new ArrayList<>();
        boolean text = false;
        for (Object token : tokens) {
            operands.add(token);
            if (token instanceof Operator operator) {
                text |= operator.getName().equals("BT");
                if (!text) {
                    kept.addAll(operands);
                }
                text &= !operator.getName().equals("ET");
                operands.clear();
            }
        }
        kept.addAll(operands);
        return kept;
    }

    /** Puts a layer behind all that is there. */
    void putBehind(byte[] layer) throws IOException {
        PDStream stream = new PDStream(pdf);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(layer);
        }
        COSArray contents = new COSArray();
        contents.add(stream.getCOSObject());
        COSBase before = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (before instanceof COSArray several) {
            contents.addAll(several);
        } else if (before != null) {
            contents.add(before);
        }
        page.getCOSObject().setItem(COSName.CONTENTS, contents);
    }

    /** Whether it shows pictures and nothing else, and these in colours and codings that PDF/A-2 has (ISO 19005-2, 6.2). */
    boolean isPictures() throws IOException {
        PDResources resources = page.getResources();
        Object last = null;
        for (Object token : tokens) {
            if (token instanceof Operator operator) {
                boolean drawn = operator.getName().equals("Do")
                        && last instanceof COSName name
                        && resources != null
                        && resources.getXObject(name) instanceof PDImageXObject picture
                        && isPlain(picture);
                if (!PICTURES.contains(operator.getName()) || operator.getName().equals("Do") && !drawn) {
                    return false;
                }
            }
            last = token;
        }
        return true;
    }

    private static boolean isPlain(PDImageXObject picture) throws IOException {
        boolean coded = picture.getStream().getFilters().stream()
                .noneMatch(filter -> filter.equals(COSName.JPX_DECODE) || filter.equals(COSName.LZW_DECODE));
        PDColorSpace colours = picture.isStencil() || !coded ? null : picture.getColorSpace();
        return coded
                && !(colours instanceof PDDeviceCMYK)
                && !picture.getCOSObject().containsKey("Alternates")
                && !picture.getCOSObject().containsKey("OPI");
    }

    /** Readers may smooth pictures by themselves; PDF/A does not let a file ask for it (ISO 19005-2, 6.2.8). */
    void askForNoSmoothing() throws IOException {
        PDResources resources = page.getResources();
        for (COSName name : resources == null ? List.<COSName>of() : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject) {
                object.getCOSObject().removeItem(COSName.INTERPOLATE);
            }
        }
    }
}
