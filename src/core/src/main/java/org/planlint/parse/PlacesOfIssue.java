package org.planlint.parse;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The place of issue in recognised text without what was read of stars and stamps before it, "TẾ Sơn Thủy, ngày …": the body
 * in whose head it stands bears its name.
 */
final class PlacesOfIssue {
    /** So many lines of a file may be its head. */
    private static final int HEAD = 20;
    /** One word is found behind too many others. */
    private static final int FEWEST_WORDS = 2;
    /** What the engine is as sure of was printed. */
    private static final int PRINTED = 80;

    private static final String BEFORE_DATE = ", NGAY ";
    private static final Pattern LEVEL =
            Pattern.compile("(?:.* )?(?:T\\.?P\\.?|THANH PHO|THI XA|THI TRAN|QUAN|HUYEN|XA|PHUONG) ?");

    private PlacesOfIssue() {}

    /** Sets right the lines of the date. */
    static void repair(List<BareLine> lines, Recognition recognition) {
        List<BareLine> head = List.copyOf(lines.subList(0, Math.min(HEAD, lines.size())));
        for (int i = 0; i < head.size(); i++) {
            BareLine line = head.get(i);
            int end = line.folded().indexOf(BEFORE_DATE);
            if (end > 0 && recognition.isOfPicture(line.paragraph)) {
                int specks = specks(line.folded().substring(0, end), head);
                boolean sure = specks == 0
                        || line.span(0, specks).confidence() >= PRINTED
                        || LEVEL.matcher(line.folded().substring(0, specks)).matches();
                if (!sure) {
                    lines.set(i, line.with(0, specks, ""));
                }
            }
        }
    }

    /** How many characters before the date are no place. */
    private static int specks(String before, List<BareLine> head) {
        int longest = 0;
        for (BareLine line : head) {
            String[] words = line.isCapitals() ? line.folded().strip().split(" ") : new String[0];
            for (int from = 0; words.length - from >= FEWEST_WORDS; from++) {
                String name = String.join(" ", List.of(words).subList(from, words.length));
                if (before.equals(name) || before.endsWith(" " + name)) {
                    longest = Math.max(longest, name.length());
                }
            }
        }
        return longest == 0 ? 0 : before.length() - longest;
    }
}
