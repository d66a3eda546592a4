package org.planlint.parse;

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

    private record Known(OrganisationNames names, Pattern pattern) {
        Organisation at(Span span) {
            return new Organisation(names.name(), names.norm(), span);
        }
    }

    private final List<Known> known;

    Organisations(List<OrganisationNames> table) {
        known = table.stream().map(names -> new Known(names, pattern(names))).toList();
    }

    private static Pattern pattern(OrganisationNames names) {
        String not = names.not().isEmpty()
                ? ""
                : "(?! " + new Phrases(names.not()).folded().any() + "(?![A-Z]))";
        return Pattern.compile(BOARD + new Phrases(names.heads()).folded().any() + "(?![A-Z])" + not + ".*");
    }

    /** The first of the table that the head names, be it as the body above, or as one of several that issue. */
    List<Organisation> find(Found soFar) {
        List<BareLine> head = soFar.lines().subList(0, soFar.structure().headEnd()).stream()
                .filter(BareLine::isCapitals)
                .map(BareLine.class::cast)
                .toList();
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
