package org.planlint.extract.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The letterhead and the signature block are taken apart by where their rows stand. */
class PdfColumnsTest {
    private final PdfColumns columns = new PdfColumns(Printed.LEFT, Printed.RIGHT, Printed.SIZE);

    private List<String> find(Printed printed) {
        return said(columns.find(printed.rows(), printed.page()));
    }

    private static List<String> said(List<PdfItem> items) {
        List<String> said = new ArrayList<>();
        for (PdfItem item : items) {
            if (item instanceof PdfItem.Line line) {
                said.add(line.row().text());
            } else if (item instanceof PdfItem.Columns pair) {
                said.add(texts(pair.left()) + " | " + texts(pair.right()));
            }
        }
        return said;
    }

    private static String texts(List<PdfRow> rows) {
        return String.join(" / ", rows.stream().map(PdfRow::text).toList());
    }

    private static Printed letterhead() {
        return new Printed()
                .at(90, 70, "UBND TỈNH BÌNH AN")
                .sized(12, 290, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .at(110, 88, "SỞ NỘI VỤ")
                .at(300, 88, "Độc lập - Tự do - Hạnh phúc");
    }

    @Test
    void aLetterheadIsTwoColumnsAndEndsAboveTheTitle() {
        Printed page = letterhead()
                .at(100, 115, "Số: 12/KH-SNV")
                .at(295, 115, "Bình An, ngày 5 tháng 3 năm 2024")
                .centred(150, "KẾ HOẠCH")
                .centred(168, "Tập huấn công tác văn thư");
        assertEquals(
                List.of(
                        "UBND TỈNH BÌNH AN / SỞ NỘI VỤ / Số: 12/KH-SNV | "
                                + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / Bình An, ngày 5 tháng 3 năm 2024",
                        "KẾ HOẠCH",
                        "Tập huấn công tác văn thư"),
                find(page));
    }

    @Test
    void anAgencyThatStandsHigherThanTheNationalTitleIsInTheLetterhead() {
        Printed page = new Printed()
                .at(90, 70, "UBND TỈNH BÌNH AN")
                .sized(12, 290, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .at(110, 92, "SỞ NỘI VỤ")
                .centred(140, "KẾ HOẠCH");
        assertEquals(
                List.of("UBND TỈNH BÌNH AN / SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH"), find(page));
    }

    @Test
    void placeAndDateAreTheLastLineOnTheRightAndNotOnTheLeft() {
        Printed page = letterhead()
                .at(295, 106, "Bình An, ngày 5 tháng 3 năm 2024")
                .at(90, 122, "V/v tập huấn")
                .at(330, 140, "Kính gửi: các phòng");
        assertEquals(
                List.of(
                        "UBND TỈNH BÌNH AN / SỞ NỘI VỤ / V/v tập huấn | "
                                + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / Bình An, ngày 5 tháng 3 năm 2024",
                        "Kính gửi: các phòng"),
                find(page));
    }

    @Test
    void theMottoAloneMakesALetterheadNearTheTopOfTheFirstPage() {
        Printed first = new Printed(1).at(90, 88, "SỞ NỘI VỤ").at(300, 88, "Độc lập - Tự do - Hạnh phúc");
        Printed later = new Printed(2).at(90, 88, "SỞ NỘI VỤ").at(300, 88, "Độc lập - Tự do - Hạnh phúc");
        assertEquals(List.of("SỞ NỘI VỤ | Độc lập - Tự do - Hạnh phúc"), find(first));
        assertEquals(List.of("SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc"), find(later));
    }

    @Test
    void aSentenceThatNamesTheRepublicIsNoLetterhead() {
        String sentence = "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam";
        assertEquals(List.of(sentence), find(new Printed().at(85, 300, sentence)));
    }

    @Test
    void recipientsAndSignatureAreTwoColumns() {
        Printed page = new Printed()
                .full(85, 500, "Trên đây là kế hoạch tập huấn công tác văn thư năm hai nghìn")
                .at(85, 540, "Nơi nhận:")
                .at(380, 540, "KT. GIÁM ĐỐC")
                .sized(11, 85, 556, "- Như trên;")
                .at(375, 556, "PHÓ GIÁM ĐỐC")
                .sized(11, 85, 570, "- Lưu: VT.")
                .at(385, 640, "Lê Văn An");
        assertEquals(
                List.of(
                        "Trên đây là kế hoạch tập huấn công tác văn thư năm hai nghìn",
                        "Nơi nhận: / - Như trên; / - Lưu: VT. | KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Lê Văn An"),
                find(page));
    }

    @Test
    void theAuthorityMayStandALittleHigherThanTheRecipients() {
        Printed page = new Printed()
                .at(370, 530, "TM. ỦY BAN NHÂN DÂN")
                .at(85, 545, "Nơi nhận:")
                .at(390, 550, "CHỦ TỊCH")
                .sized(11, 85, 565, "- Lưu: VT.");
        assertEquals(List.of("Nơi nhận: / - Lưu: VT. | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"), find(page));
    }

    @Test
    void twoWhoSignSideBySideAreTwoColumns() {
        Printed page = new Printed()
                .at(110, 540, "TRƯỞNG PHÒNG")
                .at(380, 540, "GIÁM ĐỐC")
                .at(115, 640, "Lê Văn An")
                .at(375, 640, "Lò Thị Hạnh")
                .at(85, 680, "Nơi nhận:")
                .sized(11, 85, 696, "- Lưu: VT.");
        assertEquals(List.of("TRƯỞNG PHÒNG / Lê Văn An / Nơi nhận: / - Lưu: VT. | GIÁM ĐỐC / Lò Thị Hạnh"), find(page));
    }

    @Test
    void wordsOnReceivingWithinALineAreNoSignatureBlock() {
        String sentence = "Các đơn vị ở nơi nhận hồ sơ";
        assertEquals(List.of(sentence), find(new Printed().at(85, 300, sentence)));
    }

    @Test
    void aBlockThatReachesTheFootGoesOnInSmallTypeOnTheNextPage() {
        Printed first =
                new Printed(1).at(85, 740, "Nơi nhận:").at(380, 740, "GIÁM ĐỐC").sized(11, 85, 756, "- Như trên;");
        List<PdfItem> items = columns.find(first.rows(), first.page());
        assertTrue(columns.mayGoOn());
        Printed second = new Printed(2)
                .sized(11, 85, 80, "- Lưu: VT.")
                .at(385, 96, "Lê Văn An")
                .centred(130, "PHỤ LỤC");
        assertEquals(List.of("PHỤ LỤC"), find(second));
        assertFalse(columns.mayGoOn());
        assertEquals(List.of("Nơi nhận: / - Như trên; / - Lưu: VT. | GIÁM ĐỐC / Lê Văn An"), said(items));
    }

    @Test
    void aBlockWithTextBelowDoesNotGoOn() {
        Printed page = new Printed()
                .at(85, 540, "Nơi nhận:")
                .at(380, 540, "GIÁM ĐỐC")
                .full(85, 720, "PHỤ LỤC kèm theo kế hoạch tập huấn công tác văn thư năm nay");
        assertEquals(2, find(page).size());
        assertFalse(columns.mayGoOn());
    }
}
