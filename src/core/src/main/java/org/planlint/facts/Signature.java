package org.planlint.facts;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.text.Span;

/**
 * The block at the end: who signs, by what right.
 *
 * @param authority lines with TM., KT., TL., TUQ. or Q. in order
 * @param position  the title above the name, or null
 * @param name      or null
 * @param digital   whether the file carries a digital signature
 * @param fault     what is wrong with the lines of authority, or null
 * @param degree    rank, degree or honour before the name, or null
 * @param nameSpan  the name as printed, or null
 * @param span      the whole block
 * @param faultSpan the line at fault, or null
 */
public record Signature(
        List<String> authority,
        String position,
        String name,
        boolean digital,
        AuthorityFault fault,
        String degree,
        Span nameSpan,
        Span span,
        Span faultSpan)
        implements Located {
    /** Of words that an engine is so sure of 98 in a hundred are right. */
    private static final int SURELY_READ = 95;

    private static final Pattern ODD_TITLE = Pattern.compile(
            "^(?:P\\.? ?GĐ|P\\.? ?CT|GĐ|HT|PHT|P\\. ?.*|PHÓ (?!TRƯỞNG (?:BAN|ĐOÀN|TIỂU BAN)).*THƯỜNG TRỰC.*|.*(?<!NGƯỜI )PHỤ TRÁCH$|QUYỀN .*)$");
    private static final Pattern HEAD = Pattern.compile("^CHỦ TỊCH(?:\\s.*|$)");
    private static final Pattern MARKS = Pattern.compile("[./\\s:]+");

    /** Ways in which lines of authority contradict Decree 30/2020, PL I.I Mục II.7b and Điều 13. */
    public enum AuthorityFault {
        /** TM. before a person's title; it stands before the collective's name. */
        TM_PERSON,
        /** KT. before a collective; it stands before the head's title. */
        KT_COLLECTIVE,
        /** TL. before a collective. */
        TL_COLLECTIVE,
        /** TUQ. before a collective. */
        TUQ_COLLECTIVE,
        /** KT. whose next line is no deputy. */
        KT_NO_DEPUTY,
        /** A deputy who signs without KT. */
        DEPUTY_NO_KT,
        /** TUQ. before the title whose deputy signs; a deputy signs in place of his head: KT. */
        TUQ_DEPUTY,
        /** KT. below TUQ.: who signs by delegation may not pass it on. */
        TUQ_KT
    }

    /** Whether what is wrong stands there, and is no line that a stamp may hide; and was surely read, if it was recognised. */
    public boolean hasFaultInPlainSight() {
        return fault != null
                && fault != AuthorityFault.KT_NO_DEPUTY
                && fault != AuthorityFault.DEPUTY_NO_KT
                && faultSpan.confidence() >= SURELY_READ;
    }

    /** Decree 30/2020, PL I.I Mục II.7đ: the name is not set in capitals. */
    public boolean hasNameInCapitals() {
        return name != null && name.equals(name.toUpperCase(Locale.ROOT));
    }

    /** Titles that no law knows, or that are cut short: Decree 30/2020, PL I.I Mục II.7c. */
    public boolean hasOddTitle() {
        return position != null
                && ODD_TITLE.matcher(position.toUpperCase(Locale.ROOT)).matches();
    }

    public boolean isByDeputy() {
        return position != null && position.toUpperCase(Locale.ROOT).startsWith("PHÓ ");
    }

    /** By its head, and nobody else's name stands above his: he says neither TM. nor TL. nor TUQ. */
    public boolean isByHeadAlone() {
        return position != null
                && HEAD.matcher(position.toUpperCase(Locale.ROOT)).matches()
                && authority.isEmpty();
    }

    /** Whether one of the lines of authority opens with {@code code}. */
    public boolean isSignedBy(String code) {
        return authority.stream()
                .anyMatch(line -> MARKS.matcher(line)
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT)
                        .startsWith(code));
    }

    public Signature {
        authority = List.copyOf(authority);
    }
}
