package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateLine;
import org.planlint.facts.FixedText;
import org.planlint.facts.Illegible;
import org.planlint.facts.Letterhead;
import org.planlint.facts.NumberLine;
import org.planlint.facts.PartialDate;
import org.planlint.text.Span;
import org.planlint.words.FixedWords;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Reads the head of a document: national title, motto, agencies, number and symbol, place and date. */
final class Letterheads {
    private static final Vocabulary WORDS = Vocabulary.of("letterhead");
    private static final Vocabulary BODIES = Vocabulary.of("bodies");

    private static final String FILLED_OR_BLANK = "[\\s.…_/\\d" + Pieces.ILLEGIBLE + "]*";
    /** "07a" is the number of a paper that came between. */
    private static final String NUMBER = "[\\d\\s" + Pieces.ILLEGIBLE + "]*(?:(?<=\\d)[a-z](?=\\s?[/–-]))?";

    static final Pattern DATE_LINE =
            Pattern.compile("(?iu)^(?<place>[\\p{L}][^,;:()]{1,40}?)?\\s*+(?<comma>,?)\\s*ngày(?<d>" + FILLED_OR_BLANK
                    + ")tháng(?<m>" + FILLED_OR_BLANK + ")năm(?<y>" + FILLED_OR_BLANK + ")$");
    /** "Sơn Thủy, ngày 05/01/2024": the norm asks for words. */
    private static final Pattern DATE_IN_FIGURES = Pattern.compile(
            "(?iu)^(?<place>\\p{L}[^,;:()\\d]{1,40}?)\\s*+(?<comma>,?)\\s*(?:ngày\\s*)?(?<d>\\d{1,2})\\s?[/.-]\\s?(?<m>\\d{1,2})\\s?[/.-]\\s?(?<y>\\d{4})$");

    private static final Pattern NUMBER_LINE = Pattern.compile(
            "^(?:" + Pieces.NUMBER_LABEL + "\\s*[:.]?)?\\s*(?<number>" + NUMBER
                    + ")(?<blank>[.…_\\s]*)\\s*[/\\-–]?\\s*(?<symbol>[A-ZĐƯƠ][\\p{L}\\d]*(?:\\s?[-–.&/]\\s?[\\p{L}\\d&.]+)*)?\\s*(?:\\(.*\\))?$");
    private static final Pattern SLASHED = Pattern.compile("^(?:" + Pieces.NUMBER_LABEL + "\\s*[:.]?\\s*)?(?<number>"
            + NUMBER + ")[\\s.…_]*(?:/\\s?(?<year>" + Pieces.YEAR
            + ")\\s?)?(?<slash>[/\\-–])\\s*(?<symbol>[A-ZĐƯƠ][\\p{L}\\d]*(?:\\s?[-–.&/]\\s?[\\p{L}\\d&.()]+)*)\\s*$");
    private static final Pattern NO_AGENCY =
            Pattern.compile("^(?:(?:BẢN )?" + WORDS.get("draft").capitals().any() + ".*|"
                    + WORDS.any("draft") + ".*|"
                    + WORDS.get("secrecy", "urgency", "marks").capitals().any() + "|"
                    + WORDS.get("most urgent", "copies").capitals().any()
                    + ".*|.*V/v.*|Kính gửi.*|\\d+|\\*)$");
    private static final Pattern STAMP = Pattern.compile("(?i)^" + WORDS.any("registry stamp") + "\\s*:.*");

    /** What is left of a table of two columns in a file copied from a web page. */
    private static final Pattern PIPE = Pattern.compile("^\\|\\s*|\\s*\\|$");

    /** The line under an agency, typed behind its name. */
    private static final Pattern RULE_BEHIND = Pattern.compile("\\s*[-–—_*]{3,}$");

    private static final Pattern LABEL = Pattern.compile("^(" + Pieces.NUMBER_LABEL + ")\\s*:?");
    /** The national title and the motto, by their letters alone; each may be torn over two lines. */
    private static final Pattern NATIONAL_TITLE = Pattern.compile(FixedWords.NATIONAL_TITLE);

    private static final Pattern TITLE_BEGUN = Pattern.compile("CONG HOA(?: XA)?");
    private static final Pattern TITLE_ENDED = Pattern.compile("(?:CHU )?(?:NGHIA )?(?:VIET )?NAM");
    private static final Pattern MOTTO = Pattern.compile(FixedWords.MOTTO_BEGUN);
    private static final Pattern TWO_HYPHENS = Pattern.compile("[^-]+-[^-]+-[^-]+");
    private static final Pattern SPACED_HYPHENS = Pattern.compile("\\S+ \\S+ - \\S+ \\S+ - \\S+ \\S+");
    private static final Pattern STOP = Pattern.compile("[.;]$");

    /** Stands in place of the national title. */
    static final Pattern YOUTH_UNION =
            Pattern.compile(WORDS.get("youth union title").folded().any() + "$");

    private static final Pattern PARTY_BODY =
            Pattern.compile(WORDS.get("Party bodies").capitals().any());
    private static final Pattern PARTY_NUMBER = Pattern.compile("^Số\\s+\\d*\\s*-\\s*\\p{Lu}+/");

    private static final Pattern DRAFT =
            Pattern.compile("^(?:BAN )?" + WORDS.get("draft").folded().any());
    private static final Pattern LABELLED = Pattern.compile("^" + Pieces.NUMBER_LABEL);
    private static final Pattern AROUND_DASH = Pattern.compile("\\s*([-–])\\s*");
    private static final Pattern SLASH_AND_SPACE = Pattern.compile("/ +$");
    /** A line that a gap, where number or day is blank, has torn. */
    private static final Pattern TORN = Pattern.compile(Pieces.NUMBER_LABEL + "\\s*:?|.*,\\s*ngày\\s*\\d{0,2}");

    /** A date whose year, or more, stands on the next line. */
    private static final Pattern TORN_DATE =
            Pattern.compile("(?iu).*,\\s*ngày\\s*\\d{0,2}(?:\\s*tháng\\s*\\d{0,2})?(?:\\s*năm)?");

    private static final Pattern REST_OF_DATE = Pattern.compile("(?iu)(?:(?:tháng\\s*\\d{1,2}\\s*)?năm\\s*)?\\d{4}");

    private static final Pattern AGENCY_IN_SMALL =
            Pattern.compile("^" + BODIES.any("agencies in small letters") + ".{3,60}$");
    private static final Pattern OPENS_BODY =
            Pattern.compile("^" + BODIES.get("agencies").capitals().any() + "(?:\\s.*|$)");
    private static final Pattern LEADS_ON = Pattern.compile(".*(?:\\sVÀ|,|\\s-|–|\\sCỦA|\\sTHUỘC|\\sCÁC)$");
    private static final Pattern AFTER_A_DECISION =
            Pattern.compile(".*(?:^|\\s)\\(?(?:THEO|TẠI) (?:QUYẾT ĐỊNH|QĐ)(?<label> SỐ)?");
    /** "UBND THÀNH PHỐ" / "HỘI AN": a place whose name begins as a body's does. */
    private static final Pattern ENDS_WITH_LEVEL = Pattern.compile(
            "UBND " + Vocabulary.of("places").get("levels").capitals().any());

    private static final Pattern CALLED_LIKE_BODY = Pattern.compile("(?:HỘI|ĐOÀN) \\p{Lu}+");
    private static final Pattern NAME_BEGUN =
            Pattern.compile(BODIES.get("begun names").capitals().any());

    private static final Pattern BETWEEN_BODIES = Pattern.compile("\\s[-–]\\s?|[-–]\\s|\\s&\\s|\\sVÀ\\s(?="
            + BODIES.get("agencies").capitals().any() + "\\s)");
    /** The office of several bodies is one: "VĂN PHÒNG HĐND - UBND". */
    private static final Pattern OFFICE_OF_TWO = Pattern.compile("VĂN PHÒNG(?: .*)?");

    private static final Pattern JOINT_SYMBOL = Pattern.compile(
            "^" + Vocabulary.of("documents").get("joint in symbols").any());
    private static final Pattern TWO_AGENCIES = Pattern.compile("KH[A-Z]*[-/].+[-.&/].+");
    /** Heads the letterhead of who is under it, also where those issue together. */
    private static final Pattern IS_ABOVE =
            Pattern.compile("^" + BODIES.get("people's committees").capitals().any() + " (?!.*[-–])");

    private static final Pattern COMMA_WITHOUT_SPACE = Pattern.compile(",(?=\\p{L})");

    /** No document is dated later. */
    private static final int LAST_YEAR = 2100;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final Pattern NO_CAPITALS = Pattern.compile("[^A-Z]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** A body that the head names, as printed, on one line. */
    record Body(String name, Span span) {}

    /**
     * What was read, with the pieces as plain values.
     *
     * @param agency  who issues; of several, the first
     * @param agencyLines  the lines that name it; none where several issue
     * @param parentLines  those that name the agency above it
     * @param jointly those who issue together, two or more; none where one does
     */
    record Reading(
            Letterhead letterhead,
            List<NumberLine> numberLines,
            DateLine dateLine,
            List<FixedText> fixedTexts,
            String agency,
            String parentAgency,
            List<Span> agencyLines,
            List<Span> parentLines,
            List<Body> jointly,
            String number,
            String symbol,
            String place,
            PartialDate date,
            boolean draft,
            boolean party) {}

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:" + Pieces.YEAR + ")(?!\\d)");
    private static final int LONGEST_NUMBER_LINE = 120;
    private static final String PLAN_CODE = "KH";
    /** How far, in years, the year of issue may lie from all others in the file. */
    private static final int FAR = 15;
    /** How many other years it takes to doubt that of issue. */
    private static final int ENOUGH_YEARS = 5;

    private final List<BareLine> lines;
    private final List<BareLine> closing;
    private final int end;
    /** Whether diacritics are as somebody typed them. */
    private final boolean typed;

    private final boolean jointTitle;
    private final List<FixedText> fixed = new ArrayList<>();
    private final List<BareLine> names = new ArrayList<>();
    private Span nationalTitle;
    private Span motto;
    private final List<NumberLine> numberLines = new ArrayList<>();
    private String number;
    private String symbol;
    private DateLine dateLine;
    private String place;
    private PartialDate date;
    private boolean draft;
    /** How much there is that only bodies of the Party write. */
    private int party;

    private Letterheads(Structure structure) {
        lines = structure.flow().lines();
        closing = structure.closing();
        end = structure.headEnd();
        typed = structure.flow().recognition().keepsDiacritics();
        jointTitle = structure.isJoint();
    }

    static Reading read(Structure structure) {
        return new Letterheads(structure).read();
    }

    private Reading read() {
        for (int i = 0; i < end; i++) {
            BareLine line = lines.get(i);
            BareLine next = i + 1 < end ? lines.get(i + 1) : null;
            String text = PIPE.matcher(line.text()).replaceAll("");
            if (isTornTitle(line, next)) {
                nationalTitle = nationalTitle == null ? line.span() : nationalTitle;
                i++;
                continue;
            }
            if (nationalTitle(line, next) || otherTitle(line, text) || motto(line)) {
                continue;
            }
            draft |= DRAFT.matcher(line.folded()).lookingAt();
            if (next != null && isTorn(text, next.text())) {
                text = text + " " + next.text();
                i++;
            }
            if (isOfName(text)) {
                names.add(line);
            } else if (!dateLine(line, text) && !numberLine(line, text)) {
                name(line, text);
            }
        }
        if (dateLine == null) {
            closing.stream().filter(Letterheads::isDated).findFirst().ifPresent(line -> dateLine(line, line.text()));
        }
        String[] agencies = agencies(names);
        Span agencySpan = names.isEmpty() ? null : names.get(names.size() - 1).span();
        List<Body> jointly = jointly(agencies);
        int split = jointly.isEmpty() ? beginOfAgency(names) : names.size();
        NumberLine numberLine = numberLines.isEmpty() ? null : numberLines.get(0);
        return new Reading(
                new Letterhead(
                        nationalTitle,
                        motto,
                        agencySpan,
                        numberLine == null ? null : numberLine.span(),
                        dateLine == null ? null : dateLine.span()),
                numberLines,
                dateLine,
                fixed,
                agencies[0],
                agencies[1],
                spans(names.subList(split, names.size())),
                jointly.isEmpty() ? spans(names.subList(0, split)) : List.of(),
                jointly,
                number,
                symbol,
                place,
                date,
                draft,
                isParty(agencies[0]));
    }

    /** Whether the national title runs over this line and the next. */
    private static boolean isTornTitle(BareLine line, BareLine next) {
        return TITLE_BEGUN.matcher(line.folded()).matches()
                && next != null
                && NATIONAL_TITLE.matcher(line.folded() + " " + next.folded()).lookingAt();
    }

    private boolean nationalTitle(BareLine line, BareLine next) {
        String folded = line.folded();
        if (NATIONAL_TITLE.matcher(folded).find()) {
            if (nationalTitle == null) {
                nationalTitle = line.span();
                boolean torn =
                        next != null && TITLE_ENDED.matcher(next.folded()).matches();
                addFault(FixedText.Element.NATIONAL_TITLE, torn ? null : nationalTitleFault(line), line, fixed);
            }
            return true;
        }
        return nationalTitle != null && TITLE_ENDED.matcher(folded).matches();
    }

    /** What stands in place of the national title. */
    private boolean otherTitle(BareLine line, String text) {
        String folded = line.folded();
        if (YOUTH_UNION.matcher(folded).find() && nationalTitle == null && !text.contains("BAN CHẤP HÀNH")) {
            return true;
        }
        if (folded.contains(FixedWords.PARTY_TITLE)) {
            party += 2;
            return true;
        }
        return false;
    }

    private boolean motto(BareLine line) {
        if (!MOTTO.matcher(line.folded()).find()) {
            return false;
        }
        if (motto == null) {
            motto = line.span();
            addFault(FixedText.Element.MOTTO, mottoFault(line), line, fixed);
        }
        return true;
    }

    /** The last line with a date in words counts, one with a date in figures only where there was none before. */
    private boolean dateLine(BareLine line, String text) {
        Matcher d = DATE_LINE.matcher(text);
        boolean inWords = d.lookingAt();
        if (!inWords && (!(d = DATE_IN_FIGURES.matcher(text)).find() || dateLine != null)) {
            return false;
        }
        List<Illegible> illegible = illegible(d);
        date = possible(withSoundYear(Structure.dateOf(d), line), illegible);
        place = d.group("place") == null || d.group("place").isBlank()
                ? null
                : d.group("place").strip();
        dateLine = new DateLine(
                place,
                !d.group("comma").isEmpty(),
                inWords,
                figures(d.group("d")),
                figures(d.group("m")),
                figures(d.group("y")),
                illegible,
                line.span());
        return true;
    }

    /** Without what no calendar has: it is filled in, and not known. */
    private static PartialDate possible(PartialDate read, List<Illegible> illegible) {
        Integer year = read.year();
        if (year != null && year > LAST_YEAR) {
            illegible.add(Illegible.YEAR);
            year = null;
        }
        Integer month = read.month();
        if (!new PartialDate(null, month, null).isPossible()) {
            illegible.add(Illegible.MONTH);
            month = null;
        }
        Integer day = read.day();
        if (!new PartialDate(year, month, day).isPossible()) {
            illegible.add(Illegible.DAY);
            day = null;
        }
        illegible.sort(null);
        return new PartialDate(year, month, day);
    }

    private static List<Illegible> illegible(Matcher dateLine) {
        List<Illegible> illegible = new ArrayList<>();
        addIfIllegible(dateLine.group("d"), Illegible.DAY, illegible);
        addIfIllegible(dateLine.group("m"), Illegible.MONTH, illegible);
        addIfIllegible(dateLine.group("y"), Illegible.YEAR, illegible);
        return illegible;
    }

    private static void addIfIllegible(String text, Illegible piece, List<Illegible> illegible) {
        if (text.indexOf(Pieces.ILLEGIBLE) >= 0) {
            illegible.add(piece);
        }
    }

    /** "Sơn Thủy, ngày 5 tháng 3 năm 2024" above a signature. */
    private static boolean isDated(BareLine line) {
        Matcher d = DATE_LINE.matcher(line.text());
        return d.matches() && !d.group("comma").isEmpty() && Structure.dateOf(d).toLocalDate() != null;
    }

    /** A year that lies far from all others in the file is misread or mistyped, and so unknown. */
    private PartialDate withSoundYear(PartialDate read, BareLine dateLine) {
        int others = 0;
        for (BareLine line : read.year() == null ? List.<BareLine>of() : lines) {
            Matcher year = YEAR.matcher(line == dateLine ? "" : line.text());
            while (year.find()) {
                if (Math.abs(Integer.parseInt(year.group()) - read.year()) <= FAR) {
                    return read;
                }
                others++;
            }
        }
        return others < ENOUGH_YEARS ? read : new PartialDate(null, read.month(), read.day());
    }

    private boolean numberLine(BareLine line, String text) {
        Matcher n = SLASHED.matcher(text);
        boolean stamped = STAMP.matcher(text).matches() && !text.contains("/");
        if (stamped
                || text.length() >= LONGEST_NUMBER_LINE
                || !n.matches()
                        && !((n = NUMBER_LINE.matcher(text)).matches()
                                && LABELLED.matcher(text).lookingAt())) {
            return false;
        }
        boolean illegible = n.group("number").indexOf(Pieces.ILLEGIBLE) >= 0;
        String digits = illegible ? "" : SPACES.matcher(n.group("number")).replaceAll("");
        String raw = n.group("symbol");
        NumberLine read = numberLine(line, text, digits, illegible, n, raw);
        if (!numberLines.isEmpty()) {
            return isOfPartner(read) && numberLines.add(read);
        }
        numberLines.add(read);
        number = digits.isEmpty() ? null : digits;
        symbol = raw == null ? null : AROUND_DASH.matcher(raw).replaceAll("$1").strip();
        party += PARTY_NUMBER.matcher(text).lookingAt() ? 1 : 0;
        return true;
    }

    /** A team is called after the decision that set it up: "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH" / "SỐ 105/QĐ-SYT". */
    private boolean isOfName(String text) {
        Matcher decision = names.isEmpty()
                ? null
                : AFTER_A_DECISION.matcher(names.get(names.size() - 1).text());
        return decision != null
                && decision.matches()
                && (decision.group("label") != null || LABELLED.matcher(text).lookingAt());
    }

    /** The number that a second body gave the same plan; one that is read twice is none. */
    private boolean isOfPartner(NumberLine read) {
        String own = numberLines.get(0).symbol();
        return PLAN_CODE.equals(read.code()) && own != null && !own.equals(read.symbol());
    }

    private void name(BareLine line, String text) {
        party += text.equals("*") ? 1 : 0;
        if (line.isCapitals() && !NO_AGENCY.matcher(text).matches() && !Structure.isRule(text) && text.length() > 2) {
            names.add(line);
        } else if (names.isEmpty() && AGENCY_IN_SMALL.matcher(text).matches()) {
            names.add(line);
        }
    }

    private boolean isParty(String agency) {
        return party >= 2
                || nationalTitle == null
                        && agency != null
                        && PARTY_BODY.matcher(agency).find()
                        && party > 0;
    }

    private static void addFault(
            FixedText.Element element, FixedText.Fault fault, BareLine line, List<FixedText> fixed) {
        if (fault != null) {
            fixed.add(new FixedText(element, fault, line.span()));
        }
    }

    private FixedText.Fault nationalTitleFault(BareLine line) {
        String letters = NO_CAPITALS.matcher(line.folded()).replaceAll(" ").strip();
        String words = NO_LETTERS.matcher(line.text()).replaceAll(" ").strip();
        if (!letters.equals(FixedWords.WHOLE_NATIONAL_TITLE)
                || typed && !words.equalsIgnoreCase(FixedWords.NATIONAL_TITLE_AS_WRITTEN)) {
            return FixedText.Fault.WORDS;
        }
        return line.isCapitals() ? null : FixedText.Fault.CASE;
    }

    private FixedText.Fault mottoFault(BareLine line) {
        String text = STOP.matcher(line.text().strip()).replaceAll("");
        String letters = NO_CAPITALS.matcher(line.folded()).replaceAll(" ").strip();
        String words = NO_LETTERS.matcher(text).replaceAll(" ").strip();
        boolean asWritten = words.equalsIgnoreCase(FixedWords.MOTTO_AS_WRITTEN);
        if (!letters.equals(FixedWords.WHOLE_MOTTO) || typed && !asWritten) {
            return FixedText.Fault.WORDS;
        }
        if (asWritten && !words.equals(FixedWords.MOTTO_AS_WRITTEN)) {
            return FixedText.Fault.CASE;
        }
        if (!TWO_HYPHENS.matcher(text).matches()) {
            return FixedText.Fault.DASH;
        }
        return SPACED_HYPHENS.matcher(text).matches() ? null : FixedText.Fault.SPACE;
    }

    private static NumberLine numberLine(
            BareLine line, String text, String digits, boolean illegible, Matcher m, String symbol) {
        Matcher label = LABEL.matcher(text);
        boolean labelled = label.lookingAt();
        String year = m.pattern() == SLASHED ? m.group("year") : null;
        String tight = symbol == null ? "" : symbol.replace(" ", "");
        int dash = tight.replace('–', '-').replace('—', '-').indexOf('-');
        String code = dash > 0 ? tight.substring(0, dash) : null;
        String printed =
                symbol == null ? null : (standsBehindSpace(symbol, text) && !digits.isEmpty() ? "/ " : "") + symbol;
        return new NumberLine(
                labelled ? label.group(1) : "",
                labelled && label.group().contains(":"),
                digits,
                illegible,
                year == null ? null : Integer.valueOf(year),
                printed,
                code,
                line.span());
    }

    private static boolean standsBehindSpace(String symbol, String text) {
        for (int at = text.indexOf(symbol); at >= 0; at = text.indexOf(symbol, at + 1)) {
            if (SLASH_AND_SPACE.matcher(text).region(0, at).find()) {
                return true;
            }
        }
        return false;
    }

    private static String figures(String text) {
        return text == null ? "" : NO_DIGITS.matcher(text).replaceAll("");
    }

    /** Whether a gap in the line, where number or day is blank, or its end has torn the rest of it off. */
    private static boolean isTorn(String text, String next) {
        return TORN.matcher(text).matches()
                || REST_OF_DATE.matcher(next).matches()
                        && TORN_DATE.matcher(text).matches();
    }

    /**
     * Those who issue together, by what says so: the title, the symbol's code or its two agencies, two numbers.
     *
     * @param agencies the agency and the one above it, as if one alone issued; set right where several do
     */
    private List<Body> jointly(String[] agencies) {
        boolean said = jointTitle
                || numberLines.size() > 1
                || symbol != null && JOINT_SYMBOL.matcher(symbol).lookingAt();
        if (!said && (symbol == null || !TWO_AGENCIES.matcher(symbol).matches())) {
            return List.of();
        }
        List<Body> issuers = severalOn(agencies[0]).stream()
                .map(name -> new Body(name, names.get(names.size() - 1).span()))
                .toList();
        if (issuers.size() < 2 && said) {
            List<Body> all = oneBelowAnother();
            boolean headed =
                    all.size() > 1 && IS_ABOVE.matcher(all.get(0).name()).lookingAt();
            issuers = all.subList(headed ? 1 : 0, all.size());
            if (issuers.size() > 1) {
                agencies[1] = headed ? all.get(0).name() : null;
            }
        }
        if (issuers.size() < 2) {
            return List.of();
        }
        agencies[0] = issuers.get(0).name();
        return issuers;
    }

    private List<Body> oneBelowAnother() {
        List<Body> bodies = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= names.size(); i++) {
            if (i == names.size()
                    || !continuesName(names.get(i - 1).text(), names.get(i).text())) {
                bodies.add(
                        new Body(join(names.subList(from, i)), names.get(from).span()));
                from = i;
            }
        }
        return bodies;
    }

    /** The bodies on one line: "SỞ TƯ PHÁP - CÔNG AN TỈNH"; one alone where it names one. */
    static List<String> severalOn(String agency) {
        if (agency == null) {
            return List.of();
        }
        List<String> bodies = new ArrayList<>();
        for (String part : BETWEEN_BODIES.split(agency)) {
            boolean goesOn = !bodies.isEmpty() && !OPENS_BODY.matcher(part).matches();
            if (goesOn
                    || !bodies.isEmpty() && OFFICE_OF_TWO.matcher(bodies.get(0)).matches()) {
                return List.of(agency);
            }
            bodies.add(part.strip());
        }
        return bodies;
    }

    /** Parts the lines above the number into the agency and the one above it. */
    private static String[] agencies(List<BareLine> names) {
        if (names.isEmpty()) {
            return new String[] {null, null};
        }
        int split = beginOfAgency(names);
        String agency = join(names.subList(split, names.size()));
        String parent = split == 0 ? null : join(names.subList(0, split));
        return new String[] {agency, parent};
    }

    /** Which of the lines above the number is the first that names the agency itself. */
    private static int beginOfAgency(List<BareLine> names) {
        int split = Math.max(0, names.size() - 1);
        while (split > 0
                && continuesName(names.get(split - 1).text(), names.get(split).text())
                && sameFace(names.get(split - 1), names.get(split))) {
            split--;
        }
        return split;
    }

    private static List<Span> spans(List<BareLine> lines) {
        return lines.stream().map(BareLine::span).toList();
    }

    /** Whether the second line goes on the name of the first: "ỦY BAN NHÂN DÂN" / "TỈNH QUẢNG NAM". */
    private static boolean continuesName(String first, String second) {
        boolean opensBody = OPENS_BODY.matcher(second).matches();
        if (!opensBody) {
            return true;
        }
        return LEADS_ON.matcher(first).matches()
                || ENDS_WITH_LEVEL.matcher(first).matches()
                        && CALLED_LIKE_BODY.matcher(second).matches();
    }

    private static boolean sameFace(BareLine a, BareLine b) {
        if (a.paragraph.runs().isEmpty() || b.paragraph.runs().isEmpty()) {
            return true;
        }
        return a.isBold() == b.isBold() || NAME_BEGUN.matcher(a.text()).matches();
    }

    private static String join(List<BareLine> lines) {
        StringBuilder out = new StringBuilder();
        for (BareLine line : lines) {
            out.append(out.length() > 0 ? " " : "")
                    .append(RULE_BEHIND.matcher(line.text()).replaceAll(""));
        }
        return RunTogether.apart(COMMA_WITHOUT_SPACE.matcher(out).replaceAll(", "));
    }
}
