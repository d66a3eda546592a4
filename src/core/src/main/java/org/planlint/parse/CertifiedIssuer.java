package org.planlint.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.planlint.text.DigitalSignature;
import org.planlint.text.DigitalSignature.Kind;
import org.planlint.text.DigitalSignature.Role;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/**
 * Who issued a document by its certificates alone, for where its text does not say so. Fields are null where they do not
 * tell either.
 *
 * @param signer the person who signed before the agency did
 */
public record CertifiedIssuer(String agency, String parentAgency, String signer) {
    public static final CertifiedIssuer NONE = new CertifiedIssuer(null, null, null);

    /** Who publishes what others issue, and signs it once more. */
    private static final Pattern PUBLISHER = Pattern.compile(
            "(?iu).*" + Vocabulary.of("certificates").any("publishers") + Pieces.NO_LETTER_AFTER + ".*");

    /** The first agency that signed: those who pass a document on sign behind it. */
    public static CertifiedIssuer of(List<DigitalSignature> signatures) {
        String signer = null;
        for (DigitalSignature s : signatures) {
            if (s.role() == Role.TIMESTAMPS || s.name() == null) {
                continue;
            }
            if (s.kind() == Kind.PERSON) {
                signer = s.name();
            } else if (s.kind() == Kind.AGENCY && !PUBLISHER.matcher(s.name()).matches()) {
                String above =
                        s.organisation().isEmpty() ? null : s.organisation().get(0);
                return goesOn(s.name(), above)
                        ? new CertifiedIssuer(s.name() + above.substring(above.indexOf(' ')), null, signer)
                        : new CertifiedIssuer(s.name(), above, signer);
            }
        }
        return NONE;
    }

    /** Certificates of the older form have "Ủy ban Nhân dân tỉnh" in "Tỉnh Bắc Giang". */
    private static boolean goesOn(String name, String above) {
        int first = above == null ? -1 : above.indexOf(' ');
        return first > 0
                && name.toLowerCase(Locale.ROOT)
                        .endsWith(" " + above.substring(0, first).toLowerCase(Locale.ROOT));
    }
}
