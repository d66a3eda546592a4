package org.planlint.report;

import java.time.LocalDate;

/**
 * One thing that is wrong.
 *
 * @param rule       the rule's id
 * @param message    what is wrong
 * @param evidence   the words at fault as they stand in the file; empty where something is missing
 * @param expected   what should stand there, or null
 * @param citation   the clause, or the custom that the rule rests on
 * @param advice     how to write it right
 * @param suggestion a replacement, or null
 * @param location   where, or null for the document as a whole
 * @param line       the text around the evidence, for people
 * @param fingerprint of rule, section and evidence; the same in the docx and the pdf of one plan
 * @param waiver     who lets it pass and why, or null; a waived finding is shown, but does not count
 */
public record Finding(
        String rule,
        Severity severity,
        State state,
        Text message,
        String evidence,
        String expected,
        Text citation,
        Text advice,
        Suggestion suggestion,
        Location location,
        String line,
        int column,
        String fingerprint,
        Waiver waiver) {
    /** {@code safe} only where no other writing can be right. */
    public record Suggestion(String replace, String with, boolean safe) {}

    /**
     * @param page      1-based, or null where the format has no pages
     * @param paragraph index in the document
     * @param section   path such as II.1.a, or null outside the sections
     * @param start     offset in the text that joins all paragraphs with a line break
     * @param end       offset behind the evidence
     */
    public record Location(Integer page, int paragraph, String section, int start, int end, Box box) {}

    /** @param expires last day on which it holds, or null */
    public record Waiver(String reason, String by, LocalDate expires) {}

    public boolean isWaived() {
        return waiver != null;
    }

    public Finding waived(Waiver by) {
        return settled(state, by);
    }

    /** What was to be reviewed, and a reviewer says is right. */
    public Finding confirmed() {
        return settled(state == State.NEEDS_REVIEW ? State.FAIL : state, waiver);
    }

    private Finding settled(State settled, Waiver by) {
        return new Finding(
                rule,
                severity,
                settled,
                message,
                evidence,
                expected,
                citation,
                advice,
                suggestion,
                location,
                line,
                column,
                fingerprint,
                by);
    }

    /** Points from the upper left corner of the page. */
    public record Box(double x, double y, double width, double height) {}
}
