package org.planlint.parse;

import java.util.List;

/** The names of document types: those of Decree 30/2020 Điều 7, and others that plans cite. */
final class DocumentTypes {
    /** Types that stand as a title on a line of their own. */
    static final List<String> TITLES = List.of("KẾ HOẠCH", "QUYẾT ĐỊNH", "NGHỊ QUYẾT", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH",
            "THÔNG CÁO", "THÔNG BÁO", "HƯỚNG DẪN", "CHƯƠNG TRÌNH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO",
            "BIÊN BẢN", "TỜ TRÌNH", "HỢP ĐỒNG", "CÔNG ĐIỆN", "GIẤY MỜI", "THÔNG TƯ", "NGHỊ ĐỊNH", "LUẬT", "KẾT LUẬN",
            "PHIẾU TRÌNH", "PHIẾU GỬI", "LỆNH", "BẢN GHI NHỚ", "GIẤY ỦY QUYỀN", "THƯ CÔNG", "THÔNG TƯ LIÊN TỊCH");

    /** A cited document's type, as it stands in running text. */
    static final String CITED = "(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định"
            + "|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Kết luận|Kế hoạch|Công văn|Công điện|Thông báo|Chương trình"
            + "|Hướng dẫn|Báo cáo|Tờ trình|Văn bản|Đề án|Phương án|Quy định|Quy chế|Giấy mời|Biên bản|Thông cáo|Hợp đồng"
            + "|Giấy phép|Giấy chứng nhận|Điều lệ|Phiếu trình|Dự án)";

    private DocumentTypes() {
    }
}
