package org.planlint.isolate;

import java.util.List;
import org.planlint.PlanLint.Examination;
import org.planlint.codec.RecordCodec;
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

/**
 * What a worker says of a file: its report in both languages, and its card.
 *
 * @param bytes to be sent and remembered; null for what says nothing of the file
 */
public record Answer(Examination examination, byte[] bytes) {
    /** Bytes that an answer may have at most: the program that asks holds many. */
    static final int LONGEST = 1 << 20;

    private static final RecordCodec CODEC = new RecordCodec(List.of(
            Said.class,
            DocumentReport.class,
            DocumentReport.Failure.class,
            DocumentReport.PlanSummary.class,
            DocumentReport.Signer.class,
            DocumentReport.Signed.class,
            DocumentReport.Recorded.class,
            DocumentReport.Recorded.Field.class,
            DocumentReport.OwnField.class,
            Coverage.class,
            Coverage.Recognised.class,
            Coverage.Missing.class,
            Coverage.Exempt.class,
            Finding.class,
            Finding.Suggestion.class,
            Finding.Location.class,
            Finding.Box.class,
            Finding.Waiver.class,
            Severity.class,
            State.class,
            Status.class,
            Text.class,
            PlanCard.class,
            PlanCitation.class,
            Body.class,
            Sketch.class,
            int[].class));

    private record Said(DocumentReport report, PlanCard card) {}

    public static Answer of(Examination examination) {
        return new Answer(examination, CODEC.bytes(new Said(examination.report(), examination.card())));
    }

    /** @throws IllegalArgumentException if the bytes are not whole */
    public static Answer of(byte[] bytes) {
        Said said = CODEC.read(bytes, Said.class);
        return new Answer(Examination.of(said.report(), said.card()), bytes);
    }
}
