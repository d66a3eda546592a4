package org.planlint.report;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlint.text.NormalText;
import org.planlint.text.Sha256;

/**
 * Names a finding by its content, so that a re-save, a reflow or a pdf made of a docx does not make it another one:
 * the rule, the section and how the evidence begins, without spaces, case and diacritics. Only its beginning: where a pdf
 * breaks a line, long evidence may end sooner.
 */
public final class Fingerprint {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final int BEGINNING = 40;

    private Fingerprint() {}

    /**
     * Eight bytes in hex. The second of two equal findings of one document is numbered.
     *
     * @param given how many there were of each content in the document so far; this one is counted
     */
    public static String of(String rule, String section, String evidence, Map<String, Integer> given) {
        String words = fold(evidence);
        String content = rule + "\n" + section + "\n" + words.substring(0, Math.min(BEGINNING, words.length()));
        int before = given.merge(content, 1, Integer::sum) - 1;
        return Sha256.shortHex((content + (before == 0 ? "" : "\n" + before)).getBytes(StandardCharsets.UTF_8));
    }

    /** What is left of words when spaces, case and diacritics do not count. */
    public static String fold(String evidence) {
        String folded = NormalText.fold(Normalizer.normalize(evidence, Normalizer.Form.NFC));
        return SPACES.matcher(folded).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
