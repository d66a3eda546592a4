package org.planlint.facts;

import org.planlint.text.Span;

/**
 * A line of the signature block that says by what right one signs.
 *
 * @param code    TM, KT, TL, TUQ or Q
 * @param printed how the file prints it: "TM.", "T/M", "KT:"
 * @param whom    the collective or the title behind it, in capitals
 */
public record AuthorityLine(String code, String printed, String whom, Span span) implements Located {
    /** Decree 30/2020, PL I.I Mục II.7b: TM. KT. TL. TUQ. Q. */
    public boolean isWellFormed() {
        return printed.equals(code + ".");
    }

    /** Bodies under one head, who signs in his own name. */
    public boolean isForHeadedBody() {
        return code.equals("TM") && whom.matches("^(?:SỞ|TRƯỜNG|PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|BAN GIÁM HIỆU|BAN GIÁM ĐỐC)(?:\\s.*|$)")
                && !whom.matches(".*(?:HỘI ĐỒNG|CHI BỘ|CÔNG ĐOÀN).*");
    }

    public boolean abbreviates() {
        return whom.matches("^(?:UBND|HĐND|BCĐ|BTC)(?:\\s.*|$)");
    }
}
