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
    private static final Pattern DAY_MARK = Pattern.compile(
            "(?iu)" + Pieces.NO_LETTER_BEFORE + "(?:ngày\\s+(?:thứ\\s+)?\\S+|thứ\\s+(?:" + DATES.any("weekdays") + "|[2-7])|"
            + DATES.any("Sunday") + "|\\d{1,2}/\\d{1,2}(?:/\\d{4})?)");
    private static final Pattern AFTERNOON = Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + DATES.any("afternoon")
            + Pieces.NO_LETTER_AFTER);
    private static final Pattern MORNING = Pattern.compile("(?iu)" + Pieces.NO_LETTER_BEFORE + DATES.any("morning")
            + Pieces.NO_LETTER_AFTER);
    private static final Pattern TRACK = Pattern.compile(
            "(?iu)" + WORDS.any("parallel") + "|" + Pieces.NO_LETTER_BEFORE + WORDS.any("tracks") + "\\s*(?:số\\s*)?(?:\\d|[A-Z]"
            + Pieces.NO_LETTER_AFTER + "|" + Pieces.ROMAN + Pieces.NO_LETTER_AFTER + ")");
    private static final Pattern PROSE_LEAD = Pattern.compile("^" + Pieces.BULLET
            + "?\\s*(?:\\(?[a-zđ\\d]{1,2}[.)]\\s*)?(?:[Vv]ào\\s+)?(?:[Ll]úc\\s+)?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})\\s?(?:/|-|\\s+tháng\\s+)\\s?(\\d{1,2})(?:\\s?(?:/|-|\\s+năm\\s+)\\s?(\\d{4}))?");
    private static final Pattern ORDINAL = Pattern.compile("^(\\d{1,3})[.)]?$");
    /** What a column holds, by its head in capitals without diacritics. */
    private static final Pattern TIME_HEAD = Pattern.compile("^(?:DU KIEN )?" + HEADS.get("hours").folded().any());
    private static final Pattern NUMBER_HEAD = Pattern.compile(HEADS.get("ordinal", "ordinal of a programme").folded().any() + "\\.?");
    private static final Pattern CONTENT_HEAD = Pattern.compile(HEADS.get("items").folded().any());
    private static final Pattern PRESENTER_HEAD = Pattern.compile(HEADS.get("presenters").folded().any());
    private static final Pattern LOCATION_HEAD = Pattern.compile(HEADS.get("places").folded().any());
    private static final Pattern DAY_HEAD = Pattern.compile("^" + HEADS.get("days").folded().any());

    /** What stands behind the time of an item, and not behind one in a sentence. */
    private static final Pattern GOES_ON = Pattern.compile("^\\s*(?:[:;,.\\-–)|]|" + WORDS.any("day begins") + "|\\p{Lu}|\\()");
    private static final Pattern DAY_BEHIND = Pattern.compile("(?iu)^\\s*[,(]?\\s*" + WORDS.any("day begins", "half-day begins"));
    private static final Pattern MARKS = Pattern.compile("^[\\s:;,.\\-–)|]+");

    /** An item as read, before it is compared with its neighbours. */
    private record Raw(int day, int track, Integer ordinal, PartialDate date, Integer start, Integer end, String title,
                       String presenter, Span span) {
        boolean reaches(int minutes) {
            return start != null && start >= minutes || end != null && end >= minutes;
        }

        /** "1h30" below "11h00" is the afternoon. */
        Raw halfADayLater() {
            return new Raw(day, track, ordinal, date, start + 720, end == null || end > start + 720 ? end : end + 720, title,
                    presenter, span);
        }
    }

    private static final int EARLIEST = 6 * 60;
    private static final int LATE_MORNING = 10 * 60;

    private final Map<Table, List<Line>> byTable = new IdentityHashMap<>();
    private final TimeColumns columns;
    private final List<Agenda> agendas = new ArrayList<>();

    Agendas(List<Line> lines, TimeColumns columns) {
        this.columns = columns;
        for (Line line : lines) {
            if (line.table != null) {
                byTable.computeIfAbsent(line.table, k -> new ArrayList<>()).add(line);
            }
        }
    }

    List<Agenda> read(List<Line> lines, Flow flow) {
        for (Table table : flow.dataTables()) {
            table(table, byTable.getOrDefault(table, List.of()), lines);
        }
        prose(lines, flow);
        return agendas;
    }

    // ---- tables ----

    private void table(Table table, List<Line> cells, List<Line> lines) {
        if (table.rows().size() < 3 || cells.isEmpty()) {
            return;
        }
        int time = -1;
        int number = -1;
        int content = -1;
        int presenter = -1;
        int location = -1;
        int dayColumn = -1;
        for (Table.Cell cell : table.rows().get(0).cells()) {
            String head = TimeColumns.text(cell);
            if (TIME_HEAD.matcher(head).find() && time < 0) {
                time = cell.column();
            } else if (NUMBER_HEAD.matcher(head).matches() && number < 0) {
                number = cell.column();
            } else if (CONTENT_HEAD.matcher(head).find() && content < 0) {
                content = cell.column();
            } else if (PRESENTER_HEAD.matcher(head).find() && presenter < 0) {
                presenter = cell.column();
            } else if (LOCATION_HEAD.matcher(head).find() && location < 0) {
                location = cell.column();
            } else if (DAY_HEAD.matcher(head).find() && dayColumn < 0) {
                dayColumn = cell.column();
            }
        }
        if (time < 0 || clocksIn(cells, time) < 2) {
            int other = timeColumnByContent(cells);
            if (other >= 0) {
                dayColumn = time >= 0 ? time : dayColumn;
                time = other;
            }
        }
        int clocks = time < 0 ? 0 : clocksIn(cells, time);
        boolean programme = content >= 0 || isProgramme(cells.get(0), lines);
        boolean timed = time >= 0 && clocks >= 2 && clocks * 2 >= rowsWith(cells, time) && programme;
        boolean ordinal = !timed && number >= 0 && content >= 0 && isProgramme(cells.get(0), lines) && time < 0;
        if (!timed && !ordinal) {
            return;
        }
        List<Raw> items = timed ? timedRows(table, cells, time, content, presenter, location, dayColumn)
                : ordinalRows(table, cells, number, content, presenter);
        if (items.size() >= 2) {
            add(timed, titleAbove(cells.get(0), lines), items);
        }
    }

    private static int clocksIn(List<Line> cells, int column) {
        return (int) cells.stream().filter(l -> l.column == column && l.row > 0 && Clock.at(timeText(l.text())) != null)
                .map(l -> l.row).distinct().count();
    }

    private static int rowsWith(List<Line> cells, int column) {
        return (int) cells.stream().filter(l -> l.column == column && l.row > 0).map(l -> l.row).distinct().count();
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

    private List<Raw> timedRows(Table table, List<Line> cells, int time, int content, int presenter, int location,
                                int dayColumn) {
        List<Raw> items = new ArrayList<>();
        int day = 0;
        int track = 0;
        boolean afternoon = false;
        PartialDate date = null;
        List<String> places = new ArrayList<>();
        Map<Integer, List<Line>> byRow = cells.stream().collect(Collectors.groupingBy(l -> l.row));
        for (int r = 0; r < table.rows().size(); r++) {
            final int row = r;
            List<Line> ofRow = byRow.getOrDefault(row, List.of());
            Line timeLine = ofRow.stream().filter(l -> l.column == time && Clock.at(timeText(l.text())) != null)
                    .findFirst().orElse(null);
            String marks = String.join(" ", ofRow.stream()
                    .filter(l -> timeLine == null ? row > 0 || table.rows().get(row).cells().size() == 1
                            : l.column == dayColumn || l.column == time && l != timeLine)
                    .map(Line::text).toList());
            boolean dayRow = timeLine == null ? ofRow.size() <= 2 : !marks.isBlank();
            if (dayRow && !marks.isBlank()) {
                if (timeLine == null && TRACK.matcher(marks).find() && !DAY_MARK.matcher(marks).find()) {
                    track++;
                }
                if (DAY_MARK.matcher(marks).find()) {
                    day++;
                    track = 0;
                    afternoon = false;
                    date = dateIn(marks, table);
                }
                afternoon = AFTERNOON.matcher(marks).find() || afternoon && !MORNING.matcher(marks).find();
            }
            if (timeLine == null) {
                continue;
            }
            String text = timeText(timeLine.text());
            Clock.Range range = Clock.at(text);
            String behind = text.substring(range.length());
            if (!behind.isBlank() && DAY_MARK.matcher(behind).find()) {
                PartialDate own = dateIn(behind, table);
                if (!Objects.equals(own, date) || own == null) {
                    day++;
                    date = own;
                }
            }
            int at = track;
            if (location >= 0) {
                String place = words(ofRow, location);
                if (!place.isEmpty()) {
                    at = places.indexOf(place);
                    if (at < 0) {
                        places.add(place);
                        at = places.size() - 1;
                    }
                }
            }
            int from = timeLine.text().length() - text.length();
            items.add(item(day, at, null, date, range, afternoon, words(ofRow, content), words(ofRow, presenter),
                    timeLine.span(from, from + range.length())));
        }
        return items;
    }

    private static Raw item(int day, int track, Integer ordinal, PartialDate date, Clock.Range range,
                            boolean afternoon, String title, String presenter, Span span) {
        int shift = afternoon && range.start() < 7 * 60 ? 12 * 60 : 0;
        Integer end = range.end() == null ? null : Integer.valueOf(range.end() + (range.end() < 7 * 60 ? shift : 0));
        return new Raw(day, track, ordinal, date, range.start() + shift, end, title, presenter, span);
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

    private List<Raw> ordinalRows(Table table, List<Line> cells, int number, int content, int presenter) {
        List<Raw> items = new ArrayList<>();
        Map<Integer, List<Line>> byRow = cells.stream().collect(Collectors.groupingBy(l -> l.row));
        for (int r = 1; r < table.rows().size(); r++) {
            List<Line> ofRow = byRow.getOrDefault(r, List.of());
            Line ordinal = ofRow.stream().filter(l -> l.column == number && ORDINAL.matcher(l.text()).matches())
                    .findFirst().orElse(null);
            if (ordinal != null) {
                Matcher m = ORDINAL.matcher(ordinal.text());
                m.matches();
                items.add(new Raw(0, 0, Integer.valueOf(m.group(1)), null, null, null, words(ofRow, content),
                        words(ofRow, presenter), ordinal.span()));
            }
        }
        return items;
    }

    /** Whether the words above the table call it a programme. */
    private static boolean isProgramme(Line first, List<Line> lines) {
        return PROGRAMME.in(NormalTitle.of(titleAbove(first, lines))) || PROGRAMME.in(NormalTitle.of(first.sectionTitle));
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

    private void prose(List<Line> lines, Flow flow) {
        List<Raw> items = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        int since = 0;
        int day = 0;
        int track = 0;
        boolean afternoon = false;
        PartialDate date = null;
        Line first = null;
        for (Line line : lines) {
            boolean open = line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX;
            if (!open || flow.isData(line.table)) {
                continue;
            }
            String text = timeText(line.text());
            Clock.Range range = Clock.at(text);
            String behind = range == null ? "" : text.substring(range.length());
            boolean item = range != null && GOES_ON.matcher(behind).find() && behind.strip().length() > 3;
            if (!item) {
                since++;
                if (since > 4 && first != null) {
                    finish(items, first, lines);
                    items = new ArrayList<>();
                    first = null;
                    headings.clear();
                }
                if (line.text().length() < 90) {
                    headings.add(line.text());
                }
                if (headings.size() > 3) {
                    headings.remove(0);
                }
                continue;
            }
            for (String heading : headings) {
                if (DAY_MARK.matcher(heading).find()) {
                    day++;
                    track = 0;
                    afternoon = false;
                    date = dateIn(heading, null);
                } else if (TRACK.matcher(heading).find()) {
                    track++;
                }
                afternoon = AFTERNOON.matcher(heading).find() || afternoon && !MORNING.matcher(heading).find();
            }
            headings.clear();
            if (first != null && !first.section.equals(line.section) && !sameRow(first.section, line.section)) {
                finish(items, first, lines);
                items = new ArrayList<>();
                first = null;
            }
            first = first == null ? line : first;
            since = 0;
            String head = behind.length() > 40 ? behind.substring(0, 40) : behind;
            if (DAY_BEHIND.matcher(head).find() && DAY_MARK.matcher(head).find()) {
                PartialDate own = dateIn(head, null);
                if (!Objects.equals(own, date) || own == null) {
                    day++;
                    date = own;
                }
            }
            int from = line.text().length() - text.length();
            items.add(item(day, track, null, date, range, afternoon, MARKS.matcher(behind).replaceFirst(""), "",
                    line.span(from, from + range.length())));
        }
        finish(items, first, lines);
    }

    private static boolean sameRow(String a, String b) {
        String parentA = a.contains(".") ? a.substring(0, a.lastIndexOf('.')) : "";
        String parentB = b.contains(".") ? b.substring(0, b.lastIndexOf('.')) : "";
        return parentA.equals(parentB);
    }

    private void finish(List<Raw> items, Line first, List<Line> lines) {
        if (items.size() >= 3) {
            add(true, titleAbove(first, lines), items);
        }
    }

    // ---- neighbours ----

    private void add(boolean timed, String title, List<Raw> raws) {
        int id = agendas.size();
        List<AgendaItem> items = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            Raw r = raws.get(i);
            if (i > 0 && r.start != null && r.start < EARLIEST && raws.get(i - 1).reaches(LATE_MORNING)
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
            items.add(new AgendaItem(id, r.day, r.track, i, r.ordinal, r.date, r.start, r.end, r.title, r.presenter,
                    above == null ? null : above.start, above == null ? null : above.end,
                    above == null ? null : above.ordinal, r.span));
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
            if (inner.day != frame.day || inner.start == null || inner.start < frame.start || inner.start >= frame.end
                    || inner.end == null || inner.end > frame.end) {
                return false;
            }
        }
        return true;
    }
}
