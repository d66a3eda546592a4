package org.planlint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlint.text.Paragraph;

/** A line is a paragraph, unless the file is wrapped. */
class TextReaderTest {
    @Test
    void linesOfOneLengthThatEndTheirSentencesAreParagraphs() throws Exception {
        String text = """
                Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011 của Quốc hội nước ta;
                Căn cứ Quyết định của Giám đốc Sở về việc giao kế hoạch năm 2023;
                Thực hiện chương trình công tác, Sở Nội vụ ban hành Kế hoạch như sau:
                Kinh phí tập huấn được bố trí từ nguồn chi thường xuyên của Sở ta.
                Các phòng cử người tham dự, báo cáo kết quả về Văn phòng của Sở./.
                Nơi nhận:
                - Lưu: VT.
                """;
        assertEquals(text.lines().toList(), paragraphs(text));
    }

    @Test
    void linesThatAreCutInTheMiddleOfASentenceAreJoined() throws Exception {
        String wrapped = """
                Sở Nội vụ ban hành Kế hoạch tập huấn công tác văn thư, lưu trữ cho
                công chức, viên chức của các cơ quan, đơn vị trên địa bàn tỉnh với
                mục đích nâng cao kỹ năng soạn thảo văn bản, lập hồ sơ công việc và
                giao nộp hồ sơ vào lưu trữ cơ quan; các phòng, đơn vị cử người tham
                dự đúng thành phần, gửi danh sách về Văn phòng Sở để tổng hợp, chuẩn
                bị tài liệu.
                """;
        assertEquals(1, paragraphs(wrapped).size());
    }

    private static List<String> paragraphs(String text) throws Exception {
        return new TextReader()
                .read(new Source("plan.txt", text.getBytes(StandardCharsets.UTF_8), "text/plain")).blocks().stream()
                        .map(block -> ((Paragraph) block).text())
                        .toList();
    }
}
