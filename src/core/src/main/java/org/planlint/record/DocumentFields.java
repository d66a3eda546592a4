package org.planlint.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlint.facts.DateLine;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.Facts;
import org.planlint.facts.NumberLine;
import org.planlint.facts.Plan;
import org.planlint.facts.Recipient;
import org.planlint.facts.RecordComparison;
import org.planlint.facts.RecordField;
import org.planlint.facts.Signature;
import org.planlint.facts.Subject;
import org.planlint.facts.Witness;
import org.planlint.facts.Witness.Agreement;
import org.planlint.parse.CertifiedIssuer;
import org.planlint.report.DocumentReport.OwnField;
import org.planlint.report.DocumentReport.Recorded;
import org.planlint.report.Finding;
import org.planlint.text.Area;
import org.planlint.text.DigitalSignature;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.Span;

/**
 * What a document says of itself, field by field as a record has it. What is blank, may be misread, or is denied by a
 * certificate is left out: a record is not guessed.
 */
public final class DocumentFields {
    private static final String TEXT = "text";
    private static final String CERTIFICATE = "certificate";
    /** How sure recognised words must be; as rules ask of figures. */
    private static final int FLOOR = 95;
    /** "(để b/c)" says why one gets it, and not who. */
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*\\)\\s*$|[;.,\\s]+$");

    private final Document document;
    private final Facts facts;
    private final int[] offsets;
    private final List<OwnField> found = new ArrayList<>();

    private DocumentFields(Document document, Facts facts) {
        this.document = document;
        this.facts = facts;
        this.offsets = document.offsets();
    }

    /** In the order of {@link RecordField}. */
    public static List<OwnField> own(Document document, Facts facts) {
        return new DocumentFields(document, facts).own();
    }

    private List<OwnField> own() {
        Plan plan = facts.plan();
        Span number = span(facts.first(NumberLine.class));
        Span date = span(facts.first(DateLine.class));
        add(RecordField.NUMBER, plan.hasLegibleNumber() ? plan.number() : null, number);
        add(RecordField.SYMBOL, plan.symbol(), number);
        add(
                RecordField.DATE,
                plan.isDated() && plan.hasLegibleDate() && plan.issueDate().isPossible()
                        ? plan.issueDate().toString()
                        : null,
                date);
        add(RecordField.PLACE, plan.place(), date);
        add(RecordField.TYPE, plan.type(), plan.titleSpan());
        Subject subject = facts.first(Subject.class);
        add(RecordField.SUBJECT, plan.subject(), span(subject));
        certified(RecordField.AGENCY, plan.agency(), plan.letterhead().agency(), Witness.Part.SEAL);
        if (plan.agency() == null) {
            certificate(
                    RecordField.AGENCY,
                    CertifiedIssuer.of(document.signatures()).agency());
        }
        List<Signature> signers = facts.all(Signature.class);
        signers.forEach(signer -> {
            certified(RecordField.SIGNER, signer.name(), signer.nameSpan(), Witness.Part.SIGNATORY);
            add(RecordField.POSITION, signer.position(), signer.span());
        });
        facts.all(Recipient.class).stream()
                .filter(recipient -> !recipient.pointsAbove())
                .forEach(recipient -> add(
                        RecordField.RECIPIENTS,
                        REMARK.matcher(REMARK.matcher(recipient.name()).replaceAll(""))
                                .replaceAll(""),
                        recipient.span()));
        if (document.mediaType().equals("application/pdf")) {
            document.pageFormats().stream()
                    .mapToInt(format -> format.fromPage())
                    .max()
                    .ifPresent(pages -> found.add(
                            new OwnField(RecordField.PAGES.key(), String.valueOf(pages), List.of(TEXT), null, null)));
        }
        return found;
    }

    /** What the certificates tell of a document whose text cannot be read. */
    public static List<OwnField> certified(List<DigitalSignature> signatures) {
        CertifiedIssuer certified = CertifiedIssuer.of(signatures);
        List<OwnField> found = new ArrayList<>();
        Optional.ofNullable(certified.agency())
                .ifPresent(name -> found.add(certificate(RecordField.AGENCY.key(), name)));
        Optional.ofNullable(certified.signer())
                .ifPresent(name -> found.add(certificate(RecordField.SIGNER.key(), name)));
        return found;
    }

    private static OwnField certificate(String field, String name) {
        return new OwnField(field, name, List.of(CERTIFICATE), null, null);
    }

    private void certificate(RecordField field, String name) {
        if (name != null) {
            found.add(certificate(field.key(), name));
        }
    }

    private static Span span(org.planlint.facts.Located fact) {
        return fact == null ? null : fact.span();
    }

    private void add(RecordField field, String value, Span span) {
        add(field, value, span, List.of(TEXT));
    }

    private void add(RecordField field, String value, Span span, List<String> witnesses) {
        if (value != null && !value.isBlank() && isSure(span)) {
            found.add(new OwnField(field.key(), value, witnesses, span == null ? null : span.text(), location(span)));
        }
    }

    /** A name that a certificate may confirm or deny. */
    private void certified(RecordField field, String name, Span span, Witness.Part part) {
        List<Agreement> said = facts.all(Witness.class).stream()
                .filter(witness -> witness.part() == part)
                .filter(witness -> name != null && Objects.equals(witness.printed(), name))
                .map(Witness::agreement)
                .toList();
        if (!said.contains(Agreement.OTHER)) {
            add(field, name, span, said.contains(Agreement.SAME) ? List.of(TEXT, CERTIFICATE) : List.of(TEXT));
        }
    }

    /** Whether what was recognised there may be taken for what stands there. */
    private boolean isSure(Span span) {
        if (document.recognised().isEmpty()) {
            return true;
        }
        return span != null
                && document.paragraphs().get(span.paragraph()).confidence(span.start(), span.end()) >= FLOOR;
    }

    private Finding.Location location(Span span) {
        if (span == null) {
            return null;
        }
        Paragraph paragraph = document.paragraphs().get(span.paragraph());
        List<Area> areas = paragraph.areas(span.start(), span.end());
        Area first = areas.isEmpty() ? null : areas.get(0);
        int page = first == null ? paragraph.page() : first.page();
        return new Finding.Location(
                page > 0 ? page : null,
                span.paragraph(),
                facts.sectionOf().get(span.paragraph()),
                offsets[span.paragraph()] + span.start(),
                offsets[span.paragraph()] + span.end(),
                first == null
                        ? null
                        : new Finding.Box(
                                first.box().x(),
                                first.box().y(),
                                first.box().width(),
                                first.box().height()));
    }

    /** The record that came with the file, as reports show it; null for none. */
    public static Recorded recorded(Facts facts) {
        DocumentRecord record = facts.first(DocumentRecord.class);
        if (record == null) {
            return null;
        }
        RecordComparison compared = facts.first(RecordComparison.class);
        List<RecordComparison.Field> fields = compared == null ? List.of() : compared.fields();
        return new Recorded(
                record.source().word(),
                record.values().entrySet().stream()
                        .map(said -> {
                            RecordComparison.Field held = fields.stream()
                                    .filter(field -> field.name() == said.getKey())
                                    .findFirst()
                                    .orElse(null);
                            return new Recorded.Field(
                                    said.getKey().key(),
                                    said.getValue(),
                                    held == null ? null : held.printed(),
                                    held == null ? null : held.certified(),
                                    (held == null ? Agreement.UNKNOWN : held.agreement())
                                            .name()
                                            .toLowerCase(Locale.ROOT));
                        })
                        .toList());
    }
}
