package org.planlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;

/** The numbers of an archive: agencies under all spellings, years that can be, files that were not read, and why. */
class AuditSummaryTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();

    private static DocumentReport check(String text) {
        return PLANLINT.check("1.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static DocumentReport plan(String parent, String agency, String date) {
        return check(parent + "\n" + agency + "\nSố: 12/KH-SNV\n" + date
                + "\nKẾ HOẠCH\nTập huấn công tác văn thư\nI. NỘI DUNG\n1. Tập huấn công chức.\n");
    }

    private static AuditSummary of(DocumentReport... documents) {
        AuditSummary summary = new AuditSummary(2027);
        for (DocumentReport document : documents) {
            summary.add(document, "1.txt");
        }
        return summary;
    }

    @Test
    void spellingsOfAnAgencyAreOneUnderItsMostFrequentName() {
        String date = "Sơn Thủy, ngày 10 tháng 3 năm 2023";
        AuditSummary summary = of(
                plan("UBND TỈNH SƠN THỦY", "SỞ NỘI VỤ", date),
                plan("ỦY BAN NHÂN DÂN TỈNH SƠN THỦY", "SỞ NỘI VỤ", date),
                plan("UỶ BAN NHÂN DÂN TỈNH SƠN THUỶ", "SỞ NỘI VỤ", date),
                plan("UBND TỈNH BÌNH MINH", "SỞ NỘI VỤ", "Bình Minh, ngày 10 tháng 3 năm 2023"));
        assertEquals(2, summary.agencies().size(), summary.agencies().keySet().toString());
        AuditSummary.AgencyTally first = summary.agencies().values().stream()
                .filter(agency -> agency.documents() == 3)
                .findFirst()
                .orElseThrow();
        assertEquals("SỞ NỘI VỤ", first.name());
        assertNotEquals("UBND TỈNH BÌNH MINH", first.parent());
    }

    @Test
    void aYearThatCannotBeOneIsUnknown() {
        AuditSummary summary = of(
                plan("UBND TỈNH SƠN THỦY", "SỞ NỘI VỤ", "Sơn Thủy, ngày 10 tháng 3 năm 2023"),
                plan("UBND TỈNH SƠN THỦY", "SỞ NỘI VỤ", "Sơn Thủy, ngày 10 tháng 3 năm 2028"),
                plan("UBND TỈNH SƠN THỦY", "SỞ NỘI VỤ", "Sơn Thủy, ngày 10 tháng 3 năm 20"),
                plan("UBND TỈNH SƠN THỦY", "SỞ NỘI VỤ", "Sơn Thủy, ngày … tháng … năm …"));
        assertEquals(List.of(2023), List.copyOf(summary.years().keySet()));
        assertEquals(3, summary.otherYears().documents());
        assertNull(summary.year(plan("UBND TỈNH SƠN THỦY", "SỞ NỘI VỤ", "Sơn Thủy, ngày 10 tháng 3 năm 2028")));
    }

    @Test
    void whyFilesWereNotReadIsCounted() {
        AuditSummary summary =
                of(check(""), check(""), PLANLINT.check("2.docx", "no zip at all".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                3,
                summary.unread().values().stream()
                        .mapToInt(AuditSummary.UnreadTally::documents)
                        .sum());
        assertEquals(2, summary.unread().get("empty").documents());
        assertEquals("Tệp rỗng.", summary.unread().get("empty").message().vi());
        assertEquals(List.of("1.txt", "1.txt"), summary.unread().get("empty").paths());
        assertEquals(Map.of(), of(plan("A", "SỞ NỘI VỤ", "")).unread());
    }

    @Test
    void aRuleIsAsGraveAsMostOfWhatItFound() {
        AuditSummary.RuleTally tally = new AuditSummary.RuleTally();
        tally.add(Severity.ERROR);
        tally.add(Severity.INFO);
        assertEquals(Severity.ERROR, tally.severity(), "of two, the graver");
        tally.add(Severity.INFO);
        assertEquals(Severity.INFO, tally.severity());
        assertEquals(3, tally.findings());
    }
}
