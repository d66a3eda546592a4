package org.planlint.facts;

import org.planlint.text.Span;

/**
 * The trích yếu.
 *
 * @param year     the last year that it names, or null
 * @param reviewed whether it speaks of results, of a period or of the past, so that its year is not the plan's own
 */
public record Subject(String text, Integer year, boolean reviewed, Span span) implements Located {
    public boolean opensWithVv() {
        return text.matches("(?iu)^v\\s?/\\s?v(?![\\p{L}]).*");
    }

    public boolean endsWithStop() {
        return text.endsWith(".") && !text.endsWith("..");
    }

    /** Whether the plan is to hold one meeting or feast: such plans are short and leave out purpose and reports. */
    public boolean isOfOneEvent() {
        return text.matches("(?iu).*(?<!\\p{L})(?:hội nghị|hội thảo|hội thi|hội thao|hội diễn|hội trại|tọa đàm|cuộc họp|giao ban|lễ|ngày hội|ngày chạy|cuộc thi|liên hoan|gặp mặt|đón tiếp|tiếp đón|tập huấn|đối thoại|mít tinh|diễn tập|giải)(?!\\p{L}).*");
    }

    public int length() {
        return text.length();
    }
}
