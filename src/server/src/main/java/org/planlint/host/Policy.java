package org.planlint.host;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.planlint.report.DocumentReport;
import org.planlint.report.Status;
import org.planlint.report.Verdict;

/**
 * What a document system is told to do with an upload. The engine finds, the office decides.
 *
 * @param decisions for each verdict; accept where none is given
 * @param failure   for what could not be checked though it may be a plan: time ran out or the worker broke
 * @param alarm     to be told of each such failure, or null
 */
public record Policy(Map<Verdict, Decision> decisions, Decision failure, URI alarm) {
    /** Blocks nothing, and lets pass what it cannot check. */
    public static final Policy OPEN = new Policy(Map.of(), Decision.ACCEPT, null);

    public enum Decision {
        ACCEPT,
        HOLD,
        REJECT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the check itself failed, which is no fault of the document's that is known of. */
    public static boolean isFailure(DocumentReport report) {
        return report.status() == Status.TIMEOUT || report.status() == Status.CRASHED;
    }

    public Decision decide(DocumentReport report, Verdict verdict) {
        return isFailure(report) ? failure : decisions.getOrDefault(verdict, Decision.ACCEPT);
    }
}
