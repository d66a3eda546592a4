package org.planlint.extract;

import java.util.Locale;
import org.planlint.text.Document;
import org.planlint.text.Paragraph;

/** Refuses a text whose letters an old encoding could not write and has made question marks of: "K? HO?CH". */
final class LostLetters {
    /** Fewer may be the "?" of an address on the web. */
    private static final int FEW = 8;
    /** One letter in ten of a Vietnamese text is lost so, and stands before another. */
    private static final double MOST = 0.05;

    private LostLetters() {}

    /** @throws ReadFailure if too many letters are lost for what is left to be read */
    static void refuse(Document document) throws ReadFailure {
        int lost = count(document, LostLetters::isLost);
        int letters = lost > FEW ? count(document, (text, i) -> Character.isLetter(text.charAt(i))) : 0;
        if (lost > FEW && lost > (letters + lost) * MOST) {
            throw new ReadFailure(
                    ReadFailure.Reason.GARBLED_TEXT,
                    String.format(Locale.ROOT, "%d of %d letters are question marks", lost, letters + lost));
        }
    }

    private interface Sort {
        boolean has(String text, int at);
    }

    private static int count(Document document, Sort sort) {
        int count = 0;
        for (Paragraph paragraph : document.paragraphs()) {
            String text = paragraph.text();
            for (int i = 0; i < text.length(); i++) {
                count += sort.has(text, i) ? 1 : 0;
            }
        }
        return count;
    }

    /** A sentence writes no question mark right before a letter. */
    private static boolean isLost(String text, int i) {
        char c = text.charAt(i);
        return c == '\uFFFD' || c == '?' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
    }
}
