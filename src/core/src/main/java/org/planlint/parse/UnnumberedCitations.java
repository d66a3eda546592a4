package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.UnnumberedCitation;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds bases that give no number: "Thực hiện Kế hoạch của Sở Nội vụ về …", "Kế hoạch số      /KH-SNV". */
final class UnnumberedCitations {
    private static final String NUMBERED = Vocabulary.of("documents").any("cited by number");
    /** Meetings and the Party's own papers have names of their own. */
    private static final Pattern BASIS =
            Pattern.compile("^(?:" + Pieces.BULLET + "\\s?)?(?:Căn cứ|Thực hiện|Thi hành|Theo) (?<cited>"
                    + NUMBERED
                    + " (?:ngày [\\d/.-]+ )?của (?!Đảng|Đại hội|Hội nghị|[Đđ]ồng chí)\\p{Lu}[^,;:.]{2,60}?)(?= (?:về|ban hành|triển khai)"
                    + Pieces.NO_LETTER_AFTER + "|[,;:.]|$)");

    /** "Công ty A tại Văn bản ngày 21/4/2024". */
    private static final Sought LETTER = new Sought(Pieces.NO_LETTER_BEFORE + "(?:tại|theo) (?<cited>"
            + Vocabulary.of("documents").any("letters") + " (?:ngày \\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|năm \\d{4}))");

    private static final Sought BLANK =
            new Sought(Pieces.NO_LETTER_BEFORE + NUMBERED + " số ?:?[ .…_]*/ ?[A-ZĐ][\\p{Lu}a-z&\\-]+");

    private UnnumberedCitations() {}

    static List<UnnumberedCitation> find(Found soFar) {
        List<UnnumberedCitation> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY && line.zone != Line.Zone.COVER || !line.section.isEmpty()) {
                continue;
            }
            Matcher basis = BASIS.matcher(line.text());
            Matcher blank = BLANK.first(line.text());
            Matcher letter = LETTER.first(line.text());
            if (basis.lookingAt() && !line.hasDigitBefore("/-")) {
                found.add(new UnnumberedCitation(line.span(basis.start("cited"), basis.end())));
            } else if (blank != null) {
                found.add(new UnnumberedCitation(line.span(blank.start(), blank.end())));
            } else if (letter != null) {
                found.add(new UnnumberedCitation(line.span(letter.start("cited"), letter.end())));
            }
        }
        return found;
    }
}
