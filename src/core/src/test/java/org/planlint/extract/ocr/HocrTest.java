package org.planlint.extract.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.planlint.extract.ocr.Recognizer.Line;
import org.planlint.extract.ocr.Recognizer.Word;

class HocrTest {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
                "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page'>
            """;

    private static List<Line> read(String spans) throws XMLStreamException {
        return Hocr.lines((HEAD + spans + "</div></body></html>").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineKnowsItsWordsAndWhereItsBaselineRuns() throws XMLStreamException {
        List<Line> lines = read("""
                <span class='ocr_line' title="bbox 100 40 300 70; baseline -0.02 -6; x_size 30.5; x_descenders 5">
                 <span class='ocrx_word' title='bbox 100 42 180 70; x_wconf 96'>Nội</span>
                 <span class='ocrx_word' title='bbox 190 40 300 66; x_wconf 61'><strong>&amp; vụ</strong></span>
                </span>
                """);
        Line line = lines.get(0);
        assertEquals(
                List.of(new Word("Nội", 100, 42, 180, 70, 96), new Word("& vụ", 190, 40, 300, 66, 61)), line.words());
        assertEquals(64, line.baselineAt(100), 1e-9);
        assertEquals(60, line.baselineAt(300), 1e-9);
        assertEquals(30.5, line.size());
    }

    @Test
    void lettersThatStandOnEndAreNoLine() throws XMLStreamException {
        assertEquals(List.of(), read("""
                        <span class='ocr_line' title="bbox 10 40 30 300; textangle 90; x_size 20">
                         <span class='ocrx_word' title='bbox 10 40 30 300; x_wconf 80'>ĐẾN</span></span>
                        <span class='ocr_line' title="bbox 2130 332 2189 1503; baseline 292.75 -5855; x_size 38">
                         <span class='ocrx_word' title='bbox 2146 482 2178 587; x_wconf 96'>NHÂN</span></span>
                        """));
    }

    @Test
    void whatEndsTooSoonIsNotTakenForAPage() {
        byte[] half = HEAD.getBytes(StandardCharsets.UTF_8);
        assertThrows(XMLStreamException.class, () -> Hocr.lines(half));
    }
}
