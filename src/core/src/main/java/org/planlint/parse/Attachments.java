package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Attachment;
import org.planlint.facts.AttachmentPromise;
import org.planlint.facts.PartialDate;
import org.planlint.text.Span;
import org.planlint.words.Phrases;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds annexes that the text promises, and those that the file holds. */
final class Attachments {
    private static final Vocabulary WORDS = Vocabulary.of("annexes");
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");
    /** A line without any of these promises nothing. */
    private static final Phrases SIGNS = WORDS.get("signs of a promise");

    private static final String ANNEX = "phụ lục";

    private static final String KIND = WORDS.any("annexes", "only promised");
    private static final Sought BRACKETED =
            new Sought("(?iu)\\(\\s*(?:có\\s+|theo\\s+|chi tiết\\s+(?:theo|tại|có|như|ở)?\\s*|xem\\s+)*(?<what>" + KIND
                    + ")" + Pieces.NO_LETTER_AFTER + "[^()]{0,90}?" + WORDS.any("annexed", "annexed in brackets")
                    + Pieces.NO_LETTER_AFTER
                    + "[^()]{0,30}\\)");
    private static final Sought BRACKETED_FIRST = new Sought("(?iu)\\(\\s*(?:có\\s+|gửi\\s+)?"
            + WORDS.any("annexed", "annexed in brackets") + Pieces.NO_LETTER_AFTER
            + "\\s*(?:theo\\s+|là\\s+)?(?:dự kiến\\s+|chi tiết\\s+)?(?<what>" + KIND + ")" + Pieces.NO_LETTER_AFTER
            + "[^()]{0,70}\\)");
    private static final Sought RUNNING = new Sought("(?iu)(?:theo|tại|có|gồm|xem)\\s+(?:các\\s+)?(?<what>" + KIND
            + ")" + Pieces.NO_LETTER_AFTER + "[^.;()]{0,60}?" + WORDS.any("annexed")
            + "(?:\\s+kế hoạch(?: này)?)?(?=\\s*(?:[.;,:)/]|$|kế hoạch))");
    /** "KINH PHÍ: Đính kèm.", "DỰ TRÙ: Phụ lục đính kèm". */
    private static final Sought AFTER_COLON = new Sought("(?iu)(?<=:|:\\s)(?:có\\s+|theo\\s+)*(?:(?<what>" + KIND
            + ")\\s+)?" + WORDS.any("annexed") + "(?:\\s+kế hoạch(?: này)?)?\\s*[./]*$");

    private static final Sought BEFORE_BRACKET =
            new Sought("(?iu)" + Pieces.NO_LETTER_BEFORE + "(?<what>" + KIND + ")" + Pieces.NO_LETTER_AFTER
                    + "[^.;:()]{0,60}\\((?:có\\s+|được\\s+)?" + WORDS.any("annexed") + "(?:\\s+kế hoạch(?: này)?)?\\)");
    private static final String OWN = "(?<what>" + WORDS.any("own annexes") + ")" + Pieces.NO_LETTER_AFTER;
    private static final Sought ANNEXED_FIRST =
            new Sought("(?iu)" + WORDS.any("annexed") + "\\s+(?:kế hoạch này\\s+)?(?:(?:là|có|các|theo)\\s+)*" + OWN);
    private static final Sought IN_DETAIL =
            new Sought("(?iu)" + WORDS.any("in detail") + "\\s+(?:(?:theo|tại|ở|như|trong|các)\\s+)+" + OWN);
    /** A number says enough: "(Phụ lục I)", "theo Phụ lục số 02". */
    private static final Sought NUMBERED = new Sought(
            "(?iu)(?:\\([^()]{0,80}?|:\\s*|" + Pieces.NO_LETTER_BEFORE + "(?:theo|tại|xem|ở|như)\\s+(?:các\\s+)?)" + OWN
                    + "\\s+(?:số\\s+)?(?:" + Pieces.SHORT_ROMAN + "|\\d{1,2})(?![\\p{L}\\d/])");

    private static final List<Sought> PROMISES = List.of(
            BRACKETED, BRACKETED_FIRST, RUNNING, AFTER_COLON, BEFORE_BRACKET, ANNEXED_FIRST, IN_DETAIL, NUMBERED);
    /** These say nothing of "kèm theo": the whole sentence must be free of another document. */
    private static final Set<Sought> BY_NAME_ALONE = Set.of(IN_DETAIL, NUMBERED);

    private static final Sought OTHER_DOCUMENT = new Sought("(?iu)" + Pieces.NO_LETTER_BEFORE + "(?:"
            + DOCUMENTS.any("bring other annexes") + "|kế hoạch số|" + WORDS.any("have annexes too") + ")"
            + Pieces.NO_LETTER_AFTER);
    private static final Pattern SENTENCE_END = Pattern.compile("[.;]\\s");
    private static final Sought OTHERS = new Sought("(?iu)(?:kèm theo|theo|của|tại)\\s+(?:các\\s+)?"
            + DOCUMENTS.any("bring other annexes")
            + Pieces.NO_LETTER_AFTER + "|" + WORDS.any("papers of applicants"));
    private static final Sought NUMBER =
            new Sought("(?iu)phụ lục\\s+(?:số\\s+)?(" + Pieces.SHORT_ROMAN + "|\\d{1,2})(?![\\p{L}\\d])");
    private static final Pattern HEAD = Pattern.compile("(?iu)^(?:" + WORDS.any("before a title") + "\\s+)?"
            + WORDS.any("annexes", "only titles") + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern NAMED = Pattern.compile(
            "(?iu)kèm theo\\s+(?<type>" + DOCUMENTS.any("named by an annex")
                    + ")\\s+(?:số\\s*)?:?\\s*(?<number>\\d*)\\s*[.…]*\\s*/\\s*(?<symbol>[\\p{Lu}\\p{L}\\d&.\\-–]+)"
                    + "(?:\\s*,?\\s*ngày(?:\\s*(?<d>\\d{1,2})?[\\s.…]*(?:tháng\\s*(?<m>\\d{1,2})?[\\s.…]*năm\\s*(?<y>\\d{4})?|/\\s*(?<m2>\\d{1,2})\\s*/\\s*(?<y2>\\d{4}))))?");

    /** What a promise of sums is called, and what a sheet that holds them says. */
    private static final Sought SUMS = new Sought("(?iu)" + WORDS.any("sums"));

    private static final Sought HOLDS_SUMS = new Sought("(?iu)" + WORDS.any("sums", "held by sums"));
    private static final Sought SPEAKS_OF_ANNEX = new Sought("(?iu)" + WORDS.any("speaks of annexes", "annexed"));

    private Attachments() {}

    static List<Attachment> find(Found soFar) {
        List<Attachment> attachments = new ArrayList<>();
        List<Line> lines = soFar.lines();
        List<Line> annex = annex(soFar);
        boolean referred = !annex.isEmpty()
                && lines.stream().anyMatch(l -> l.zone == Line.Zone.BODY && SPEAKS_OF_ANNEX.in(l.text()));
        int part = -1;
        Line head = null;
        for (Line line : annex) {
            boolean starts = line.part != part;
            boolean titled = line.table == null
                    && HEAD.matcher(line.text()).matches()
                    && (line.isCapitals() || line.isCentred() || line.isBold())
                    && line.text().length() < 160;
            if (starts || titled && (head == null || line.index - head.index > 6)) {
                part = line.part;
                head = line;
                Integer previous = attachments.isEmpty()
                        ? null
                        : attachments.get(attachments.size() - 1).number();
                attachments.add(attachment(line, lines, previous, referred));
            }
        }
        return attachments;
    }

    private static List<Line> annex(Found soFar) {
        return soFar.lines().stream().filter(l -> l.zone == Line.Zone.ANNEX).toList();
    }

    private static Attachment attachment(Line line, List<Line> lines, Integer previous, boolean referred) {
        Matcher number = NUMBER.pattern().matcher(line.text());
        Integer n = number.find() ? value(number.group(1)) : null;
        String namedNumber = null;
        PartialDate namedDate = null;
        String namedType = null;
        Span namedSpan = null;
        StringBuilder near = new StringBuilder();
        for (int i = line.index; i < Math.min(lines.size(), line.index + 8); i++) {
            boolean names = lines.get(i).lower().contains("kèm theo");
            namedSpan = namedSpan == null && names ? lines.get(i).span() : namedSpan;
            near.append(lines.get(i).text()).append(' ');
        }
        Matcher named = NAMED.matcher(near);
        if (named.find()) {
            namedType = named.group("type");
            namedNumber = named.group("number") + "/" + named.group("symbol");
            String month = named.group("m") != null ? named.group("m") : named.group("m2");
            String year = named.group("y") != null ? named.group("y") : named.group("y2");
            namedDate = new PartialDate(integer(year), integer(month), integer(named.group("d")));
        }
        boolean arabic = n != null && Character.isDigit(number.group(1).charAt(0));
        return new Attachment(
                line.text(), n, arabic, namedType, namedNumber, namedDate, previous, referred, namedSpan, line.span());
    }

    private static Integer integer(String digits) {
        return digits == null || digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    private static Integer value(String number) {
        int roman = Vietnamese.roman(number.toUpperCase(Locale.ROOT));
        return roman > 0 ? roman : Integer.valueOf(number);
    }

    static List<AttachmentPromise> promises(Found soFar) {
        List<AttachmentPromise> found = new ArrayList<>();
        List<Attachment> attachments = soFar.all(Attachment.class);
        List<Line> annex = annex(soFar);
        boolean anythingBehind = annex.size() >= 3 || annex.stream().anyMatch(l -> l.inTable());
        boolean sumsBehind = annex.stream().anyMatch(l -> HOLDS_SUMS.in(l.text()));
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY || !SIGNS.in(line.lower())) {
                continue;
            }
            for (Sought pattern : PROMISES) {
                for (Matcher m = pattern.first(line.text()); m != null; m = pattern.next(m, line.text())) {
                    String what = m.group("what") == null ? ANNEX : m.group("what");
                    Matcher number = NUMBER.pattern().matcher(m.group());
                    Integer n = number.find() ? value(number.group(1)) : null;
                    Span span = line.span(BY_NAME_ALONE.contains(pattern) ? m.start("what") : m.start(), m.end());
                    boolean said = found.stream()
                            .anyMatch(p -> overlap(p.span(), span)
                                    || p.what().equalsIgnoreCase(what) && Objects.equals(p.number(), n));
                    if (!said && !isForeign(pattern, m, line.text())) {
                        boolean ofSums =
                                pattern == AFTER_COLON && SUMS.in(line.text().substring(0, m.start()));
                        boolean kept = anythingBehind && (sumsBehind || !ofSums) && isKept(n, attachments);
                        found.add(new AttachmentPromise(what, n, kept, line.section, span));
                    }
                }
            }
        }
        return found;
    }

    private static boolean overlap(Span a, Span b) {
        return a.paragraph() == b.paragraph() && a.start() < b.end() && b.start() < a.end();
    }

    /** Whether the annex is another document's, or what others are to send in. */
    private static boolean isForeign(Sought pattern, Matcher promise, String text) {
        int reach = Math.min(text.length(), promise.end() + 25);
        if (OTHERS.in(text.substring(promise.start(), reach))) {
            return true;
        }
        return BY_NAME_ALONE.contains(pattern) && OTHER_DOCUMENT.in(sentence(text, promise.start()));
    }

    /** The sentence that holds this place. */
    private static String sentence(String text, int at) {
        int from = 0;
        Matcher end = SENTENCE_END.matcher(text);
        while (end.find()) {
            if (end.end() > at) {
                return text.substring(from, end.start());
            }
            from = end.end();
        }
        return text.substring(from);
    }

    /** Anything behind the signature may be the annex; only a number that is missing among numbered ones is not. */
    private static boolean isKept(Integer number, List<Attachment> attachments) {
        boolean allNumbered =
                attachments.stream().filter(a -> a.number() != null).count() >= 1
                        && attachments.stream().allMatch(a -> a.number() != null);
        return number == null || !allNumbered || attachments.stream().anyMatch(a -> number.equals(a.number()));
    }
}
