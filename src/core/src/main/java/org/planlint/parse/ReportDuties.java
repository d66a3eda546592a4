package org.planlint.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.ReportDuty;

/** Finds the first words by which somebody has to report on the plan. */
final class ReportDuties {
    private static final Pattern REPORTS = Pattern.compile("(?iu)(?<!\\p{L})báo cáo(?!\\p{L})[^.;]{0,120}(?:kết quả|tiến độ|định kỳ|về|ủy ban|UBND|sở|phòng|ban|trước ngày|hằng|hàng|theo quy định|xem xét)|(?:gửi|tổng hợp)[^.;]{0,60}báo cáo|chế độ báo cáo|phản ánh");

    private ReportDuties() {
    }

    static List<ReportDuty> find(Found soFar) {
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.BODY && !line.section.isEmpty()
                    && (line.lower().contains("báo cáo") || line.lower().contains("phản ánh")) && REPORTS.matcher(line.text()).find()) {
                return List.of(new ReportDuty(line.span()));
            }
        }
        return List.of();
    }
}
