package org.planlint.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.facts.DateRole;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Reference;
import org.planlint.facts.Section;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * What a date is for, from the words around it. The patterns read lower case.
 *
 * <p>Only plain signs make a date an event or a deadline of the plan: rules call such dates wrong, and a date of the
 * past that is taken for one is a false alarm. Whatever is unsure stays OTHER.
 */
final class DateRoles {
    private static final Vocabulary AROUND = Vocabulary.of("dates");

    private static final String GAP = "\\s*[:,]?\\s*";
    private static final String CLOCK = "(?:(?:lúc|hồi|vào|vào lúc|khoảng|từ)?\\s*\\d{1,2}\\s*" + Pieces.HOUR_SIGN
            + "\\s*(?:\\d{2})?\\s*(?:phút)?\\s*"
            + "(?:(?:-|–|đến)\\s*\\d{1,2}\\s*" + Pieces.HOUR_SIGN + "\\s*(?:\\d{2})?\\s*(?:phút)?)?" + GAP + ")";
    private static final String HALF_DAY =
            "(?:(?:cả |01 |1 |một )?(?:buổi\\s+)?" + AROUND.any("morning", "noon", "afternoon") + GAP + ")";
    private static final String WEEKDAY =
            "(?:\\(?(?:thứ\\s*(?:" + AROUND.any("weekdays") + "|[2-7])|" + AROUND.any("Sunday") + ")" + GAP + ")";
    /** What may stand between the sign and the date. */
    private static final String LEAD = "(?:" + CLOCK + "|" + HALF_DAY + "|" + WEEKDAY + "|\\()*$";

    private static final Pattern DUE = Pattern.compile("(?:" + AROUND.any("before a deadline")
            + "|gửi về .{0,60})\\s*(?:là|vào|đến|hết|trong|trước|cuối)?\\s*:?\\s*(?:hết\\s*)?" + LEAD);
    private static final Pattern DUE_WORK = Pattern.compile(Pieces.WORD_START + AROUND.any("work that is due"));
    private static final Pattern HAPPENS =
            Pattern.compile(Pieces.NO_LETTER_BEFORE + AROUND.any("before an event") + "\\s*:?\\s*(?:từ\\s+)?" + LEAD);
    private static final Pattern CLOCK_BEFORE = Pattern.compile(CLOCK + "(?:" + HALF_DAY + "|" + WEEKDAY + ")*$");
    private static final Pattern HALF_DAY_BEFORE =
            Pattern.compile("(?:buổi\\s+)?" + AROUND.any("morning", "afternoon") + GAP + WEEKDAY + "?$");
    private static final Pattern TIME_LABEL = Pattern.compile("^(?:" + Pieces.LIST_MARK + "|[ivx]+\\.)?\\s*"
            + "(?:dự kiến\\s+)?" + AROUND.any("time labels") + "(?:\\s+(?:" + AROUND.any("of a time label")
            + "|\\p{L}+){0,4})?\\s*(?:\\([^)]*\\))?\\s*:.*");
    private static final Pattern DUE_LABEL = Pattern.compile("^" + Pieces.LIST_MARK + "?\\s*"
            + AROUND.any("deadline labels") + Pieces.NO_LETTER_AFTER + "[^:]{0,60}:.*");
    private static final Pattern ROUND_LABEL = Pattern.compile(
            "^" + Pieces.LIST_MARK + "?\\s*" + AROUND.any("rounds") + "\\s+(?:thứ\\s+)?\\S{1,5}\\s*:\\s*(?:từ\\s+)?$");
    private static final Pattern ITEM_LEAD = Pattern.compile("^" + Pieces.BULLET + "?\\s*$");
    private static final Pattern TIME_SECTION = Pattern.compile(
            "^(?:dự kiến )?" + AROUND.any("time sections") + "(?!.*" + AROUND.any("not of a time section") + ").*");
    private static final Pattern REVIEW = Pattern.compile(AROUND.any("spans under review"));
    private static final Pattern PAST = Pattern.compile(
            Pieces.NO_LETTER_BEFORE + AROUND.any("past", "past even before a deadline") + Pieces.NO_LETTER_AFTER);
    /** What makes even a "trước ngày" a matter of the past: people born, debts arisen, works begun before a day. */
    private static final Pattern PAST_FOR_DEADLINES = Pattern.compile(Pieces.NO_LETTER_BEFORE + "(?:"
            + AROUND.any("past even before a deadline", "past only before a deadline")
            + "|được giao(?=\\s+(?:trước|đến|từ)\\s))"
            + Pieces.NO_LETTER_AFTER);

    private static final Pattern CITED = Pattern.compile(
            "(?:" + DocumentTypes.CITED + "|(?iu:" + DocumentTypes.CITED + "\\s+số))"
                    + "(?:\\s+(?!trước|chậm)[^.;:]{0,90}?)?\\s*,?\\s*(?:\\(?(?:được\\s+)?(?:ban hành|ký|thông qua)\\s*)?$");
    private static final Pattern REVIEW_SECTION =
            Pattern.compile("(?:^|\\n)\\s*" + AROUND.any("sections that look back"));
    private static final Pattern PERIOD =
            Pattern.compile("^(?:" + AROUND.any("spans of years") + "|năm \\d{4}\\s*(?:-|–|đến)).*");
    private static final Pattern REVIEWED_YEAR =
            Pattern.compile(AROUND.any("looks back on a year", "looks back in a sentence") + "[^.;]{0,160}$");
    private static final Pattern ANNIVERSARY = Pattern.compile("^\\s*(?:-|–)\\s*\\d{1,2}/\\d{1,2}/\\d{4}\\s*\\).*");
    /** What may stand before a date that opens its line. */
    private static final Pattern LEADING = Pattern.compile("[-–+*•:(]|ngày|từ|" + AROUND.any("numbered rounds")
            + " \\d+|ngày thứ \\p{L}+|" + Pieces.POINT_LETTER + "\\)|\\d\\.");

    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    /** How far before a date its sign may stand. */
    private static final int NEAR = 100;
    /** How much of a line may be its label. */
    private static final int LABEL = 160;

    private final List<Reference> references;
    private final TimeColumns columns;
    /** Whether the text has numbered sections; what stands before them then only gives the reasons. */
    private final boolean sectioned;

    DateRoles(Found soFar) {
        references = soFar.all(Reference.class);
        columns = soFar.timeColumns();
        sectioned = soFar.all(Section.class).stream().anyMatch(section -> section.value() > 0);
    }

    DateRole of(Line line, int start, int end, PartialDate date) {
        Span span = line.span(start, end);
        for (Reference r : references) {
            if (r.span().paragraph() == span.paragraph()
                    && span.start() >= r.span().start()
                    && span.end() <= r.span().end()) {
                return r.role();
            }
        }
        String text = line.lower();
        String left = clause(text, start);
        if (line.zone == Line.Zone.TITLE || line.zone == Line.Zone.SIGNATURE) {
            return date.month() == null ? yearRole(text.substring(start, end), left) : DateRole.OTHER;
        }
        if (date.month() == null) {
            return yearRole(text.substring(start, end), left);
        }
        String near = left.length() > NEAR ? left.substring(left.length() - NEAR) : left;
        String head = text.substring(0, Math.min(text.length(), LABEL));
        String behind = text.substring(end, Math.min(text.length(), end + NEAR));
        DateRole column = columns.roleOf(line);
        if (column != null) {
            return PAST.matcher(left).find() ? DateRole.OTHER : column;
        }
        boolean labelled = TIME_LABEL.matcher(head).matches() && text.indexOf(':') < start;
        if (text.indexOf(':') < start && DUE_LABEL.matcher(head).matches()) {
            return DateRole.DEADLINE;
        }
        boolean reviewed = REVIEW_SECTION
                .matcher(line.sectionTitle.toLowerCase(Locale.ROOT))
                .find();
        if (DUE.matcher(near).find()) {
            return reviewed || PAST_FOR_DEADLINES.matcher(left).find()
                    ? DateRole.PAST_RESULT
                    : DUE_WORK.matcher(left).find() || labelled ? DateRole.DEADLINE : DateRole.OTHER;
        }
        if (!labelled && CITED.matcher(clause(line.text(), start)).find()) {
            return line.section.isEmpty() ? DateRole.LEGAL_BASIS : DateRole.REFERENCE;
        }
        if (PAST.matcher(left).find()
                || ANNIVERSARY.matcher(behind).matches()
                || REVIEW.matcher(left).find()) {
            return DateRole.PAST_RESULT;
        }
        if (reviewed) {
            return DateRole.PAST_RESULT;
        }
        if (labelled) {
            return DateRole.EVENT;
        }
        if (sectioned && line.section.isEmpty() && line.zone == Line.Zone.BODY) {
            return DateRole.OTHER;
        }
        if (HAPPENS.matcher(near).find()
                || CLOCK_BEFORE.matcher(near).find()
                || HALF_DAY_BEFORE.matcher(near).find()) {
            return DateRole.EVENT;
        }
        boolean scheduled = ROUND_LABEL.matcher(left).matches()
                || ITEM_LEAD.matcher(left).matches() && behind.strip().startsWith(":") && !behind.contains(" đã ");
        if (scheduled || inTimeSection(line) && isLeading(left)) {
            return DateRole.EVENT;
        }
        return DateRole.OTHER;
    }

    /** A date that opens its line below a heading "Thời gian …". */
    private static boolean isLeading(String left) {
        return LEADING.matcher(left).replaceAll("").isBlank();
    }

    private static boolean inTimeSection(Line line) {
        String[] titles = line.sectionTitle.split("\n");
        return titles.length > 0
                && TIME_SECTION
                        .matcher(titles[titles.length - 1].strip().toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static DateRole yearRole(String words, String left) {
        if (PERIOD.matcher(words).matches()
                && NO_DIGITS.matcher(words).replaceAll("").length() == 8) {
            return DateRole.PERIOD;
        }
        return REVIEWED_YEAR.matcher(left).find() ? DateRole.EVALUATION : DateRole.OTHER;
    }

    /** The words of the sentence part before the date. */
    private static String clause(String text, int start) {
        int from = start;
        while (from > 0) {
            char c = text.charAt(from - 1);
            boolean stop = c == ';'
                    || (c == '.' || c == '!' || c == '?')
                            && from < text.length()
                            && text.charAt(from) == ' '
                            && from > 3
                            && !Character.isDigit(text.charAt(from - 2));
            if (stop) {
                break;
            }
            from--;
        }
        return text.substring(Math.max(from, start - 240), start);
    }
}
