package org.planlint.report.html;

import org.planlint.report.Finding;
import org.planlint.report.RuleInfo;
import org.planlint.report.State;
import org.planlint.report.Text;

/**
 * A finding as its card shows it.
 *
 * @param number   its number on the page, from 1
 * @param rule     what its rule is
 * @param where    the page and section, or null
 * @param picture  the line of its evidence as the scan shows it, as the source of an image, or null
 * @param wide     of the picture, in points
 * @param command  what a reviewer types to let it pass
 * @param confirmedBy who has said that it is right, or null
 */
record FindingView(
        int number,
        Finding finding,
        RuleInfo rule,
        Text where,
        String picture,
        long wide,
        String command,
        String confirmedBy) {
    /** error, warning, info, or waived. */
    public String severity() {
        return finding.isWaived() ? "waived" : finding.severity().word();
    }

    /** Whether it is about how the document looks. */
    public boolean isOfLayout() {
        return rule != null && rule.isOfLayout();
    }

    /** Whether a reviewer is to say whether it is right. */
    public boolean isToReview() {
        return finding.state() == State.NEEDS_REVIEW && !finding.isWaived();
    }

    /** Graver ones come first. */
    public int rank() {
        return finding.isWaived() ? 9 : finding.severity().ordinal();
    }

    /** What stands before the evidence on its line. */
    public String before() {
        return finding.line().substring(0, finding.column());
    }

    public String after() {
        return finding.line()
                .substring(Math.min(
                        finding.line().length(),
                        finding.column() + finding.evidence().length()));
    }

    public boolean isLocated() {
        return finding.location() != null;
    }
}
