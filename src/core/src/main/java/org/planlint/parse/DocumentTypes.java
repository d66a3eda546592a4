package org.planlint.parse;

import java.util.List;
import org.planlint.words.Blurred;
import org.planlint.words.Phrases;
import org.planlint.words.Vocabulary;

/** The names of document types that plans bear and cite. */
final class DocumentTypes {
    private static final Vocabulary DOCUMENTS = Vocabulary.of("documents");

    /** Types that stand as a title on a line of their own, in capitals. */
    static final List<String> TITLES =
            DOCUMENTS.get("types", "legislation", "only titles").capitals().all();

    /** A cited document's type, as it stands in running text. */
    static final Phrases NAMES = DOCUMENTS.get("types", "legislation", "only cited");
    /** The same as a group of a pattern. */
    static final String CITED = NAMES.any();

    static final String PLAN = "KẾ HOẠCH";

    private static final String PLAN_FOLDED = "KEHOACH";

    private DocumentTypes() {}

    /**
     * How many letters of a line in capitals without diacritics and spaces are not those of "KẾ HOẠCH": 0 for "KÉ
     * HOẠCH", 1 for "KÉ HOẠGH".
     */
    static int lettersUnlikePlan(String tight) {
        return Blurred.distance(tight, PLAN_FOLDED);
    }
}
