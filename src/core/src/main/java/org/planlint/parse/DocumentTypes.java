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

    private DocumentTypes() {}
}
