package org.planlint.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Section;
import org.planlint.facts.Section.Kind;
import org.planlint.words.Pieces;
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

    private static final Pattern PART = Pattern.compile(
            "^(?:PHẦN|Phần)\\s+(?:(?:thứ|THỨ)\\s+(\\p{L}+)|([IVXLC]+|\\d{1,2}))\\s*(?:[.:\\-–]|$|(?=\\s\\p{Lu}))");
    private static final Pattern CHAPTER =
            Pattern.compile("^(?:CHƯƠNG|Chương)\\s+([IVXLC]+|\\d{1,2})\\s*(?:[.:]|$|(?=\\s\\p{Lu}{2}))");
    private static final Pattern MUC = Pattern.compile("^(?:MỤC|Mục)\\s+(\\d{1,2}|" + Pieces.ROMAN + ")\\s*(?:[.:]|$)");
    private static final Pattern ARTICLE = Pattern.compile("^Điều\\s+(\\d{1,3})\\s*[.:]");
    private static final Pattern ROMAN =
            Pattern.compile("^(?!" + Pieces.ABOUT + ")([IVX]{1,7}|[XL]{1,3}[IVX]{0,5})\\s?([./)\\-–])\\s*(?=\\S)");
    private static final Pattern UPPER = Pattern.compile("^(" + Pieces.UPPER_LETTER + ")\\s?([.)/])\\s*(?=\\p{Lu})");
    private static final Pattern DECIMAL =
            Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2}){1,4})\\s?([.):])?\\s*(?=[\\p{L}\"“(])");
    private static final Pattern ARABIC =
            Pattern.compile("^(\\d{1,2})\\s?([.)]|[/\\-–](?=\\s))\\s*(?=[\\p{L}\"“(\\[*])");
    private static final Pattern PAREN = Pattern.compile("^\\((\\d{1,2})\\)\\s*[.:]?\\s*(?=\\S)");
    private static final Pattern LETTER =
            Pattern.compile("^(" + Pieces.POINT_LETTER + ")\\s?([.)]|/(?=\\s)|,(?=\\s\\p{Lu}))\\s*(?=\\S)");
    private static final Pattern BULLET = Pattern.compile("^([-–—+*•▪✓])\\s*(?=\\S)");
    private static final Pattern BARE = Pattern.compile("^[\\s(]+|[\\s.):/,\\-–]+$");
    private static final Pattern UNIT_AFTER_DECIMAL =
            Pattern.compile("^" + Vocabulary.of("figures").any("units") + Pieces.WORD_END + ".*");

    private record Number(Kind kind, String mark, int value, String prefix, int end, String printed) {}

    /** A row of numbers that is open: its kind, how far it has come, and whether it was found faulty. */
    private static final class Row {
        final Kind kind;
        final String mark;
        final String prefix;
        int value;
        boolean faulty;
        String label;
        String title;

        Row(Number n) {
            kind = n.kind;
            mark = n.mark;
            prefix = n.prefix;
        }
    }

    private static final Pattern TITLE_END = Pattern.compile(".*[\\p{L}\\d)”\"]$");
    private static final Pattern PURPOSE =
            Pattern.compile(PARTS.get("purpose").folded().any());
    private static final Pattern ASSIGNMENT = Pattern.compile(
            PARTS.get("assignment", "assignment by its heading").folded().any());
    private static final Pattern BUDGET =
            Pattern.compile(PARTS.get("budget").folded().any());
    private static final Pattern TIME =
            Pattern.compile(PARTS.get("time and place").folded().any() + "|LICH ");
    private static final Pattern CONTENT =
            Pattern.compile(PARTS.get("content").folded().any());
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST_HEADING = 150;
    private static final int LONGEST_SUBHEADING = 60;

    private final Structure structure;
    private final List<Line> lines;
    private final List<Section> sections = new ArrayList<>();
    /** The line that each section opens with. */
    private final List<ZonedLine> openings = new ArrayList<>();

    private final List<Row> open = new ArrayList<>();
    private final Map<Kind, Integer> lastValues = new HashMap<>();
    private int part;
    private String path = "";
    private String titles = "";

    Outline(Structure structure) {
        this.structure = structure;
        List<Line> read = new ArrayList<>();
        for (ZonedLine line : structure.lines()) {
            boolean numbered = line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX;
            if (numbered) {
                goOnTo(line);
            }
            read.add(new Line(line, numbered ? path : "", numbered ? titles : ""));
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
        if (line.part != part) {
            part = line.part;
            open.clear();
            lastValues.clear();
            path = "";
            titles = "";
        }
        Number number = line.inData() ? null : number(line);
        if (number != null) {
            place(number, line);
            path = path();
            titles = titles();
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
            return opens
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
        if (title.length() > LONGEST_SUBHEADING && !title.equals(title.toUpperCase(java.util.Locale.ROOT))) {
            return Section.Topic.OTHER;
        }
        if (ASSIGNMENT.matcher(folded).find()) {
            return Section.Topic.ASSIGNMENT;
        }
        if (PURPOSE.matcher(folded).find()) {
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

    private Number number(ZonedLine line) {
        String text = line.text();
        Matcher m = PART.matcher(text);
        if (m.find()) {
            int value = m.group(1) != null ? Vietnamese.ordinal(m.group(1)) : count(m.group(2));
            if (value > 0) {
                return new Number(Kind.PART, "", value, "", m.end(), m.group().strip());
            }
        }
        if ((m = CHAPTER.matcher(text)).find()) {
            return new Number(
                    Kind.CHAPTER, "", count(m.group(1)), "", m.end(), m.group().strip());
        }
        if ((m = MUC.matcher(text)).find()) {
            return new Number(
                    Kind.MUC, "", count(m.group(1)), "", m.end(), m.group().strip());
        }
        if ((m = ARTICLE.matcher(text)).find()) {
            return new Number(
                    Kind.ARTICLE, "", count(m.group(1)), "", m.end(), m.group().strip());
        }
        if ((m = ROMAN.matcher(text)).find() && Vietnamese.roman(m.group(1)) > 0) {
            return new Number(
                    Kind.ROMAN,
                    m.group(2),
                    Vietnamese.roman(m.group(1)),
                    "",
                    m.end(),
                    m.group().strip());
        }
        if ((m = DECIMAL.matcher(text)).find()
                && !UNIT_AFTER_DECIMAL.matcher(text.substring(m.end())).matches()) {
            String digits = m.group(1);
            int dot = digits.lastIndexOf('.');
            return new Number(
                    Kind.DECIMAL,
                    "",
                    count(digits.substring(dot + 1)),
                    digits.substring(0, dot),
                    m.end(),
                    m.group().strip());
        }
        if ((m = ARABIC.matcher(text)).find()
                && !UNIT_AFTER_DECIMAL.matcher(text.substring(m.end())).matches()) {
            return new Number(
                    Kind.ARABIC,
                    m.group(2),
                    count(m.group(1)),
                    "",
                    m.end(),
                    m.group().strip());
        }
        if ((m = PAREN.matcher(text)).find()) {
            return new Number(
                    Kind.PAREN, "", count(m.group(1)), "", m.end(), m.group().strip());
        }
        if ((m = LETTER.matcher(text)).find()) {
            return letter(m);
        }
        if ((m = UPPER.matcher(text)).find() && line.isCapitals()) {
            return new Number(
                    Kind.CHAPTER,
                    "A",
                    m.group(1).charAt(0) - 'A' + 1,
                    "",
                    m.end(),
                    m.group().strip());
        }
        if ((m = BULLET.matcher(text)).find()) {
            char c = m.group(1).charAt(0);
            Kind kind = c == '+' ? Kind.PLUS : c == '-' || c == '–' || c == '—' ? Kind.DASH : Kind.STAR;
            return new Number(kind, "", 0, "", m.end(), m.group().strip());
        }
        return null;
    }

    /** A letter that Vietnamese points do not use (f, j, w, z) takes the place behind the one before it in Latin. */
    private static Number letter(Matcher m) {
        char c = m.group(1).charAt(0);
        int value = Vietnamese.POINT_LETTERS.indexOf(c) + 1;
        if (value == 0) {
            value = Vietnamese.POINT_LETTERS.indexOf((char) (c - 1)) + 1;
            value = value == 0 ? 90 : value + 1;
        }
        return new Number(
                Kind.LETTER,
                m.group(2),
                value,
                String.valueOf(c),
                m.end(),
                m.group().strip());
    }

    private static int count(String digits) {
        return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : Vietnamese.roman(digits);
    }

    private void place(Number n, ZonedLine line) {
        String expected = null;
        boolean repeated = false;
        int previous = 0;
        int at = n.value == 0 ? same(n) : next(n);
        if (at >= 0) {
            cutTo(at);
            previous = open.get(at).value;
        } else if (n.value > 1 && (at = closestBelow(n)) >= 0) {
            cutTo(at);
            previous = open.get(at).value;
            expected = outOfRow(n, open.get(at));
            repeated = previous == n.value
                    && (n.kind == Kind.ROMAN
                            || n.kind == Kind.ARABIC
                            || n.kind == Kind.DECIMAL
                            || n.kind == Kind.PART
                            || n.kind == Kind.CHAPTER);
        } else {
            repeated = n.kind == Kind.ROMAN
                    && n.value == 1
                    && open.stream().anyMatch(row -> row.kind == Kind.ROMAN && row.value == 1);
            closeDeeper(n);
            Row row = new Row(n);
            open.add(row);
            expected = n.value > 1 ? badStart(n) : null;
        }
        Row row = open.get(open.size() - 1);
        row.value = n.kind == Kind.LETTER ? Math.max(row.value, n.value) : n.value;
        row.label = BARE.matcher(n.printed).replaceAll("");
        row.title = title(line, n.end);
        row.faulty |= expected != null;
        lastValues.put(n.kind, n.value);
        int level = (int) open.stream().filter(r -> r.value > 0).count() - (n.value > 0 ? 1 : 0);
        sections.add(new Section(
                n.kind,
                n.printed,
                n.value,
                level,
                path(),
                row.title,
                sections.size(),
                part,
                previous,
                repeated ? written(n, n.value + 1) : expected,
                n.value == 0 ? Section.Topic.OTHER : topic(row.title),
                false,
                repeated,
                line.span(0, Math.min(line.text().length(), n.end + row.title.length()))));
        openings.add(line);
    }

    /** Innermost open row in which this number is the next one. */
    private int next(Number n) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (fits(open.get(i), n) && open.get(i).value + 1 == n.value) {
                return i;
            }
            if (isWall(open.get(i), n)) {
                break;
            }
        }
        return -1;
    }

    private int same(Number n) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).kind == n.kind) {
                return i;
            }
            if (open.get(i).value > 0) {
                break;
            }
        }
        return -1;
    }

    /** The open row that this number comes closest behind; for letters also one that it falls back in. */
    private int closestBelow(Number n) {
        int best = -1;
        for (int i = open.size() - 1; i >= 0; i--) {
            Row row = open.get(i);
            if (fits(row, n) && row.value < n.value && (best < 0 || row.value > open.get(best).value)) {
                best = i;
            }
            if (isWall(row, n)) {
                break;
            }
        }
        for (int i = open.size() - 1; best < 0 && i >= 0; i--) {
            if (fits(open.get(i), n)) {
                best = i;
            }
        }
        return best;
    }

    private static boolean fits(Row row, Number n) {
        return row.kind == n.kind
                && row.prefix.equals(n.kind == Kind.DECIMAL ? n.prefix : row.prefix)
                && (n.kind != Kind.CHAPTER || row.mark.equals(n.mark));
    }

    /** A Roman heading, a part or a chapter closes what stands under the one before it. */
    private static boolean isWall(Row row, Number n) {
        return rank(row.kind) < rank(n.kind) && rank(row.kind) <= rank(Kind.ROMAN);
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

    /** What should stand here where the number jumps; null where the row was faulty already or only repeats. */
    private static String outOfRow(Number n, Row row) {
        if (n.kind == Kind.LETTER) {
            return row.faulty ? null : letterAt(row.value);
        }
        return row.value < n.value ? written(n, row.value + 1) : null;
    }

    /** A row of letters or Romans that does not begin at its beginning; other rows may go on an earlier one. */
    private String badStart(Number n) {
        boolean goesOn = lastValues.getOrDefault(n.kind, 0) + 1 == n.value;
        if (goesOn || n.value > 4) {
            return null;
        }
        if (n.kind == Kind.LETTER || n.kind == Kind.ROMAN && n.value <= 3 && !lastValues.containsKey(Kind.ROMAN)) {
            return n.kind == Kind.LETTER ? letterAt(0) : written(n, 1);
        }
        return null;
    }

    private static String letterAt(int index) {
        return index < Vietnamese.POINT_LETTERS.length() ? Vietnamese.POINT_LETTERS.charAt(index) + ")" : null;
    }

    private static String written(Number n, int value) {
        return switch (n.kind) {
            case ROMAN -> Vietnamese.toRoman(value) + n.mark.replace("-", ".");
            case DECIMAL -> n.prefix + "." + value + ".";
            case ARABIC -> value + n.mark;
            case PAREN -> "(" + value + ")";
            case ARTICLE -> "Điều " + value + ".";
            default -> String.valueOf(value);
        };
    }

    private void cutTo(int at) {
        while (open.size() > at + 1) {
            open.remove(open.size() - 1);
        }
    }

    /** Before a new row opens, rows that cannot hold it are closed. */
    private void closeDeeper(Number n) {
        if (rank(n.kind) <= rank(Kind.ROMAN)) {
            while (!open.isEmpty() && rank(open.get(open.size() - 1).kind) >= rank(n.kind)) {
                open.remove(open.size() - 1);
            }
            return;
        }
        if (n.kind == Kind.DECIMAL) {
            for (int i = open.size() - 1; i >= 0; i--) {
                Row row = open.get(i);
                if (row.kind == Kind.DECIMAL && n.prefix.equals(row.prefix + "." + row.value)
                        || row.kind == Kind.ARABIC && n.prefix.equals(String.valueOf(row.value))) {
                    cutTo(i);
                    return;
                }
            }
        }
        while (!open.isEmpty() && n.value > 0 && open.get(open.size() - 1).value == 0) {
            open.remove(open.size() - 1);
        }
        if (n.value == 1 && !open.isEmpty() && fits(open.get(open.size() - 1), n)) {
            open.remove(open.size() - 1);
        }
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
