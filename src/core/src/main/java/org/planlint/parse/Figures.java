package org.planlint.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Amount;
import org.planlint.facts.Indicator;
import org.planlint.facts.Percentage;
import org.planlint.facts.Total;
import org.planlint.words.Pieces;
import org.planlint.words.Sought;
import org.planlint.words.Vocabulary;

/** Finds sums of money and measured aims. Numbers are Vietnamese: a point parts thousands, a comma the fraction. */
final class Figures {
    private static final Vocabulary WORDS = Vocabulary.of("figures");

    private static final Sought AMOUNT = new Sought(
            "(?iu)(?<![\\d.,])(" + Pieces.GROUPED_NUMBER + "|" + Pieces.NUMBER + ")\\s*(" + WORDS.any("units of money")
                    + "|đ(?=[\\s,;.)(]|$))"
                    + "\\s*\\.?\\s*(?:\\(?\\s*" + WORDS.any("in words")
                    + "\\s*:?\\s*([^().;]{3,160})\\)?|\\(\\s*([^().;\\d]{6,160}đồng(?: chẵn)?)\\s*\\))?");
    private static final Pattern INDICATOR = Pattern.compile(
            "(?iu)(?<name>[^.;:]{3,160}?)\\s+đạt\\s+(?:" + WORDS.any("at least") + "\\s+)?(?<target>" + Pieces.NUMBER
                    + ")\\s*(?<unit>%|điểm|[\\p{L}]+)"
                    + "(?<rest>(?:(?!\\sđạt\\s)[^.;]){0,120})");
    /** What every indicator has: cheaper than to try each place where its name may begin. */
    private static final Sought REACHES = new Sought("(?iu)đạt\\s+(?:" + WORDS.any("at least") + "\\s+)?\\d");

    private static final Sought CHANGE =
            new Sought("(?iu)(?<sign>tăng|giảm)\\s+(?:ít nhất\\s+|thêm\\s+)?(?:là\\s+)?(?<value>" + Pieces.NUMBER
                    + ")\\s*(?<unit>%|điểm|\\p{L}+)?");
    private static final Pattern BASELINE = Pattern.compile(
            "(?iu)so với\\s+(?:kết quả\\s+)?(?:năm\\s+\\d{4}|năm trước|cùng kỳ(?:\\s+năm\\s+\\d{4})?)\\s*(?:\\(\\s*|,?\\s*(?:là|đạt)\\s+)(?<value>"
                    + Pieces.NUMBER + ")\\s*(?<unit>%|điểm|\\p{L}+)?");
    private static final Sought SHARE = new Sought("(?iu)(?:tỷ|tỉ) lệ\\s[^.;:]{3,110}?\\s(?:đạt|là|chiếm)\\s+(?:"
            + WORDS.any("at least", "about") + "\\s+)?(?<value>\\d{1,4}(?:,\\d+)?)\\s?%");
    /** Such a share is measured against a plan or the past, and may well be above a hundred. */
    private static final Sought AGAINST = new Sought("(?iu)" + WORDS.any("measured against"));

    private static final Pattern PARTS_FOLLOW =
            Pattern.compile("(?iu).*" + WORDS.any("parts follow") + "\\s*(?:có\\s*)?:$");
    private static final Pattern PART =
            Pattern.compile("^(?:" + Pieces.BULLET + "|\\(?\\d{1,2}[.)]|" + Pieces.POINT_LETTER + "\\))\\s*\\S.*");
    private static final Sought ONE_TARGET = new Sought(
            "(?iu)đạt\\s+(?:" + WORDS.any("at least") + "\\s+)?(?<value>" + Pieces.NUMBER + ")\\s*(?<unit>%|điểm)");

    private static final Pattern RISE = Pattern.compile("(?iu)(?<name>[^.;:]{3,160}?)\\s+từ\\s+(?<from>" + Pieces.NUMBER
            + ")\\s*(?:%|điểm|\\p{L}+)?(?:\\s*\\([^()\\d]{0,20}\\d{4}\\)|\\s+năm\\s+\\d{4})?\\s+(?:lên|xuống)\\s+(?:(?:trên|còn)\\s+)?(?<to>"
            + Pieces.NUMBER
            + ")\\s*(?<unit>%|điểm|\\p{L}+)");

    /** An aim that names nothing of its own goes on about what came before: "phấn đấu năm 2023". */
    private static final Pattern AIMS_AT_THE_SAME =
            Pattern.compile("(?iu)[\\s,]*(?:(?:" + WORDS.any("aims at") + "|năm\\s+\\d{4}|\\d{4})[\\s,]*)+");

    private static final Sought REACHED =
            new Sought("(?iu)\\s(?:đạt|là)\\s+(?<value>" + Pieces.NUMBER + ")\\s*(?<unit>%|điểm|\\p{L}+)");
    /** So many times so much: what it comes to need not be what is counted above. */
    private static final Sought PRODUCT = new Sought("(?iu)\\d\\s*(?:\\p{L}+\\s+){0,2}[x×*]\\s*\\d|\\s[x×*]\\s|=|"
            + WORDS.any("units of money") + "\\s*/|" + Pieces.NO_LETTER_BEFORE + "(?:mỗi|một)\\s");

    private Figures() {}

    static List<Amount> amounts(Found soFar) {
        List<Amount> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (!isText(line) || !line.hasDigitBefore("đtnv")) {
                continue;
            }
            for (Matcher m = AMOUNT.first(line.text()); m != null; m = AMOUNT.next(m, line.text())) {
                String words = m.group(3) != null
                        ? m.group(3).strip()
                        : m.group(4) != null ? m.group(4).strip() : null;
                BigDecimal dong = number(m.group(1)).multiply(factor(m.group(2)));
                boolean differ = words != null && NumberWords.differ(dong, words);
                found.add(new Amount(
                        number(m.group(1)),
                        m.group(2),
                        words,
                        differ ? NumberWords.spell(dong) + " đồng" : null,
                        differ,
                        line.section,
                        line.span(m.start(), m.end())));
            }
        }
        return found;
    }

    static List<Indicator> indicators(Found soFar) {
        List<Indicator> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (!isText(line)) {
                continue;
            }
            Matcher rise = RISE.matcher(mayRise(line) ? line.text() : "");
            while (rise.find()) {
                BigDecimal from = number(rise.group("from"));
                BigDecimal to = number(rise.group("to"));
                Matcher said = CHANGE.pattern()
                        .matcher(line.text()
                                .substring(rise.end(), Math.min(line.text().length(), rise.end() + 60)));
                boolean alike = said.find() && isAlike(rise.group("unit"), said.group("unit"));
                BigDecimal change = alike ? signed(said) : to.subtract(from);
                found.add(new Indicator(
                        rise.group("name").strip(),
                        to,
                        change,
                        from,
                        rise.group("unit"),
                        line.section,
                        line.span(rise.start(), rise.end())));
            }
            if (!line.lower().contains("đạt") || !REACHES.in(line.lower())) {
                continue;
            }
            Matcher m = INDICATOR.matcher(line.text());
            for (int at = 0; m.find(at); at = m.end("unit")) {
                Matcher change = CHANGE.pattern().matcher(m.group("rest"));
                BigDecimal delta = null;
                BigDecimal baseline = null;
                if (change.find()) {
                    delta = signed(change);
                    Matcher base = BASELINE.matcher(m.group("rest").substring(change.end()));
                    boolean alike = isAlike(m.group("unit"), change.group("unit"));
                    if (alike
                            && base.find()
                            && (base.group("unit") == null || m.group("unit").equals(base.group("unit")))) {
                        baseline = number(base.group("value"));
                    } else if (alike) {
                        baseline = valueBefore(line.text().substring(0, m.start()), m);
                    }
                }
                BigDecimal target = number(m.group("target"));
                found.add(new Indicator(
                        m.group("name").strip(),
                        target,
                        delta,
                        baseline,
                        m.group("unit"),
                        line.section,
                        line.span(m.start(), m.end())));
            }
        }
        return found;
    }

    private static boolean mayRise(Line line) {
        String text = line.lower();
        return text.contains(" từ ") && (text.contains("lên") || text.contains("xuống")) && line.hasDigitBefore("%đlx");
    }

    /** A change without a unit is in that of the aim; a bare one of a share may be relative to it. */
    private static boolean isAlike(String unit, String ofChange) {
        return ofChange == null ? !unit.equals("%") : unit.equals(ofChange);
    }

    /** What the same thing came to in the sentence before: "… năm 2022 đạt 42,15 điểm. Phấn đấu năm 2023 đạt …"; else null. */
    private static BigDecimal valueBefore(String before, Matcher aim) {
        if (!AIMS_AT_THE_SAME.matcher(aim.group("name")).matches()) {
            return null;
        }
        BigDecimal value = null;
        for (Matcher reached = REACHED.first(before); reached != null; reached = REACHED.next(reached, before)) {
            value = reached.group("unit").equals(aim.group("unit")) ? number(reached.group("value")) : null;
        }
        return value;
    }

    private static BigDecimal signed(Matcher change) {
        BigDecimal value = number(change.group("value"));
        return change.group("sign").equalsIgnoreCase("giảm") ? value.negate() : value;
    }

    private static BigDecimal factor(String unit) {
        String word = unit.toLowerCase(Locale.ROOT);
        long factor = word.startsWith("triệu")
                ? 1_000_000L
                : word.startsWith("tỷ ") || word.startsWith("tỉ ")
                        ? 1_000_000_000L
                        : word.startsWith("nghìn ") || word.startsWith("ngàn ") ? 1_000L : 1L;
        return BigDecimal.valueOf(factor);
    }

    static List<Percentage> shares(Found soFar) {
        List<Percentage> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (!isText(line) || line.text().indexOf('%') < 0 || !line.lower().contains(" lệ ")) {
                continue;
            }
            for (Matcher m = SHARE.first(line.text()); m != null; m = SHARE.next(m, line.text())) {
                String near = m.group()
                        + line.text().substring(m.end(), Math.min(line.text().length(), m.end() + 40));
                if (!AGAINST.in(near)) {
                    found.add(new Percentage(number(m.group("value")), line.span(m.start("value"), m.end())));
                }
            }
        }
        return found;
    }

    /** A figure or sum "… trong đó:" and the parts that are listed below it, each with one figure of the same kind. */
    static List<Total> totals(Found soFar) {
        List<Total> found = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (!isText(line)
                    || line.inTable()
                    || !line.text().endsWith(":")
                    || !PARTS_FOLLOW.matcher(line.text()).matches()) {
                continue;
            }
            Matcher target = ONE_TARGET.pattern().matcher(line.text());
            if (target.find()) {
                String unit = target.group("unit");
                List<BigDecimal> parts = parts(
                        line,
                        soFar.lines(),
                        ONE_TARGET.pattern(),
                        m -> m.group("unit").equals(unit) ? number(m.group("value")) : null);
                if (parts != null && !unit.equals("%")) {
                    found.add(new Total(
                            number(target.group("value")),
                            parts,
                            line.span(target.start("value"), target.end("value"))));
                }
                continue;
            }
            Matcher amount = AMOUNT.pattern().matcher(line.text());
            if (line.hasDigitBefore("đtnv") && amount.find()) {
                List<BigDecimal> parts = parts(
                        line,
                        soFar.lines(),
                        AMOUNT.pattern(),
                        m -> number(m.group(1)).multiply(factor(m.group(2))));
                if (parts != null) {
                    found.add(new Total(
                            number(amount.group(1)).multiply(factor(amount.group(2))),
                            parts,
                            line.span(amount.start(), amount.end(2))));
                }
            }
        }
        return found;
    }

    /** The figures of the items below a line; null unless there are several and each holds exactly one figure. */
    private static List<BigDecimal> parts(
            Line head, List<Line> lines, Pattern pattern, Function<Matcher, BigDecimal> value) {
        List<BigDecimal> parts = new ArrayList<>();
        char mark = 0;
        for (int i = head.index + 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!PART.matcher(line.text()).matches()
                    || !parts.isEmpty() && !sameMark(mark, line.text().charAt(0))) {
                break;
            }
            mark = line.text().charAt(0);
            Matcher m = pattern.matcher(line.text());
            BigDecimal part = m.find() && !PRODUCT.in(line.text()) ? value.apply(m) : null;
            if (part == null) {
                return null;
            }
            parts.add(part);
            if (m.find()) {
                return null;
            }
        }
        return parts.size() >= 2 ? parts : null;
    }

    private static boolean sameMark(char a, char b) {
        return a == b || Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b);
    }

    private static boolean isText(Line line) {
        return line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX;
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text.replace(".", "").replace(',', '.'));
    }
}
