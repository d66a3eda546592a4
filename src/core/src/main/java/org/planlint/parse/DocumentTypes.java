package org.planlint.parse;

import java.util.List;
import org.planlint.words.Vocabulary;

/** The names of document types that plans bear and cite. */
final class DocumentTypes {
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");

    /** Types that stand as a title on a line of their own, in capitals. */
    static final List<String> TITLES =
            DOCUMENTS.get("types", "legislation", "only titles").capitals().all();

    /** A cited document's type, as it stands in running text. */
    static final String CITED = DOCUMENTS.any("types", "legislation", "only cited");

    static final String PLAN = "KẾ HOẠCH";

    private static final String PLAN_FOLDED = "KEHOACH";

    private DocumentTypes() {}

    /**
     * How many letters of a line in capitals without diacritics and spaces are not those of "KẾ HOẠCH": 0 for "KÉ
     * HOẠCH", 1 for "KÉ HOẠGH".
     */
    static int lettersUnlikePlan(String tight) {
        int[] above = new int[PLAN_FOLDED.length() + 1];
        for (int k = 0; k < above.length; k++) {
            above[k] = k;
        }
        for (int i = 0; i < tight.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i + 1;
            for (int k = 1; k < row.length; k++) {
                int same = tight.charAt(i) == PLAN_FOLDED.charAt(k - 1) ? 0 : 1;
                row[k] = Math.min(Math.min(row[k - 1], above[k]) + 1, above[k - 1] + same);
            }
            above = row;
        }
        return above[above.length - 1];
    }
}
