package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import org.planlint.facts.LegalBasis;

/** Finds the căn cứ: lines that open with "Căn cứ", one below the other, before the first section. */
final class LegalBases {
    private static final int LAST_WORDS = 40;

    private LegalBases() {}

    static List<LegalBasis> find(Found soFar) {
        List<Line> block = new ArrayList<>();
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY || line.part != 0) {
                continue;
            }
            boolean basis = line.section.isEmpty() && line.text().startsWith("Căn cứ ") && !leadsOn(line);
            if (basis) {
                block.add(line);
            } else if (!block.isEmpty()) {
                break;
            }
        }
        List<LegalBasis> found = new ArrayList<>();
        for (int i = 0; i < block.size() && block.size() > 1; i++) {
            String text = block.get(i).text();
            int from = text.lastIndexOf(' ', Math.max(0, text.length() - LAST_WORDS)) + 1;
            found.add(new LegalBasis(
                    i,
                    i == block.size() - 1,
                    text.substring(text.length() - 1),
                    block.get(i).span(from, text.length())));
        }
        return found;
    }

    /** The reasons and what follows from them in one sentence: "Căn cứ …, Sở Nội vụ ban hành Kế hoạch như sau:". */
    private static boolean leadsOn(Line line) {
        return line.text().endsWith(":");
    }
}
