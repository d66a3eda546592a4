package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.planlint.extract.Extractor;
import org.planlint.extract.ReadFailure;
import org.planlint.text.Paragraph;

/** Text of fonts that write the numbers of their glyphs, and do not say, or say wrong, what these mean. */
class PdfFontsTest {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final List<String> TEXT = List.of(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Thực hiện Quyết định số 87/QĐ-UBND ngày 06/3/2026 của Ủy ban nhân dân tỉnh,",
            "Sở Nội vụ tổ chức kiểm tra việc lưu trữ tại các đơn vị, cụ thể như sau:",
            "Người chủ trì báo cáo “kết quả”; các phòng phối hợp – trước ngày 31/12/2026.",
            "Ở những nơi khó khăn, bố trí kỹ thuật viên hỗ trợ; ưu tiên vùng lũ, vùng xa.");

    private static String times(String face) throws Exception {
        return read(face, null, numbers(face), null);
    }

    /** By what glyph the order of the face writes each character. */
    private static IntUnaryOperator numbers(String face) {
        Map<String, Integer> numbers = new HashMap<>();
        GlyphOrder.of(face).orElseThrow().characters().forEach((glyph, c) -> numbers.putIfAbsent(c, glyph));
        return c -> numbers.get(Character.toString(c));
    }

    private static IntUnaryOperator numbersOfLiberation() throws IOException {
        CmapLookup map =
                new TTFParser().parse(new RandomAccessReadBuffer(program())).getUnicodeCmapLookup();
        return map::getGlyphId;
    }

    private static byte[] program() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            return in.readAllBytes();
        }
    }

    /** The program without the tables that name its glyphs, or with names in "post" alone, and with so many glyphs. */
    private static byte[] nameless(boolean names, int glyphs) throws IOException {
        ByteBuffer font = ByteBuffer.wrap(program());
        Map<String, byte[]> tables = new TreeMap<>();
        for (int i = 0; i < font.getShort(4); i++) {
            byte[] tag = new byte[4];
            font.get(12 + 16 * i, tag);
            byte[] table = new byte[font.getInt(12 + 16 * i + 12)];
            font.get(font.getInt(12 + 16 * i + 8), table);
            tables.put(new String(tag, StandardCharsets.US_ASCII), table);
        }
        tables.keySet().retainAll(Set.of("head", "hhea", "maxp", "hmtx", "glyf", "loca", "post"));
        if (!names) {
            byte[] post = Arrays.copyOf(tables.get("post"), 32);
            ByteBuffer.wrap(post).putInt(0, 0x00030000);
            tables.put("post", post);
        }
        ByteBuffer.wrap(tables.get("maxp")).putShort(4, (short) glyphs);
        int at = 12 + 16 * tables.size();
        ByteBuffer out = ByteBuffer.allocate(font.capacity());
        out.putInt(0x00010000).putShort((short) tables.size()).position(12);
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(0);
            out.putInt(at).putInt(table.getValue().length);
            out.put(at, table.getValue());
            at += table.getValue().length + 3 & ~3;
        }
        return Arrays.copyOf(out.array(), at);
    }

    /**
     * The lines as they are read back.
     *
     * @param program   the embedded font, or none
     * @param numbers   by what glyph a character is written
     * @param toUnicode what the file says that the glyphs mean, if anything
     */
    private static String read(String name, byte[] program, IntUnaryOperator numbers, Map<Integer, String> toUnicode)
            throws Exception {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            PDResources resources = new PDResources();
            COSDictionary fonts = new COSDictionary();
            fonts.setItem("F", font(pdf, name, program, toUnicode));
            resources.getCOSObject().setItem(COSName.FONT, fonts);
            page.setResources(resources);
            pdf.addPage(page);
            StringBuilder content = new StringBuilder("BT /F 12 Tf 16 TL 40 700 Td\n");
            for (String line : TEXT) {
                content.append('<');
                line.chars().forEach(c -> content.append(String.format("%04X", numbers.applyAsInt(c))));
                content.append("> Tj T*\n");
            }
            page.setContents(new PDStream(stream(pdf, content.append("ET").toString())));
            pdf.save(out);
            return String.join(
                    "\n",
                    new Extractor()
                            .read("x.pdf", out.toByteArray(), "application/pdf").bodyParagraphs().stream()
                                    .map(Paragraph::text)
                                    .toList());
        }
    }

    private static COSDictionary font(PDDocument pdf, String name, byte[] program, Map<Integer, String> toUnicode)
            throws IOException {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, 4);
        if (program != null) {
            COSStream file = pdf.getDocument().createCOSStream();
            try (var to = file.createOutputStream(COSName.FLATE_DECODE)) {
                to.write(program);
            }
            descriptor.setItem(COSName.FONT_FILE2, file);
        }
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        glyphs.setName(COSName.BASE_FONT, name);
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setItem(COSName.FONT_DESC, descriptor);
        glyphs.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        glyphs.setInt(COSName.DW, 500);
        COSArray descendants = new COSArray();
        descendants.add(glyphs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        if (toUnicode != null) {
            StringBuilder map = new StringBuilder("1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
            map.append(toUnicode.size()).append(" beginbfchar\n");
            toUnicode.forEach((glyph, c) -> map.append(String.format("<%04X> <%04X>\n", glyph, (int) c.charAt(0))));
            font.setItem(COSName.TO_UNICODE, stream(pdf, map.append("endbfchar").toString()));
        }
        return font;
    }

    private static COSStream stream(PDDocument pdf, String text) throws IOException {
        COSStream stream = pdf.getDocument().createCOSStream();
        try (var to = stream.createOutputStream()) {
            to.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static void assertUnreadable(String name, byte[] program, IntUnaryOperator numbers) {
        assertThrows(ReadFailure.class, () -> read(name, program, numbers, null));
    }

    @Test
    void theOrderOfTheFamilySaysWhatTheFileDoesNot() throws Exception {
        String text = times("TimesNewRomanPSMT");
        for (String line : TEXT) {
            assertTrue(text.contains(line), () -> line + "\n" + text);
        }
        for (String face : List.of(
                "ABCDEF+TimesNewRomanPS-BoldMT",
                "Times New Roman",
                "Times New Roman,Bold",
                "Times New Roman,BoldItalic",
                "TimesNewRomanPS-ItalicMT")) {
            assertEquals(text, times(face), face);
        }
    }

    @Test
    void italicFacesHaveAnOrderOfTheirOwn() {
        assertUnreadable("TimesNewRomanPS-ItalicMT", null, numbers("TimesNewRomanPSMT"));
    }

    @Test
    void anEmbeddedFontThatKeptItsGlyphsNumbersIsInTheOrder() throws Exception {
        String name = "ABCDEF+TimesNewRomanPSMT";
        assertEquals(times("TimesNewRomanPSMT"), read(name, nameless(false, 2600), numbers(name), null));
    }

    @Test
    void aSubsetThatCountsItsGlyphsAnewIsInNoOrder() throws Exception {
        IntUnaryOperator times = numbers("TimesNewRomanPSMT");
        assertUnreadable("ABCDEF+TimesNewRomanPSMT", nameless(false, 100), c -> times.applyAsInt(c) % 90 + 3);
    }

    @Test
    void otherFamiliesAreInNoKnownOrder() throws Exception {
        IntUnaryOperator times = numbers("TimesNewRomanPSMT");
        assertUnreadable("ArialMT", nameless(false, 2600), times);
        assertUnreadable("TimesNewRomanUnicode", nameless(false, 2600), times);
    }

    @Test
    void theNamesInTheFontAreSurerThanTheOrder() throws Exception {
        String text = times("TimesNewRomanPSMT");
        assertEquals(text, read("ABCDEF+LiberationSans", nameless(true, 2600), numbersOfLiberation(), null));
        assertEquals(text, read("ABCDEF+TimesNewRomanPSMT", nameless(true, 2600), numbersOfLiberation(), null));
    }

    @Test
    void aBrokenProgramIsNoHarm() throws Exception {
        String name = "ABCDEF+TimesNewRomanPSMT";
        byte[] broken = Arrays.copyOf(nameless(true, 2600), 300);
        assertUnreadable(name, broken, numbers(name));
        Map<Integer, String> said = GlyphOrder.of(name).orElseThrow().characters();
        assertEquals(times(name), read(name, broken, numbers(name), said));
    }

    @Test
    void aFewLettersThatTheFileHasWrongArePutRight() throws Exception {
        String name = "TimesNewRomanPSMT";
        Map<Integer, String> said =
                new TreeMap<>(GlyphOrder.of(name).orElseThrow().characters());
        IntUnaryOperator times = numbers(name);
        said.put(times.applyAsInt('Ò'), "Õ");
        said.put(times.applyAsInt('ư'), "\u01A3");
        assertEquals(times(name), read(name, null, times, said));
        assertTrue(read("ArialMT", null, times, said).contains("CỘNG HÕA"));
    }

    @Test
    void theFilesWordCountsWhereItIsInAnotherOrder() throws Exception {
        String name = "TimesNewRomanPSMT";
        Map<Integer, String> said = new TreeMap<>();
        IntUnaryOperator liberation = numbersOfLiberation();
        String.join("", TEXT).chars().forEach(c -> said.put(liberation.applyAsInt(c), Character.toString(c)));
        assertEquals(times(name), read(name, null, liberation, said));
    }
}
