package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.LegalBasis;
import org.planlint.facts.Reference;
import org.planlint.words.Pieces;
import org.planlint.words.Vocabulary;

/** Finds the căn cứ: the lines before the first section that say, one below the other, on what the plan rests. */
final class LegalBases {
    private static final Vocabulary PARTS = Vocabulary.of("parts");
    private static final String DASH = "^(?:" + Pieces.BULLET + "\\s*)?";

    private static final Pattern BASIS = Pattern.compile(DASH + PARTS.any("opens a basis") + "\\s.*");
    /** These open a basis only where they cite a document; else, or in a list of their own, they tell of the plan. */
    private static final Pattern BASIS_IF_CITED = Pattern.compile("^" + PARTS.any("opens a cited basis") + "\\s.*");

    private static final Pattern BASIS_AMONG_OTHERS =
            Pattern.compile(DASH + PARTS.any("opens a cited basis") + "\\s.*");

    private static final Pattern ENDED = Pattern.compile("[;,.:]$");
    private static final int LAST_WORDS = 40;

    private LegalBases() {}

    static List<LegalBasis> find(Found soFar) {
        List<Line> block = new ArrayList<>();
        List<Reference> references = soFar.all(Reference.class);
        boolean open = false;
        for (Line line : soFar.lines()) {
            if (line.zone != Line.Zone.BODY || line.part != 0) {
                continue;
            }
            boolean basis = line.section.isEmpty() && isBasis(line, block.isEmpty(), references);
            if (basis && leadsOn(line)) {
                open = true;
                break;
            }
            if (basis) {
                block.add(line);
            } else if (!block.isEmpty() && goesOn(block.get(block.size() - 1), line)) {
                block.set(block.size() - 1, line);
            } else if (!block.isEmpty()) {
                break;
            }
        }
        return open ? found(block, block.size() - 1, -1) : found(block, block.size(), block.size() - 1);
    }

    /**
     * The bases of a block.
     *
     * @param count how many of them are judged: the last before a sentence that goes on with the next may end in either way
     * @param last  which of them is the last of all, or -1
     */
    private static List<LegalBasis> found(List<Line> block, int count, int last) {
        List<LegalBasis> found = new ArrayList<>();
        for (int i = 0; i < count && block.size() > 1; i++) {
            String text = block.get(i).text();
            int from = text.lastIndexOf(' ', Math.max(0, text.length() - LAST_WORDS)) + 1;
            found.add(new LegalBasis(
                    i,
                    i == last,
                    text.substring(text.length() - 1),
                    block.get(i).span(from, text.length())));
        }
        return found;
    }

    private static boolean isBasis(Line line, boolean first, List<Reference> references) {
        return BASIS.matcher(line.text()).matches()
                || (first ? BASIS_IF_CITED : BASIS_AMONG_OTHERS)
                                .matcher(line.text())
                                .matches()
                        && references.stream().anyMatch(r -> r.span().paragraph() == line.paragraph.index());
    }

    /** A basis that was cut at the end of a line of the page, and the rest of it. */
    private static boolean goesOn(Line basis, Line line) {
        return !ENDED.matcher(basis.text()).find() && line.section.isEmpty() && !leadsOn(line);
    }

    /** The reasons and what follows from them in one sentence: "Căn cứ …, Sở Nội vụ ban hành Kế hoạch như sau:". */
    private static boolean leadsOn(Line line) {
        return line.text().endsWith(":");
    }
}
