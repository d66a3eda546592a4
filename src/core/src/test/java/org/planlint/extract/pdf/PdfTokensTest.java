package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every content has the tokens that the library's own parser finds in it, broken ones as well. */
class PdfTokensTest {
    private static final String[] PIECES = {
        "BT",
        "ET",
        "q",
        "Q",
        "T*",
        "TJ",
        "'",
        "\"",
        "d0",
        "b*",
        "BMC",
        "/F1 12 Tf",
        "/A#20B gs",
        "(a\\(b\\)c)",
        "(a(b)c)",
        "(\\053\\5)",
        "(\\\r\n)",
        "<0003 0041>",
        "<004>",
        "<zz>",
        "<",
        "[(x) -200 <0044> .5]",
        "[1 /N]",
        "[",
        "]",
        "3.5e1",
        "--5",
        "1.2.3",
        "5-3",
        "+",
        "-.5",
        "5.",
        ".",
        "-",
        "123456.789",
        "0.1234567",
        "16777217.",
        "33554435.5",
        "12345678901234567890",
        "% comment\n",
        "<</MCID 3>> BDC",
        "<< /A 1 /B (x) >>",
        "<<",
        "BI /W 1 /H 1 ID x\nEI Q",
        "ID",
        "nul",
        "null",
        "true",
        "falsely",
        "n",
        "(unterminated"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0 0 1 72.025 700 Tm [(\\001\\002)-3.5(ab)]TJ",
                "/P <</MCID 12 >>BDC q 0.000008871 0 595.32 841.92 re W* n",
                "(a\\)b) Tj <414> Tj (\\8) Tj",
                "1.0000000149011612 16777217.0 0.30000001192092896 cm",
                "[(a) 5.5.5 (b)] TJ",
                "[1-2] TJ 1-2 Td",
                "BI /W 1 /H 1 /BPC 8 /CS /G ID \u0000 EI Q",
                "/Name#41 gs /  gs"
            })
    void tokensAreThoseOfTheLibrary(String content) throws IOException {
        assertSame(content);
    }

    @Test
    void anyPiecesBehindEachOther() throws IOException {
        Random random = new Random(18);
        for (int i = 0; i < 2000; i++) {
            StringBuilder content = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                content.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            assertSame(content.toString());
        }
    }

    /** What lies in memory ends within a token. */
    @Test
    void longerThanTheWindow() throws IOException {
        for (String one :
                List.of("12.5 0 Td ", "/Font12 9 Tf ", "[(abc) 20 <0102>] TJ\n", "(" + "x".repeat(40_000) + ") Tj ")) {
            assertSame(one.repeat(100_000 / one.length() + 2));
        }
    }

    private static void assertSame(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        try (PDDocument document = new PDDocument()) {
            PDStream stream = new PDStream(document);
            try (var out = stream.createOutputStream()) {
                out.write(bytes);
            }
            assertEquals(
                    tokens(new PDFStreamParser(bytes)),
                    tokens(new PdfTokens(new PDFormXObject(stream))),
                    () -> content);
        }
    }

    private static List<String> tokens(PDFStreamParser parser) {
        List<String> tokens = new ArrayList<>();
        try {
            for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                tokens.add(written(token));
            }
        } catch (IOException broken) {
            tokens.add("broken");
        }
        return tokens;
    }

    private static String written(Object token) {
        if (token instanceof COSNumber number) {
            return number.getClass().getSimpleName() + number.floatValue();
        }
        if (token instanceof COSString string) {
            return Arrays.toString(string.getBytes());
        }
        if (token instanceof COSArray array) {
            return array.toList().stream().map(PdfTokensTest::written).collect(Collectors.joining(" ", "[", "]"));
        }
        if (token instanceof Operator operator) {
            return operator.getName() + Arrays.toString(operator.getImageData());
        }
        return token instanceof COSDictionary ? "properties" : String.valueOf(token);
    }
}
