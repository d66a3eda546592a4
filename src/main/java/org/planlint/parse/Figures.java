package org.planlint.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlint.facts.Amount;
import org.planlint.facts.Indicator;

/** Finds sums of money and measured aims. Numbers are Vietnamese: a point parts thousands, a comma the fraction. */
final class Figures {
    private static final Pattern AMOUNT = Pattern.compile(
            "(?iu)(?<![\\d.,])(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?)\\s*(triệu đồng|tỷ đồng|tỉ đồng|nghìn đồng|ngàn đồng|đồng|VNĐ|đ(?=[\\s,;.)(]|$))"
                    + "\\s*\\.?\\s*(?:\\(?\\s*(?:bằng chữ|viết bằng chữ)\\s*:?\\s*([^().]{3,160})\\)?)?");
    private static final Pattern INDICATOR = Pattern.compile(
            "(?iu)(?<name>[^.;:]{3,160}?)\\s+đạt\\s+(?:từ\\s+|ít nhất\\s+|tối thiểu\\s+|trên\\s+)?(?<target>\\d+(?:,\\d+)?)\\s*(?<unit>%|điểm|[\\p{L}]+)"
                    + "(?<rest>[^.;]{0,120})");
    private static final Pattern CHANGE = Pattern.compile("(?iu)(?<sign>tăng|giảm)\\s+(?:ít nhất\\s+|thêm\\s+)?(?:là\\s+)?(?<value>\\d+(?:,\\d+)?)\\s*(?:%|điểm|\\p{L}+)?");

    private static final Pattern RISE = Pattern.compile(
            "(?iu)(?<name>[^.;:]{3,160}?)\\s+từ\\s+(?<from>\\d+(?:,\\d+)?)\\s*(?:%|điểm|\\p{L}+)?\\s+(?:lên|xuống)\\s+(?:trên\\s+)?(?<to>\\d+(?:,\\d+)?)\\s*(?<unit>%|điểm|\\p{L}+)");

    private Figures() {
    }

    static List<Amount> amounts(List<Line> lines) {
        List<Amount> found = new ArrayList<>();
        for (Line line : lines) {
            if (!isText(line) || !line.hasDigitBefore("đtnv")) {
                continue;
            }
            Matcher m = AMOUNT.matcher(line.text());
            while (m.find()) {
                String words = m.group(3) == null ? null : m.group(3).strip();
                found.add(new Amount(number(m.group(1)), m.group(2), words, line.section,
                        line.span(m.start(), m.end())));
            }
        }
        return found;
    }

    static List<Indicator> indicators(List<Line> lines) {
        List<Indicator> found = new ArrayList<>();
        for (Line line : lines) {
            if (!isText(line)) {
                continue;
            }
            Matcher rise = RISE.matcher(line.lower().contains(" từ ") && line.hasDigitBefore("%đlx") ? line.text() : "");
            while (rise.find()) {
                BigDecimal from = number(rise.group("from"));
                BigDecimal to = number(rise.group("to"));
                found.add(new Indicator(rise.group("name").strip(), to, to.subtract(from), from, rise.group("unit"),
                        line.section, line.span(rise.start(), rise.end())));
            }
            if (!line.lower().contains("đạt")) {
                continue;
            }
            Matcher m = INDICATOR.matcher(line.text());
            while (m.find()) {
                Matcher change = CHANGE.matcher(m.group("rest"));
                BigDecimal delta = null;
                if (change.find()) {
                    delta = number(change.group("value"));
                    delta = change.group("sign").equalsIgnoreCase("giảm") ? delta.negate() : delta;
                }
                BigDecimal target = number(m.group("target"));
                found.add(new Indicator(m.group("name").strip(), target, delta, null, m.group("unit"), line.section,
                        line.span(m.start(), m.end())));
            }
        }
        return found;
    }

    private static boolean isText(Line line) {
        return line.zone == Line.Zone.BODY || line.zone == Line.Zone.ANNEX;
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text.replace(".", "").replace(',', '.'));
    }
}
