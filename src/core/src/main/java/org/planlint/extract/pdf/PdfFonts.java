package org.planlint.extract.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.fontbox.ttf.PostScriptTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/**
 * Gives back their meaning to the characters of fonts that are written as numbers of glyphs (Identity-H).
 *
 * <p>A file should say of each number what it means (ToUnicode). Where it does not, the font's own tables are asked, and
 * then the order of its family. Where it says a few letters wrong ("CỘNG HÕA" printed as "CỘNG HÒA") and all others as
 * the order has them, the order is right. The file is left as it is.
 */
final class PdfFonts {
    /** So many characters have to be as the order has them before it is held against the file's word on another. */
    private static final int MANY = 20;
    /** The most wrong letters among them; a font with more is in another order. */
    private static final double FEW = 0.05;

    /** Stands for one that cannot be opened: what is written in it is drawn without a meaning. */
    static final Typeface UNREADABLE = new Typeface("", null) {
        @Override
        void read(byte[] string, Signs to) {}

        @Override
        Sign look(int code) {
            return new Sign(null, 0);
        }

        @Override
        float height() {
            return 0;
        }
    };

    private final Map<COSDictionary, Typeface> typefaces = new IdentityHashMap<>();
    private Typeface usual;

    /** Of a font's dictionary; null for a name that the page does not have. */
    Typeface typeface(COSDictionary font) {
        if (font == null) {
            return usual();
        }
        return typefaces.computeIfAbsent(font, unseen -> {
            Typeface declared = declared(unseen);
            return declared == null ? withProgram(unseen) : declared;
        });
    }

    /** What is written without a font is drawn in this one. */
    Typeface usual() {
        if (usual == null) {
            usual = new LibraryTypeface(new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        }
        return usual;
    }

    /** Null where the file does not declare all, or where what it declares seems wrong. */
    private static Typeface declared(COSDictionary font) {
        try {
            COSName kind = font.getCOSName(COSName.SUBTYPE);
            boolean composite = COSName.TYPE0.equals(kind);
            COSDictionary described = composite ? CompositeCodes.descendant(font) : font;
            COSDictionary dictionary = described == null ? null : described.getCOSDictionary(COSName.FONT_DESC);
            PDFontDescriptor descriptor = dictionary == null ? null : new PDFontDescriptor(dictionary);
            DeclaredTypeface.Codes codes = null;
            String name = String.valueOf(font.getNameAsString(COSName.BASE_FONT));
            if (composite) {
                codes = CompositeCodes.of(font);
            } else if (COSName.TRUE_TYPE.equals(kind) || COSName.TYPE1.equals(kind) || COSName.MM_TYPE1.equals(kind)) {
                codes = SimpleCodes.of(font, descriptor);
            }
            return codes == null || composite && isDoubted(codes, name)
                    ? null
                    : new DeclaredTypeface(name, descriptor, codes, () -> withProgram(font));
        } catch (IOException | RuntimeException broken) {
            return null;
        }
    }

    /** Whether a letter is not the one that its family has under this number. */
    private static boolean isDoubted(DeclaredTypeface.Codes codes, String name) {
        return GlyphOrder.of(name)
                .filter(order -> order.characters().entrySet().stream().anyMatch(glyph -> {
                    String said = codes.text(glyph.getKey());
                    return said != null && isOtherLetter(said, glyph.getValue());
                }))
                .isPresent();
    }

    private static Typeface withProgram(COSDictionary dictionary) {
        try {
            PDFont font = PDFontFactory.createFont(dictionary);
            return new LibraryTypeface(legible(font));
        } catch (IOException | RuntimeException broken) {
            return UNREADABLE;
        }
    }

    /** The font, or one with its glyphs whose characters have their meaning. */
    private static PDFont legible(PDFont font) {
        try {
            Map<Integer, String> meanings = meanings(font);
            return meanings.isEmpty() ? font : meaning(font, meanings);
        } catch (IOException | RuntimeException brokenProgram) {
            return font;
        }
    }

    /** What the font's codes mean, all of them; empty where the file says it best. */
    private static Map<Integer, String> meanings(PDFont font) throws IOException {
        if (!(font instanceof PDType0Font composite)
                || !(composite.getDescendantFont() instanceof PDCIDFontType2 glyphs)
                || glyphs.isDamaged()
                || !codesAreGlyphs(composite, glyphs)) {
            return Map.of();
        }
        TrueTypeFont program = glyphs.isEmbedded() ? glyphs.getTrueTypeFont() : null;
        Optional<GlyphOrder> order = GlyphOrder.of(String.valueOf(font.getName()))
                .filter(family -> program == null || glyphs(program) >= family.size());
        if (font.getCOSObject().containsKey(COSName.TO_UNICODE)) {
            return order.isPresent() ? corrected(font, order.get()) : Map.of();
        }
        if (program != null) {
            if (program.getUnicodeCmapLookup(false) != null) {
                return Map.of();
            }
            Map<Integer, String> names = names(program);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return order.isPresent() ? order.get().characters() : Map.of();
    }

    private static boolean codesAreGlyphs(PDType0Font font, PDCIDFontType2 glyphs) {
        COSBase map = glyphs.getCOSObject().getDictionaryObject(COSName.CID_TO_GID_MAP);
        return COSName.IDENTITY_H.equals(font.getCOSObject().getDictionaryObject(COSName.ENCODING))
                && (map == null || COSName.IDENTITY.equals(map));
    }

    private static int glyphs(TrueTypeFont program) {
        try {
            return program.getNumberOfGlyphs();
        } catch (IOException brokenProgram) {
            return 0;
        }
    }

    /** By the names that the program has for its glyphs: "uni1EA1", "dcroat". */
    private static Map<Integer, String> names(TrueTypeFont program) throws IOException {
        Map<Integer, String> meanings = new TreeMap<>();
        PostScriptTable table = program.getPostScript();
        String[] names = table == null ? null : table.getGlyphNames();
        for (int glyph = 0; names != null && glyph < names.length; glyph++) {
            String character = GlyphList.getAdobeGlyphList().toUnicode(names[glyph]);
            if (character != null) {
                meanings.put(glyph, character);
            }
        }
        return meanings;
    }

    /** The file's own meanings with the order's letters for the few that it has wrong; empty if it has none wrong. */
    private static Map<Integer, String> corrected(PDFont font, GlyphOrder order) throws IOException {
        Map<Integer, String> wrong = new TreeMap<>();
        int same = 0;
        for (Map.Entry<Integer, String> glyph : order.characters().entrySet()) {
            String said = font.toUnicode(glyph.getKey());
            same += glyph.getValue().equals(said) ? 1 : 0;
            if (said != null && isOtherLetter(said, glyph.getValue())) {
                wrong.put(glyph.getKey(), glyph.getValue());
            }
        }
        if (wrong.isEmpty() || same < MANY || wrong.size() > same * FEW) {
            return Map.of();
        }
        Map<Integer, String> meanings = new TreeMap<>();
        for (int code = 0; code <= 0xFFFF; code++) {
            String said = font.toUnicode(code);
            if (said != null) {
                meanings.put(code, said);
            }
        }
        meanings.putAll(wrong);
        return meanings;
    }

    private static boolean isOtherLetter(String said, String character) {
        return said.length() == 1
                && Character.isLetter(said.charAt(0))
                && Character.isLetter(character.charAt(0))
                && !said.equals(character);
    }

    private static PDFont meaning(PDFont font, Map<Integer, String> meanings) throws IOException {
        StringBuilder map = new StringBuilder("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        map.append(meanings.size()).append(" beginbfchar\n");
        meanings.forEach((code, character) -> {
            map.append(String.format(Locale.ROOT, "<%04X> <", code));
            character.chars().forEach(unit -> map.append(String.format(Locale.ROOT, "%04X", unit)));
            map.append(">\n");
        });
        map.append("endbfchar\n");
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
        }
        COSDictionary copy = new COSDictionary(font.getCOSObject());
        copy.setItem(COSName.TO_UNICODE, stream);
        return PDFontFactory.createFont(copy);
    }
}
