package org.planlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlint.PlanLint;
import org.planlint.facts.Stage;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Severity;
import org.planlint.report.TextReportWriter;

/** What a draft cannot have yet is advice in it, an error in a final plan, and a warning where nothing tells which it is. */
class StageTest {
    private static final String PLAN = """
            UBND TỈNH SƠN THỦY
            SỞ NỘI VỤ
            %s
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            %s
            %s
            KẾ HOẠCH
            Tập huấn công tác văn thư
            I. NỘI DUNG
            Tập huấn cho công chức các phòng./.
            """;

    private static PlanLint engine(Stage stage) {
        return PlanLint.builder().stage(stage).build();
    }

    private static DocumentReport check(Stage stage, String number, String date, String mark) {
        String plan = PLAN.formatted(number, date, mark);
        return engine(stage).check("x.txt", plan.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Severity> missing(DocumentReport report) {
        Map<String, Severity> found = new TreeMap<>();
        for (Finding finding : report.findings()) {
            if (List.of("missing-number", "missing-issue-date").contains(finding.rule())) {
                found.put(finding.rule(), finding.severity());
            }
        }
        return found;
    }

    @ParameterizedTest(name = "{0} | {1} | {2} | {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | Số:      /KH-SNV | Sơn Thủy, ngày     tháng 3 năm 2023 | | {missing-issue-date=INFO, missing-number=INFO}",
                "- | Số:      /KH-SNV | Sơn Thủy, ngày 10 tháng 3 năm 2023 | | {missing-number=INFO}",
                "- | Số: 45/KH-SNV | Sơn Thủy, ngày     tháng 3 năm 2023 | | {missing-issue-date=ERROR}",
                "- | Số: 45/KH-SNV | Sơn Thủy, ngày     tháng 3 năm 2023 | DỰ THẢO | {missing-issue-date=INFO}",
                "- | | | | {missing-issue-date=WARNING, missing-number=WARNING}",
                "FINAL | Số:      /KH-SNV | Sơn Thủy, ngày 10 tháng 3 năm 2023 | | {missing-number=ERROR}",
                "DRAFT | Số: 45/KH-SNV | Sơn Thủy, ngày     tháng 3 năm 2023 | | {missing-issue-date=INFO}",
            })
    void itWeighsByTheStage(Stage stage, String number, String date, String mark, String expected) {
        DocumentReport report =
                check(stage, number == null ? "" : number, date == null ? "" : date, mark == null ? "" : mark);
        assertEquals(expected, missing(report).toString());
    }

    @Test
    void peopleReadOneQuietLineOfADraft() throws IOException {
        DocumentReport draft = check(null, "Số:      /KH-SNV", "Sơn Thủy, ngày     tháng 3 năm 2023", "");
        StringBuilder out = new StringBuilder();
        new TextReportWriter(Language.VI, false, false, false, 0)
                .write(engine(null).report(draft), out);
        assertTrue(out.toString().contains("bản dự thảo: thiếu số văn bản, thiếu ngày ban hành; sẽ điền sau khi ký."));
        assertFalse(out.toString().contains("missing-number"));
    }

    @Test
    void anOfficeThatSetsASeverityIsHeard() {
        Settings settings = new Settings(
                Map.of("missing-number", new Settings.Setting(null, Severity.WARNING, Map.of())),
                List.of(),
                List.of(),
                Profile.ALL);
        PlanLint engine = PlanLint.builder().settings(settings, "x").build();
        String plan = PLAN.formatted("Số:      /KH-SNV", "Sơn Thủy, ngày     tháng 3 năm 2023", "");
        DocumentReport report = engine.check("x.txt", plan.getBytes(StandardCharsets.UTF_8));
        assertEquals(Severity.WARNING, missing(report).get("missing-number"));
    }
}
