package org.planlint.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.planlint.facts.Section;
import org.planlint.facts.Section.Kind;
import org.planlint.words.Vocabulary;

/**
 * The third step: the tree of sections, read off the numbers at the start of lines, and in which of them each line stands.
 *
 * <p>A number goes on the innermost open row in which it is the next one; a first number opens a new row. Only a
 * number that fits no open row is out of order. So rows may start again in each Phần, under each letter and in
 * each annex, and a list inside a list disturbs neither.
 */
final class Outline {
    private static final Vocabulary PARTS = Vocabulary.of("parts");

    private static final Pattern BARE = Pattern.compile("^[\\s(]+|[\\s.):/,\\-–]+$");
    /** A row of numbers that is open: its kind, how far it has come, and where that stands. */
    private static final class Row {
        final Kind kind;
        final String mark;
        final String prefix;
        int value;
        /** Whether its points run in the Latin alphabet, without đ and with f. */
        boolean latin;

        /** Whether one of its points stood before an earlier one. */
        boolean fellBack;

        /** The line of its last number. */
        int line;

        /** Whether the heading of its last number is in capitals. */
        boolean capitals;

        /** Whether it stands under a heading of the same kind that is in capitals: such a heading is none of its items. */
        final boolean small;

        /** How many rows of numbers enclose it. */
        int depth;

        String label;
        String title;

        Row(Enumerator n, int depth, boolean small) {
            this.small = small;
            kind = n.kind();
            mark = n.mark();
            prefix = n.prefix();
            this.depth = depth;
        }
    }

    private static final Pattern TITLE_END = Pattern.compile(".*[\\p{L}\\d)”\"]$");
    private static final Pattern PURPOSE =
            Pattern.compile(PARTS.get("purpose").folded().any());
    private static final Pattern NO_PURPOSE =
            Pattern.compile(PARTS.get("no purpose").folded().any());
    private static final Pattern ASSIGNMENT = Pattern.compile(
            PARTS.get("assignment", "assignment by its heading").folded().any());
    private static final Pattern BUDGET =
            Pattern.compile(PARTS.get("budget").folded().any());
    private static final Pattern TIME =
            Pattern.compile(PARTS.get("time and place").folded().any() + "|LICH ");
    private static final Pattern CONTENT =
            Pattern.compile(PARTS.get("content").folded().any());
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String CLAUSE_ENDS = ".;:,)";
    private static final String MARKS = ".)/:";
    /** What recognition makes of a 1, and what clerks write for it. */
    private static final Pattern MAY_BE_ONE = Pattern.compile("^(?:[lI|]\\s?[.)]|(?:Một là|Thứ nhất)[,:\\s])");

    private static final int MOST_INSIDE = 4;
    private static final int LATEST_START = 4;
    private static final int FOLLOWED_WITHIN = 80;
    private static final int LONGEST_HEADING = 150;
    private static final int LONGEST_SUBHEADING = 60;

    private final Structure structure;
    private final List<Line> lines;
    private final List<Section> sections = new ArrayList<>();
    /** The line that each section opens with. */
    private final List<ZonedLine> openings = new ArrayList<>();

    private final List<Row> open = new ArrayList<>();
    private final Map<Kind, Integer> lastValues = new HashMap<>();
    /** The last number of each kind, mark and depth: rows may run on through the sections. */
    private final Map<String, Integer> lastOfRows = new HashMap<>();

    private int part;
    /** The first line of the body or annex that is being read. */
    private int begin = -1;

    private String path = "";
    private String titles = "";
    private String headings = "";

    Outline(Structure structure) {
        this.structure = structure;
        List<Line> read = new ArrayList<>();
        for (ZonedLine line : structure.lines()) {
            boolean numbered = line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX;
            if (numbered) {
                goOnTo(line);
            }
            read.add(new Line(line, numbered ? path : "", numbered ? titles : "", numbered ? headings : ""));
        }
        lines = List.copyOf(read);
        markEmpty();
    }

    Structure structure() {
        return structure;
    }

    /** All lines of the file, those of body and annexes with their sections. */
    List<Line> lines() {
        return lines;
    }

    /** All sections, in the order of the text. */
    List<Section> sections() {
        return Collections.unmodifiableList(sections);
    }

    /** Path of the section in which a paragraph of body or annexes stands, by the paragraph's index. */
    Map<Integer, String> sectionOf() {
        Map<Integer, String> sectionOf = new HashMap<>();
        for (Line line : lines) {
            if (!line.section.isEmpty()) {
                sectionOf.put(line.paragraph.index(), line.section);
            }
        }
        return sectionOf;
    }

    private void goOnTo(ZonedLine line) {
        if (line.part != part || begin < 0) {
            part = line.part;
            begin = line.index;
            open.clear();
            lastValues.clear();
            lastOfRows.clear();
            path = "";
            titles = "";
            headings = "";
        }
        Enumerator number = line.inData() ? null : number(line);
        if (number != null) {
            place(number, line);
            path = path();
            titles = titles();
            headings = NormalTitle.of(titles);
        }
    }

    /** Tells which sections are headings with nothing under them while others of their row have something. */
    private void markEmpty() {
        boolean[] bare = new boolean[sections.size()];
        for (int i = 0; i < sections.size(); i++) {
            bare[i] = isHeading(i) && isFollowedByNothing(i);
        }
        for (int i = 0; i < sections.size(); i++) {
            if (bare[i] && hasFilledSibling(i, bare)) {
                Section s = sections.get(i);
                sections.set(
                        i,
                        new Section(
                                s.kind(),
                                s.enumerator(),
                                s.value(),
                                s.level(),
                                s.path(),
                                s.title(),
                                s.order(),
                                s.part(),
                                s.previous(),
                                s.expected(),
                                s.topic(),
                                true,
                                s.repeated(),
                                s.span()));
            }
        }
    }

    /** A heading by its words: capitals under a Roman number, or a short name of what a plan's sections are about. */
    private boolean isHeading(int i) {
        Section s = sections.get(i);
        ZonedLine line = openings.get(i);
        String text = line.text();
        if (s.value() == 0 || text.indexOf(':') >= 0 && !text.endsWith(":") || line.inTable()) {
            return false;
        }
        if (rank(s.kind()) <= rank(Kind.ROMAN) && s.kind() != Kind.ARTICLE) {
            return text.length() < LONGEST_HEADING
                    && (TITLE_END.matcher(text).matches() || text.endsWith(":"))
                    && (line.isCapitals() || s.kind() == Kind.ROMAN && text.length() < LONGEST_SUBHEADING);
        }
        return text.length() < LONGEST_SUBHEADING
                && s.topic() != Section.Topic.OTHER
                && (TITLE_END.matcher(text).matches() || text.endsWith(":"))
                && s.kind() != Kind.PAREN
                && SPACES.split(s.title()).length <= 5;
    }

    private boolean isFollowedByNothing(int i) {
        Section s = sections.get(i);
        ZonedLine line = openings.get(i);
        for (int k = line.index + 1; k < lines.size(); k++) {
            Line next = lines.get(k);
            if (Structure.isRule(next.text())) {
                continue;
            }
            if (next.zone != line.zone || next.part != line.part) {
                return next.zone == Line.Zone.SIGNATURE && rank(s.kind()) <= rank(Kind.ROMAN);
            }
            boolean opens = i + 1 < openings.size() && openings.get(i + 1).index == k;
            boolean below = opens
                    && rank(s.kind()) > rank(Kind.ROMAN)
                    && line.isCapitals()
                    && !openings.get(i + 1).isCapitals();
            return opens
                    && !below
                    && sections.get(i + 1).value() > 0
                    && (rank(sections.get(i + 1).kind()) <= rank(Kind.ROMAN)
                            ? sections.get(i + 1).level() <= s.level()
                            : sections.get(i + 1).kind() == s.kind()
                                    && sections.get(i + 1).level() == s.level());
        }
        return false;
    }

    private boolean hasFilledSibling(int i, boolean[] bare) {
        Section s = sections.get(i);
        String parent = parent(s);
        for (int k = 0; k < sections.size(); k++) {
            Section other = sections.get(k);
            if (k != i
                    && !bare[k]
                    && other.kind() == s.kind()
                    && other.part() == s.part()
                    && parent(other).equals(parent)) {
                return true;
            }
        }
        return false;
    }

    private static String parent(Section section) {
        int dot = section.path().lastIndexOf('.');
        return dot < 0 ? "" : section.path().substring(0, dot);
    }

    private static Section.Topic topic(String title) {
        String folded = NormalTitle.of(title);
        if (title.length() > LONGEST_SUBHEADING && !title.equals(title.toUpperCase(Locale.ROOT))) {
            return Section.Topic.OTHER;
        }
        if (ASSIGNMENT.matcher(folded).find()) {
            return Section.Topic.ASSIGNMENT;
        }
        if (PURPOSE.matcher(NO_PURPOSE.matcher(folded).replaceAll("")).find()) {
            return Section.Topic.PURPOSE;
        }
        if (BUDGET.matcher(folded).find()) {
            return Section.Topic.BUDGET;
        }
        if (TIME.matcher(folded).find()) {
            return Section.Topic.TIME;
        }
        return CONTENT.matcher(folded).find() ? Section.Topic.CONTENT : Section.Topic.OTHER;
    }

    /** The number that opens the line and can be one here. */
    private Enumerator number(ZonedLine line) {
        Enumerator number = Enumerator.of(line);
        if (number != null) {
            return number.kind() == Kind.PART && isItem(number, line) ? null : number;
        }
        Enumerator unsure = Enumerator.beforeCount(line);
        boolean fits = unsure != null
                && (next(unsure, line) >= 0 && unsure.value() > 1 || unsure.value() == 1 && isFollowed(unsure, line));
        return fits ? unsure : null;
    }

    /** "Phần 1: Chào hỏi" among the items of a section is one of them, and no part of the plan. */
    private boolean isItem(Enumerator part, ZonedLine line) {
        String title = line.text().substring(part.end());
        boolean heading = title.isBlank() || title.equals(title.toUpperCase(Locale.ROOT));
        boolean inSection = open.stream().anyMatch(row -> row.value > 0 && row.kind != Kind.PART);
        return !heading && inSection && open.stream().noneMatch(row -> row.kind == Kind.PART);
    }

    /** Whether the next number of its row stands below, before the next Roman heading. */
    private boolean isFollowed(Enumerator n, ZonedLine line) {
        String next = BARE.matcher(n.written(n.value() + 1)).replaceAll("");
        for (int i = line.index + 1; i < Math.min(structure.lines().size(), line.index + FOLLOWED_WITHIN); i++) {
            ZonedLine below = structure.lines().get(i);
            if (below.zone != line.zone || below.part != line.part) {
                return false;
            }
            Enumerator number = below.inData() ? null : Enumerator.of(below);
            number = number == null && !below.inData() ? Enumerator.beforeCount(below) : number;
            if (number != null && rank(number.kind()) <= rank(Kind.ROMAN)) {
                return false;
            }
            if (number != null
                    && number.kind() == n.kind()
                    && BARE.matcher(number.printed()).replaceAll("").equals(next)) {
                return true;
            }
        }
        return false;
    }

    private void place(Enumerator n, ZonedLine line) {
        String expected = null;
        boolean repeated = false;
        int previous = 0;
        int at = n.value() == 0 ? same(n) : next(n, line);
        if (at >= 0) {
            cutTo(at);
            previous = open.get(at).value;
            expected = n.isForeignPoint() && !open.get(at).latin ? n.written(n.value()) : null;
        } else if (n.value() > 1 && (at = closestBelow(n, line)) >= 0) {
            cutTo(at);
            previous = open.get(at).value;
            expected = outOfRow(n, open.get(at), line);
            repeated = previous == n.value()
                    && (n.kind() == Kind.ROMAN
                            || n.kind() == Kind.ARABIC
                            || n.kind() == Kind.DECIMAL
                            || n.kind() == Kind.PART
                            || n.kind() == Kind.CHAPTER);
        } else {
            repeated = n.kind() == Kind.ROMAN
                    && n.value() == 1
                    && open.stream().anyMatch(row -> row.kind == Kind.ROMAN && row.value == 1);
            closeDeeper(n, line);
            expected = n.value() > 1 ? badStart(n, line) : null;
            open.add(new Row(n, depth(), opensUnder(n, line)));
        }
        Row row = open.get(open.size() - 1);
        row.value = n.kind() == Kind.LETTER ? Math.max(row.value, n.value()) : n.value();
        row.label = BARE.matcher(n.printed()).replaceAll("");
        row.title = title(line, n.end());
        row.latin |= n.isForeignPoint();
        row.line = line.index;
        row.capitals = line.isCapitals();
        lastValues.put(n.kind(), n.value());
        if (n.value() > 0) {
            lastOfRows.put(n.kind() + n.mark() + row.depth, n.value());
        }
        int level = depth() - (n.value() > 0 ? 1 : 0);
        sections.add(new Section(
                n.kind(),
                n.printed(),
                n.value(),
                level,
                path(),
                row.title,
                sections.size(),
                part,
                previous,
                repeated ? n.written(n.value() + 1) : expected,
                n.value() == 0 ? Section.Topic.OTHER : topic(row.title),
                false,
                repeated,
                line.span(0, Math.min(line.text().length(), n.end() + row.title.length()))));
        openings.add(line);
    }

    /** Innermost open row in which this number is the next one. */
    private int next(Enumerator n, ZonedLine line) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (fits(open.get(i), n, line) && open.get(i).value + 1 == n.value()) {
                return i;
            }
            if (isWall(open.get(i), n)) {
                break;
            }
        }
        return -1;
    }

    private int same(Enumerator n) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).kind == n.kind()) {
                return i;
            }
            if (open.get(i).value > 0) {
                break;
            }
        }
        return -1;
    }

    /** The open row that this number comes closest behind; for letters also one that it falls back in. */
    private int closestBelow(Enumerator n, ZonedLine line) {
        int best = -1;
        for (int i = open.size() - 1; i >= 0; i--) {
            Row row = open.get(i);
            if (fits(row, n, line) && row.value < n.value() && (best < 0 || row.value > open.get(best).value)) {
                best = i;
            }
            if (isWall(row, n)) {
                break;
            }
        }
        for (int i = open.size() - 1; best < 0 && i >= 0; i--) {
            if (fits(open.get(i), n, line)) {
                best = i;
            }
        }
        return best;
    }

    private static boolean fits(Row row, Enumerator n, ZonedLine line) {
        return row.kind == n.kind()
                && !(row.small && line.isCapitals())
                && row.prefix.equals(n.kind() == Kind.DECIMAL ? n.prefix() : row.prefix)
                && (n.kind() != Kind.CHAPTER || row.mark.equals(n.mark()));
    }

    /** A Roman heading, a part or a chapter closes what stands under the one before it. */
    private static boolean isWall(Row row, Enumerator n) {
        return rank(row.kind) < rank(n.kind()) && rank(row.kind) <= rank(Kind.ROMAN);
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case PART -> 0;
            case CHAPTER -> 1;
            case MUC -> 2;
            case ARTICLE -> 3;
            case ROMAN -> 4;
            default -> 9;
        };
    }

    /** What should stand here where the number jumps; null where it only repeats, or stands inside a line above. */
    private String outOfRow(Enumerator n, Row row, ZonedLine line) {
        if (n.kind() == Kind.LETTER) {
            return outOfPoints(n, row, line);
        }
        return row.value < n.value() && !standInside(n, row.value, row.line, line) ? n.written(row.value + 1) : null;
    }

    /** Who numbers in the Latin alphabet is told so once; where a row falls back, its next letter would only guess. */
    private String outOfPoints(Enumerator n, Row row, ZonedLine line) {
        char letter = n.prefix().charAt(0);
        boolean nextInLatin = letter == row.label.charAt(0) + 1;
        if (nextInLatin && row.latin || standInside(n, row.value, row.line, line)) {
            return null;
        }
        boolean fallsBack = n.value() <= row.value && !nextInLatin;
        if (fallsBack && row.fellBack) {
            return null;
        }
        row.latin |= nextInLatin;
        row.fellBack |= fallsBack;
        return n.written(row.value + 1);
    }

    /**
     * Whether the numbers between stand inside the lines above: "a) Kho tỉnh; b) kho huyện" and then "c)". Of three and
     * more, one may be written otherwise: the row goes on in the line all the same.
     */
    private boolean standInside(Enumerator n, int last, int from, ZonedLine line) {
        int between = n.value() - last - 1;
        if (between < 1 || between >= MOST_INSIDE) {
            return false;
        }
        long found = IntStream.rangeClosed(last + 1, n.value() - 1)
                .mapToObj(value -> BARE.matcher(n.written(value)).replaceAll(""))
                .filter(label -> structure.lines().subList(from, line.index).stream()
                        .anyMatch(above -> holds(above.text(), label)))
                .count();
        return found == between || found > 1 && found == between - 1;
    }

    /** Whether the text holds a number with a mark behind it, at its start or behind the end of a clause. */
    private static boolean holds(String text, String label) {
        for (int at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
            String before = text.substring(0, at).stripTrailing();
            int end = at + label.length();
            boolean opens = at == 0
                    || !before.isEmpty()
                            && before.length() < at
                            && CLAUSE_ENDS.indexOf(before.charAt(before.length() - 1)) >= 0
                    || text.charAt(at - 1) == '(';
            if (opens && end < text.length() && (MARKS.indexOf(text.charAt(end)) >= 0 || slipsIntoTitle(text, end))) {
                return true;
            }
        }
        return false;
    }

    /** A comma where the full stop of a number belongs: "5.8, Thi dựng lều". */
    private static boolean slipsIntoTitle(String text, int end) {
        return text.startsWith(", ", end) && end + 2 < text.length() && Character.isUpperCase(text.charAt(end + 2));
    }

    /** A row that does not begin at its beginning; rows of Arabic numbers may go on an earlier one. */
    private String badStart(Enumerator n, ZonedLine line) {
        boolean goesOn = lastValues.getOrDefault(n.kind(), 0) + 1 == n.value();
        if (n.value() > LATEST_START) {
            return null;
        }
        return switch (n.kind()) {
            case LETTER -> goesOn || standInside(n, 0, lineAbove(), line) ? null : n.written(1);
            case ROMAN -> !goesOn && n.value() <= 3 && !lastValues.containsKey(Kind.ROMAN) ? n.written(1) : null;
            case ARABIC, DECIMAL -> isHeadless(n, line) ? n.written(1) : null;
            default -> null;
        };
    }

    /** A list of which the first number stands nowhere above, while the next follows. */
    private boolean isHeadless(Enumerator n, ZonedLine line) {
        boolean goesOn = lastOfRows.getOrDefault(n.kind() + n.mark() + depth(), 0) + 1 == n.value();
        if (line.inTable() || n.kind() == Kind.ARABIC && goesOn || !isFollowed(n, line)) {
            return false;
        }
        if (n.kind() == Kind.DECIMAL
                && open.stream().noneMatch(row -> n.prefix().equals(row.label))) {
            return false;
        }
        String first = BARE.matcher(n.written(1)).replaceAll("");
        for (int i = lineAbove(); i < line.index; i++) {
            String text = structure.lines().get(i).text();
            if (holds(text, first)
                    || text.equals(first)
                    || text.startsWith(first + " ")
                    || MAY_BE_ONE.matcher(text).lookingAt()) {
                return false;
            }
        }
        return true;
    }

    /** The line with the number that encloses what comes now, or else the first. */
    private int lineAbove() {
        return open.isEmpty() ? begin : open.get(open.size() - 1).line;
    }

    /** How many rows of numbers are open. */
    private int depth() {
        return (int) open.stream().filter(row -> row.value > 0).count();
    }

    private void cutTo(int at) {
        while (open.size() > at + 1) {
            open.remove(open.size() - 1);
        }
    }

    /** Before a new row opens, rows that cannot hold it are closed. */
    private void closeDeeper(Enumerator n, ZonedLine line) {
        if (rank(n.kind()) <= rank(Kind.ROMAN)) {
            while (!open.isEmpty() && rank(open.get(open.size() - 1).kind) >= rank(n.kind())) {
                open.remove(open.size() - 1);
            }
            return;
        }
        if (n.kind() == Kind.DECIMAL) {
            for (int i = open.size() - 1; i >= 0; i--) {
                Row row = open.get(i);
                if (row.kind == Kind.DECIMAL && n.prefix().equals(row.prefix + "." + row.value)
                        || row.kind == Kind.ARABIC && n.prefix().equals(String.valueOf(row.value))) {
                    cutTo(i);
                    return;
                }
            }
        }
        while (!open.isEmpty() && n.value() > 0 && open.get(open.size() - 1).value == 0) {
            open.remove(open.size() - 1);
        }
        if (n.value() == 1 && !open.isEmpty() && fits(open.get(open.size() - 1), n, line) && !opensUnder(n, line)) {
            open.remove(open.size() - 1);
        }
    }

    /** Whether a row begins inside one of the same kind, whose headings are in capitals: "1. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích". */
    private boolean opensUnder(Enumerator n, ZonedLine line) {
        Row row = open.isEmpty() ? null : open.get(open.size() - 1);
        return n.kind() == Kind.ARABIC
                && n.value() == 1
                && row != null
                && row.kind == n.kind()
                && row.capitals
                && !line.isCapitals();
    }

    private static String title(ZonedLine line, int from) {
        String rest = line.text().substring(from);
        int colon = rest.indexOf(':');
        String title = colon > 2 && colon < 110 ? rest.substring(0, colon) : rest;
        return title.length() > 120 ? title.substring(0, 120) : title;
    }

    private String path() {
        StringBuilder out = new StringBuilder();
        for (Row row : open) {
            if (row.value > 0) {
                if (out.length() > 0) {
                    out.append('.');
                }
                out.append(row.kind == Kind.DECIMAL ? row.label.substring(row.label.lastIndexOf('.') + 1) : row.label);
            }
        }
        return out.toString();
    }

    /** The headings that enclose the present place, outermost first. */
    private String titles() {
        StringBuilder out = new StringBuilder();
        for (Row row : open) {
            if (row.value > 0) {
                out.append(row.title).append('\n');
            }
        }
        return out.toString();
    }
}
