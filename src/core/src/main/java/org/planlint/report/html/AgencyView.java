package org.planlint.report.html;

import java.util.List;
import java.util.Map;
import org.planlint.report.AuditSummary.AgencyTally;
import org.planlint.report.AuditSummary.RuleTally;

/**
 * What the page of an agency shows, in the language of the audit.
 *
 * @param key   by which the audit knows it
 * @param rules what each rule has found, by its id; without its documents
 * @param more  how many findings are left out
 * @param rest  the file that holds all of them, or null where none is left out
 */
public record AgencyView(
        String key, AgencyTally tally, List<Document> documents, Map<String, RuleTally> rules, int more, String rest) {
    public AgencyView {
        documents = List.copyOf(documents);
        rules = Map.copyOf(rules);
    }

    /**
     * @param unread why it could not be read, or null
     * @param help   what would make it readable, or null
     */
    public record Document(
            String path,
            String type,
            String number,
            String date,
            String subject,
            String unread,
            String help,
            List<Finding> findings) {
        public Document {
            findings = List.copyOf(findings);
        }

        public Document with(List<Finding> others) {
            return new Document(path, type, number, date, subject, unread, help, others);
        }
    }

    /** Each null where there is none, but for severity, rule and message. */
    public record Finding(
            String severity,
            String rule,
            String message,
            String evidence,
            String expected,
            String advice,
            String citation,
            String section,
            String page) {}
}
