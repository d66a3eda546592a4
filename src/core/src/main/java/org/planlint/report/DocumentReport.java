package org.planlint.report;

import java.util.List;

/**
 * What is said of one file.
 *
 * @param error    why it could not be checked, or null
 * @param plan     what it is, or null if it was not checked
 * @param regime   the norm in force on its date
 */
public record DocumentReport(
        String path,
        String sha256,
        String mediaType,
        Status status,
        Failure error,
        String regime,
        PlanSummary plan,
        Coverage coverage,
        List<Finding> findings) {
    public DocumentReport {
        findings = List.copyOf(findings);
    }

    /** {@code help} says what would make the file checkable. */
    public record Failure(String code, Text message, Text help, String detail) {}

    /** @param illegible what of number and date is filled in and cannot be read: number, day, month, year */
    public record PlanSummary(
            String type,
            String kind,
            String number,
            String symbol,
            String agency,
            String parentAgency,
            String place,
            String issueDate,
            Integer year,
            String subject,
            Signer signer,
            boolean budget,
            boolean draft,
            String attachedTo,
            List<String> illegible) {
        public PlanSummary {
            // a report that an older version kept has none
            illegible = illegible == null ? List.of() : List.copyOf(illegible);
        }

        /** "71/KH-UBND", or what there is of it; null for nothing. */
        public String fullNumber() {
            return number == null ? symbol : symbol == null ? number : number + "/" + symbol;
        }
    }

    public record Signer(List<String> authority, String position, String name) {
        public Signer {
            authority = List.copyOf(authority);
        }
    }

    /** How many findings of this severity count, which those that somebody lets pass do not. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(f -> f.severity() == severity && !f.isWaived())
                .count();
    }

    /** Findings in recognised text that nobody has let pass. */
    public long toReview() {
        return findings.stream()
                .filter(f -> f.state() == State.NEEDS_REVIEW && !f.isWaived())
                .count();
    }

    public long waived() {
        return findings.stream().filter(Finding::isWaived).count();
    }

    public DocumentReport withPath(String other) {
        return new DocumentReport(other, sha256, mediaType, status, error, regime, plan, coverage, findings);
    }

    public DocumentReport withFindings(List<Finding> others) {
        return new DocumentReport(path, sha256, mediaType, status, error, regime, plan, coverage, others);
    }
}
