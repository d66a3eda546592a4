package org.planlint.facts;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How figures are printed in Vietnamese: a point parts thousands, a comma the fraction. */
final class Figure {
    private Figure() {}

    static String text(BigDecimal value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.######", symbols).format(value);
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
