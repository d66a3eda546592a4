package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.Budget;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Finds what the plan says of its money. A statement of source counts, a task that mentions money does not. */
final class Budgets {
    private static final Vocabulary MONEY = Vocabulary.of("money");
    private static final Phrases SPEAKS_OF_MONEY = MONEY.get("speaks of money");

    private static final Pattern HEADING = Pattern.compile("(?iu)^(?:" + MONEY.any("before a heading") + "\\s+)*"
            + MONEY.any("headings") + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern IN_HEADING =
            Pattern.compile("(?iu)(?:^|[,;]\\s*|\\svà\\s+|\\s-\\s)(?:dự toán\\s+|nguồn\\s+)?kinh phí(?:\\s+"
                    + MONEY.any("of the costs") + ")?\\s*(?:$|[,;:.]|\\svà\\s)");
    private static final Pattern NOT_A_BUDGET = Pattern.compile("(?iu)^" + MONEY.any("offices of finance")
            + "\\s+tài chính.*|^(?:cải cách )?tài chính "
            + MONEY.any("fields of finance") + Pieces.NO_LETTER_AFTER
            + ".*|^tài chính\\s*[-–].*|^vốn\\s+(?:là|dĩ).*|^dự toán viên.*");
    private static final Pattern STATEMENT =
            Pattern.compile("(?iu)^(?:nguồn\\s+)?" + MONEY.any("stated") + Pieces.NO_LETTER_AFTER
                    + ".{0,220}?(?:[^\\p{L}])"
                    + MONEY.any("source", "source where money opens the line") + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern USES = Pattern.compile(
            "(?iu)^" + MONEY.any("uses") + "(?:\\s+(?:từ|trong))?\\s+(?:nguồn\\s+)?" + MONEY.any("used") + ".*");
    private static final Pattern NONE_NEEDED = Pattern.compile("(?iu)" + MONEY.any("none needed"));
    private static final Pattern COSTS = Pattern.compile(
            "(?iu)^(?:mọi |các |toàn bộ )?chi phí" + Pieces.NO_LETTER_AFTER + ".{0,120}?(?:do|từ|theo|được)\\s.*");
    private static final Pattern CLAUSE =
            Pattern.compile("(?iu)(?:^|[.;]\\s+)((?:mọi |toàn bộ |tổng )?(?:nguồn )?kinh phí\\s[^.;]{0,160}?"
                    + MONEY.any("source", "source inside a paragraph") + "\\s.*)");
    private static final Pattern LIST_MARK = Pattern.compile("^(?:" + Pieces.BULLET + "|" + Pieces.ROMAN
            + "\\s?[./)-]|\\(?" + Pieces.SECTION_NUMBER + "\\s?[.)/]?\\)?|" + Pieces.POINT_LETTER + "\\s?[.)])\\s*");

    private Budgets() {}

    static List<Budget> find(Found soFar) {
        List<Budget> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY && line.zone != Line.Zone.ANNEX || line.inData()) {
                continue;
            }
            if (!SPEAKS_OF_MONEY.in(line.lower())) {
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
            boolean heading = (numbered || line.isBold() || colon > 0)
                    && head.length() < 110
                    && (HEADING.matcher(head).matches()
                            || (numbered
                                    && head.length() < 90
                                    && (line.isCapitals() || head.length() < 70)
                                    && IN_HEADING.matcher(head).find()));
            boolean statement = STATEMENT.matcher(bare).matches()
                    || CLAUSE.matcher(bare).find()
                    || NONE_NEEDED.matcher(bare).find()
                    || COSTS.matcher(bare).matches()
                    || USES.matcher(bare).matches()
                            && NormalTitle.of(line.sectionTitle).contains("KINH PHI");
            if (heading || statement) {
                found.add(new Budget(heading, text, line.section, line.span()));
            }
        }
        return found;
    }
}
