package org.planlint.report;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.planlint.text.DigitalSignature;
import org.planlint.text.Paragraph;

/**
 * What is said of one file.
 *
 * @param error    why it could not be checked, or null
 * @param plan     what it is; if it was not checked, what its signatures tell of it, or null
 * @param regime   the norm in force on its date
 * @param signatures in the order in which they were made; given where the text could not be read, too
 * @param record   what the system that keeps or sent the file says of it, or null
 * @param own      what the document says of itself, for a record of it; kept, and no part of {@code planlint-report/1}
 */
public record DocumentReport(
        String path,
        String sha256,
        String mediaType,
        Status status,
        Failure error,
        String regime,
        PlanSummary plan,
        List<Signed> signatures,
        Recorded record,
        List<OwnField> own,
        Coverage coverage,
        List<Finding> findings) {
    public DocumentReport {
        own = own == null ? List.of() : List.copyOf(own);
        // A report that a service kept before there were any names none.
        signatures = signatures == null ? List.of() : List.copyOf(signatures);
        findings = List.copyOf(findings);
    }

    /** {@code help} says what would make the file checkable. */
    public record Failure(String code, Text message, Text help, String detail) {}

    /**
     * @param signer    the first of them, or null
     * @param signers   all who sign: a joint plan has two and more
     * @param from      by the name of a field, where it comes from, if not from the text: "certificate"
     * @param illegible what of number and date is filled in and cannot be read: number, day, month, year
     */
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
            List<Signer> signers,
            boolean budget,
            boolean draft,
            String attachedTo,
            Map<String, String> from,
            List<String> illegible) {
        public PlanSummary {
            // A report that a service kept before there were any names none.
            signers = signers == null ? List.of() : List.copyOf(signers);
            from = Collections.unmodifiableMap(from == null ? new TreeMap<>() : new TreeMap<>(from));
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

    /**
     * A digital signature.
     *
     * @param kind         person, agency, unknown
     * @param organisation innermost first
     * @param signedAt     ISO 8601 with Vietnam's zone
     * @param timeFrom     attribute, dictionary, timestamp
     * @param intact       null where that cannot be told
     * @param page         null where it has no picture
     */
    public record Signed(
            String kind,
            String name,
            List<String> organisation,
            String signedAt,
            String timeFrom,
            Boolean intact,
            boolean coversAll,
            String algorithm,
            Integer page,
            Finding.Box box) {
        public Signed {
            organisation = List.copyOf(organisation);
        }

        public static Signed of(DigitalSignature s) {
            Paragraph.Box box = s.box();
            return new Signed(
                    s.kind().name().toLowerCase(Locale.ROOT),
                    s.name(),
                    s.organisation(),
                    s.signedAt(),
                    s.timeFrom() == null ? null : s.timeFrom().name().toLowerCase(Locale.ROOT),
                    s.intact(),
                    s.coversAll(),
                    s.algorithm(),
                    s.page() == 0 ? null : s.page(),
                    box == null ? null : new Finding.Box(box.x(), box.y(), box.width(), box.height()));
        }
    }

    /**
     * The record that came with the file.
     *
     * @param source edxml, file, system
     * @param fields those that it gives, each as the witnesses have it
     */
    public record Recorded(String source, List<Field> fields) {
        public Recorded {
            fields = List.copyOf(fields);
        }

        /**
         * A field, as each witness has it; null for one that does not say.
         *
         * @param name      number, symbol, date …
         * @param values    one, but for lists
         * @param printed   what the document prints
         * @param certified what a digital signature says
         * @param agreement of record and document: same, other, unknown
         */
        public record Field(String name, List<String> values, String printed, String certified, String agreement) {
            public Field {
                values = List.copyOf(values);
            }
        }
    }

    /**
     * What a document says of itself in one field of a record; one for each value of a list.
     *
     * @param name      number, symbol, date …
     * @param witnesses who says so: text, certificate
     * @param evidence  the words as they stand in the file, or null
     * @param location  where, or null
     */
    public record OwnField(
            String name, String value, List<String> witnesses, String evidence, Finding.Location location) {
        public OwnField {
            witnesses = List.copyOf(witnesses);
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

    /** As what it was judged. */
    public Scope scope() {
        return Scope.of(this);
    }

    public DocumentReport withPath(String other) {
        return new DocumentReport(
                other, sha256, mediaType, status, error, regime, plan, signatures, record, own, coverage, findings);
    }

    public DocumentReport withFindings(List<Finding> others) {
        return new DocumentReport(
                path, sha256, mediaType, status, error, regime, plan, signatures, record, own, coverage, others);
    }
}
