package org.planlint.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlint.facts.Attachment;
import org.planlint.facts.DateLine;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.LawTables;
import org.planlint.facts.NumberLine;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Recipient;
import org.planlint.facts.RecordComparison;
import org.planlint.facts.RecordComparison.Field;
import org.planlint.facts.RecordComparison.Side;
import org.planlint.facts.RecordField;
import org.planlint.facts.Signature;
import org.planlint.facts.Subject;
import org.planlint.facts.Witness;
import org.planlint.facts.Witness.Agreement;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;
import org.planlint.text.Span;
import org.planlint.words.Vocabulary;

/** Holds the record that came with a document against what is printed and against the certificates. */
final class RecordComparisons {
    private static final Vocabulary RECORDS = Vocabulary.of("records");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern NO_SIGN = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern YEAR_BEFORE = Pattern.compile("^(?:19|20)\\d{2}/");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final String DEPUTY = "PHO ";
    /** What a subject may open with in a register. */
    private static final Pattern OPENING = Pattern.compile("^(?:KE HOACH|VE VIEC|VE|V V)\\s+");
    /** Behind a body's name, in registers, stand those that it belongs to. */
    private static final Pattern ABOVE = Pattern.compile("\\s+[-–]\\s+|\\s*,\\s*");
    /** A line of recipients that names no body but a kind of them. */
    private static final Pattern MANY = Pattern.compile("(?iu)" + RECORDS.any("several recipients"));

    private static final Pattern OF_ANY_KIND = Pattern.compile("(?iu)" + RECORDS.any("recipients of any kind"));
    /** Subjects that share so much of their words are one, written shorter or longer. */
    private static final double ONE = 0.8;

    private static final double ALIKE = 0.5;
    /** What fixes where a page ends. */
    private static final Set<String> PAGED = Set.of("application/pdf", "image/tiff");

    private final Agreements names;

    RecordComparisons(LawTables law) {
        this.names = new Agreements(law);
    }

    List<RecordComparison> find(Found soFar) {
        List<Signature> signatures = soFar.all(Signature.class);
        List<Witness> witnesses = soFar.all(Witness.class);
        List<Recipient> recipients = soFar.all(Recipient.class);
        boolean annexed = !soFar.all(Attachment.class).isEmpty();
        Subject subject = soFar.all(Subject.class).stream().findFirst().orElse(null);
        NumberLine line = soFar.all(NumberLine.class).stream().findFirst().orElse(null);
        DateLine dateLine = soFar.all(DateLine.class).stream().findFirst().orElse(null);
        DocumentRecord record = soFar.record();
        if (record == null) {
            return List.of();
        }
        Letterheads.Reading head = soFar.head();
        List<Field> fields = new ArrayList<>();
        fields.add(plain(
                RecordField.NUMBER,
                record,
                head.number(),
                line == null ? null : line.span(),
                number(record.value(RecordField.NUMBER), head.number())));
        fields.add(plain(
                RecordField.SYMBOL,
                record,
                head.symbol(),
                line == null ? null : line.span(),
                symbol(record.value(RecordField.SYMBOL), head.symbol())));
        fields.add(date(record, head.date(), dateLine == null ? null : dateLine.span(), witnesses));
        fields.add(plain(
                RecordField.PLACE,
                record,
                head.place(),
                dateLine == null ? null : dateLine.span(),
                place(record.value(RecordField.PLACE), head.place())));
        String type = soFar.structure().type();
        fields.add(plain(
                RecordField.TYPE,
                record,
                type,
                soFar.structure().title() == null
                        ? null
                        : soFar.structure().title().span(),
                type(record.value(RecordField.TYPE), type)));
        String printed = subject == null ? soFar.structure().subject() : subject.text();
        fields.add(plain(
                RecordField.SUBJECT,
                record,
                printed,
                subject == null ? null : subject.span(),
                subject(record.value(RecordField.SUBJECT), printed)));
        fields.add(agency(record, head, witnesses));
        signatures.stream()
                .filter(block -> block.name() != null)
                .findFirst()
                .ifPresent(block -> fields.addAll(signer(record, block, signatures, witnesses)));
        fields.removeIf(Objects::isNull);
        if (!record.sole() && fields.stream().noneMatch(RecordComparisons::tells)) {
            return List.of();
        }
        return List.of(new RecordComparison(
                record, fields, unnamed(record, recipients, soFar), pages(soFar.document()), annexed));
    }

    /** What shows that a record is about this document, where several came with it. */
    private static boolean tells(Field field) {
        return field.agreement() == Agreement.SAME
                && (field.name() == RecordField.NUMBER || field.name() == RecordField.SUBJECT);
    }

    /** Null where the record does not say. */
    private static Field plain(
            RecordField name, DocumentRecord record, String printed, Span span, Agreement agreement) {
        return record.value(name) == null
                ? null
                : new Field(name, record.value(name), printed, null, agreement, Side.UNKNOWN, span);
    }

    // ---- fields ----

    private static Agreement number(String recorded, String printed) {
        if (recorded == null || printed == null) {
            return Agreement.UNKNOWN;
        }
        return same(
                LEADING_ZEROS.matcher(letters(recorded)).replaceFirst(""),
                LEADING_ZEROS.matcher(letters(printed)).replaceFirst(""));
    }

    private static Agreement symbol(String recorded, String printed) {
        if (recorded == null || printed == null) {
            return Agreement.UNKNOWN;
        }
        String one = letters(YEAR_BEFORE.matcher(recorded.strip()).replaceFirst(""));
        String other = letters(YEAR_BEFORE.matcher(printed.strip()).replaceFirst(""));
        return one.equals(other)
                ? Agreement.SAME
                : one.contains(other) || other.contains(one) ? Agreement.UNKNOWN : Agreement.OTHER;
    }

    private static Agreement same(String one, String other) {
        return one.equals(other) ? Agreement.SAME : Agreement.OTHER;
    }

    private static String letters(String text) {
        return NO_SIGN.matcher(NormalTitle.of(text)).replaceAll("");
    }

    private static Field date(DocumentRecord record, PartialDate printed, Span span, List<Witness> witnesses) {
        PartialDate recorded = record.date();
        if (recorded == null) {
            return null;
        }
        boolean known = printed != null && printed.isComplete() && printed.isPossible();
        List<String> signed = witnesses.stream()
                .filter(w -> w.part() == Witness.Part.SIGNATORY || w.part() == Witness.Part.SEAL)
                .filter(w -> w.signature().day() != null)
                .map(w -> w.signature().day().toString())
                .distinct()
                .toList();
        boolean asPrinted = known && signed.contains(printed.toString());
        boolean asRecorded = signed.contains(recorded.toString());
        return new Field(
                RecordField.DATE,
                recorded.toString(),
                printed == null ? null : printed.toString(),
                signed.isEmpty() ? null : signed.get(0),
                known ? same(recorded.toString(), printed.toString()) : Agreement.UNKNOWN,
                asPrinted == asRecorded ? Side.UNKNOWN : asPrinted ? Side.DOCUMENT : Side.RECORD,
                span);
    }

    /** One seat is written as a commune, a town or a province: what differs is unknown. */
    private static Agreement place(String recorded, String printed) {
        return recorded != null && printed != null && BodyName.of(recorded).agreesWith(BodyName.of(printed))
                ? Agreement.SAME
                : Agreement.UNKNOWN;
    }

    /** Only of types that a document may bear as its title: registers have others of their own. */
    private static Agreement type(String recorded, String printed) {
        if (recorded == null || printed == null) {
            return Agreement.UNKNOWN;
        }
        String one = NormalTitle.of(recorded.strip());
        String other = NormalTitle.of(printed.strip());
        boolean known = DocumentTypes.TITLES.stream()
                .anyMatch(title -> NormalTitle.of(title).equals(one));
        return one.equals(other)
                ? Agreement.SAME
                : known && !one.contains(other) && !other.contains(one) ? Agreement.OTHER : Agreement.UNKNOWN;
    }

    private static Agreement subject(String recorded, String printed) {
        if (recorded == null || printed == null) {
            return Agreement.UNKNOWN;
        }
        List<String> one = words(recorded);
        List<String> other = words(printed);
        if (one.isEmpty() || other.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        if (Collections.indexOfSubList(one, other) >= 0 || Collections.indexOfSubList(other, one) >= 0) {
            return Agreement.SAME;
        }
        double shared = shared(one, other);
        Set<String> years = years(one);
        if (shared >= ONE) {
            return years.isEmpty() || years(other).isEmpty() || years.equals(years(other))
                    ? Agreement.SAME
                    : Agreement.OTHER;
        }
        return shared >= ALIKE ? Agreement.UNKNOWN : Agreement.OTHER;
    }

    private static Set<String> years(List<String> words) {
        return words.stream().filter(word -> YEAR.matcher(word).matches()).collect(Collectors.toSet());
    }

    /** The part of the shorter one's words that the other has as well. */
    private static double shared(List<String> one, List<String> other) {
        Set<String> common = new HashSet<>(one);
        Set<String> all = new HashSet<>(other);
        int fewest = Math.min(common.size(), all.size());
        common.retainAll(all);
        return (double) common.size() / fewest;
    }

    private static List<String> words(String subject) {
        String plain = NO_SIGN.matcher(NormalTitle.of(subject)).replaceAll(" ").strip();
        for (String before = ""; !before.equals(plain); ) {
            before = plain;
            plain = OPENING.matcher(plain).replaceFirst("");
        }
        return List.of(plain.split(" "));
    }

    private Field agency(DocumentRecord record, Letterheads.Reading head, List<Witness> witnesses) {
        String recorded = record.value(RecordField.AGENCY);
        if (recorded == null) {
            return null;
        }
        List<String> issuers = Stream.concat(
                        Stream.ofNullable(head.agency()),
                        head.jointly().stream().map(Letterheads.Body::name))
                .toList();
        String[] parts = ABOVE.split(recorded);
        Agreement agreement =
                names.body(parts[0], List.of(parts).subList(1, parts.length), issuers, head.parentAgency());
        Witness seal = first(Witness.Part.SEAL, witnesses);
        Agreement certificate = seal == null
                ? Agreement.UNKNOWN
                : names.body(seal.name(), seal.signature().organisation(), List.of(parts[0]), null);
        return new Field(
                RecordField.AGENCY,
                recorded,
                head.agency(),
                seal == null ? null : seal.name(),
                agreement,
                side(seal, certificate),
                head.letterhead().agency());
    }

    private static List<Field> signer(
            DocumentRecord record, Signature block, List<Signature> blocks, List<Witness> witnesses) {
        List<Field> fields = new ArrayList<>();
        String recorded = record.value(RecordField.SIGNER);
        Witness signatory = first(Witness.Part.SIGNATORY, witnesses);
        if (recorded != null) {
            List<Agreement> each = blocks.stream()
                    .map(one -> Agreements.person(recorded, one.name()))
                    .toList();
            Agreement agreement = each.contains(Agreement.SAME)
                    ? Agreement.SAME
                    : each.contains(Agreement.UNKNOWN) ? Agreement.UNKNOWN : Agreement.OTHER;
            fields.add(new Field(
                    RecordField.SIGNER,
                    recorded,
                    block.name(),
                    signatory == null ? null : signatory.name(),
                    agreement,
                    side(signatory, signatory == null ? null : Agreements.person(signatory.name(), recorded)),
                    block.nameSpan()));
        }
        String position = record.value(RecordField.POSITION);
        if (position != null) {
            fields.add(new Field(
                    RecordField.POSITION,
                    position,
                    block.position(),
                    null,
                    blocks.size() > 1 ? Agreement.UNKNOWN : position(position, block.position()),
                    Side.UNKNOWN,
                    block.span()));
        }
        return fields;
    }

    /** Titles are written longer and shorter; a head is no deputy. */
    private static Agreement position(String recorded, String printed) {
        if (printed == null) {
            return Agreement.UNKNOWN;
        }
        String one = NO_SIGN.matcher(NormalTitle.of(recorded)).replaceAll(" ").strip();
        String other = NO_SIGN.matcher(NormalTitle.of(printed)).replaceAll(" ").strip();
        return one.equals(other)
                ? Agreement.SAME
                : one.equals(DEPUTY + other) || other.equals(DEPUTY + one) ? Agreement.OTHER : Agreement.UNKNOWN;
    }

    private static Witness first(Witness.Part part, List<Witness> witnesses) {
        return witnesses.stream()
                .filter(witness -> witness.part() == part && witness.name() != null)
                .findFirst()
                .orElse(null);
    }

    private static Side side(Witness witness, Agreement withRecord) {
        if (witness == null || witness.agreement() == Agreement.UNKNOWN || withRecord == Agreement.UNKNOWN) {
            return Side.UNKNOWN;
        }
        return withRecord == Agreement.SAME
                ? Side.RECORD
                : witness.agreement() == Agreement.SAME ? Side.DOCUMENT : Side.NEITHER;
    }

    // ---- recipients and pages ----

    /** Whom the record sends it to, and no line of recipients names or means, nor any other words. */
    private static List<String> unnamed(DocumentRecord record, List<Recipient> printed, Found soFar) {
        if (printed.isEmpty() || record.all(RecordField.RECIPIENTS).isEmpty()) {
            return List.of();
        }
        BodyName text = BodyName.of(soFar.lines().stream().map(Line::text).collect(Collectors.joining(" ")));
        return record.all(RecordField.RECIPIENTS).stream()
                .distinct()
                .filter(recipient -> {
                    BodyName body = BodyName.of(ABOVE.split(recipient)[0]);
                    return !body.isBare()
                            && Collections.indexOfSubList(text.words(), body.words()) < 0
                            && printed.stream().noneMatch(line -> means(line.name(), body));
                })
                .toList();
    }

    private static boolean means(String line, BodyName body) {
        BodyName named = BodyName.of(line);
        return named.agreesWith(body)
                || named.isLike(body)
                || MANY.matcher(line).find()
                        && (OF_ANY_KIND.matcher(line).find()
                                || named.words().contains(body.words().get(0)));
    }

    private static Integer pages(Document document) {
        return PAGED.contains(document.mediaType())
                ? document.pageFormats().stream()
                        .map(PageFormat::fromPage)
                        .max(Integer::compare)
                        .orElse(null)
                : null;
    }
}
