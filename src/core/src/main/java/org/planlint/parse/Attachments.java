package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Attachment;
import org.planlint.facts.AttachmentPromise;
import org.planlint.facts.PartialDate;
import org.planlint.text.Span;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Finds annexes that the text promises, and those that the file holds. */
final class Attachments {
    private static final Vocabulary WORDS = Vocabulary.of("annexes");
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");

    private static final String KIND = WORDS.any("annexes", "only promised");
    private static final Pattern BRACKETED = Pattern.compile(
            "(?iu)\\(\\s*(?:có\\s+|theo\\s+|chi tiết\\s+(?:theo|tại|có|như|ở)?\\s*|xem\\s+)*(?<what>" + KIND
                    + ")" + Pieces.NO_LETTER_AFTER + "[^()]{0,90}?" + WORDS.any("annexed", "annexed in brackets")
                    + Pieces.NO_LETTER_AFTER
                    + "[^()]{0,30}\\)");
    private static final Pattern BRACKETED_FIRST = Pattern.compile("(?iu)\\(\\s*(?:có\\s+|gửi\\s+)?"
            + WORDS.any("annexed", "annexed in brackets") + Pieces.NO_LETTER_AFTER
            + "\\s*(?:theo\\s+|là\\s+)?(?:dự kiến\\s+|chi tiết\\s+)?(?<what>" + KIND + ")" + Pieces.NO_LETTER_AFTER
            + "[^()]{0,70}\\)");
    private static final Pattern RUNNING = Pattern.compile("(?iu)(?:theo|tại|có|gồm|xem)\\s+(?:các\\s+)?(?<what>" + KIND
            + ")" + Pieces.NO_LETTER_AFTER + "[^.;()]{0,60}?" + WORDS.any("annexed")
            + "(?:\\s+kế hoạch(?: này)?)?(?=\\s*(?:[.;,:)/]|$|kế hoạch))");
    private static final Pattern OTHERS = Pattern.compile("(?iu)(?:kèm theo|theo|của|tại)\\s+(?:các\\s+)?"
            + DOCUMENTS.any("bring other annexes")
            + Pieces.NO_LETTER_AFTER + "|" + WORDS.any("papers of applicants"));
    private static final Pattern NUMBER =
            Pattern.compile("(?iu)phụ lục\\s+(?:số\\s+)?(" + Pieces.SHORT_ROMAN + "|\\d{1,2})(?![\\p{L}\\d])");
    private static final Pattern HEAD = Pattern.compile("(?iu)^(?:" + WORDS.any("before a title") + "\\s+)?"
            + WORDS.any("annexes", "only titles") + Pieces.NO_LETTER_AFTER + ".*");
    private static final Pattern NAMED = Pattern.compile(
            "(?iu)kèm theo\\s+(?<type>" + DOCUMENTS.any("named by an annex")
                    + ")\\s+(?:số\\s*)?:?\\s*(?<number>\\d*)\\s*[.…]*\\s*/\\s*(?<symbol>[\\p{Lu}\\p{L}\\d&.\\-–]+)"
                    + "(?:\\s*,?\\s*ngày(?:\\s*(?<d>\\d{1,2})?[\\s.…]*(?:tháng\\s*(?<m>\\d{1,2})?[\\s.…]*năm\\s*(?<y>\\d{4})?|/\\s*(?<m2>\\d{1,2})\\s*/\\s*(?<y2>\\d{4}))))?");

    private static final Pattern SPEAKS_OF_ANNEX = Pattern.compile("(?iu)" + WORDS.any("speaks of annexes", "annexed"));

    private Attachments() {}

    static List<Attachment> find(Found soFar) {
        List<Attachment> attachments = new ArrayList<>();
        List<Line> lines = soFar.lines();
        List<Line> annex = annex(soFar);
        boolean referred = !annex.isEmpty()
                && lines.stream()
                        .anyMatch(l -> l.zone == Line.Zone.BODY
                                && SPEAKS_OF_ANNEX.matcher(l.text()).find());
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
        Matcher number = NUMBER.matcher(line.text());
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
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY
                    || !line.text().toLowerCase(Locale.ROOT).contains("kèm")) {
                continue;
            }
            for (Pattern pattern : new Pattern[] {BRACKETED, BRACKETED_FIRST, RUNNING}) {
                Matcher m = pattern.matcher(line.text());
                while (m.find()) {
                    int reach = Math.min(line.text().length(), m.end() + 25);
                    boolean foreign = OTHERS.matcher(line.text().substring(m.start(), reach))
                            .find();
                    if (foreign
                            || found.stream()
                                    .anyMatch(p -> p.span().paragraph() == line.paragraph.index()
                                            && p.span().start()
                                                    <= line.span(m.start(), m.end())
                                                            .start()
                                            && p.span().end()
                                                    >= line.span(m.start(), m.end())
                                                            .start())) {
                        continue;
                    }
                    Matcher number = NUMBER.matcher(m.group());
                    Integer n = number.find() ? value(number.group(1)) : null;
                    String what = m.group("what").toLowerCase(Locale.ROOT);
                    if (found.stream()
                            .anyMatch(p -> p.what().equalsIgnoreCase(what) && Objects.equals(p.number(), n))) {
                        continue;
                    }
                    found.add(new AttachmentPromise(
                            m.group("what"),
                            n,
                            anythingBehind && isKept(n, attachments),
                            line.section,
                            line.span(m.start(), m.end())));
                }
            }
        }
        return found;
    }

    /** Anything behind the signature may be the annex; only a number that is missing among numbered ones is not. */
    private static boolean isKept(Integer number, List<Attachment> attachments) {
        boolean allNumbered =
                attachments.stream().filter(a -> a.number() != null).count() >= 1
                        && attachments.stream().allMatch(a -> a.number() != null);
        return number == null || !allNumbered || attachments.stream().anyMatch(a -> number.equals(a.number()));
    }
}
