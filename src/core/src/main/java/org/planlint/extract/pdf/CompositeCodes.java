package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.cmap.CMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** What a font of two-byte codes that are numbers of glyphs (Identity-H) declares. ISO 32000-1, 9.7. */
final class CompositeCodes implements DeclaredTypeface.Codes {
    private static final int MOST_CODES = 1 << 16;
    private static final float USUAL_WIDTH = 1000;
    /** Orders of glyphs that the library knows the meanings of, whatever the file has. */
    private static final Set<String> KNOWN_ORDERS = Set.of("GB1", "CNS1", "Japan1", "Korea1");

    private final CMap meanings;
    private final Map<Integer, Float> widths = new HashMap<>();
    private final float otherwise;

    private CompositeCodes(COSDictionary glyphs, CMap meanings) {
        this.meanings = meanings;
        this.otherwise =
                glyphs.getDictionaryObject(COSName.DW) instanceof COSNumber number ? number.floatValue() : USUAL_WIDTH;
        COSArray lists = glyphs.getCOSArray(COSName.W);
        if (lists != null) {
            readWidths(lists);
        }
    }

    /** Null where the font's program or the library's own tables have to be asked. */
    static CompositeCodes of(COSDictionary font) throws IOException {
        COSDictionary glyphs = descendant(font);
        if (glyphs == null
                || !COSName.IDENTITY_H.equals(font.getDictionaryObject(COSName.ENCODING))
                || !isPlain(glyphs)) {
            return null;
        }
        CMap meanings = Meanings.of(font);
        return meanings == null ? null : new CompositeCodes(glyphs, meanings);
    }

    /** The font of glyphs that a composite one is made of; null for none. */
    static COSDictionary descendant(COSDictionary font) {
        COSArray all = font.getCOSArray(COSName.DESCENDANT_FONTS);
        return all != null && all.size() > 0 && all.getObject(0) instanceof COSDictionary glyphs ? glyphs : null;
    }

    private static boolean isPlain(COSDictionary glyphs) {
        COSName kind = glyphs.getCOSName(COSName.SUBTYPE);
        COSDictionary order = glyphs.getCOSDictionary(COSName.CIDSYSTEMINFO);
        return COSName.FONT.equals(glyphs.getCOSName(COSName.TYPE, COSName.FONT))
                && (COSName.CID_FONT_TYPE0.equals(kind) || COSName.CID_FONT_TYPE2.equals(kind))
                && !glyphs.containsKey(COSName.W2)
                && !glyphs.containsKey(COSName.DW2)
                && (order == null || !KNOWN_ORDERS.contains(order.getString(COSName.ORDERING, "")));
    }

    /** {@code first [width …]} or {@code first last width}; what is neither is passed over. ISO 32000-1, 9.7.4.3. */
    private void readWidths(COSArray lists) {
        int i = 0;
        while (i + 1 < lists.size()) {
            if (!(lists.getObject(i++) instanceof COSNumber first)) {
                continue;
            }
            COSBase next = lists.getObject(i++);
            if (next instanceof COSArray each) {
                for (int k = 0; k < each.size(); k++) {
                    if (each.getObject(k) instanceof COSNumber width) {
                        widths.put(first.intValue() + k, width.floatValue());
                    }
                }
            } else if (i < lists.size()
                    && lists.getObject(i++) instanceof COSNumber width
                    && next instanceof COSNumber last) {
                for (int code = Math.max(0, first.intValue());
                        code <= Math.min(last.intValue(), MOST_CODES - 1);
                        code++) {
                    widths.put(code, width.floatValue());
                }
            }
        }
    }

    @Override
    public int bytes() {
        return 2;
    }

    @Override
    public String text(int code) {
        return meanings.toUnicode(code);
    }

    @Override
    public float width(int code) {
        return widths.getOrDefault(code, otherwise);
    }
}
