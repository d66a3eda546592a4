package org.planlint.facts;

import java.util.regex.Pattern;
import org.planlint.text.Span;

/**
 * A line of the signature block that says by what right one signs.
 *
 * @param code    TM, KT, TL, TUQ or Q
 * @param printed how the file prints it: "TM.", "T/M", "KT:"
 * @param whom    the collective or the title behind it, in capitals
 */
public record AuthorityLine(String code, String printed, String whom, Span span) implements Located {
    private static final Pattern HEADED = Pattern.compile("^(?:SỞ|TRƯỜNG|PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|BAN GIÁM HIỆU|BAN GIÁM ĐỐC)(?:\\s.*|$)");
    private static final Pattern COLLECTIVE = Pattern.compile(".*(?:HỘI ĐỒNG|CHI BỘ|CÔNG ĐOÀN).*");
    private static final Pattern SHORT = Pattern.compile("^(?:UBND|HĐND|BCĐ|BTC)(?:\\s.*|$)");

    /** Decree 30/2020, PL I.I Mục II.7b: TM. KT. TL. TUQ. Q. */
    public boolean isWellFormed() {
        return printed.equals(code + ".");
    }

    /** Bodies under one head, who signs in his own name. */
    public boolean isForHeadedBody() {
        return code.equals("TM") && HEADED.matcher(whom).matches()
                && !COLLECTIVE.matcher(whom).matches();
    }

    public boolean abbreviates() {
        return SHORT.matcher(whom).matches();
    }
}
