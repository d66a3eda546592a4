package org.planlint.parse;

import java.util.HashMap;
import java.util.Map;
import org.planlint.text.Paragraph;

/**
 * In what type a stretch of a paragraph is set. Numbers that the program writes before it are left out.
 *
 * @param letters   letters and figures whose type is known
 * @param size      in points, to one place; null where the file does not show it, or where sizes are mixed
 * @param bold      null where the file does not show it, or where only some of it is
 * @param italic    the same
 * @param underline the same
 */
record Face(int letters, Double size, Boolean bold, Boolean italic, Boolean underline) {
    /** So much of a stretch makes all of it. */
    private static final double NEARLY_ALL = 0.9;

    private static final double MOST = 0.8;

    static Face of(Paragraph paragraph, int start, int end) {
        Map<Double, Integer> sizes = new HashMap<>();
        int letters = 0;
        int bold = 0;
        int italic = 0;
        int underlined = 0;
        for (Paragraph.Run run : paragraph.runs()) {
            int here = run.hidden() ? 0 : letters(paragraph, Math.max(start, run.start()), Math.min(end, run.end()));
            letters += here;
            bold += run.bold() ? here : 0;
            italic += run.italic() ? here : 0;
            underlined += run.underline() ? here : 0;
            if (run.size() != null && here > 0) {
                sizes.merge(Math.round(run.size() * 10) / 10.0, here, Integer::sum);
            }
        }
        int all = letters;
        Double size = sizes.entrySet().stream()
                .filter(one -> one.getValue() >= all * MOST)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        return new Face(letters, size, share(bold, letters), share(italic, letters), share(underlined, letters));
    }

    private static int letters(Paragraph paragraph, int start, int end) {
        int letters = 0;
        for (int at = Math.max(start, paragraph.autoLabel()); at < end; at++) {
            letters += Character.isLetterOrDigit(paragraph.text().charAt(at)) ? 1 : 0;
        }
        return letters;
    }

    private static Boolean share(int some, int all) {
        if (all == 0) {
            return null;
        }
        return some >= all * NEARLY_ALL ? Boolean.TRUE : some <= all * (1 - NEARLY_ALL) ? Boolean.FALSE : null;
    }
}
