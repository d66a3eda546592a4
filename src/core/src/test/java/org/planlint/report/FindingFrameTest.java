package org.planlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;

/** What a terminal shows of a file: one heading, its findings under it, no line wider than the window. */
class FindingFrameTest {
    private static final String PLAN = """
            UBND TỈNH SƠN THỦY
            SỞ NỘI VỤ

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc

            Số: 12/KH-SNV
            Sơn Thủy, ngày 02 tháng 3 năm 2023

            KẾ HOẠCH
            Tập huấn nghiệp vụ văn thư năm 2023

            I. NỘI DUNG
            1. Thời gian: ngày 20 tháng 4 năm 2022, tại hội trường Sở Nội vụ, cho toàn thể công chức làm văn thư của các cơ quan.
            2. Số lượng: 50 người.
            """;

    private static String written(int columns) throws IOException {
        PlanLint engine = PlanLint.builder().build();
        StringBuilder out = new StringBuilder();
        new TextReportWriter(Language.VI, false, false, false, columns)
                .write(engine.report(engine.check("a/x.txt", PLAN.getBytes(StandardCharsets.UTF_8))), out);
        return out.toString();
    }

    @Test
    void aFileIsNamedOnceAboveItsFindings() throws IOException {
        String text = written(0);
        assertTrue(text.startsWith("a/x.txt\n  "), text);
        assertEquals(text.indexOf("a/x.txt"), text.lastIndexOf("a/x.txt"), text);
    }

    @Test
    void linesEndWhereTheWindowEnds() throws IOException {
        List<String> wide =
                written(60).lines().filter(line -> line.length() > 60).toList();
        assertEquals(List.of(), wide);
        assertEquals(words(written(0)), words(written(60)));
    }

    /** The words without the quoted lines, which a narrow window cuts. */
    private static List<String> words(String text) {
        return text.lines()
                .filter(line -> !line.contains("│"))
                .flatMap(line -> List.of(line.strip().split(" +")).stream())
                .toList();
    }
}
