package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.fontbox.cmap.CMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.DictionaryEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.StandardEncoding;

/** What a font of one-byte codes declares. ISO 32000-1, 9.6. */
final class SimpleCodes implements DeclaredTypeface.Codes {
    /** Meanings that the file gives; null for none. */
    private final CMap meanings;
    /** Whether these are of one byte alone, which the library holds to where an encoding is named. */
    private final boolean ofOneByte;

    /** Null where it is built into the program. */
    private final Encoding encoding;

    private final int first;
    private final int last;
    private final List<Float> widths;
    private final float otherwise;

    private SimpleCodes(COSDictionary font, PDFontDescriptor descriptor, CMap meanings, Encoding encoding) {
        this.meanings = meanings;
        this.encoding = encoding;
        COSName named = font.getCOSName(COSName.ENCODING);
        this.ofOneByte = named != null && !named.getName().startsWith("Identity");
        this.first = font.getInt(COSName.FIRST_CHAR, -1);
        this.last = font.getInt(COSName.LAST_CHAR, -1);
        this.widths = font.getCOSArray(COSName.WIDTHS).toCOSNumberFloatList();
        this.otherwise = descriptor.getMissingWidth();
    }

    /** Null where the font's program has to be asked. */
    static SimpleCodes of(COSDictionary font, PDFontDescriptor descriptor) throws IOException {
        COSArray widths = font.getCOSArray(COSName.WIDTHS);
        Standard14Fonts.FontName standard = Standard14Fonts.getMappedFontName(font.getNameAsString(COSName.BASE_FONT));
        if (descriptor == null || widths == null || standard == Standard14Fonts.FontName.ZAPF_DINGBATS) {
            return null;
        }
        boolean mapped = font.getDictionaryObject(COSName.TO_UNICODE) != null;
        CMap meanings = mapped ? Meanings.of(font) : null;
        Encoding encoding = encoding(font, descriptor, standard != null);
        boolean told = mapped ? meanings != null : encoding != null;
        return told ? new SimpleCodes(font, descriptor, meanings, encoding) : null;
    }

    /** Null where it is built into the program. ISO 32000-1, 9.6.6. */
    private static Encoding encoding(COSDictionary font, PDFontDescriptor descriptor, boolean standard) {
        COSBase said = font.getDictionaryObject(COSName.ENCODING);
        if (said instanceof COSName name) {
            return Encoding.getInstance(name);
        }
        if (said instanceof COSDictionary differences) {
            COSName base = differences.getCOSName(COSName.BASE_ENCODING);
            boolean based = base != null && Encoding.getInstance(base) != null;
            return based || !descriptor.isSymbolic()
                    ? new DictionaryEncoding(differences, !descriptor.isSymbolic(), null)
                    : null;
        }
        boolean plain = COSName.TRUE_TYPE.equals(font.getCOSName(COSName.SUBTYPE));
        return plain && !standard && !descriptor.isSymbolic() ? StandardEncoding.INSTANCE : null;
    }

    @Override
    public int bytes() {
        return 1;
    }

    @Override
    public String text(int code) {
        String text = meanings == null ? null : ofOneByte ? meanings.toUnicode(code, 1) : meanings.toUnicode(code);
        if (text != null || encoding == null) {
            return text;
        }
        text = LibraryTypeface.NAMES.toUnicode(encoding.getName(code));
        return text == null ? String.valueOf((char) code) : text;
    }

    @Override
    public float width(int code) {
        int place = code - first;
        if (code < first || code > last || place >= widths.size()) {
            return otherwise;
        }
        Float width = widths.get(place);
        return width == null ? 0 : width;
    }
}
