package org.planlint.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlint.facts.Agenda;
import org.planlint.facts.AgendaItem;
import org.planlint.facts.PartialDate;
import org.planlint.text.Span;
import org.planlint.text.Table;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * Reads programmes: tables with a time or number column, and lines that begin with a clock time. Days, half-days and
 * parallel sessions part the items: an item is compared only with the one above it on its own day and track.
 */
final class Agendas {
    private static final Vocabulary WORDS = Vocabulary.of("agenda");
    private static final Vocabulary HEADS = Vocabulary.of("tables");
    private static final Vocabulary DATES = Vocabulary.of("dates");

    private static final Phrases PROGRAMME = WORDS.get("programme").folded();
    private static final Pattern DAY_MARK =
            Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + "(?:ngày\\s+(?:thứ\\s+)?\\S+|thứ\\s+(?:"
                    + DATES.any("weekdays") + "|[2-7])|" + DATES.any("Sunday") + "|\\d{1,2}/\\d{1,2}(?:/\\d{4})?)");
    private static final Pattern AFTERNOON =
            Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + DATES.any("afternoon") + Pieces.NO_LETTER_AFTER);
    private static final Pattern MORNING =
            Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + DATES.any("morning") + Pieces.NO_LETTER_AFTER);
    private static final Pattern TRACK = Pattern.compile("(?iu)" + WORDS.any("parallel") + "|" + Pieces.NO_LETTER_BEFORE
            + WORDS.any("tracks") + "\\s*(?:số\\s*)?(?:\\d|[A-Z]" + Pieces.NO_LETTER_AFTER + "|" + Pieces.ROMAN
            + Pieces.NO_LETTER_AFTER + ")");
    private static final Pattern PROSE_LEAD =
            Pattern.compile("^" + Pieces.BULLET + "?\\s*(?:\\(?[a-zđ\\d]{1,2}[.)]\\s*)?(?:[Vv]ào\\s+)?(?:[Ll]úc\\s+)?");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,2})\\s?(?:/|-|\\s+tháng\\s+)\\s?(\\d{1,2})(?:\\s?(?:/|-|\\s+năm\\s+)\\s?(\\d{4}))?");
    private static final Pattern ORDINAL = Pattern.compile("^(\\d{1,3})[.)]?$");
    /** What a column holds, by its head in capitals without diacritics. */
    private static final Pattern TIME_HEAD =
            Pattern.compile("^(?:DU KIEN )?" + HEADS.get("hours").folded().any());

    private static final Pattern NUMBER_HEAD = Pattern.compile(
            HEADS.get("ordinal", "ordinal of a programme").folded().any() + "\\.?");
    private static final Pattern CONTENT_HEAD =
            Pattern.compile(HEADS.get("items").folded().any());
    private static final Pattern PRESENTER_HEAD =
            Pattern.compile(HEADS.get("presenters").folded().any());
    private static final Pattern LOCATION_HEAD =
            Pattern.compile(HEADS.get("places").folded().any());
    private static final Pattern DAY_HEAD =
            Pattern.compile("^" + HEADS.get("days").folded().any());

    /** What stands behind the time of an item, and not behind one in a sentence. */
    private static final Pattern GOES_ON =
            Pattern.compile("^\\s*(?:[:;,.\\-–)|]|" + WORDS.any("day begins") + "|\\p{Lu}|\\()");

    private static final Pattern DAY_BEHIND =
            Pattern.compile("(?iu)^\\s*[,(]?\\s*" + WORDS.any("day begins", "half-day begins"));
    private static final Pattern MARKS = Pattern.compile("^[\\s:;,.\\-–)|]+");

    /** An item as read, before it is compared with its neighbours. */
    private record Raw(
            int day,
            int track,
            Integer ordinal,
            PartialDate date,
            Integer start,
            Integer end,
            String title,
            String presenter,
            Span span) {
        boolean reaches(int minutes) {
            return start != null && start >= minutes || end != null && end >= minutes;
        }

        /** "1h30" below "11h00" is the afternoon. */
        Raw halfADayLater() {
            return new Raw(
                    day,
                    track,
                    ordinal,
                    date,
                    start + 720,
                    end == null || end > start + 720 ? end : end + 720,
                    title,
                    presenter,
                    span);
        }
    }

    private static final int EARLIEST = 6 * 60;
    private static final int LATE_MORNING = 10 * 60;

    private final Map<Table, List<Line>> byTable = new IdentityHashMap<>();
    private final TimeColumns columns;
    private final List<Agenda> agendas = new ArrayList<>();

    private Agendas(Found soFar) {
        columns = soFar.timeColumns();
        for (Line line : soFar.lines()) {
            if (line.table != null) {
                byTable.computeIfAbsent(line.table, k -> new ArrayList<>()).add(line);
            }
        }
    }

    /** Those in tables first, then those in lines. */
    static List<Agenda> find(Found soFar) {
        Agendas found = new Agendas(soFar);
        for (Table table : soFar.dataTables()) {
            found.table(table, found.byTable.getOrDefault(table, List.of()), soFar.lines());
        }
        found.new Prose(soFar.lines()).read();
        return found.agendas;
    }

    // ---- tables ----

    private void table(Table table, List<Line> cells, List<Line> lines) {
        if (table.rows().size() < 3 || cells.isEmpty()) {
            return;
        }
        Head head = Head.of(table);
        if (head.time < 0 || clocksIn(cells, head.time) < 2) {
            int other = timeColumnByContent(cells);
            head = other < 0 ? head : head.withTime(other);
        }
        int clocks = head.time < 0 ? 0 : clocksIn(cells, head.time);
        boolean programme = head.content >= 0 || isProgramme(cells.get(0), lines);
        boolean timed = head.time >= 0 && clocks >= 2 && clocks * 2 >= rowsWith(cells, head.time) && programme;
        boolean ordinal =
                !timed && head.number >= 0 && head.content >= 0 && head.time < 0 && isProgramme(cells.get(0), lines);
        if (!timed && !ordinal) {
            return;
        }
        List<Raw> items = timed ? timedRows(table, cells, head) : ordinalRows(table, cells, head);
        if (items.size() >= 2) {
            add(timed, titleAbove(cells.get(0), lines), items);
        }
    }

    /** Which column of a table holds what, by the words at its head; -1 for none. */
    private record Head(int time, int number, int content, int presenter, int location, int day) {
        static Head of(Table table) {
            int time = -1;
            int number = -1;
            int content = -1;
            int presenter = -1;
            int location = -1;
            int day = -1;
            for (Table.Cell cell : table.rows().get(0).cells()) {
                String head = TimeColumns.text(cell);
                if (TIME_HEAD.matcher(head).lookingAt() && time < 0) {
                    time = cell.column();
                } else if (NUMBER_HEAD.matcher(head).matches() && number < 0) {
                    number = cell.column();
                } else if (CONTENT_HEAD.matcher(head).find() && content < 0) {
                    content = cell.column();
                } else if (PRESENTER_HEAD.matcher(head).find() && presenter < 0) {
                    presenter = cell.column();
                } else if (LOCATION_HEAD.matcher(head).find() && location < 0) {
                    location = cell.column();
                } else if (DAY_HEAD.matcher(head).lookingAt() && day < 0) {
                    day = cell.column();
                }
            }
            return new Head(time, number, content, presenter, location, day);
        }

        /** The clock times stand in another column; the one that is headed "Thời gian" then gives the days. */
        Head withTime(int other) {
            return new Head(other, number, content, presenter, location, time >= 0 ? time : day);
        }
    }

    private static int clocksIn(List<Line> cells, int column) {
        return (int) cells.stream()
                .filter(l -> l.column == column && l.row > 0 && Clock.at(timeText(l.text())) != null)
                .map(l -> l.row)
                .distinct()
                .count();
    }

    private static int rowsWith(List<Line> cells, int column) {
        return (int) cells.stream()
                .filter(l -> l.column == column && l.row > 0)
                .map(l -> l.row)
                .distinct()
                .count();
    }

    private static int timeColumnByContent(List<Line> cells) {
        for (int c = 0; c < 5; c++) {
            if (clocksIn(cells, c) >= 3) {
                return c;
            }
        }
        return -1;
    }

    private static String timeText(String text) {
        return PROSE_LEAD.matcher(text).replaceFirst("");
    }

    private List<Raw> timedRows(Table table, List<Line> cells, Head head) {
        List<Raw> items = new ArrayList<>();
        Course course = new Course(table);
        List<String> places = new ArrayList<>();
        Map<Integer, List<Line>> byRow = cells.stream().collect(Collectors.groupingBy(l -> l.row));
        for (int row = 0; row < table.rows().size(); row++) {
            List<Line> ofRow = byRow.getOrDefault(row, List.of());
            Line time = ofRow.stream()
                    .filter(l -> l.column == head.time && Clock.at(timeText(l.text())) != null)
                    .findFirst()
                    .orElse(null);
            boolean heads = row == 0 && table.rows().get(row).cells().size() > 1;
            String marks = String.join(
                    " ",
                    ofRow.stream()
                            .filter(l ->
                                    time == null ? !heads : l.column == head.day || l.column == head.time && l != time)
                            .map(Line::text)
                            .toList());
            boolean dayRow = time != null || ofRow.size() <= 2;
            if (dayRow && !marks.isBlank()) {
                course.headed(marks, time == null);
            }
            if (time != null) {
                items.add(timedItem(ofRow, time, head, course, places));
            }
        }
        return items;
    }

    /** @param places the places of the items before it: each is a track of its own */
    private static Raw timedItem(List<Line> ofRow, Line time, Head head, Course course, List<String> places) {
        String text = timeText(time.text());
        Clock.Range range = Clock.at(text);
        String behind = text.substring(range.length());
        if (!behind.isBlank() && DAY_MARK.matcher(behind).find()) {
            course.dated(behind);
        }
        int track = course.track;
        String place = head.location < 0 ? "" : words(ofRow, head.location);
        if (!place.isEmpty()) {
            if (!places.contains(place)) {
                places.add(place);
            }
            track = places.indexOf(place);
        }
        int from = time.text().length() - text.length();
        return course.item(
                track,
                range,
                words(ofRow, head.content),
                words(ofRow, head.presenter),
                time.span(from, from + range.length()));
    }

    /** How far a programme has come: the day, the half-day and the parallel session that the next item belongs to. */
    private final class Course {
        private final Table table;
        private int day;
        private int track;
        private boolean afternoon;
        private PartialDate date;

        /** @param table that holds the programme, or null */
        Course(Table table) {
            this.table = table;
        }

        /** Words between the items open a day or a half-day and, where {@code mayPart}, a parallel session. */
        void headed(String words, boolean mayPart) {
            if (DAY_MARK.matcher(words).find()) {
                day++;
                track = 0;
                afternoon = false;
                date = dateIn(words, table);
            } else if (mayPart && TRACK.matcher(words).find()) {
                track++;
            }
            afternoon = AFTERNOON.matcher(words).find()
                    || afternoon && !MORNING.matcher(words).find();
        }

        /** The day that stands with an item's own time. */
        void dated(String words) {
            PartialDate own = dateIn(words, table);
            if (!Objects.equals(own, date) || own == null) {
                day++;
                date = own;
            }
        }

        Raw item(int track, Clock.Range range, String title, String presenter, Span span) {
            int shift = afternoon && range.start() < 7 * 60 ? 12 * 60 : 0;
            Integer end =
                    range.end() == null ? null : Integer.valueOf(range.end() + (range.end() < 7 * 60 ? shift : 0));
            return new Raw(day, track, null, date, range.start() + shift, end, title, presenter, span);
        }
    }

    private static String words(List<Line> ofRow, int column) {
        StringBuilder out = new StringBuilder();
        for (Line line : ofRow) {
            if (line.column == column) {
                out.append(out.length() > 0 ? " " : "").append(line.text());
            }
        }
        return out.toString();
    }

    private PartialDate dateIn(String text, Table table) {
        Matcher m = DATE.matcher(text);
        if (!m.find()) {
            return null;
        }
        Integer year = m.group(3) != null ? Integer.valueOf(m.group(3)) : table == null ? null : columns.yearOf(table);
        return new PartialDate(year, Integer.valueOf(m.group(2)), Integer.valueOf(m.group(1)));
    }

    private List<Raw> ordinalRows(Table table, List<Line> cells, Head head) {
        List<Raw> items = new ArrayList<>();
        Map<Integer, List<Line>> byRow = cells.stream().collect(Collectors.groupingBy(l -> l.row));
        for (int r = 1; r < table.rows().size(); r++) {
            List<Line> ofRow = byRow.getOrDefault(r, List.of());
            Line ordinal = ofRow.stream()
                    .filter(l ->
                            l.column == head.number && ORDINAL.matcher(l.text()).matches())
                    .findFirst()
                    .orElse(null);
            if (ordinal != null) {
                Matcher m = ORDINAL.matcher(ordinal.text());
                m.matches();
                items.add(new Raw(
                        0,
                        0,
                        Integer.valueOf(m.group(1)),
                        null,
                        null,
                        null,
                        words(ofRow, head.content),
                        words(ofRow, head.presenter),
                        ordinal.span()));
            }
        }
        return items;
    }

    /** Whether the words above the table call it a programme. */
    private static boolean isProgramme(Line first, List<Line> lines) {
        return PROGRAMME.in(NormalTitle.of(titleAbove(first, lines))) || PROGRAMME.in(first.headings);
    }

    private static String titleAbove(Line first, List<Line> lines) {
        StringBuilder out = new StringBuilder();
        for (int i = Math.max(0, first.index - 8); i < first.index; i++) {
            Line line = lines.get(i);
            if (line.table == null && (line.zone == Line.Zone.ANNEX || i >= first.index - 2)) {
                out.append(out.length() > 0 ? " " : "").append(line.text());
            }
        }
        return out.toString();
    }

    // ---- lines that begin with a time ----

    /** Reads items that stand as lines; what stands between them may give the day, or end the programme. */
    private final class Prose {
        private static final int MOST_BETWEEN = 4;
        private static final int HEADINGS = 3;

        private final List<Line> lines;
        private final Course course = new Course(null);
        private final List<String> headings = new ArrayList<>();
        private List<Raw> items = new ArrayList<>();
        private Line first;
        private int between;

        Prose(List<Line> lines) {
            this.lines = lines;
        }

        void read() {
            for (Line line : lines) {
                boolean open = line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX;
                if (!open || line.inData()) {
                    continue;
                }
                String text = timeText(line.text());
                Clock.Range range = Clock.at(text);
                String behind = range == null ? "" : text.substring(range.length());
                boolean item = range != null
                        && GOES_ON.matcher(behind).lookingAt()
                        && behind.strip().length() > 3;
                if (item) {
                    item(line, range, behind);
                } else {
                    between(line);
                }
            }
            finish();
        }

        private void between(Line line) {
            between++;
            if (between > MOST_BETWEEN && first != null) {
                finish();
                headings.clear();
            }
            if (line.text().length() < 90) {
                headings.add(line.text());
            }
            if (headings.size() > HEADINGS) {
                headings.remove(0);
            }
        }

        private void item(Line line, Clock.Range range, String behind) {
            headings.forEach(heading -> course.headed(heading, true));
            headings.clear();
            if (first != null && !first.section.equals(line.section) && !sameRow(first.section, line.section)) {
                finish();
            }
            first = first == null ? line : first;
            between = 0;
            String head = behind.length() > 40 ? behind.substring(0, 40) : behind;
            if (DAY_BEHIND.matcher(head).lookingAt() && DAY_MARK.matcher(head).find()) {
                course.dated(head);
            }
            int to = line.text().length() - behind.length();
            items.add(course.item(
                    course.track,
                    range,
                    MARKS.matcher(behind).replaceFirst(""),
                    "",
                    line.span(to - range.length(), to)));
        }

        private void finish() {
            if (items.size() >= 3) {
                add(true, titleAbove(first, lines), items);
            }
            items = new ArrayList<>();
            first = null;
        }
    }

    private static boolean sameRow(String a, String b) {
        String parentA = a.contains(".") ? a.substring(0, a.lastIndexOf('.')) : "";
        String parentB = b.contains(".") ? b.substring(0, b.lastIndexOf('.')) : "";
        return parentA.equals(parentB);
    }

    // ---- neighbours ----

    private void add(boolean timed, String title, List<Raw> raws) {
        int id = agendas.size();
        List<AgendaItem> items = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            Raw r = raws.get(i);
            if (i > 0
                    && r.start != null
                    && r.start < EARLIEST
                    && raws.get(i - 1).reaches(LATE_MORNING)
                    && raws.get(i - 1).day == r.day) {
                r = r.halfADayLater();
                raws.set(i, r);
            }
            Raw above = null;
            for (int k = i - 1; k >= 0 && above == null; k--) {
                Raw other = raws.get(k);
                if (other.day == r.day && other.track == r.track && !spans(raws, k)) {
                    above = other;
                }
            }
            items.add(new AgendaItem(
                    id,
                    r.day,
                    r.track,
                    i,
                    r.ordinal,
                    r.date,
                    r.start,
                    r.end,
                    r.title,
                    r.presenter,
                    above == null ? null : above.start,
                    above == null ? null : above.end,
                    above == null ? null : above.ordinal,
                    r.span));
        }
        agendas.add(new Agenda(id, timed, title, items, raws.get(0).span));
    }

    /** A row that gives the frame of those below it (08:00 - 11:30, then 08:00 - 08:15 …) is no item of the row. */
    private static boolean spans(List<Raw> raws, int k) {
        Raw frame = raws.get(k);
        if (frame.end == null || k + 2 >= raws.size()) {
            return false;
        }
        for (int i = k + 1; i <= k + 2; i++) {
            Raw inner = raws.get(i);
            if (inner.day != frame.day
                    || inner.start == null
                    || inner.start < frame.start
                    || inner.start >= frame.end
                    || inner.end == null
                    || inner.end > frame.end) {
                return false;
            }
        }
        return true;
    }
}
