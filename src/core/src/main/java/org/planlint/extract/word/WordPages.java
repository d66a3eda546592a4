package org.planlint.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlint.text.PageNumbering;
import org.planlint.text.PageNumbering.Shown;

/**
 * Which headers and footers the pages of a docx get, and so which numbers they show (ECMA-376, part 1, 17.10).
 *
 * @param numbers     what each header and footer shows, by the id of its relation
 * @param evenDiffers whether even pages have headers and footers of their own
 */
record WordPages(List<WordSection> sections, Map<String, Shown> numbers, boolean evenDiffers) {
    /** A section each. A header or footer that a section does not name is that of the section before. */
    List<PageNumbering> numberings() {
        List<PageNumbering> found = new ArrayList<>();
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < sections.size(); i++) {
            WordSection section = sections.get(i);
            parts.putAll(section.parts());
            Shown odd = shown(parts, "default");
            Shown even = evenDiffers ? shown(parts, "even") : odd;
            Shown later = odd == null || even == null ? null : odd;
            boolean onEven = section.start() != null && section.start() % 2 == 0;
            Shown first =
                    Boolean.TRUE.equals(section.format().differentFirstPage()) ? shown(parts, "first") : onEven ? even : odd;
            found.add(new PageNumbering(i, first, later, section.start(), section.numberStyle()));
        }
        return found;
    }

    private Shown shown(Map<String, String> parts, String type) {
        Shown above = numbers.get(parts.get("header/" + type));
        return above != null ? above : numbers.get(parts.get("footer/" + type));
    }
}
