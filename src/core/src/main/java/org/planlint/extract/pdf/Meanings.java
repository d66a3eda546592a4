package org.planlint.extract.pdf;

import java.io.IOException;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;

/** The table by which a font says what its codes mean. ISO 32000-1, 9.10.3. */
final class Meanings {
    private Meanings() {}

    /** Null for one that is named only, or is empty. */
    static CMap of(COSDictionary font) throws IOException {
        if (!(font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream table)) {
            return null;
        }
        try (RandomAccessRead in = table.createView()) {
            CMap meanings = new CMapParser().parse(in);
            return meanings.hasUnicodeMappings() ? meanings : null;
        }
    }
}
