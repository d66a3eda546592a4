package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.Budget;

/** Finds what the plan says of its money. A statement of source counts, a task that mentions money does not. */
final class Budgets {
    private static final String MONEY = "(?:kinh phí|nguồn kinh phí|nguồn vốn|vốn|ngân sách|dự toán|nguồn lực tài chính|tài chính)";
    private static final Pattern HEADING = Pattern.compile("(?iu)^(?:(?:về|tổng|nhu cầu|dự kiến|khái toán|dự trù|cơ chế|nguồn lực và|nguồn lực,|chế độ,?|"
            + "nguồn|bảo đảm|đảm bảo|bố trí|công tác|điều kiện)\\s+)*" + MONEY + "(?![\\p{L}]).*");
    private static final Pattern IN_HEADING = Pattern.compile("(?iu)(?:^|[,;]\\s*|\\svà\\s+|\\s-\\s)(?:dự toán\\s+|nguồn\\s+)?kinh phí(?:\\s+(?:thực hiện|tổ chức|hoạt động|bảo đảm))?\\s*(?:$|[,;:.]|\\svà\\s)");
    private static final Pattern NOT_A_BUDGET = Pattern.compile("(?iu)^(?:sở|phòng|ban|chi cục|cục)\\s+tài chính.*|^(?:cải cách )?tài chính (?:công|toàn diện|vi mô)(?!\\p{L}).*|^tài chính\\s*[-–].*|^vốn\\s+(?:là|dĩ).*|^dự toán viên.*");
    private static final Pattern STATEMENT = Pattern.compile("(?iu)^(?:nguồn\\s+)?(?:kinh phí|nguồn vốn|vốn|ngân sách(?: nhà nước| tỉnh| huyện| xã| thành phố)?)(?![\\p{L}]).{0,220}?(?:[^\\p{L}])"
            + "(?:từ|do|lấy|sử dụng|bố trí|trích|cân đối|nguồn|chi|bảo đảm|đảm bảo|được|xã hội hóa|tự túc|tự cân đối|theo quy định|hỗ trợ)(?![\\p{L}]).*");
    private static final Pattern USES = Pattern.compile("(?iu)^(?:sử dụng|chi|trích|thực hiện|bố trí|lấy)(?:\\s+(?:từ|trong))?\\s+(?:nguồn\\s+)?(?:kinh phí|ngân sách|dự toán|nguồn vốn).*");
    private static final Pattern NONE_NEEDED = Pattern.compile("(?iu)không (?:phát sinh|sử dụng|có)(?: thêm)? (?:kinh phí|ngân sách)|(?:tự túc|tự cân đối|tự bảo đảm|tự đảm bảo)(?: về)? kinh phí");
    private static final Pattern COSTS = Pattern.compile("(?iu)^(?:mọi |các |toàn bộ )?chi phí(?![\\p{L}]).{0,120}?(?:do|từ|theo|được)\\s.*");
    private static final Pattern CLAUSE = Pattern.compile("(?iu)(?:^|[.;]\\s+)((?:mọi |toàn bộ |tổng )?(?:nguồn )?kinh phí\\s[^.;]{0,160}?(?:từ|do|lấy|sử dụng|bố trí|trích|cân đối|chi từ|bảo đảm|đảm bảo|được (?:bố trí|sử dụng|lấy|trích|cấp|đảm bảo|bảo đảm|chi))\\s.*)");
    private static final Pattern LIST_MARK = Pattern.compile("^(?:[-–+*•]|[IVX]+\\s?[./)-]|\\(?\\d+(?:\\.\\d+)*\\s?[.)/]?\\)?|[a-zđ]\\s?[.)])\\s*");

    private Budgets() {
    }

    static List<Budget> find(Found soFar) {
        List<Budget> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY && line.zone != Line.Zone.ANNEX || line.inData()) {
                continue;
            }
            String lower = line.lower();
            if (!lower.contains("kinh phí") && !lower.contains("ngân sách") && !lower.contains("vốn")
                    && !lower.contains("tài chính") && !lower.contains("dự toán") && !lower.contains("chi phí")) {
                continue;
            }
            String text = line.text();
            String bare = LIST_MARK.matcher(text).replaceFirst("");
            boolean numbered = bare.length() < text.length();
            int colon = bare.indexOf(':');
            String head = colon > 0 && colon < 90 ? bare.substring(0, colon) : bare;
            if (NOT_A_BUDGET.matcher(bare).matches()) {
                continue;
            }
            boolean heading = (numbered || line.isBold() || colon > 0) && head.length() < 110
                    && (HEADING.matcher(head).matches() || (numbered && head.length() < 90
                    && (line.isCapitals() || head.length() < 70) && IN_HEADING.matcher(head).find()));
            boolean statement = STATEMENT.matcher(bare).matches() || CLAUSE.matcher(bare).find()
                    || NONE_NEEDED.matcher(bare).find() || COSTS.matcher(bare).matches()
                    || USES.matcher(bare).matches() && NormalTitle.of(line.sectionTitle).contains("KINH PHI");
            if (heading || statement) {
                found.add(new Budget(heading, text, line.section, line.span()));
            }
        }
        return found;
    }
}
