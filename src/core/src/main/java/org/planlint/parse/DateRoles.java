package org.planlint.parse;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateRole;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Reference;
import org.planlint.facts.Section;
import org.planlint.text.Span;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Signal;
import org.planlint.words.Sought;
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
    /** "02 ngày (…", "01 buổi, …": how long it lasts. */
    private static final String DURATION =
            "(?:\\d{1,2}(?:[.,]\\d)?\\s+(?:" + AROUND.any("lengths of time") + ")\\s*[,:;(])";
    /** What may stand between the sign and the date. */
    private static final String LEAD = "(?:" + CLOCK + "|" + HALF_DAY + "|" + WEEKDAY + "|\\()*$";
    /** As above, with the small words that lead to a date. */
    private static final String SMALL_LEAD =
            "(?:" + DURATION + "\\s*)?(?:" + AROUND.any("leads to a date") + "\\s+)*" + LEAD;

    private static final Signal DUE = new Signal(
            AROUND.get("before a deadline").and(Phrases.of("gửi về")),
            "(?:" + AROUND.any("before a deadline")
                    + "|gửi về .{0,60})\\s*(?:là|vào|đến|hết|trong|trước|cuối)?\\s*:?\\s*(?:hết\\s*)?" + LEAD);
    private static final Signal DUE_WORK =
            new Signal(AROUND.get("work that is due"), Pieces.WORD_START + AROUND.any("work that is due"));
    private static final Signal HAPPENS = new Signal(
            AROUND.get("before an event"),
            Pieces.NO_LETTER_BEFORE + AROUND.any("before an event") + "\\s*:?\\s*" + SMALL_LEAD);
    private static final Pattern CLOCK_BEFORE = Pattern.compile(CLOCK + "(?:" + HALF_DAY + "|" + WEEKDAY + ")*$");
    private static final Pattern HALF_DAY_BEFORE =
            Pattern.compile("(?:buổi\\s+)?" + AROUND.any("morning", "afternoon") + GAP + WEEKDAY + "?$");
    private static final String ITEM = "^(?:" + Pieces.LIST_MARK + "|[ivx]+\\.)?\\s*";
    private static final Pattern TIME_LABEL = Pattern.compile(ITEM + "(?:dự kiến\\s+)?(?:"
            + AROUND.any("time labels with more words") + "[^:.;]{0,60}|" + AROUND.any("time labels") + "(?:\\s+(?:"
            + AROUND.any("of a time label") + "|\\p{L}+){0,4})?)\\s*(?:\\([^)]*\\))?\\s*:.*");
    private static final Pattern DIRECTLY = Pattern.compile("^[^:]*:\\s*" + SMALL_LEAD);
    private static final String NO_BREAK =
            "(?:(?!" + Pieces.NO_LETTER_BEFORE + AROUND.any("breaks an announcement") + ")[^.;:])";
    private static final Pattern ANNOUNCED =
            Pattern.compile(ITEM + "(?:" + AROUND.any("before an announcement") + "\\s+)*" + AROUND.any("announcements")
                    + Pieces.NO_LETTER_AFTER + NO_BREAK + "{0,80}?[:,]?\\s*" + SMALL_LEAD);
    /** What is inspected may lie between two days; only a sign before these makes them those of the inspection. */
    private static final Pattern INSPECTED = Pattern.compile(ITEM + "(?:" + AROUND.any("before an announcement")
            + "\\s+)*" + AROUND.any("inspections") + "(?:" + NO_BREAK + "{0,80}(?::|" + AROUND.any("before an event")
            + "))?\\s*" + SMALL_LEAD);

    private static final Signal CLOSES = new Signal(
            AROUND.get("closes a list"),
            Pieces.NO_LETTER_BEFORE + AROUND.any("closes a list") + NO_BREAK + "{0,60}?[:,(]?\\s*" + SMALL_LEAD);
    /** "Gửi về Văn phòng (thứ Sáu, ngày …)": the weekday in brackets is that of a deadline. */
    private static final Signal DUE_IN_BRACKETS = new Signal(
            AROUND.get("is handed in"),
            Pieces.NO_LETTER_BEFORE + AROUND.any("is handed in") + NO_BREAK + "{0,100}\\(\\s*(?:" + CLOCK + "|"
                    + HALF_DAY + ")*" + WEEKDAY + "$");

    private static final Pattern DUE_LABEL = Pattern.compile("^" + Pieces.LIST_MARK + "?\\s*"
            + AROUND.any("deadline labels") + Pieces.NO_LETTER_AFTER + "[^:]{0,60}:.*");
    private static final Pattern ROUND_LABEL = Pattern.compile("^" + Pieces.LIST_MARK + "?\\s*" + AROUND.any("rounds")
            + "\\s+(?:thứ\\s+)?\\S{1,5}\\s*[:(]\\s*(?:từ\\s+)?$");
    /** Behind a month or day that heads a step. */
    private static final Pattern BEHIND_HEAD = Pattern.compile("^\\s*\\)?\\s*(?:[:(]|[-–—]\\s|[.;]?$)");

    private static final Pattern YEAR_ALONE = Pattern.compile("^(?:" + AROUND.any("leads to a date") + "\\s+)*$");
    private static final Pattern BRACKET = Pattern.compile("\\([^()]*$");
    private static final Pattern TIME_SECTION = Pattern.compile(
            "^(?:dự kiến )?" + AROUND.any("time sections") + "(?!.*" + AROUND.any("not of a time section") + ").*");
    private static final Signal REVIEW = new Signal(AROUND.get("spans under review"), AROUND.any("spans under review"));
    private static final Signal PAST = new Signal(
            AROUND.get("past", "past even before a deadline"),
            Pieces.NO_LETTER_BEFORE + AROUND.any("past", "past even before a deadline") + Pieces.NO_LETTER_AFTER);
    /** What makes even a "trước ngày" a matter of the past: people born, debts arisen, works begun before a day. */
    private static final Sought PAST_FOR_DEADLINES = new Sought(Pieces.NO_LETTER_BEFORE + "(?:"
            + AROUND.any("past even before a deadline", "past only before a deadline")
            + "|" + AROUND.any("past right before a deadline") + "(?=\\s+(?:trước|đến|từ)\\s))"
            + Pieces.NO_LETTER_AFTER);

    /** Behind a day on which something came into force: "trước ngày 15/6/2023 (ngày Nghị định … có hiệu lực)". */
    private static final Pattern IN_FORCE_THEN = Pattern.compile("^\\s*\\((?:là\\s+)?(?:ngày|thời điểm)\\s[^)]*"
            + AROUND.any("past even before a deadline", "past") + Pieces.NO_LETTER_AFTER + "[^)]*\\).*");

    private static final Sought CITED = new Sought(
            "(?:" + DocumentTypes.CITED + "|(?iu:" + DocumentTypes.CITED + "\\s+số))"
                    + "(?:\\s+(?!trước|chậm)[^.;:]{0,90}?)?\\s*,?\\s*(?:\\(?(?:được\\s+)?(?:ban hành|ký|thông qua)\\s*)?$");
    private static final Pattern REVIEW_SECTION =
            Pattern.compile("(?:^|\\n)\\s*" + AROUND.any("sections that look back"));
    private static final Pattern PERIOD =
            Pattern.compile("^(?:" + AROUND.any("spans of years") + "|năm \\d{4}\\s*(?:-|–|đến)).*");
    private static final Signal REVIEWED_YEAR = new Signal(
            AROUND.get("looks back on a year", "looks back in a sentence"),
            AROUND.any("looks back on a year", "looks back in a sentence") + "[^.;]{0,160}$");
    private static final Pattern ANNIVERSARY = Pattern.compile("^\\s*(?:-|–)\\s*\\d{1,2}/\\d{1,2}/\\d{4}\\s*\\).*");
    /** "Từ ngày 01/01/2018 đến nay": what is looked into began then. */
    private static final Pattern UP_TO_NOW =
            Pattern.compile("\\s*(?:,\\s*)?(?:cho\\s+)?đến\\s+" + AROUND.any("now") + Pieces.NO_LETTER_AFTER);
    /** What may stand before a date that opens its line. */
    private static final Pattern LEADING = Pattern.compile("[-–+*•:(]|ngày|từ|" + AROUND.any("numbered rounds")
            + " \\d+|ngày thứ \\p{L}+|" + Pieces.POINT_LETTER + "\\)|\\d\\.");
    /** What may stand before a month or day that heads a step. */
    private static final Pattern STEP_LEAD =
            Pattern.compile(ITEM + "(?:tuần\\s+(?:thứ\\s+)?\\d+\\s+|ngày\\s+thứ\\s+\\p{L}+\\s+|"
                    + AROUND.any("leads to a date") + "\\s+|" + WEEKDAY + ")*\\(?\\s*$");

    /** Behind a day on which something came about. */
    private static final Signal RECORDED = new Signal(
            AROUND.get("came about on a day"),
            Pieces.NO_LETTER_BEFORE + AROUND.any("came about on a day") + Pieces.NO_LETTER_AFTER);

    /** "Diễn ra ngày 20/10/2023 đã thu hút …": what is told of the day is over. */
    private static final Pattern TOLD = Pattern.compile(
            "[^.,;:]*" + Pieces.NO_LETTER_BEFORE + AROUND.any("came about already") + Pieces.NO_LETTER_AFTER);

    /** How far before a date its sign may stand. */
    private static final int NEAR = 100;
    /** How much of a sentence before a date is looked at: a line may be as long as a file. */
    private static final int CLAUSE = 240;
    /** How much of a line may be its label. */
    private static final int LABEL = 160;
    /** How many years before that of issue a day may lie that only its place makes an event. */
    private static final int LONG_AGO = 2;
    /** How many days a stretch may last that only its place makes an event. */
    private static final int WIDE = 200;

    private final Surrounding<Reference> references;
    /** Whether a section of these headings looks back. */
    private final Map<String, Boolean> reviewed = new HashMap<>();

    private final TimeColumns columns;
    /** Whether the text has numbered sections; what stands before them then only gives the reasons. */
    private final boolean sectioned;
    /** The year of issue, or null. */
    private final Integer issued;

    DateRoles(Found soFar) {
        references = new Surrounding<>(soFar.all(Reference.class));
        columns = soFar.timeColumns();
        sectioned = soFar.all(Section.class).stream().anyMatch(section -> section.value() > 0);
        PartialDate date = soFar.head().date();
        issued = date == null ? null : date.year();
    }

    /** Whether words in small letters, before or behind a date, make it one of the past. */
    static boolean tellsOfPast(String words) {
        return PAST.in(words) || REVIEWED_YEAR.in(words);
    }

    /** Where the first words end that tell of the past in a text in small letters; where none do, behind all of it. */
    static int firstOfPast(String text) {
        Matcher past = PAST.pattern().first(text);
        return past != null ? past.end() : Integer.MAX_VALUE;
    }

    /** @param until the last day of a stretch that the date opens, or null */
    DateRole of(Line line, int start, int end, PartialDate date, PartialDate until) {
        Span span = line.span(start, end);
        Reference citation = references.around(span);
        if (citation != null) {
            return citation.role();
        }
        String text = line.lower();
        String left = clause(text, start);
        if (date.month() == null) {
            return ofYear(line, start, end, until, left);
        }
        if (line.zone == Line.Zone.TITLE || line.zone == Line.Zone.SIGNATURE) {
            return DateRole.OTHER;
        }
        DateRole column = columns.roleOf(line, start);
        if (column != null) {
            boolean open = !PAST.in(left) && couldBePlanned(date, until);
            return !open ? DateRole.OTHER : isReviewed(line) ? DateRole.PAST_RESULT : column;
        }
        String near = left.length() > NEAR ? left.substring(left.length() - NEAR) : left;
        boolean labelled = isLabelled(text, start);
        if (hasColonBefore(text, start) && DUE_LABEL.matcher(head(text)).matches()) {
            return DateRole.DEADLINE;
        }
        boolean reviewed = isReviewed(line);
        String behind = text.substring(end, Math.min(text.length(), end + NEAR));
        if (DUE.in(near)) {
            return reviewed
                            || PAST_FOR_DEADLINES.in(inBracket(left))
                            || IN_FORCE_THEN.matcher(behind).matches()
                    ? DateRole.PAST_RESULT
                    : DUE_WORK.in(left) || labelled ? DateRole.DEADLINE : DateRole.OTHER;
        }
        if (!labelled && isCited(clause(line.text(), start), left)) {
            return line.section.isEmpty() ? DateRole.LEGAL_BASIS : DateRole.REFERENCE;
        }
        boolean directly = labelled && DIRECTLY.matcher(left).matches();
        if (reviewed
                || PAST.in(directly ? label(left) : left)
                || ANNIVERSARY.matcher(behind).matches()
                || UP_TO_NOW.matcher(behind).lookingAt()
                || REVIEW.in(left)) {
            return DateRole.PAST_RESULT;
        }
        if (labelled) {
            return DateRole.EVENT;
        }
        if (sectioned && line.section.isEmpty() && line.zone == Line.Zone.BODY
                || TOLD.matcher(behind).lookingAt()) {
            return DateRole.OTHER;
        }
        if (HAPPENS.in(near) && !isWide(date, until)
                || CLOCK_BEFORE.matcher(near).find()
                || HALF_DAY_BEFORE.matcher(near).find()
                || ROUND_LABEL.matcher(left).matches()
                || inTimeSection(line) && isLeading(left)) {
            return DateRole.EVENT;
        }
        if (CLOSES.in(left) || DUE_IN_BRACKETS.in(left)) {
            return DateRole.DEADLINE;
        }
        boolean event = couldBePlanned(date, until)
                && (ANNOUNCED.matcher(left).lookingAt()
                        || INSPECTED.matcher(left).lookingAt()
                        || headsStep(line, left, behind));
        return event
                ? DateRole.EVENT
                : date.day() == null && REVIEWED_YEAR.in(left) ? DateRole.EVALUATION : DateRole.OTHER;
    }

    /** @param small the same words in small letters */
    private static boolean isCited(String words, String small) {
        return (small.contains("số") || DocumentTypes.NAMES.in(words)) && CITED.in(words);
    }

    /** Of a year without a month. */
    private DateRole ofYear(Line line, int start, int end, PartialDate until, String left) {
        String text = line.lower();
        if (until != null || PERIOD.matcher(text.substring(start, end)).matches()) {
            return DateRole.PERIOD;
        }
        DateRole column = columns.roleOf(line, start);
        boolean alone = start <= LABEL
                && text.length() - end <= LABEL
                && YEAR_ALONE.matcher(text.substring(0, start)).matches()
                && text.substring(end).isBlank();
        if (column != null && alone && !isReviewed(line)) {
            return column;
        }
        boolean timed = line.zone == Line.Zone.BODY
                && isLabelled(text, start)
                && DIRECTLY.matcher(left).matches()
                && BEHIND_HEAD.matcher(text).region(end, text.length()).find();
        if (timed && !isReviewed(line) && !PAST.in(left) && !REVIEW.in(left)) {
            return DateRole.EVENT;
        }
        return REVIEWED_YEAR.in(left) ? DateRole.EVALUATION : DateRole.OTHER;
    }

    private static boolean isLabelled(String text, int start) {
        return hasColonBefore(text, start) && TIME_LABEL.matcher(head(text)).matches();
    }

    private static boolean hasColonBefore(String text, int start) {
        int colon = head(text).indexOf(':');
        return colon >= 0 && colon < start;
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), LABEL));
    }

    private static String label(String left) {
        return left.substring(0, left.indexOf(':'));
    }

    /** The words in the bracket that is open at the end; all of them where none is. */
    private static String inBracket(String left) {
        Matcher bracket = BRACKET.matcher(left);
        return bracket.find() ? bracket.group() : left;
    }

    private boolean isReviewed(Line line) {
        return reviewed.computeIfAbsent(
                line.sectionTitle,
                title -> REVIEW_SECTION.matcher(title.toLowerCase(Locale.ROOT)).find());
    }

    /** A month or day that opens its line, outside tables, with what is done then behind it. */
    private static boolean headsStep(Line line, String left, String behind) {
        return !line.inData()
                && STEP_LEAD.matcher(left).matches()
                && BEHIND_HEAD.matcher(behind).lookingAt()
                && !PAST.in(behind)
                && !RECORDED.in(behind);
    }

    /** Whether nothing speaks against it where no plain sign says what it is for: not long ago, not half a year and more. */
    private boolean couldBePlanned(PartialDate date, PartialDate until) {
        boolean longAgo = issued != null && date.year() != null && date.year() < issued - LONG_AGO;
        return !longAgo && !isWide(date, until);
    }

    /** Whether it opens a stretch of half a year and more before that of issue: such a one is looked into. */
    private boolean isWide(PartialDate date, PartialDate until) {
        LocalDate from = date.earliest();
        LocalDate to = until == null ? null : until.latest();
        return from != null
                && to != null
                && issued != null
                && date.year() < issued
                && from.plusDays(WIDE).isBefore(to);
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

    /** The words of the sentence part before the date. */
    private static String clause(String text, int start) {
        int from = start;
        int furthest = Math.max(0, start - CLAUSE);
        while (from > furthest) {
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
        return text.substring(from, start);
    }
}
