package org.planlint.parse;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlint.facts.LawTables;
import org.planlint.facts.NamePeriod;
import org.planlint.facts.Witness.Agreement;

/** Says whether two names that two witnesses give are those of one person or body. */
final class Agreements {
    private static final Pattern NO_NAME = Pattern.compile("[^A-Z]+");

    private final List<NamePeriod> agencies;
    private final List<NamePeriod> provinces;

    Agreements(LawTables law) {
        this.agencies = law.agencies();
        this.provinces = law.provinces();
    }

    /** Two people, unless one name may be the other cut short or with a letter misread. */
    static Agreement person(String certified, String printed) {
        if (certified == null || printed == null) {
            return Agreement.UNKNOWN;
        }
        List<String> one = syllables(certified);
        List<String> other = syllables(printed);
        if (one.equals(other) || String.join("", one).equals(String.join("", other))) {
            return Agreement.SAME;
        }
        boolean unsure = one.size() < 2 || other.size() < 2 || one.containsAll(other) || other.containsAll(one);
        int common = (int) one.stream().filter(other::contains).count();
        return unsure || common > 1 && common + 1 >= Math.max(one.size(), other.size())
                ? Agreement.UNKNOWN
                : Agreement.OTHER;
    }

    private static List<String> syllables(String name) {
        return Arrays.stream(NO_NAME.split(NormalTitle.of(name)))
                .filter(syllable -> !syllable.isEmpty())
                .toList();
    }

    /**
     * Whether a body is one of those that issue the document, which it may not be sure to be where it is above or below them.
     *
     * @param organisation what the body belongs to, innermost first
     * @param parent       of the issuers, or null
     */
    Agreement body(String name, List<String> organisation, List<String> issuers, String parent) {
        if (issuers.isEmpty() || name == null) {
            return Agreement.UNKNOWN;
        }
        BodyName certified = BodyName.of(name);
        boolean unsure = certified.isBare()
                || Stream.concat(organisation.stream(), Stream.ofNullable(parent))
                        .map(BodyName::of)
                        .anyMatch(above -> issuers.stream()
                                        .anyMatch(issuer -> BodyName.of(issuer).agreesWith(above))
                                || parent != null && BodyName.of(parent).agreesWith(certified));
        for (String issuer : issuers) {
            BodyName printed = BodyName.of(issuer);
            if (printed.agreesWith(certified)) {
                return Agreement.SAME;
            }
            unsure |= printed.isBare() || printed.isLike(certified) || isRenamed(issuer, name);
        }
        return unsure ? Agreement.UNKNOWN : Agreement.OTHER;
    }

    /** Whether one of the two bears, or sits in a province that bears, a name which the other took over. */
    boolean isRenamed(String one, String other) {
        BodyName a = BodyName.of(one);
        BodyName b = BodyName.of(other);
        return Stream.concat(agencies.stream(), provinces.stream())
                .filter(period -> period.successor() != null)
                .anyMatch(period -> {
                    BodyName before = BodyName.of(period.name());
                    return before.agreesWith(a) || before.agreesWith(b);
                });
    }
}
