package org.planlint.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.ReportDuty;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Finds the first words by which somebody has to report on the plan. */
final class ReportDuties {
    private static final Vocabulary PARTS = Vocabulary.of("parts");
    private static final Pattern REPORTS =
            Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + "báo cáo" + Pieces.NO_LETTER_AFTER
                    + "[^.;]{0,120}" + PARTS.any("what a report is on")
                    + "|" + PARTS.any("asks for a report") + "[^.;]{0,60}báo cáo|" + PARTS.any("says a report"));

    private ReportDuties() {}

    static List<ReportDuty> find(Found soFar) {
        for (Line line : soFar.lines()) {
            if (line.zone == Line.Zone.BODY
                    && !line.section.isEmpty()
                    && (line.lower().contains("báo cáo") || line.lower().contains("phản ánh"))
                    && REPORTS.matcher(line.text()).find()) {
                return List.of(new ReportDuty(line.span()));
            }
        }
        return List.of();
    }
}
