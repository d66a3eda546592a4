package org.planlint.facts;

import java.util.List;

/**
 * The names by which a body that is no state body is known in a letterhead, from {@code rules/law/organisations.json}.
 *
 * @param name  which body, or the kind of it
 * @param norm  what binds its documents
 * @param heads a line of its letterhead opens with one of these, or with a board's name and one of these
 * @param not   none of these follows
 */
public record OrganisationNames(String name, String norm, List<String> heads, List<String> not) {
    public OrganisationNames {
        heads = List.copyOf(heads);
        not = List.copyOf(not);
    }
}
