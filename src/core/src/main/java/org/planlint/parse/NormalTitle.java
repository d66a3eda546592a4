package org.planlint.parse;

import java.text.Normalizer;
import org.planlint.text.NormalText;

/** Headings for comparison: capitals without diacritics. */
final class NormalTitle {
    private NormalTitle() {}

    static String of(String text) {
        return text == null ? "" : NormalText.fold(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
}
