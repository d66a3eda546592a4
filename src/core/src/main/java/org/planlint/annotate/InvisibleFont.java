package org.planlint.annotate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A font for text that nobody sees: it knows every character, since each is its own code, and draws all as a space. Only
 * what programs copy and search is of use in it. Embedded, as PDF/A asks (ISO 19005-2, 6.2.11.4).
 */
final class InvisibleFont {
    /** Each character is so wide, in thousandths of its size. */
    static final int WIDTH = 500;

    private static final String PROGRAM = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final COSName NAME = COSName.getPDFName("PLNLNT+Invisible");
    private static final int BLOCK = 100;

    private InvisibleFont() {}

    static COSDictionary in(PDDocument pdf) throws IOException {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);

        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, NAME);
        descriptor.setInt(COSName.FLAGS, 4);
        descriptor.setItem(COSName.FONT_BBOX, numbers(0, -212, WIDTH, 905));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 905);
        descriptor.setInt(COSName.DESCENT, -212);
        descriptor.setInt(COSName.CAP_HEIGHT, 700);
        descriptor.setInt(COSName.STEM_V, 80);
        byte[] program = program();
        PDStream file = stream(pdf, program);
        file.getCOSObject().setInt(COSName.LENGTH1, program.length);
        descriptor.setItem(COSName.FONT_FILE2, file);

        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setItem(COSName.BASE_FONT, NAME);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setInt(COSName.DW, WIDTH);
        descendant.setItem(COSName.CID_TO_GID_MAP, stream(pdf, allSpaces()));
        COSArray descendants = new COSArray();
        descendants.add(descendant);

        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, NAME);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, stream(pdf, meanings()));
        return font;
    }

    /** Of a font with Vietnamese letters the space alone, its second glyph. */
    private static byte[] program() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(PROGRAM);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            TTFSubsetter subset = new TTFSubsetter(font);
            subset.add(' ');
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subset.writeToStream(out);
            return out.toByteArray();
        }
    }

    private static byte[] allSpaces() {
        byte[] map = new byte[1 << 17];
        for (int i = 1; i < map.length; i += 2) {
            map[i] = 1;
        }
        return map;
    }

    /** Each code means itself. A range may not leave the codes that share their first byte. */
    private static byte[] meanings() {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (int first = 0; first < 256; first++) {
            if (first % BLOCK == 0) {
                map.append(Math.min(BLOCK, 256 - first)).append(" beginbfrange\n");
            }
            map.append(String.format("<%02X00> <%02XFF> <%02X00>%n", first, first, first));
            if (first % BLOCK == BLOCK - 1 || first == 255) {
                map.append("endbfrange\n");
            }
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static PDStream stream(PDDocument pdf, byte[] bytes) throws IOException {
        return new PDStream(pdf, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    }

    private static COSArray numbers(int... values) {
        COSArray array = new COSArray();
        for (int value : values) {
            array.add(COSInteger.get(value));
        }
        return array;
    }
}
