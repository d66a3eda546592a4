package org.planlint.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTogetherTest {
    @ParameterizedTest
    @CsvSource({
        "SỞ GIÁO DỤCVÀ ĐÀO TẠO, SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "SỞ GIÁO DỤC VÀĐÀO TẠO, SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "PHÒNG GIÁO DỤCVÀĐÀO TẠO, PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        "ỦY BANNHÂN DÂNHUYỆN TÂN LẬP, ỦY BAN NHÂN DÂN HUYỆN TÂN LẬP",
        "UBND TỈNHSƠN THỦY, UBND TỈNH SƠN THỦY",
        "Sở Nông nghiệpvà Môi trường, Sở Nông nghiệp và Môi trường"
    })
    void wordsArePartedWhereOneWayIsPossible(String read, String parted) {
        assertEquals(parted, RunTogether.apart(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "BCH ĐOÀN ĐẠI HỌC SƠN THỦY", "HỘI ĐỒNG BANHÀNH", "VNPT SƠN THỦY", "TELECOM",
                "UBND HUYỆN ĐẮK R'LẤP", "ỦY BAN NHÂN DÂN XÃ KRÔNG NÔ", "TRƯỜNG THPT-DTNT", "SỞ  Y TẾ", ""
            })
    void whatIsSoundOrUnsureStays(String name) {
        assertEquals(name, RunTogether.apart(name));
    }
}
