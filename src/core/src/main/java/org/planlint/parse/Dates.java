package org.planlint.parse;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateMention;
import org.planlint.facts.DateRole;
import org.planlint.facts.PartialDate;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/**
 * Finds the dates of a line, their weekdays and stretches, and asks {@link DateRoles} what each is for.
 * The patterns read lower case.
 */
final class Dates {
    private static final Vocabulary AROUND = Vocabulary.of("dates");
    private static final String WEEKDAY =
            "(?:thứ\\s*(?<day>" + AROUND.any("weekdays") + "|[2-7])|(?<sunday>" + AROUND.any("Sunday") + "))";

    private static final String DASH = "(?:-|–|—|→|÷)";
    private static final String UNTIL = "(?:" + DASH + "|đến|tới)\\s*(?:hết\\s*)?";

    private static final Sought WORDS = new Sought(
            "(?=[\\dn])(?:ngày\\s+)?(?<![\\d/.,])(\\d{1,2})\\s*(?:-|–)?\\s*tháng\\s*(\\d{1,2})(?!\\d)(?:\\s*,?\\s*năm\\s*(\\d{4})(?!\\d))?");
    private static final Sought NUMERIC = new Sought(
            "(?=[\\dn])(?:ngày\\s+)?(?<![\\d/.\\-,])(\\d{1,2})\\s?(/|-|\\.)\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4})(?![\\d/])");
    /** "Từ 24-26/8/2023": the days with nothing but a dash between them. */
    private static final Sought DAYS =
            new Sought("(?:từ\\s+(?:ngày\\s+)?|ngày\\s+|(?<=[:(]\\s?))(\\d{1,2})\\s?(?:-|–|—)\\s?(\\d{1,2})"
                    + "\\s?/\\s?(\\d{1,2})\\s?/\\s?(\\d{4})(?!\\d)");

    private static final Sought NO_YEAR = new Sought("ngày\\s+(\\d{1,2})\\s?/\\s?(\\d{1,2})(?![\\d/.])");
    /** The first day of a stretch whose last alone has the year: "từ 01/6 đến 30/6/2019". */
    private static final Sought NO_YEAR_YET = new Sought("(?<![\\d/.,\\-])(\\d{1,2})\\s?/\\s?(\\d{1,2})(?=\\s*" + UNTIL
            + "(?:ngày\\s+)?\\d{1,2}\\s?/\\s?\\d{1,2}\\s?/\\s?\\d{4}(?!\\d))");

    private static final Sought MONTH =
            new Sought("tháng\\s*(\\d{1,2})(?!\\d)\\s*(?:/|,?\\s*năm|-|–|\\.)\\s*(\\d{4})(?!\\d)");
    private static final String OF_YEAR = "\\s*(?:/|,?\\s*năm|" + DASH + "|\\.)\\s*(\\d{4})(?!\\d)";
    /** "tháng 4 - 8 năm 2023", "tháng 9, 10 và 11/2023": the last alone has the year. */
    private static final Sought MONTHS = new Sought(
            "tháng\\s*(\\d{1,2})(?:\\s*(?:,|và|" + UNTIL + ")\\s*(?:tháng\\s*)?(\\d{1,2})(?!\\d)){1,24}" + OF_YEAR);

    private static final String QUARTER_NUMBER = "(iv|i{1,3}|[1-4])(?![\\p{L}\\d])";
    private static final Sought QUARTERS = new Sought("quý\\s+" + QUARTER_NUMBER + "(?:\\s*(?:,|và|" + UNTIL
            + ")\\s*(?:quý\\s+)?" + QUARTER_NUMBER + "){0,8}" + OF_YEAR);
    private static final Sought PERIOD =
            new Sought("(?:" + AROUND.any("spans of years") + "|năm)\\s+(\\d{4})\\s*(?:-|–|đến(?: năm)?)\\s*(\\d{4})");
    private static final Sought YEAR = new Sought("năm\\s+(" + Pieces.YEAR + ")(?!\\d)");
    private static final List<String> QUARTER_NUMERALS = List.of("i", "ii", "iii", "iv");

    private static final Pattern STRETCH_BEFORE = Pattern.compile(
            "(?:từ\\s+(?:ngày\\s+)?|ngày\\s+)(\\d{1,2})(?:\\s*,\\s*\\d{1,2})*\\s*(?:,|và|" + UNTIL + "(?:ngày)?)\\s*$");
    private static final Pattern STRETCH_BETWEEN = Pattern.compile("^\\s*" + UNTIL + "(?:ngày\\s*)?$");
    private static final Pattern WEEKDAY_BEFORE =
            Pattern.compile("(?<lead>\\p{L}+\\s+|^|[^\\p{L}])" + WEEKDAY + "\\s*[,(-]?\\s*$");
    private static final Pattern WEEKDAY_AFTER =
            Pattern.compile("^\\s*[,(]?\\s*(?:tức\\s+|là\\s+)?" + WEEKDAY + "(?![\\p{L}\\d])");
    /** "Tuần 1 tháng 4", "trong 3 tháng 10, 11, 12": the number before "tháng" is no day. */
    private static final Pattern COUNTS = Pattern.compile(AROUND.any("counts months") + "\\s+$");

    private static final Pattern COUNTED =
            Pattern.compile("^" + AROUND.any("counted things", "counted meetings") + "\\s+$");
    /** "Ngày thứ hai (06/4/2023)" is day two. */
    private static final Pattern DAY_COUNTED = Pattern.compile("^ngày\\s+$");

    private static final int NEAR = 60;
    /** Before it, numbers with dashes or dots are none of a date. */
    private static final int FIRST_YEAR = 1000;

    private final DateRoles roles;
    /** Where the document counts "Thứ nhất", its "Thứ hai, ngày" is no Monday. */
    private final boolean countsByThu;

    private Dates(Found soFar) {
        this.roles = new DateRoles(soFar);
        this.countsByThu = soFar.lines().stream().anyMatch(l -> l.folded().startsWith("THU NHAT"));
    }

    private record Hit(int start, int end, PartialDate date, PartialDate until, boolean severalDays) {
        Hit(int start, int end, PartialDate date, PartialDate until) {
            this(start, end, date, until, false);
        }
    }

    /** That of issue first, then those of the text. */
    static List<DateMention> find(Found soFar) {
        List<DateMention> mentions = new ArrayList<>();
        PartialDate issued = issued(soFar.head());
        if (issued != null && (issued.month() != null || issued.year() != null)) {
            mentions.add(new DateMention(
                    issued,
                    null,
                    null,
                    DateRole.ISSUE,
                    "",
                    soFar.head().letterhead().dateLine()));
        }
        mentions.addAll(new Dates(soFar).inText(soFar.lines()));
        return mentions;
    }

    /** As it is written where no calendar has it, so that somebody is told. */
    private static PartialDate issued(Letterheads.Reading head) {
        PartialDate written = head.dateLine() == null ? null : head.dateLine().figured();
        return written != null && !written.isPossible() ? written : head.date();
    }

    private List<DateMention> inText(List<Line> lines) {
        List<DateMention> mentions = new ArrayList<>();
        for (Line line : lines) {
            if (line.zone == Line.Zone.HEAD) {
                continue;
            }
            DateMention before = null;
            for (Hit f : mayHoldDate(line) ? inLine(line.lower()) : List.<Hit>of()) {
                DateMention mention = new DateMention(
                        f.date,
                        f.until,
                        weekday(line.lower(), f),
                        roles.of(line, f.start, f.end, f.date, f.until),
                        line.section,
                        line.span(f.start, f.end));
                before = before != null && before.isClosedBy(mention) ? mention.as(before.role()) : mention;
                mentions.add(before);
            }
        }
        return mentions;
    }

    /** Whether it is worth looking: a digit, and a word or mark that dates have. */
    private static boolean mayHoldDate(Line line) {
        String text = line.lower();
        boolean digit = false;
        for (int i = 0; i < text.length() && !digit; i++) {
            digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digit
                && (text.indexOf('/') >= 0
                        || text.contains("ngày")
                        || text.contains("tháng")
                        || text.contains("năm")
                        || text.contains("20"));
    }

    private static List<Hit> inLine(String text) {
        NavigableMap<Integer, Hit> found = new TreeMap<>();
        boolean month = text.contains("tháng");
        boolean year = text.contains("năm") || text.contains("giai đoạn") || text.contains("nhiệm kỳ");
        boolean slash = text.indexOf('/') >= 0;
        if (month) {
            scan(
                    WORDS,
                    text,
                    found,
                    m -> m.group().startsWith("ngày")
                                    || m.group(3) != null
                                            && !COUNTS.matcher(before(text, m.start()))
                                                    .find()
                            ? new PartialDate(number(m.group(3)), number(m.group(2)), number(m.group(1)))
                            : null);
        }
        if (slash) {
            scan(
                    DAYS,
                    text,
                    found,
                    m -> new PartialDate(number(m.group(4)), number(m.group(3)), number(m.group(1))),
                    m -> new PartialDate(number(m.group(4)), number(m.group(3)), number(m.group(2))));
        }
        scan(NUMERIC, text, found, m -> {
            PartialDate date = new PartialDate(number(m.group(4)), number(m.group(3)), number(m.group(1)));
            boolean dated = m.group(2).equals("/") || date.isPossible() && date.year() >= FIRST_YEAR;
            return dated ? date : null;
        });
        if (slash) {
            scan(NO_YEAR, text, found, m -> new PartialDate(null, number(m.group(2)), number(m.group(1))));
            scan(NO_YEAR_YET, text, found, m -> new PartialDate(null, number(m.group(2)), number(m.group(1))));
        }
        if (month) {
            scan(MONTHS, text, found, m -> upTo(lastMonth(m), number(m.group(1))), Dates::lastMonth);
            scan(MONTH, text, found, m -> new PartialDate(number(m.group(2)), number(m.group(1)), null));
        }
        if (text.contains("quý")) {
            scan(
                    QUARTERS,
                    text,
                    found,
                    m -> upTo(lastMonthOfQuarters(m), quarter(m.group(1)) * 3 - 2),
                    Dates::lastMonthOfQuarters);
        }
        if (year) {
            scan(
                    PERIOD,
                    text,
                    found,
                    m -> new PartialDate(number(m.group(1)), null, null),
                    m -> new PartialDate(number(m.group(2)), null, null));
            scan(YEAR, text, found, m -> new PartialDate(number(m.group(1)), null, null));
        }
        return stretches(text, List.copyOf(found.values()));
    }

    private interface Reading {
        PartialDate read(Matcher m);
    }

    private static void scan(Sought pattern, String text, NavigableMap<Integer, Hit> found, Reading reading) {
        scan(pattern, text, found, reading, m -> null);
    }

    /**
     * @param found by where they begin; none reaches into another
     * @param end   reads where the stretch ends, or gives null
     */
    private static void scan(
            Sought pattern, String text, NavigableMap<Integer, Hit> found, Reading reading, Reading end) {
        for (Matcher m = pattern.first(text); m != null; m = pattern.next(m, text)) {
            int from = m.start();
            int to = m.end();
            Map.Entry<Integer, Hit> near = found.lowerEntry(to);
            if (near != null && near.getValue().end > from) {
                continue;
            }
            PartialDate date = reading.read(m);
            if (date != null && (date.day() == null || date.day() > 0) && (date.month() == null || date.month() > 0)) {
                found.put(from, new Hit(from, to, date, end.read(m), pattern == DAYS));
            }
        }
    }

    private static PartialDate lastMonth(Matcher m) {
        return new PartialDate(number(m.group(3)), number(m.group(2)), null);
    }

    private static PartialDate lastMonthOfQuarters(Matcher m) {
        int last = quarter(m.group(2) == null ? m.group(1) : m.group(2));
        return new PartialDate(number(m.group(3)), last * 3, null);
    }

    /** 1 to 4, of "II" or "2". */
    private static int quarter(String number) {
        int numeral = QUARTER_NUMERALS.indexOf(number);
        return numeral < 0 ? Integer.parseInt(number) : numeral + 1;
    }

    /** The first month of a stretch whose last has the year. */
    private static PartialDate upTo(PartialDate last, int month) {
        return new PartialDate(yearBefore(new PartialDate(null, month, null), last), month, null);
    }

    private static Integer number(String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** Joins "ngày 03 đến ngày 05/4/2024" and "01/3/2024 - 15/4/2024": the first date learns where it ends. */
    private static List<Hit> stretches(String text, List<Hit> found) {
        List<Hit> result = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Hit f = found.get(i);
            Matcher before = STRETCH_BEFORE.matcher(before(text, f.start));
            if (f.date.day() != null && before.find()) {
                PartialDate first = new PartialDate(f.date.year(), f.date.month(), number(before.group(1)));
                int from = Math.max(0, f.start - NEAR) + before.start();
                result.add(new Hit(from, f.end, first, f.date, true));
                continue;
            }
            if (i + 1 < found.size() && f.until == null) {
                Hit next = found.get(i + 1);
                if ((next.date.month() == null) == (f.date.month() == null)
                        && STRETCH_BETWEEN
                                .matcher(text.substring(f.end, next.start))
                                .matches()) {
                    Integer year = f.date.year() != null ? f.date.year() : yearBefore(f.date, next.date);
                    result.add(new Hit(f.start, f.end, new PartialDate(year, f.date.month(), f.date.day()), next.date));
                    continue;
                }
            }
            result.add(f);
        }
        return result;
    }

    /** The year of a first day that leaves it out: that of the last day, or the one before over New Year's Eve. */
    private static Integer yearBefore(PartialDate first, PartialDate last) {
        boolean overNewYear = last.year() != null && first.month() > last.month();
        return overNewYear ? Integer.valueOf(last.year() - 1) : last.year();
    }

    /** The words just before: signs stand close by, and a line may be as long as a file. */
    private static String before(String text, int at) {
        return text.substring(Math.max(0, at - NEAR), at);
    }

    private DayOfWeek weekday(String text, Hit f) {
        String near = text.substring(Math.max(0, f.start - 25), Math.min(text.length(), f.end + 20));
        if (f.date.day() == null || f.severalDays || !near.contains("thứ") && !near.contains("chủ nhật")) {
            return null;
        }
        Matcher before = WEEKDAY_BEFORE.matcher(before(text, f.start));
        if (before.find()) {
            boolean counted = COUNTED.matcher(before.group("lead")).matches()
                    || DAY_COUNTED.matcher(before.group("lead")).matches();
            boolean ordinal = countsByThu && before.start("day") >= 0 && before.start() == 0 && f.start <= NEAR;
            return counted || ordinal ? null : day(before);
        }
        Matcher after = WEEKDAY_AFTER.matcher(text.substring(f.end, Math.min(text.length(), f.end + NEAR)));
        return after.lookingAt() && f.until == null ? day(after) : null;
    }

    private static DayOfWeek day(Matcher m) {
        return Vietnamese.day(m.group("sunday") != null ? "chủ nhật" : m.group("day"));
    }
}
