package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mark says "docx" only of what the detector that knows all formats says it of too; of the rest it says nothing. */
class DocxMarkTest {
    private static final String TYPES = "[Content_Types].xml";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /**
     * @param entries in their order, parted by spaces
     * @param main    what the list of types calls the main part
     * @param kept    how many hundredths of the file's bytes
     * @param plain   what the mark says
     * @param docx    what is found by mark and detector together
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a docx                        | T word/document.xml | document.main+xml                | - | -      | 100 | true  | true
            a main part of another name   | T word/other.xml    | document.main+xml                | - | -      | 100 | true  | true
            a comment behind the zip      | T word/document.xml | document.main+xml                | - | ghi    | 100 | false | true
            another entry is the first    | word/document.xml T | document.main+xml                | - | -      | 100 | false | true
            bytes before the zip          | T word/document.xml | document.main+xml                | x | -      | 100 | false | false
            the half of a docx            | T word/document.xml | document.main+xml                | - | -      | 50  | false | true
            too little for one entry      | T word/document.xml | document.main+xml                | - | -      | 5   | false | false
            a docx with macros            | T word/document.xml | document.macroEnabled.main+xml   | - | -      | 100 | false | false
            a template                    | T word/document.xml | template.main+xml                | - | -      | 100 | false | false
            a workbook                    | T xl/workbook.xml   | spreadsheetml.sheet.main+xml     | - | -      | 100 | false | false
            a zip of other things         | a.txt b.txt         | -                                | - | -      | 100 | false | false
            """)
    void saysDocxOfWhatIsOneBeyondDoubt(
            String what,
            String entries,
            String main,
            String before,
            String comment,
            int kept,
            boolean plain,
            boolean docx)
            throws Exception {
        byte[] whole = file(entries, main, before, comment);
        byte[] bytes = Arrays.copyOf(whole, whole.length * kept / 100);
        assertEquals(plain, DocxMark.isPlain(bytes), "by the mark");
        assertEquals(docx, new Extractor().detect("khong-ten", bytes).equals(DOCX), "by both");
    }

    private static byte[] file(String entries, String main, String before, String comment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((before == null ? "" : before).getBytes(StandardCharsets.US_ASCII));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment(comment);
            for (String entry : entries.split(" ")) {
                boolean types = entry.equals("T");
                zip.putNextEntry(new ZipEntry(types ? TYPES : entry));
                zip.write((types ? list(entries, main) : "<x/>").getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String list(String entries, String main) {
        String family = main.startsWith("spreadsheetml.") ? "" : "wordprocessingml.";
        String part = entries.replace("T", "").strip();
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"/" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument."
                + family + main + "\"/></Types>";
    }
}
