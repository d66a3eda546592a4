package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import org.planlint.facts.AnnexNumbering;
import org.planlint.text.Document;
import org.planlint.text.PageFormat;

/** Finds whether the pages of an annex that has a section of its own are numbered anew. */
final class AnnexNumberings {
    private AnnexNumberings() {}

    static List<AnnexNumbering> find(Found soFar) {
        List<AnnexNumbering> found = new ArrayList<>();
        List<Line> lines = soFar.lines();
        for (int i = 1; i < lines.size(); i++) {
            Line above = lines.get(i - 1);
            Line first = lines.get(i);
            Boolean anew = first.part > above.part ? anew(soFar.document(), first, above) : null;
            if (anew != null) {
                found.add(new AnnexNumbering(first.part, anew, first.span()));
            }
        }
        return found;
    }

    /** Null where it has no section of its own, or one that bears no numbers. */
    private static Boolean anew(Document document, Line first, Line above) {
        List<PageFormat> sections = document.pageFormats();
        for (int i = 0; i < sections.size(); i++) {
            int section = i;
            int from = sections.get(i).fromParagraph();
            if (from > above.paragraph.index() && from <= first.paragraph.index()) {
                return document.pageNumberings().stream()
                        .filter(numbering -> numbering.section() == section
                                && (numbering.first() != null || numbering.later() != null))
                        .findFirst()
                        .map(numbering -> numbering.start() != null)
                        .orElse(null);
            }
        }
        return null;
    }
}
