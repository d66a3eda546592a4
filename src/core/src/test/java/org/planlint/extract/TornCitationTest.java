package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.text.Paragraph;

/** Lines are put together where a citation goes on, and left alone where the line below only looks alike. */
class TornCitationTest {
    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Căn cứ Quyết định số 5969/QĐ- | UBND ngày 28/11/2025 | Căn cứ Quyết định số 5969/QĐ-UBND ngày 28/11/2025",
                "Thực hiện Quyết định số | 1050/QĐ-UBND ngày 06/3/2025 | Thực hiện Quyết định số 1050/QĐ-UBND ngày 06/3/2025",
                "Thực hiện Kế hoạch | số 12/KH-UBND của tỉnh | Thực hiện Kế hoạch số 12/KH-UBND của tỉnh",
                "Theo Công văn số 7/SYT-VP | ngày 06 tháng 3 năm 2025 | Theo Công văn số 7/SYT-VP ngày 06 tháng 3 năm 2025",
                "Số: 57/KH-SYT | ngày 06 tháng 3 năm 2025 | Số: 57/KH-SYT",
                "Số: | 57/KH-SYT | Số:",
                "I. MỤC ĐÍCH - | YÊU CẦU | I. MỤC ĐÍCH -",
                "Các phòng, ban, đơn vị có số | 15 người trở lên | Các phòng, ban, đơn vị có số"
            })
    void aLineGoesOnOnlyWhereACitationIsTorn(String above, String below, String first) throws Exception {
        byte[] text = (above + "\n" + below + "\n").getBytes(StandardCharsets.UTF_8);
        Paragraph read =
                new Extractor().read("x.txt", text, "text/plain").paragraphs().get(0);
        assertEquals(first, read.text());
    }
}
