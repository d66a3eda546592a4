package org.planlint.facts;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** How figures are printed in Vietnamese: a point parts thousands, a comma the fraction. */
final class Figure {
    private static final int MOST_TERMS = 8;

    private Figure() {}

    static String text(BigDecimal value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.######", symbols).format(value);
    }

    /** A sum with its terms; of many, those that a reader can still follow. */
    static String sum(List<BigDecimal> terms) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            if (terms.size() > MOST_TERMS && i == MOST_TERMS - 2) {
                text.append(" + …");
                i = terms.size() - 1;
            }
            BigDecimal term = terms.get(i);
            text.append(i == 0 ? "" : term.signum() < 0 ? " − " : " + ").append(text(i == 0 ? term : term.abs()));
        }
        return text + " = " + text(terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A measure, to one place behind the comma. */
    static String tenth(double value) {
        return text(BigDecimal.valueOf(Math.round(value * 10), 1));
    }

    /** A share, to two places. */
    static String hundredth(double value) {
        return text(BigDecimal.valueOf(Math.round(value * 100), 2));
    }
}
