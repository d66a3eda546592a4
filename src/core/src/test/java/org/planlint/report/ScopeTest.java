package org.planlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint;
import org.planlint.report.html.DocumentRow;
import org.planlint.report.html.DocumentView;
import org.planlint.report.html.HtmlReport;

/** A letter or a report without findings is nowhere shown as a clean plan. */
class ScopeTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final String NO_PLAN = "không phải kế hoạch (BÁO CÁO)";

    private static final DocumentReport OTHER = check("""
            SỞ NỘI VỤ
            Số: 12/BC-SNV
            Sơn Thủy, ngày 10 tháng 3 năm 2023
            BÁO CÁO
            Kết quả công tác văn thư năm 2022
            I. KẾT QUẢ
            1. Đã tập huấn 20 người.
            II. KIẾN NGHỊ
            1. Không có./.
            """);

    private static DocumentReport check(String text) {
        return PLANLINT.check("12.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(ReportWriter writer) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(PLANLINT.report(OTHER), out);
        return out.toString();
    }

    @Test
    void thereAreThree() {
        assertEquals(Scope.NOT_A_PLAN, OTHER.scope());
        assertEquals(
                Scope.PLAN,
                check("KẾ HOẠCH\nTập huấn\nI. NỘI DUNG\n1. Tập huấn công chức.").scope());
        assertEquals(Scope.NOT_READ, check("").scope());
    }

    @Test
    void aHostIsToldSoAndNoAlarmIsRaised() {
        assertEquals(Verdict.NOT_A_PLAN, Verdict.of(OTHER, Severity.ERROR));
        assertEquals(Verdict.NOT_EVALUABLE, Verdict.of(check(""), Severity.ERROR));
    }

    @Test
    void eachFormatSaysIt() throws IOException {
        assertEquals(List.of(), OTHER.findings());
        assertTrue(written(new TextReportWriter(Language.VI, false, false, false, 0))
                .contains("12.txt: " + NO_PLAN));
        assertTrue(written(new CsvReportWriter(Language.VI)).contains("12.txt," + NO_PLAN));
        assertTrue(written(new JsonReportWriter(Language.VI)).contains("\"scope\": \"not-a-plan\""));
        assertTrue(written(new JsonReportWriter(Language.VI)).contains("\"plans\": 0"));
        assertEquals(NO_PLAN, XlsxReportWriter.row(OTHER, Language.VI).get(1));
        StringWriter page = new StringWriter();
        new HtmlReport(Language.VI).document(DocumentView.of(OTHER), PLANLINT.report(OTHER), page);
        assertTrue(page.toString().contains(NO_PLAN));
        StringWriter index = new StringWriter();
        new HtmlReport(Language.VI).index(PLANLINT.report(OTHER), List.of("12.html"), index);
        assertTrue(index.toString().contains(NO_PLAN));
        assertTrue(DocumentRow.of(OTHER, 2023, null, 0).contains("\"status\":\"not-a-plan\""));
    }

    @Test
    void anAuditCountsThemApart() {
        AuditSummary summary = new AuditSummary(2026);
        summary.add(OTHER, "12.txt");
        assertEquals(1, summary.statuses().get("not-a-plan"));
        assertTrue(summary.isComplete());
        summary.add(check(""), "12.txt");
        assertFalse(summary.isComplete());
    }
}
