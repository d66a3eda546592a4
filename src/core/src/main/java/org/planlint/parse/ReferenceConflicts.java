package org.planlint.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.planlint.facts.PartialDate;
import org.planlint.facts.Reference;
import org.planlint.facts.ReferenceConflict;

/** Finds documents that are cited with two dates. Of citations that say the same only the first is kept: a file may hold thousands. */
final class ReferenceConflicts {
    private record Name(String type, String number) {}

    private record Dated(String number, PartialDate date) {}

    private record Said(PartialDate date, String issuer) {}

    private ReferenceConflicts() {}

    static List<ReferenceConflict> find(Found soFar) {
        Map<Name, Map<Said, Reference>> before = new HashMap<>();
        Set<Dated> seen = new HashSet<>();
        List<ReferenceConflict> found = new ArrayList<>();
        for (Reference reference : soFar.all(Reference.class)) {
            if (reference.date() == null) {
                continue;
            }
            Map<Said, Reference> same = before.computeIfAbsent(
                    new Name(reference.type().toLowerCase(Locale.ROOT), reference.number()),
                    name -> new LinkedHashMap<>());
            if (seen.add(new Dated(reference.number(), reference.date()))) {
                addFirst(same.values(), reference, found);
            }
            same.putIfAbsent(new Said(reference.date(), reference.issuer()), reference);
        }
        return found;
    }

    private static void addFirst(Collection<Reference> before, Reference reference, List<ReferenceConflict> found) {
        for (Reference first : before) {
            if (reference.conflictsWith(first)) {
                found.add(new ReferenceConflict(first, reference));
                return;
            }
        }
    }
}
