package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.facts.LawTables;
import org.planlint.facts.Signature;
import org.planlint.facts.Witness;
import org.planlint.facts.Witness.Agreement;
import org.planlint.facts.Witness.Part;
import org.planlint.text.Area;
import org.planlint.text.DigitalSignature;
import org.planlint.text.DigitalSignature.Kind;
import org.planlint.text.DigitalSignature.Role;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.Span;

/** Says of each digital signature what it is there for, and whether it names whom the document prints. */
final class Witnesses {
    /** A number or a day in the letterhead is short; a panel is not. */
    private static final Pattern STAMPED = Pattern.compile("[\\d\\s./-]{1,12}");

    /** How far a picture may reach over the printed block, in points. */
    private static final double BESIDE = 110;

    private static final double ABOVE = 30;
    private static final double BELOW = 25;
    /** Between two pictures that were meant to touch, in points. */
    private static final double NEAR = 20;
    /** The least part of a picture's height that lies within the block. */
    private static final double WITHIN = 0.5;

    private final Agreements names;

    Witnesses(LawTables law) {
        this.names = new Agreements(law);
    }

    List<Witness> find(Found soFar) {
        List<DigitalSignature> signatures = soFar.document().signatures();
        List<Signature> printed = soFar.all(Signature.class);
        List<Witness> found = new ArrayList<>();
        int signatory = signatory(signatures, printed, soFar.document());
        for (int i = 0; i < signatures.size(); i++) {
            DigitalSignature s = signatures.get(i);
            Part part = i == signatory ? Part.SIGNATORY : part(s, printed, soFar.document());
            found.add(
                    switch (part) {
                        case SIGNATORY -> person(s, i, printed, soFar.document());
                        case SEAL -> agency(s, i, signatory < 0 ? null : signatures.get(signatory), soFar);
                        default -> new Witness(s, i, part, Agreement.UNKNOWN, null, false, null);
                    });
        }
        return found;
    }

    /** The index of who signs the document, or -1: the last person at the printed block; or the last before the agency. */
    private static int signatory(List<DigitalSignature> signatures, List<Signature> printed, Document document) {
        int found = -1;
        int unseen = -1;
        for (int i = 0; i < signatures.size(); i++) {
            DigitalSignature s = signatures.get(i);
            boolean person = s.kind() == Kind.PERSON && s.role() != Role.TIMESTAMPS;
            if (person && isNamed(s, printed)
                    || person && isAtBlock(s, printed, document) && !isFoundNamed(signatures, found, printed)) {
                found = i;
            } else if (person && s.page() == 0) {
                unseen = i;
            }
        }
        return found >= 0 || signatures.stream().anyMatch(s -> s.kind() == Kind.PERSON && s.page() > 0)
                ? found
                : unseen;
    }

    private static boolean isFoundNamed(List<DigitalSignature> signatures, int found, List<Signature> printed) {
        return found >= 0 && isNamed(signatures.get(found), printed);
    }

    private static boolean isNamed(DigitalSignature signature, List<Signature> printed) {
        return printed.stream().anyMatch(block -> Agreements.person(signature.name(), block.name()) == Agreement.SAME);
    }

    private static Part part(DigitalSignature s, List<Signature> printed, Document document) {
        if (s.role() == Role.TIMESTAMPS || s.kind() == Kind.UNKNOWN) {
            return Part.OTHER;
        }
        if (s.kind() == Kind.AGENCY && STAMPED.matcher(s.printed()).matches()) {
            return Part.STAMP;
        }
        if (s.kind() == Kind.AGENCY && (s.page() == 0 || isAtBlock(s, printed, document))) {
            return Part.SEAL;
        }
        return !s.printed().isEmpty() ? Part.PANEL : s.kind() == Kind.PERSON ? Part.BESIDE : Part.OTHER;
    }

    // ---- places ----

    /** Whether its picture lies over a printed title and name, or close by. */
    private static boolean isAtBlock(DigitalSignature signature, List<Signature> printed, Document document) {
        return signature.box() != null
                && printed.stream().anyMatch(block -> isAt(signature.page(), signature.box(), block, document));
    }

    private static boolean isAt(int page, Paragraph.Box picture, Signature block, Document document) {
        List<Paragraph.Box> lines = Stream.of(block.span(), block.nameSpan())
                .filter(Objects::nonNull)
                .flatMap(span -> areas(span, document).stream())
                .filter(area -> area.page() == page)
                .map(Area::box)
                .toList();
        if (lines.isEmpty()) {
            return false;
        }
        double left = lines.stream().mapToDouble(Paragraph.Box::x).min().orElse(0) - BESIDE;
        double right =
                lines.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0) + BESIDE;
        double top = lines.stream().mapToDouble(Paragraph.Box::y).min().orElse(0) - ABOVE;
        double bottom =
                lines.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0) + BELOW;
        double shared = Math.min(bottom, picture.y() + picture.height()) - Math.max(top, picture.y());
        double middle = picture.x() + picture.width() / 2;
        return shared >= picture.height() * WITHIN && middle > left && middle < right;
    }

    /** Whether a person's picture lies on another page than the printed name, or wholly above the title or below the name. */
    private static boolean isFarFrom(Signature block, DigitalSignature s, Document document) {
        boolean placed =
                block.nameSpan() != null && !areas(block.nameSpan(), document).isEmpty();
        return placed && !isAt(s.page(), s.box(), block, document);
    }

    /** Whether a seal does not touch the picture of the signature on the same page, nor comes near. */
    private static boolean isApart(DigitalSignature seal, DigitalSignature signatory) {
        if (signatory == null || seal.box() == null || signatory.box() == null || seal.page() != signatory.page()) {
            return false;
        }
        Paragraph.Box a = seal.box();
        Paragraph.Box b = signatory.box();
        return Math.max(a.x(), b.x()) - Math.min(a.x() + a.width(), b.x() + b.width()) > NEAR
                || Math.max(a.y(), b.y()) - Math.min(a.y() + a.height(), b.y() + b.height()) > NEAR;
    }

    private static List<Area> areas(Span span, Document document) {
        return document.paragraphs().get(span.paragraph()).areas(span.start(), span.end());
    }

    // ---- names ----

    private static Witness person(DigitalSignature s, int order, List<Signature> printed, Document document) {
        Signature nearest = null;
        Agreement best = Agreement.UNKNOWN;
        for (Signature block : printed) {
            if (block.name() == null) {
                continue;
            }
            Agreement agreement = Agreements.person(s.name(), block.name());
            if (nearest == null
                    || agreement == Agreement.SAME
                    || agreement == Agreement.UNKNOWN && best == Agreement.OTHER) {
                nearest = block;
                best = agreement;
            }
            if (best == Agreement.SAME) {
                break;
            }
        }
        return new Witness(
                s,
                order,
                Part.SIGNATORY,
                best,
                nearest == null ? null : nearest.name(),
                best == Agreement.SAME && s.box() != null && isFarFrom(nearest, s, document),
                nearest == null ? null : nearest.nameSpan());
    }

    private Witness agency(DigitalSignature s, int order, DigitalSignature signatory, Found soFar) {
        Letterheads.Reading head = soFar.head();
        List<String> issuers = Stream.concat(
                        Stream.ofNullable(head.agency()),
                        head.jointly().stream().map(Letterheads.Body::name))
                .toList();
        return new Witness(
                s,
                order,
                Part.SEAL,
                names.body(s.name(), s.organisation(), issuers, head.parentAgency()),
                head.agency(),
                isApart(s, signatory),
                head.letterhead().agency());
    }
}
