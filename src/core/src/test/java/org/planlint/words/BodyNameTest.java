package org.planlint.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One agency in several letterheads has one key, and two agencies have two. */
class BodyNameTest {
    /** Name, parent and place in all. */
    private static String key(String... letterhead) {
        String[] all = Arrays.copyOf(letterhead, 3);
        return BodyName.key(all[0], all[1], all[2]);
    }

    @Test
    void waysToWriteOneAgencyAreOne() {
        List<List<String>> same = List.of(
                List.of(
                        key("SỞ NỘI VỤ", "UBND TỈNH BÌNH MINH", "Bình Minh"),
                        key("SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", "An Lạc"),
                        key("SỞ NỘI VỤ TỈNH BÌNH MINH"),
                        key("Sở Nội vụ", "UỶ BAN NHÂN DÂN\nTỈNH BÌNH MINH")),
                List.of(
                        key("PHÒNG GD&ĐT", "UBND HUYỆN TÂN LẬP"),
                        key("PHÒNG GDĐT", "UBND HUYỆN TÂN LẬP"),
                        key("PHÒNG GIÁO DỤC & ĐÀO TẠO", "UBND HUYỆN TÂN LẬP"),
                        key("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN TÂN LẬP")),
                List.of(
                        key("TRƯỜNG THPT CÁT LÂM", "SỞ GDĐT BÌNH MINH"),
                        key("TRƯỜNG THPT CÁT LÂM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH BÌNH MINH")),
                List.of(
                        key("UBND TP. BÌNH AN"),
                        key("ỦY BAN NHÂN DÂN THÀNH PHỐ BÌNH AN"),
                        key("ỦY B AN NHÂN D ÂN T HÀNH P HỐ B ÌNH AN", null, "Thành phố Bình An")),
                List.of(key("BỘ NỘI VỤ", null, "Hà Nội"), key("BỘ NỘI VỤ", "CHÍNH PHỦ", "TP. Hồ Chí Minh")));
        for (List<String> keys : same) {
            assertEquals(List.of(keys.get(0)), keys.stream().distinct().toList());
        }
    }

    @Test
    void agenciesOfOneNameAreTold() {
        assertNotEquals(key("SỞ NỘI VỤ", "UBND TỈNH BÌNH MINH"), key("SỞ NỘI VỤ", "UBND TỈNH SƠN THỦY"));
        assertNotEquals(key("TRƯỜNG TIỂU HỌC SỐ 1", null, "Tân Lập"), key("TRƯỜNG TIỂU HỌC SỐ 1", null, "Phú Điền"));
        assertNotEquals(key("UBND TỈNH BẮC SƠN"), key("UBND THÀNH PHỐ BẮC SƠN", "UBND TỈNH BẮC SƠN"));
        assertNotEquals(key("TỈNH ỦY BÌNH MINH"), key("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH"));
        assertNotEquals(key("PHÒNG TN&MT", "UBND HUYỆN TÂN LẬP"), key("PHÒNG NN&MT", "UBND HUYỆN TÂN LẬP"));
    }
}
