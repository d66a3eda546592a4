package org.planlint.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planlint.PlanLint.Examination;
import org.planlint.facts.Body;
import org.planlint.facts.PlanCard;
import org.planlint.facts.PlanCitation;
import org.planlint.facts.Sketch;
import org.planlint.report.Coverage;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Severity;
import org.planlint.report.State;
import org.planlint.report.Status;
import org.planlint.report.Text;

/** What a worker says arrives as it was said, whatever of it there is. */
class AnswerTest {
    private static final Text TEXT = new Text("Sai ngày", "Wrong day");
    private static final LocalDate DAY = LocalDate.of(2023, 5, 12);

    private static Finding finding() {
        return new Finding(
                "event-year",
                Severity.ERROR,
                State.FAIL,
                TEXT,
                "ngày 12/5/2022",
                "2023",
                TEXT,
                TEXT,
                new Finding.Suggestion("2022", "2023", true),
                new Finding.Location(2, 17, "II.1.a", 120, 134, new Finding.Box(1, 2, 3.5, 4)),
                "Vào ngày 12/5/2022",
                4,
                "f00d",
                new Finding.Waiver("Đã hỏi", "A", DAY));
    }

    private static DocumentReport report() {
        return new DocumentReport(
                "kho/kế hoạch.docx",
                "ab",
                "text/plain",
                Status.CHECKED,
                new DocumentReport.Failure("x", TEXT, TEXT, "d"),
                "ND30",
                new DocumentReport.PlanSummary(
                        "KH",
                        "k",
                        "12",
                        "KH-UBND",
                        "UBND huyện X",
                        "UBND tỉnh Y",
                        "X",
                        "2023-05-12",
                        2023,
                        "Hội nghị",
                        new DocumentReport.Signer(List.of("TM."), "Chủ tịch", "Trần Thị B"),
                        List.of(
                                new DocumentReport.Signer(List.of("TM."), "Chủ tịch", "Trần Thị B"),
                                new DocumentReport.Signer(List.of(), "Bí thư", "Lê Văn C")),
                        true,
                        false,
                        "QĐ",
                        Map.of("agency", "certificate"),
                        List.of("day")),
                List.of(new DocumentReport.Signed(
                        "person",
                        "Trần Thị B",
                        List.of("UBND huyện X"),
                        "2023-05-12T09:10:00+07:00",
                        "attribute",
                        true,
                        false,
                        "SHA-256 with RSA-2048",
                        1,
                        new Finding.Box(1, 2, 3, 4))),
                new DocumentReport.Recorded(
                        "edxml",
                        List.of(new DocumentReport.Recorded.Field(
                                "number", List.of("12"), "13", "Trần Thị B", "other"))),
                List.of(new DocumentReport.OwnField(
                        "number",
                        "13",
                        List.of("text", "certificate"),
                        "Số: 13/KH",
                        new Finding.Location(1, 2, null, 3, 4, new Finding.Box(1, 2, 3, 4)))),
                new Coverage(
                        3,
                        2,
                        List.of(new Coverage.Missing("margins", "LAYOUT")),
                        List.of(new Coverage.Exempt("x", "y")),
                        List.of(2),
                        new Coverage.Recognised(1, 2, 91, 0.9),
                        Map.of("event-year", State.FAIL, "agenda-overlap", State.PASS)),
                List.of(finding()));
    }

    private static PlanCard card() {
        Body body = new Body("ubnd huyen x", true);
        return new PlanCard(
                "p",
                "UBND huyện X",
                body,
                12,
                "KH-UBND",
                DAY,
                2023,
                "Hội nghị",
                List.of(new PlanCitation("p", "Kế hoạch số 3/KH-UBND", body, 3, "KH-UBND", DAY, "tập huấn")),
                List.of(DAY),
                Sketch.of(IntStream.range(0, 500).toArray()));
    }

    @Test
    void allThatAReportAndACardCanHoldArrives() {
        Examination said = Examination.of(report(), card());
        Examination heard = Answer.of(Answer.of(said).bytes()).examination();
        assertEquals(said.report(), heard.report());
        assertEquals(100, said.card().sketch().likeness(heard.card().sketch()));
        assertEquals(said.card().citations(), heard.card().citations());
        assertEquals(said.card().planned(), heard.card().planned());
    }

    @Test
    void halfAnAnswerIsNone() {
        byte[] whole = Answer.of(Examination.of(report(), card())).bytes();
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            assertThrows(
                    IllegalArgumentException.class, () -> Answer.of(Arrays.copyOf(whole, length)), length + " bytes");
        }
    }
}
