package org.planlint.facts;

import org.planlint.text.Span;

/**
 * Words that the law or good custom writes in another way; the first place of each.
 *
 * @param right how to write them, or null where there is no one way
 */
public record Wording(Kind kind, String right, Span span) implements Located {
    public enum Kind {
        /** "Khoản 2 Điều 5", "điều 5 của Luật": PL II.V.7. */
        LEGAL_REFERENCE_CASE,
        /** "Điều 5 khoản 2". */
        LEGAL_REFERENCE_ORDER,
        /** "nghị định số 30/2020/NĐ-CP", "Luật phòng, chống ma túy năm 2021", "kế hoạch này": PL II.V.6. */
        DOCUMENT_NAME_CASE,
        /** "Ủy ban Nhân dân", "Sở nội vụ": PL II.IV.1. */
        AGENCY_NAME_CASE,
        /** "thành phố Hồ Chí Minh", "thủ đô Hà Nội": PL II.III.1c. */
        CITY_CASE,
        /** "quận 1", "phường 5": PL II.III.1b. */
        NUMBERED_UNIT_CASE,
        /** "Thành Phố", "Thị Xã": PL II.III.1a. */
        UNIT_WORD_CASE,
        /** "phục vụ nhân dân": PL II.V.1. */
        PEOPLE_CASE,
        /** "đảng và Nhà nước": PL II.V.1, V.4. */
        PARTY_STATE_CASE,
        /** "ngày quốc khánh": PL II.V.5. */
        HOLIDAY_CASE,
        /** "thứ hai, ngày …": PL II.V.8c. */
        WEEKDAY_CASE,
        /** "Quyết định này" in a plan. */
        SELF_REFERENCE,
        /** "các các", "triển khai triển khai". */
        DOUBLED_WORD,
        /** "có lẽ". */
        SPECULATION,
        /** "ngày 10 tháng 04 năm 2024" in the text. */
        EXTRA_ZERO,
        /** "1,000,000 đồng". */
        ENGLISH_NUMBER,
        /** A bracket or a quotation mark without its other half. */
        BRACKET,
        /** "nguời", "hollogram": no Vietnamese syllable, and no other word. */
        IMPOSSIBLE_SYLLABLE,
        /** "phố biến" for "phổ biến". */
        WRONG_DIACRITIC,
        /** "Kính gửi" in a plan: PL I.I Mục II.9b. */
        ADDRESSEE,
        /** "HỎA TỐC HẸN GIỜ". */
        OLD_URGENCY,
        /** MẬT, TỐI MẬT, TUYỆT MẬT. */
        SECRECY
    }
}
