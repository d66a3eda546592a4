package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.facts.LawTables;
import org.planlint.facts.NamePeriod;
import org.planlint.text.NormalText;
import org.planlint.text.Span;
import org.planlint.words.Blurred;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * The lines of number and date in recognised text. What clerks fill in by hand is read as anything: "Số: ⁄Z2,€
 * /KH-UBND". Figures that were printed are kept, a gap is left, and all else is {@link Pieces#ILLEGIBLE}.
 */
final class HeadLines {
    private static final Vocabulary WORDS = Vocabulary.of("letterhead");

    /** "Só;", "sẽ.", "Sô", in capitals without diacritics. */
    private static final Pattern LABEL =
            Pattern.compile("^[^A-Z0-9]{0,3}(?<label>[S5§](?: ?[OEA0Ø]| (?=/)))(?![A-Z]{2})(?<colon> ?[:;.,]?) ?");

    private static final String TAIL = "[-–/.& ]{1,3}[\\p{L}\\d@&][\\p{L}\\d&@.,\\-–/()]*(?: ?[-–] ?[\\p{Lu}\\d&]+)*";
    /** What stands behind the gap for the number: the symbol, and in legislation a year before it. */
    private static final Pattern SYMBOL =
            Pattern.compile("(?<gap>.{0,16}?)(?<slash> ?[/⁄|] ?|[-–](?=\\s?KH\\s?/)| ?(?=[K&]H[A-Z]{0,4} ?[-/]))"
                    + "(?<symbol>(?:" + Pieces.YEAR + " ?/ ?)?(?<code>&H|" + WORDS.any("codes of types")
                    + "|KH[A-Z]{1,4})" + TAIL + ")(?= |$)");

    /** A pen that went over the label went over the number too. */
    private static final Pattern WITHOUT_LABEL =
            Pattern.compile("(?<gap>(?:[^\\p{L}]{0,3}|\\p{Ll}{1,2})\\d{1,5}\\s?)(?=/\\s?(?:"
                    + WORDS.any("codes of types") + ")\\s?[-–/]\\s?\\p{Lu})");

    private static final Pattern SYMBOL_OF_LETTER = Pattern.compile(
            "(?<gap>.{0,16}?)(?<slash> ?/ ?)(?<symbol>(?<code>\\p{Lu}{2,8}) ?[-–]" + "[\\p{L}\\d&.,()\\-–/]+)(?= |$)");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern AFTER_DASH = Pattern.compile("[-–] (?=\\p{Lu})");
    private static final Pattern NUMBER = Pattern.compile("(?:0?[1-9]|[1-9]\\d{1,4})[a-z]?");
    private static final Pattern BLANK = Pattern.compile("[\\s.…_]*");
    /** The same with what specks are read as; whether ink stands there is for the picture to say. */
    private static final Pattern NEARLY_BLANK = Pattern.compile("[\\s.…_—–-]*");

    private static final Pattern DASHES = Pattern.compile("[—–-]+");

    private static final Pattern DATE = Pattern.compile(
            "(?:(?<=^|\\s)(?<place>(?:T\\.?P\\. ?)?(?:[^,.;:/\\d\\-]| - ){2,40}?))?(?<comma> ?[,.;]? ?)(?<=^|[ ,.;])(?<day>NGA[YWV7]|(?:[A-Z]{1,2} )?GAY)(?<d>.{0,10}?)(?<month>[T†]?H ?ANG)(?<m>.{0,8}?)(?<year>N?AM)[ ,.]{0,2}"
                    + "(?<y>[12][0O9][\\dIL\\]|OG?]{2}|[\\s.…_]*20[\\s.…_]*)[^A-Z\\d]*$");
    private static final Pattern NO_PLACE = Pattern.compile("^(?!thành phố|tp)\\P{Lu}*");
    private static final Pattern CITES =
            Pattern.compile("^[^A-Z]*(?:CAN CU|THEO|THUC HIEN|TRIEN KHAI|XET|NGAY .* CUA)");
    private static final Pattern AROUND_FIGURES = Pattern.compile("^[\\s.…_,]+|[\\s.…_,]+$");
    private static final Pattern FIGURES = Pattern.compile("[\\dlIíìÌÍ!|\\]\\[OÔo]{1,4}");
    private static final Pattern ONES = Pattern.compile("[lIíìÌÍ!|\\]\\[]");
    private static final Pattern NOUGHTS = Pattern.compile("[OÔo]");
    private static final int LONGEST = 100;
    /** Before the date and before the place, read of strokes, stars and stamps. */
    private static final int MOST_SPECKS = 6;

    private static final int MOST_SPECKS_BEFORE_PLACE = 12;

    private static final Range DAYS = new Range(1, 31);
    private static final Range MONTHS = new Range(1, 12);
    private static final Range YEARS = new Range(1945, 2099);

    private record Range(int least, int most) {
        boolean holds(int value) {
            return value >= least && value <= most;
        }
    }

    private final List<String> places;

    HeadLines(LawTables law) {
        places = law.provinces().stream()
                .map(NamePeriod::name)
                .flatMap(name -> Stream.of(name, "Thành phố " + name, "TP. " + name, "Tp. " + name))
                .distinct()
                .toList();
    }

    NormalText repair(NormalText read, Legibility legibility) {
        if (read.text().length() > LONGEST) {
            return read;
        }
        return date(number(read, legibility), legibility);
    }

    private static NormalText number(NormalText line, Legibility legibility) {
        Matcher label = LABEL.matcher(line.folded());
        if (!label.lookingAt()) {
            Matcher m = WITHOUT_LABEL.matcher(line.text());
            return m.lookingAt() ? line.with(0, m.end("gap"), String.valueOf(Pieces.ILLEGIBLE)) : line;
        }
        Matcher m = SYMBOL.matcher(line.text()).region(label.end(), line.text().length());
        if (!m.lookingAt()
                && !(m = SYMBOL_OF_LETTER
                                .matcher(line.text())
                                .region(label.end(), line.text().length()))
                        .lookingAt()) {
            return line;
        }
        NormalText repaired = tight(line, m);
        if (m.group("code").equals("&H")) {
            repaired = repaired.with(m.start("code"), m.end("code"), "KH");
        }
        if (!m.group("slash").contains("-") && !m.group("slash").strip().equals("/")) {
            repaired = repaired.with(m.start("slash"), m.end("slash"), "/");
        }
        String filled = number(line, label, m, legibility);
        repaired = repaired.with(m.start("gap"), m.end("gap"), filled);
        return repaired.with(label.start(), label.end(), "Số: ");
    }

    /** The symbol's parts stand together, however wide the engine saw its dashes set. */
    private static NormalText tight(NormalText line, Matcher m) {
        NormalText repaired = line;
        Matcher spaced = AFTER_DASH.matcher(line.text()).region(m.start("symbol"), m.end("symbol"));
        List<Integer> spaces = new ArrayList<>();
        while (spaced.find()) {
            spaces.add(spaced.end());
        }
        for (int i = spaces.size() - 1; i >= 0; i--) {
            repaired = repaired.with(spaces.get(i) - 1, spaces.get(i), "");
        }
        return repaired;
    }

    private static String number(NormalText line, Matcher label, Matcher m, Legibility legibility) {
        String gap = m.group("gap").strip();
        if (isBlank(gap, legibility)) {
            Span before = line.span(label.start("label"), label.end("colon"));
            int slash = m.start("slash") + (m.group("slash").startsWith(" ") ? 1 : 0);
            Span behind = line.span(slash, m.end("symbol"));
            return legibility.isBlank(before, behind)
                    ? DASHES.matcher(m.group("gap")).replaceAll("")
                    : String.valueOf(Pieces.ILLEGIBLE);
        }
        int start = m.start("gap") + m.group("gap").indexOf(gap);
        boolean read = NUMBER.matcher(gap).matches()
                && legibility.isSure(line.span(start, start + gap.length()), line.span(m.start("code"), m.end("code")));
        return read ? gap : String.valueOf(Pieces.ILLEGIBLE);
    }

    private static boolean isBlank(String gap, Legibility legibility) {
        return (legibility == Legibility.OF_TEXT ? BLANK : NEARLY_BLANK)
                .matcher(gap)
                .matches();
    }

    private NormalText date(NormalText line, Legibility legibility) {
        Matcher m = DATE.matcher(line.folded());
        if (CITES.matcher(line.folded()).lookingAt() || !m.find()) {
            return line;
        }
        boolean placed = m.group("place") != null && !m.group("comma").isBlank();
        int from = placed ? m.start("place") : m.start("day");
        if (!placed && from > MOST_SPECKS) {
            return line;
        }
        NormalText repaired = line.with(
                        m.start("y"), line.text().length(), filled(line, m, "y", "year", YEARS, legibility))
                .with(m.start("year"), m.start("y"), "năm ")
                .with(m.start("m"), m.end("m"), " " + filled(line, m, "m", "month", MONTHS, legibility) + " ")
                .with(m.start("month"), m.end("month"), "tháng")
                .with(m.start("d"), m.end("d"), " " + filled(line, m, "d", "day", DAYS, legibility) + " ")
                .with(m.start("day"), m.end("day"), "ngày");
        if (!placed) {
            return repaired;
        }
        String place = place(line.text().substring(from, m.end("place")));
        boolean specks = from <= MOST_SPECKS_BEFORE_PLACE
                && !LABEL.matcher(line.folded()).lookingAt();
        return repaired.with(specks ? 0 : from, m.start("day"), place + ", ");
    }

    /** The figures of a piece of the date; its gap; or that they cannot be read. */
    private static String filled(
            NormalText line, Matcher m, String piece, String label, Range range, Legibility legibility) {
        String raw = line.text().substring(m.start(piece), m.end(piece));
        if (isBlank(raw, legibility)) {
            Span before = line.span(m.start(label), m.end(label));
            int behind = m.end(piece);
            boolean last = behind >= line.text().length();
            return last
                            || legibility.isBlank(
                                    before,
                                    line.span(
                                            behind,
                                            Math.min(behind + 3, line.text().length())))
                    ? DASHES.matcher(raw).replaceAll("").strip()
                    : String.valueOf(Pieces.ILLEGIBLE);
        }
        String figures = AROUND_FIGURES.matcher(raw).replaceAll("");
        if (FIGURES.matcher(figures).matches()) {
            String digits =
                    NOUGHTS.matcher(ONES.matcher(figures).replaceAll("1")).replaceAll("0");
            int start = m.start(piece) + raw.indexOf(figures);
            if (range.holds(Integer.parseInt(digits))
                    && figures.chars().anyMatch(Character::isDigit)
                    && isSure(
                            line.span(start, start + figures.length()),
                            line.span(m.start("y"), m.start("y") + 3),
                            range,
                            legibility)) {
                return digits;
            }
        }
        return String.valueOf(Pieces.ILLEGIBLE);
    }

    /** @param century the first figures of the year, which are printed where the others are written */
    private static boolean isSure(Span figures, Span century, Range range, Legibility legibility) {
        return range == YEARS ? legibility.isSureYear(figures) : legibility.isSure(figures, century);
    }

    /** A province by its letters; any other place as it was read. */
    private String place(String read) {
        String bare = NO_PLACE.matcher(read.strip()).replaceFirst("").strip();
        String folded = NormalText.fold(bare);
        return places.stream()
                .filter(place -> NormalText.fold(place).equals(folded))
                .findFirst()
                .orElseGet(() -> places.stream()
                        .filter(place -> isLong(place) && Blurred.distance(NormalText.fold(place), folded) == 1)
                        .findFirst()
                        .orElse(bare));
    }

    /** Names of three words are like no other. */
    private static boolean isLong(String place) {
        return SPACE.split(place).length > 2;
    }
}
