package org.planlint.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.planlint.text.Block;
import org.planlint.text.Capability;
import org.planlint.text.DigitalSignature;
import org.planlint.text.DigitalSignature.Added;
import org.planlint.text.DigitalSignature.Kind;
import org.planlint.text.DigitalSignature.Role;
import org.planlint.text.DigitalSignature.TimeFrom;
import org.planlint.text.DigitalSignature.Trust;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;
import org.planlint.text.TextLine;

/** Puts the digital signatures of an example upon its document, as if it were printed line by line on one page. */
final class SignedExample {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final double LINE = 14;
    private static final double LEFT = 100;
    private static final float LETTER = 6;

    private SignedExample() {}

    static Document of(Document plain, List<String> lines) {
        List<Paragraph> printed =
                plain.paragraphs().stream().map(SignedExample::print).toList();
        int name = printed.size() - 1;
        while (printed.get(name).text().isBlank()) {
            name--;
        }
        Set<Capability> capabilities = new HashSet<>(plain.capabilities());
        capabilities.add(Capability.SIGNATURES);
        double bottom = (name + 1) * LINE;
        return new Document(
                plain.name(),
                plain.mediaType(),
                capabilities,
                new ArrayList<Block>(printed),
                printed,
                plain.pageFormats(),
                lines.stream().map(line -> signature(line, bottom)).toList(),
                plain.revisions());
    }

    private static Paragraph print(Paragraph p) {
        int length = p.text().length();
        float[] left = new float[length];
        float[] right = new float[length];
        for (int i = 0; i < length; i++) {
            left[i] = (float) LEFT + i * LETTER;
            right[i] = left[i] + LETTER;
        }
        double top = p.index() * LINE;
        return new Paragraph(
                p.index(),
                p.text(),
                p.autoLabel(),
                1,
                p.place(),
                p.box(),
                p.layout(),
                p.runs(),
                List.of(new TextLine(0, 1, top, top + LINE, left, right)));
    }

    /** @param bottom of the printed name */
    static DigitalSignature signature(String line, double bottom) {
        List<String> said = Arrays.stream(line.split(";")).map(String::strip).toList();
        List<String> unusual = said.subList(3, said.size());
        boolean person = said.get(0).equals("person");
        LocalDateTime time = LocalDateTime.parse(said.get(2), WRITTEN);
        LocalDate day = time.toLocalDate();
        double x = unusual.contains("apart") ? LEFT - 140 : person ? LEFT : LEFT - 30;
        return new DigitalSignature(
                person ? Kind.PERSON : Kind.AGENCY,
                Role.SIGNS,
                said.get(1),
                List.of(),
                null,
                ISO.format(time.atOffset(ZoneOffset.ofHours(7))),
                TimeFrom.DICTIONARY,
                unusual.stream()
                        .filter(word -> word.startsWith("SHA") || word.startsWith("MD"))
                        .findFirst()
                        .orElse("SHA-256"),
                "RSA-2048",
                unusual.contains("uncheckable") ? null : Boolean.valueOf(!unusual.contains("broken")),
                true,
                unusual.contains("changed")
                        ? Added.CONTENT
                        : unusual.contains("marked")
                                ? Added.MARKS
                                : unusual.contains("validated") ? Added.UNSEEN : Added.NOTHING,
                new DigitalSignature.Certificate(
                        day.minusYears(2), day.plusYears(unusual.contains("expired") ? -1 : 2), "CA"),
                unusual.contains("untrusted")
                        ? Trust.UNKNOWN_ISSUER
                        : unusual.contains("trusted") ? Trust.TRUSTED : Trust.NOT_EVALUATED,
                1,
                new Paragraph.Box(x, unusual.contains("elsewhere") ? 0 : bottom - 2.5 * LINE, 80, 2 * LINE),
                unusual.contains("elsewhere") && !person ? "Ký bởi: " + said.get(1) : "");
    }
}
