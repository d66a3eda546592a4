package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.DateRole;
import org.planlint.facts.IssuerOfSymbol;
import org.planlint.facts.LawTables;
import org.planlint.facts.NamePeriod;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Reference;
import org.planlint.facts.Replacement;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds the documents that the text cites by number: "Quyết định số 2817/QĐ-UBND ngày 25/12/2023 của UBND tỉnh". */
final class References {
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");
    private static final String SMALL =
            DOCUMENTS.get("types", "legislation", "only cited").small().any();
    /** Commas stand in names of laws: "Luật Phòng, chống tham nhũng số 36/2018/QH14". */
    private static final String NAME_OF_LAW = "(?<=" + DOCUMENTS.any("codes of law", "laws") + ")\\s+(?!số)(?:(?!"
            + DocumentTypes.CITED + Pieces.NO_LETTER_AFTER + "|" + SMALL + " số)[^.;:(]){2,120}?"
            + "(?=\\s(?:số\\s*:?\\s*)?\\d{1,4}/(?:\\d{4}/)?(?:PL-)?(?:UBTV)?QH)";

    private static final String NAME =
            "\\s+(?!số)(?:(?!" + DocumentTypes.CITED + Pieces.NO_LETTER_AFTER + "|[A-ZĐ]{2,4} số)[^.;:,(]){0,60}?";
    /** A symbol may be parted at its dash, mostly at the end of a line: "185/KH- UBND", "12/QĐ - UBND". */
    private static final String SYMBOL = Pieces.CITED_SYMBOL
            + "(?:(?:[-–]\\s|(?<=/[A-ZĐ]{1,3}r?)\\s[-–]\\s?)(?=[A-ZĐ]{2})[\\p{L}\\d&.\\-–]*[\\p{L}\\d])*";

    private static final Sought NUMBERED = new Sought(Pieces.NO_LETTER_BEFORE + "(?<type>" + DocumentTypes.CITED
            + "|" + SMALL + "(?=\\s+(?:số\\s|\\d{1,5}/(?:\\d{4}/)?[A-ZĐ])))(?:" + NAME_OF_LAW + "|" + NAME
            + ")?\\s*(?<so>số\\s*:?\\s*)?(?<!\\d)(?<number>\\d{1,6}[a-z]?\\s?(?:/\\s?\\d{4,5}\\s?/|/|-)\\s?" + SYMBOL
            + ")");
    private static final Pattern DATE = Pattern.compile(
            "^\\s*,?\\s*(?:được\\s+)?(?:ban hành\\s+|ký\\s+)?ngày\\s+(\\d{1,2})(?:\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})"
                    + "|\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4}))");
    private static final String ISSUER_NAME = "(?<issuer>[^,;:.()“”\"]{2,90}?)";
    /** "do …" names an issuer only where it says that it issued: "do Sở Nội vụ tham mưu". */
    private static final Pattern ISSUER = Pattern.compile("^\\s*,?\\s*(?:của\\s+" + ISSUER_NAME + "(?=\\s+(?:"
            + DOCUMENTS.any("behind an issuer") + Pieces.NO_LETTER_AFTER + "|và (?:\\p{Ll}|" + DocumentTypes.CITED
            + "))|\\s?[,;:.()“”\"]|$)|do\\s+" + ISSUER_NAME.replace("issuer", "maker") + "(?=\\s+(?:ban hành|ký|cấp)"
            + Pieces.NO_LETTER_AFTER + "))");

    private static final Pattern ABOUT = Pattern.compile(
            "^\\s*,?\\s*(?:ban hành|phê duyệt)?\\s*(?:về việc|về|V/v|v/v|ban hành|phê duyệt)\\s+([^;.]{5,400}?)(?=,\\s+\\p{Lu}|[;.]|$)");
    /** Five figures are a year that was mistyped: "01/12011/TT-BNV". */
    private static final Pattern YEAR = Pattern.compile("^" + Pieces.DOCUMENT_NUMBER + "/(\\d{4,5})/.*");
    /** What a line must not end with if the citation ends there. */
    private static final Pattern OPEN_END = Pattern.compile("(?:" + Pieces.NO_LETTER_BEFORE
            + "(?:số ?:?|ngày|tháng|năm|của|" + DocumentTypes.CITED + ")|\\d/|[A-ZĐ][-–])$");

    /** What most lines end with, and no open one. */
    private static final String CLOSED = ".;,)”";

    private static final Pattern GOES_ON = Pattern.compile("^(?:ngày \\d|số \\d|của )");
    /** An act that is named as the one replaced is no basis. */
    private static final Pattern REPLACED = Pattern.compile("(?:thay thế|bãi bỏ)(?: cho)?(?: các)? $");

    /** Words by which a citation in the body tells to act by what it cites: "theo quy định tại Thông tư …". */
    private static final Sought FOLLOWED =
            new Sought(Pieces.NO_LETTER_BEFORE + DOCUMENTS.any("acts by") + Pieces.NO_LETTER_AFTER + "[^.;]{0,200}$");
    /** A year of five figures in a number. */
    private static final Pattern MISTYPED_YEAR = Pattern.compile("/\\d{5}/");

    private static final Pattern ATTACHED = Pattern.compile("^\\(? ?(?:BAN HANH )?KEM THEO ");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DASH = Pattern.compile(" ?– ?");
    private static final Pattern HEAD_OF =
            Pattern.compile("^" + Vocabulary.of("signature").any("heads who issue") + "\\s+");

    private static final int LONGEST_END = 2
            + DocumentTypes.NAMES.all().stream().mapToInt(String::length).max().orElseThrow();

    /** How many characters before a citation are looked at: a line may be as long as a file. */
    private static final int BEFORE = 300;
    /** How many behind it, for its date, issuer and subject. */
    private static final int BEHIND = 700;

    private final Map<String, Replacement> replaced;
    private final List<NamePeriod> agencies;
    private final List<IssuerOfSymbol> issuers;

    References(LawTables law) {
        replaced = law.replaced();
        issuers = law.issuers();
        agencies = law.agencies().stream()
                .filter(a -> a.from() != null || a.to() != null)
                .toList();
    }

    List<Reference> find(Found soFar) {
        List<Reference> found = new ArrayList<>();
        List<Line> lines = soFar.lines();
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            if (line.zone == Line.Zone.HEAD
                    || line.zone == Line.Zone.SIGNATURE
                    || ATTACHED.matcher(line.folded()).lookingAt()) {
                continue;
            }
            Line next = at + 1 < lines.size() && isCutOff(line, lines.get(at + 1)) ? lines.get(at + 1) : null;
            if (next == null && !line.hasDigitBefore("/-")) {
                continue;
            }
            String text = next == null ? line.text() : line.text() + " " + next.text();
            int past = -1;
            for (Matcher m = NUMBERED.first(text);
                    m != null && m.start() < line.text().length();
                    m = NUMBERED.next(m, text)) {
                past = past < 0 ? DateRoles.firstOfPast(text.toLowerCase(Locale.ROOT)) : past;
                found.add(reference(line, next, text, m, found.size(), past));
            }
        }
        return found;
    }

    /** Whether a citation may go on over the line's end: "Quyết định số" / "1050/QĐ-UBND". */
    private static boolean isCutOff(Line line, Line next) {
        return line.zone == next.zone
                && line.part == next.part
                && !line.inData()
                && !next.inData()
                && (isOpen(line.text()) || GOES_ON.matcher(next.text()).lookingAt());
    }

    /** Looks at the end alone: no word that leaves a line open is longer. */
    private static boolean isOpen(String text) {
        return CLOSED.indexOf(text.charAt(text.length() - 1)) < 0
                && OPEN_END.matcher(text)
                        .region(Math.max(0, text.length() - LONGEST_END), text.length())
                        .useTransparentBounds(true)
                        .find();
    }

    /** @param past behind which character of the text the past is told of */
    private Reference reference(Line line, Line next, String text, Matcher m, int order, int past) {
        int end = m.end();
        Matcher d = DATE.matcher(text.substring(end, Math.min(text.length(), end + BEHIND)));
        PartialDate date = d.lookingAt() ? date(d) : null;
        end += date == null ? 0 : d.end();
        String issuer = null;
        String rest = text.substring(end, Math.min(text.length(), end + BEHIND));
        Matcher i = ISSUER.matcher(rest);
        if (i.lookingAt()) {
            issuer = (i.group("issuer") == null ? i.group("maker") : i.group("issuer")).strip();
            rest = rest.substring(i.end());
            Matcher behind = DATE.matcher(rest);
            date = date == null && behind.lookingAt() ? date(behind) : date;
        }
        Matcher about = ABOUT.matcher(rest);
        String number = SPACES.matcher(m.group("number")).replaceAll("");
        Matcher year = YEAR.matcher(number);
        boolean opening = line.zone == Line.Zone.COVER || line.section.isEmpty();
        return new Reference(
                upperFirst(m.group("type")),
                number,
                year.matches() ? Integer.valueOf(year.group(1)) : null,
                m.group("so") != null,
                date,
                issuer,
                about.lookingAt() ? about.group(1).strip() : null,
                opening ? DateRole.LEGAL_BASIS : DateRole.REFERENCE,
                line.section,
                order,
                opening || m.start() < past && isFollowed(text.substring(Math.max(0, m.start() - BEFORE), m.start()))
                        ? replacement(number, date, text, m.start())
                        : null,
                nameOf(issuer),
                rightIssuer(number, plain(issuer)),
                span(line, next, m, end));
    }

    /** What took its place, unless the text says so itself; of a year with a figure too many the date has the right one. */
    private Replacement replacement(String number, PartialDate date, String text, int start) {
        if (REPLACED.matcher(text).region(Math.max(0, start - BEFORE), start).find()) {
            return null;
        }
        return replaced.get(
                date == null ? number : MISTYPED_YEAR.matcher(number).replaceFirst("/" + date.year() + "/"));
    }

    private static boolean isFollowed(String before) {
        return FOLLOWED.in(before) && !DateRoles.tellsOfPast(before.toLowerCase(Locale.ROOT));
    }

    private static PartialDate date(Matcher m) {
        boolean numeric = m.group(2) != null;
        return PartialDate.of(
                Integer.parseInt(m.group(numeric ? 3 : 5)),
                Integer.parseInt(m.group(numeric ? 2 : 4)),
                Integer.parseInt(m.group(1)));
    }

    private String rightIssuer(String number, String printed) {
        IssuerOfSymbol issuer = IssuerOfSymbol.of(number, issuers);
        return issuer == null ? null : issuer.other(issuers, printed);
    }

    /** On the line that holds the number, where a citation stands on two. */
    private static Span span(Line line, Line next, Matcher m, int end) {
        int length = line.text().length();
        return end <= length
                ? line.span(m.start(), end)
                : m.start("number") > length
                        ? next.span(m.start("number") - length - 1, end - length - 1)
                        : line.span(m.start(), length);
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String plain(String issuer) {
        return issuer == null
                ? ""
                : HEAD_OF.matcher(DASH.matcher(issuer).replaceAll(" - ")).replaceFirst("");
    }

    /** The time of the issuer's name, where the law's tables know that it changed. */
    private NamePeriod nameOf(String issuer) {
        String plain = plain(issuer);
        return agencies.stream()
                .filter(a -> plain.equals(a.name()) || plain.startsWith(a.name() + " tỉnh"))
                .findFirst()
                .orElse(null);
    }
}
