package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Budget;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds what the plan says of its money. A statement of source counts, a task that mentions money does not. */
final class Budgets {
    private static final Vocabulary MONEY = Vocabulary.of("money");
    private static final Phrases SPEAKS_OF_MONEY = MONEY.get("speaks of money");

    private static final Pattern HEADING = Pattern.compile("(?iu)^(?:" + MONEY.any("before a heading") + "\\s+)*"
            + MONEY.any("headings") + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern IN_HEADING =
            Pattern.compile("(?iu)(?:^|[,;]\\s*|\\svà\\s+|\\s-\\s)(?:dự toán\\s+|nguồn\\s+)?kinh phí(?:\\s+"
                    + MONEY.any("of the costs") + ")?\\s*(?:$|[,;:.]|\\svà\\s)|nguồn lực[^.;:]{0,40}kinh phí");
    private static final Pattern NOT_A_BUDGET = Pattern.compile("(?iu)^" + MONEY.any("offices of finance")
            + "\\s+tài chính.*|^(?:cải cách )?tài chính "
            + MONEY.any("fields of finance") + Pieces.NO_LETTER_AFTER
            + ".*|^tài chính\\s*[-–].*|^vốn\\s+(?:là|dĩ).*|^dự toán viên.*");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?iu)^(?:" + MONEY.any("all of it") + "\\s+)?(?:nguồn\\s+)?" + MONEY.any("stated") + Pieces.NO_LETTER_AFTER
                    + ".{0,220}?(?:[^\\p{L}])"
                    + MONEY.any("source", "source where money opens the line") + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern USES = Pattern.compile(
            "(?iu)^" + MONEY.any("uses") + "(?:\\s+(?:từ|trong))?\\s+(?:nguồn\\s+)?" + MONEY.any("used") + ".*");
    /** "Vận động các nguồn lực xã hội để thực hiện": society pays. */
    private static final Sought SOCIETY = new Sought("(?iu)" + Pieces.NO_LETTER_BEFORE + MONEY.any("asks society")
            + "\\s[^,.;:]{0,30}?(?:" + MONEY.any("society pays") + Pieces.NO_LETTER_AFTER + "|"
            + MONEY.any("society gives")
            + "\\s(?:[^.;:]{0,30}\\s)?đ[ểêề]\\s" + MONEY.any("what for") + Pieces.NO_LETTER_AFTER + ")");

    private static final Sought NONE_NEEDED = new Sought("(?iu)" + MONEY.any("none needed"));
    private static final Sought RULES_OF_SPENDING = new Sought("(?iu)" + MONEY.any("by rules of spending"));
    private static final Pattern COSTS = Pattern.compile("(?iu)^(?:mọi |các |toàn bộ )?" + MONEY.any("costs")
            + Pieces.NO_LETTER_AFTER + ".{0,120}?(?:do|từ|theo|được)\\s.*");
    private static final Sought CLAUSE =
            new Sought("(?iu)(?:^|[.;,]\\s+)((?:mọi |toàn bộ |tổng )?(?:nguồn )?kinh phí\\s[^.;]{0,160}?"
                    + MONEY.any("source", "source inside a paragraph") + "\\s.*)");
    private static final Pattern LIST_MARK = Pattern.compile("^(?:" + Pieces.BULLET + "|" + Pieces.ROMAN
            + "\\s?[./)-]|\\(?" + Pieces.SECTION_NUMBER + "\\s?[.)/]?\\)?|" + Pieces.POINT_LETTER + "\\s?[.)]|"
            + Pieces.UPPER_LETTER + "\\s?[.)/](?=\\s*\\p{Lu}))\\s*");

    private static final String OF_MONEY = MONEY.any("of money");
    /** A fund with the preposition that makes it the source: "từ nguồn …", "trong dự toán …", "bằng vốn …". */
    private static final String FROM_A_FUND = "(?:từ|bằng|trong)\\s+(?:các\\s+)?" + OF_MONEY + Pieces.NO_LETTER_AFTER;

    private static final Sought FROM = new Sought("(?iu)^" + FROM_A_FUND + "|" + Pieces.NO_LETTER_BEFORE
            + "(?:(?:" + OF_MONEY + "[^.;]{0,120}?\\s|" + MONEY.any("provides", "spends") + "\\s+)" + FROM_A_FUND
            + "|bằng\\s+(?:các\\s+)?" + MONEY.any("funds") + Pieces.NO_LETTER_AFTER + ")");
    private static final Sought PROVIDES = new Sought("(?iu)" + Pieces.NO_LETTER_BEFORE + MONEY.any("provides")
            + "\\s+(?:" + MONEY.any("how much") + "\\s+)?" + MONEY.any("funds") + Pieces.NO_LETTER_AFTER);
    private static final Sought SUM = new Sought("(?iu)" + Pieces.NO_LETTER_BEFORE + MONEY.any("sums up")
            + "[^.;]{0,60}?\\s\\d[\\d.,]*\\s?" + Vocabulary.of("figures").any("currency", "units of money")
            + Pieces.NO_LETTER_AFTER);
    private static final Sought IN_AN_ANNEX = new Sought("(?iu)" + Pieces.NO_LETTER_BEFORE + MONEY.any("sums up")
            + "[^.;]{0,80}?(?:" + Vocabulary.of("annexes").any("annexed") + "|phụ lục)" + Pieces.NO_LETTER_AFTER);
    private static final Sought ADVISES =
            new Sought("(?iu)" + Pieces.NO_LETTER_BEFORE + MONEY.any("advises") + Pieces.NO_LETTER_AFTER);
    /** A dash and a verb open a task, and no heading: "- Dự trù kinh phí tổ chức". */
    private static final Pattern TASK =
            Pattern.compile("(?iu)^" + Pieces.BULLET + "\\s*" + MONEY.any("verbs before a heading") + "\\s[^:]*");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)?");
    private static final Pattern CLAUSE_END = Pattern.compile("[.;:]\\s");

    private Budgets() {}

    static List<Budget> find(Found soFar) {
        List<Budget> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY && line.zone != Line.Zone.ANNEX || !SPEAKS_OF_MONEY.in(line.lower())) {
                continue;
            }
            if (line.inData()) {
                if (isColumn(line)) {
                    found.add(new Budget(true, line.text(), line.section, line.span()));
                }
                continue;
            }
            String text = line.text();
            String bare = LIST_MARK.matcher(text).replaceFirst("");
            boolean office = NOT_A_BUDGET.matcher(bare).matches();
            boolean heading = !office && isHeading(line, bare);
            if (heading || (office ? isSaidOutright(PROVIDES, bare) : isStatement(line, bare))) {
                found.add(new Budget(heading, text, line.section, line.span()));
            }
        }
        return found;
    }

    private static boolean isHeading(Line line, String bare) {
        boolean numbered = bare.length() < line.text().length();
        int colon = bare.indexOf(':');
        String head = colon > 0 && colon < 90 ? bare.substring(0, colon) : bare;
        return (numbered || line.isBold() || line.isCapitals() || colon > 0)
                && head.length() < 110
                && !TASK.matcher(line.text()).matches()
                && (HEADING.matcher(head).matches()
                        || (numbered
                                && head.length() < 90
                                && (line.isCapitals() || head.length() < 70 || line.isBold())
                                && IN_HEADING
                                        .matcher(IN_BRACKETS.matcher(head).replaceAll(""))
                                        .find()));
    }

    private static boolean isStatement(Line line, String bare) {
        return STATEMENT.matcher(bare).matches()
                || CLAUSE.in(bare)
                || NONE_NEEDED.in(bare)
                || RULES_OF_SPENDING.in(bare)
                || COSTS.matcher(bare).matches()
                || FROM.in(bare)
                || isSaidOutright(SOCIETY, bare)
                || SUM.in(bare)
                || isSaidOutright(PROVIDES, bare)
                || isSaidOutright(IN_AN_ANNEX, bare)
                || USES.matcher(bare).matches() && line.headings.contains("KINH PHI");
    }

    /** Whether a clause says so itself: "tham mưu … bố trí kinh phí" only asks others for it. */
    private static boolean isSaidOutright(Sought pattern, String text) {
        for (String clause : CLAUSE_END.split(text)) {
            Matcher m = pattern.first(clause);
            if (m != null && !ADVISES.in(clause.substring(0, m.start()))) {
                return true;
            }
        }
        return false;
    }

    /** The head of a column with the money of each row. */
    private static boolean isColumn(Line line) {
        return line.row == 0 && HEADING.matcher(line.text()).matches();
    }
}
