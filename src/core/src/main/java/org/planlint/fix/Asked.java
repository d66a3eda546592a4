package org.planlint.fix;

import java.util.Set;

/**
 * What is to be mended, and how.
 *
 * @param only   the rules whose findings are; empty for all
 * @param unsafe also what may move lines and pages
 * @param plain  without tracked changes
 */
public record Asked(Set<String> only, boolean unsafe, boolean plain) {
    public static final Asked ALL = new Asked(Set.of(), false, false);

    public Asked {
        only = Set.copyOf(only);
    }

    boolean covers(String rule) {
        return only.isEmpty() || only.contains(rule);
    }
}
