package org.planlint.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planlint.facts.Organisation;
import org.planlint.facts.OrganisationNames;
import org.planlint.text.Span;
import org.planlint.words.Phrases;
import org.planlint.words.Vocabulary;

/** Finds whether the letterhead is that of a body that is no state body (Decree 30/2020, Điều 2). */
final class Organisations {
    private static final String BOARD = "^(?:"
            + Vocabulary.of("bodies").get("boards of organisations").folded().any() + " )?";

    /** The name of a committee whose place stands on the next line. */
    private static final Pattern BEGUN = Pattern.compile("(?:"
            + Vocabulary.of("bodies")
                    .get("people's committees", "people's councils")
                    .folded()
                    .any()
            + ")?\\s*" + Vocabulary.of("places").get("levels").folded().any() + "?");

    private record Known(OrganisationNames names, Pattern pattern) {
        Known(OrganisationNames names) {
            this(
                    names,
                    Pattern.compile(
                            BOARD + new Phrases(names.heads()).folded().any() + "(?![A-Z])" + not(names) + ".*"));
        }

        private static String not(OrganisationNames names) {
            return names.not().isEmpty()
                    ? ""
                    : "(?! " + new Phrases(names.not()).folded().any() + "(?![A-Z]))";
        }

        Organisation at(Span span) {
            return new Organisation(names.name(), names.norm(), span);
        }
    }

    private final List<Known> known;

    Organisations(List<OrganisationNames> table) {
        known = table.stream().map(Known::new).toList();
    }

    /** The lines in capitals that do not go on a committee's name: "UBND PHƯỜNG" / "ĐOÀN KẾT". */
    private static List<BareLine> openNames(List<Line> head) {
        List<BareLine> open = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            boolean goesOn = i > 0 && BEGUN.matcher(head.get(i - 1).folded()).matches();
            if (head.get(i).isCapitals() && !goesOn) {
                open.add(head.get(i));
            }
        }
        return open;
    }

    /** The first of the table that the head names, be it as the body above, or as one of several that issue. */
    List<Organisation> find(Found soFar) {
        List<BareLine> head =
                openNames(soFar.lines().subList(0, soFar.structure().headEnd()));
        for (Known one : known) {
            for (BareLine line : head) {
                if (one.pattern.matcher(line.folded()).matches()) {
                    return List.of(one.at(line.span()));
                }
            }
            for (Letterheads.Body body : soFar.head().jointly()) {
                if (one.pattern.matcher(NormalTitle.of(body.name())).matches()) {
                    return List.of(one.at(body.span()));
                }
            }
        }
        return List.of();
    }
}
